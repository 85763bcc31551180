import { useLocale, useTranslations } from 'next-intl';
import { Copyable } from '@/components/ui/copyable';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { labelIn } from '@/lib/domain/kernel/label';
import type { SchemeView } from '@/lib/domain/votes/answers';
import { SHARE_RULE_LABELS } from '@/lib/domain/votes/labels';
import type { ShareRule } from '@/lib/domain/votes/types';
import { formatDateTime } from '@/lib/format/date';
import { formatYuan } from '@/lib/format/money';

/** What the version costs, who bears what, and once final its hash. */
export function SchemeFacts({ scheme }: { scheme: SchemeView }) {
  const t = useTranslations('voteDesk.schemes');
  const locale = useLocale();
  const yuan = (text: string) => formatYuan(parseHundredths(text) ?? 0n, locale);
  const items: (Definition | false)[] = [
    { term: t('facts.estimate'), value: yuan(scheme.estimate) },
    { term: t('facts.ownersShare'), value: yuan(scheme.ownersShare) },
    { term: t('facts.shareRule'), value: labelIn(SHARE_RULE_LABELS[scheme.shareRule as ShareRule], locale) },
    scheme.note !== null && { term: t('facts.note'), value: scheme.note, wide: true },
    scheme.finalizedAt !== null && {
      term: t('facts.finalizedAt'),
      value: formatDateTime(new Date(scheme.finalizedAt), locale),
    },
    scheme.hash !== null && { term: t('facts.hash'), value: <Copyable text={scheme.hash} />, wide: true },
  ];
  return <DefinitionList items={items.filter((item): item is Definition => item !== false)} />;
}
