import type { useTranslations } from 'next-intl';
import type { Condition } from '@/components/ui/filter-chips';
import type { EntryListQuery } from '@/lib/domain/funds/entries-query';
import { itemLabel, MOVEMENT_LABELS } from '@/lib/domain/funds/labels';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { NamedUnit } from '@/lib/domain/units/named';
import { chosenUnit } from '@/lib/format/unit-name';
import { type FundWords, inWords, sourceName } from '../words';

interface Setting {
  t: ReturnType<typeof useTranslations<'fundViews'>>;
  locale: Locale;
  counties: readonly NamedUnit[];
  words: FundWords;
  /** names of what the address names by its number */
  names: { project: string | null; contract: string | null };
}

/** What the list is narrowed to, in words. */
export function entryConditions(query: EntryListQuery, { t, locale, counties, words, names }: Setting): Condition[] {
  const { county, year, project, source, kind, movement, contract, item, from, to } = query;
  const kinds = words.sources.flatMap((one) => one.kinds);
  const asked = {
    county: county && chosenUnit(counties, county, locale),
    year: year && String(year),
    project: project && (names.project ?? project.slice(0, 8)),
    source: source && sourceName(words, source, '', locale),
    kind:
      kind &&
      inWords(
        kinds.find(({ code }) => code === kind),
        kind,
        locale,
      ),
    movement: movement && labelIn(MOVEMENT_LABELS[movement], locale),
    contract: contract && (names.contract ?? contract.slice(0, 8)),
    item: item && (item === 'fees' ? t('entries.fees') : labelIn(itemLabel(words.menu, item), locale)),
    from,
    to,
  };
  return Object.entries(asked).flatMap(([key, value]) =>
    value ? [{ key, name: t(`entries.columns.${key as keyof typeof asked}`), value }] : [],
  );
}
