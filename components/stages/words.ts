import { useLocale, useMessages, useTranslations } from 'next-intl';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { isRole } from '@/lib/domain/accounts/roles';
import { labelIn } from '@/lib/domain/kernel/label';
import type { Reason } from '@/lib/domain/kernel/result';
import { formatReason } from '@/lib/format/reason';

interface Named {
  name: string;
  nameEn: string;
}

/** What stages say: names of the rule book, roles and reasons in the language of the page. */
export function useStageWords() {
  const t = useTranslations('common');
  const locale = useLocale();
  const { reasons } = useMessages();
  const listed = (words: readonly string[]) => words.join(t('listSeparator'));
  return {
    named: ({ name, nameEn }: Named) => (locale === 'en' ? nameEn : name),
    listed,
    names: (all: readonly Named[]) => listed(all.map(({ name, nameEn }) => (locale === 'en' ? nameEn : name))),
    roles: (by: readonly string[]) =>
      listed(by.map((role) => (isRole(role) ? labelIn(ROLE_LABELS[role], locale) : role))),
    sentence: (reason: Pick<Reason, 'code' | 'params'>) => formatReason(reason, reasons),
  };
}
