import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Difference, DiffList } from '@/components/ui/diff-list';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { labelIn } from '@/lib/domain/kernel/label';
import type { SchemeView } from '@/lib/domain/votes/answers';
import { SHARE_RULE_LABELS } from '@/lib/domain/votes/labels';
import { type SchemeField, schemeDifferences } from '@/lib/domain/votes/scheme-diff';
import type { ShareRule } from '@/lib/domain/votes/types';
import { formatYuan } from '@/lib/format/money';
import type { PartName } from './parts-card';

type Props = { scheme: SchemeView; former: SchemeView; names: readonly PartName[] };

/** What this version says otherwise than the one before it. */
export function DifferenceCard({ scheme, former, names }: Props) {
  const t = useTranslations('voteDesk.schemes');
  const locale = useLocale();
  const said = (field: SchemeField, value: string | null) => {
    if (value === null) return null;
    if (field === 'estimate' || field === 'ownersShare') return formatYuan(parseHundredths(value) ?? 0n, locale);
    return field === 'shareRule' ? labelIn(SHARE_RULE_LABELS[value as ShareRule], locale) : value;
  };
  const nameOf = (code: string) => {
    const found = names.find((one) => one.code === code);
    return (locale === 'en' ? found?.nameEn : found?.name) ?? code;
  };
  const codes = names.map(({ code }) => code);
  const differences = schemeDifferences(former, scheme, codes).map((one): Difference => {
    if (one.of === 'field')
      return {
        field: one.field === 'title' ? t('field.title') : t(`facts.${one.field}`),
        before: said(one.field, one.before),
        after: said(one.field, one.after),
      };
    const name = nameOf(one.part);
    return one.of === 'summary'
      ? { field: t('partText', { name }), before: one.before, after: one.after }
      : { field: t('partFile', { name }), before: one.before ?? t('noFile'), after: one.after ?? t('noFile') };
  });
  return (
    <Card title={t('difference', { no: former.no })} id="difference">
      {differences.length === 0 ? (
        <p className="text-sm text-ink-3">{t('same', { no: former.no })}</p>
      ) : (
        <DiffList differences={differences} />
      )}
    </Card>
  );
}
