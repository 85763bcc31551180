import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/ui/filter-chips';
import type { Locale } from '@/lib/domain/kernel/label';
import type { NewsListQuery } from '@/lib/domain/news/schema';
import type { NamedUnit } from '@/lib/domain/units/named';
import { chosenUnit } from '@/lib/format/unit-name';
import { type NewsWords, wordOf } from './words';

interface Setting {
  t: ReturnType<typeof useTranslations<'news'>>;
  locale: Locale;
  counties: readonly NamedUnit[];
  words: NewsWords;
}

/** What the list is narrowed to, in words. */
export function newsConditions(
  { county, year, kind, level, status }: NewsListQuery,
  { t, locale, counties, words }: Setting,
): Condition[] {
  const asked = {
    county: county && chosenUnit(counties, county, locale),
    year: year && String(year),
    kind: kind && wordOf(words.kinds, kind, locale),
    level: level && wordOf(words.levels, level, locale),
    status: status && t(`status.${status}`),
  };
  return Object.entries(asked).flatMap(([key, value]) =>
    value ? [{ key, name: t(`filter.${key as keyof typeof asked}`), value }] : [],
  );
}
