import type { Locale } from '@/lib/domain/kernel/label';
import type { NewsRules } from '@/lib/domain/rulebook/schema-news';

type Word = { code: string; name: string; nameEn: string };

/** The word of the rule book for a code; the code itself where an older version knew it. */
export function wordOf(words: readonly Word[], code: string, locale: Locale): string {
  const found = words.find((one) => one.code === code);
  return found ? (locale === 'en' ? found.nameEn : found.name) : code;
}

export const optionsOf = (words: readonly Word[], locale: Locale) =>
  words.map((one) => ({ value: one.code, label: locale === 'en' ? one.nameEn : one.name }));

/** What the form and the list need of the rule book. */
export type NewsWords = Pick<NewsRules, 'kinds' | 'levels' | 'media'>;
