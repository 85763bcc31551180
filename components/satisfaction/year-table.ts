import type { useTranslations } from 'next-intl';
import type { MarkupColumn } from '@/components/ui/markup-table';
import type { Locale } from '@/lib/domain/kernel/label';
import type { CountySatisfaction } from '@/lib/domain/satisfaction/answers';
import { html } from '@/lib/format/html';
import { formatCount, NONE } from '@/lib/format/number';
import { formatPercent } from '@/lib/format/percent';
import { unitName } from '@/lib/format/unit-name';

export type SatisfactionRow = Omit<CountySatisfaction, 'county'> & { county: CountySatisfaction['county'] | null };

/** A county in a line; the last is all of them, added up household by household. */
export function yearColumns(t: ReturnType<typeof useTranslations<'satisfaction'>>, locale: Locale, year: number) {
  const count = (
    key: 'compounds' | 'surveyed' | 'households' | 'answered' | 'satisfied',
  ): MarkupColumn<SatisfactionRow> => ({
    key,
    header: t(`columns.${key}`),
    align: 'right',
    cell: (row) => formatCount(row[key]),
  });
  return [
    {
      key: 'county',
      header: t('columns.county'),
      primary: true,
      cell: ({ county }) =>
        county
          ? html`<a href="/projects?county=${county.id}&year=${year}" data-soft="" class="text-link">${unitName(county, locale)}</a>`
          : html`<span class="font-medium">${t('total')}</span>`,
    },
    count('compounds'),
    count('surveyed'),
    count('households'),
    count('answered'),
    count('satisfied'),
    {
      key: 'share',
      header: t('columns.share'),
      align: 'right',
      // where nobody was asked yet, nobody is dissatisfied
      cell: ({ surveyed, satisfied, households }) =>
        surveyed === 0 ? NONE : html`<span class="font-medium">${formatPercent(satisfied, households)}</span>`,
    },
  ] satisfies MarkupColumn<SatisfactionRow>[];
}
