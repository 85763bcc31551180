import { useLocale } from 'next-intl';
import type { Source } from '@/components/projects/forms/funding-dialog';
import type { Clause } from '@/components/ui/why-popover';
import type { Worded } from '@/lib/domain/projects/choices';
import { yuanText } from '@/lib/format/money-text';

/** What the rule book calls things, and its clauses. */
export interface SharingWords {
  sources: readonly Source[];
  items: readonly Worded[];
  rules: readonly Worded[];
  clauses: Record<string, Clause>;
}

/** Names in the page's language. */
export function useSharingWords({ sources, items, rules }: SharingWords) {
  const locale = useLocale();
  const nameOf = (one?: { name: string; nameEn: string }) => (locale === 'en' ? one?.nameEn : one?.name) ?? '';
  return {
    nameOf,
    item: (code: string) => nameOf(items.find((one) => one.code === code)),
    rule: (code: string) => nameOf(rules.find((one) => one.code === code)),
    money: (source: string, kind: string | null) => {
      const found = sources.find(({ code }) => code === source);
      const ofKind = kind === null ? undefined : found?.kinds.find(({ code }) => code === kind);
      return [nameOf(found), nameOf(ofKind)].filter(Boolean).join(' · ');
    },
    yuan: (text: string) => yuanText(text, locale),
    /** one after the other, as the language separates them */
    listed: (all: readonly string[]) => all.join(locale === 'en' ? '; ' : '；'),
    said: (what: string, value: string) => `${what}${locale === 'en' ? ': ' : '：'}${value}`,
  };
}
