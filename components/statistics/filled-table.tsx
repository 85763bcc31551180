import { useLocale, useTranslations } from 'next-intl';
import { type MarkupColumn, MarkupTable } from '@/components/ui/markup-table';
import type { StatisticsAnswer, StatisticsRow } from '@/lib/domain/statistics/answers';
import { type Html, html } from '@/lib/format/html';
import { groupThousands, NONE } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';

type Group = StatisticsAnswer['groups'][number];
type Props = { group: Group; data: StatisticsAnswer };
type CellValue = StatisticsRow['total'];

const HATCHED =
  'inline-block rounded-sm px-1.5 bg-[repeating-linear-gradient(135deg,var(--color-sunken)_0_4px,var(--color-line)_4px_5px)] text-ink-2 whitespace-nowrap';

/** What a figure is stays in sight while the counties are scrolled by. */
export const NAME_STAYS =
  'sm:[&_tbody_th]:sticky sm:[&_tbody_th]:left-0 sm:[&_tbody_th]:bg-surface sm:[&_thead_th:first-child]:left-0 sm:[&_thead_th:first-child]:z-20';

/** One part of a table as it is exported: what a figure means is in its name, a cell that is not filled says so. */
export function FilledTable({ group, data }: Props) {
  const t = useTranslations('statistics');
  const locale = useLocale();
  const isEnglish = locale === 'en';
  const blank = t('blank');

  const nameOf = (row: StatisticsRow): Html => {
    const [name, means] = isEnglish ? [row.nameEn, row.definitionEn] : [row.name, row.definition];
    return html`<details class="min-w-40"><summary class="cursor-pointer rounded-sm py-0.5 decoration-accent-line decoration-dotted underline underline-offset-4" title="${means}"><span class="text-ink-3 tabular-nums">${row.no}</span> ${name}<span class="font-normal text-ink-3 sm:hidden">${t('inUnit', { unit: isEnglish ? row.countedEn : row.counted })}</span></summary><p class="max-w-96 pt-1 text-sm font-normal text-ink-2">${means}</p><p class="text-xs font-normal text-ink-3">${t('clause', { clause: row.clause })}</p></details>`;
  };
  const cellOf = ({ value, missing }: CellValue): Html => {
    if (value === null) return html`<span class="${HATCHED}">${NONE} ${blank}</span>`;
    const lacking =
      missing > 0
        ? html` <span class="block text-xs whitespace-nowrap text-amber-ink">${t('missing', { count: missing })}</span>`
        : '';
    return html`<span class="tabular-nums">${groupThousands(value)}</span>${lacking}`;
  };

  const isWhole = data.unit.level === 'prefecture';
  const columns: MarkupColumn<StatisticsRow>[] = [
    { key: 'name', header: t('indicator'), primary: true, cell: nameOf },
    {
      key: 'counted',
      header: t('counted'),
      cell: (row) => (isEnglish ? row.countedEn : row.counted),
      hideOnPhone: true,
    },
    { key: 'total', header: t(isWhole ? 'total' : 'value'), align: 'right', cell: ({ total }) => cellOf(total) },
    ...(isWhole ? data.units : []).map((unit, at) => ({
      key: unit.id,
      header: unitName(unit, locale),
      align: 'right' as const,
      hideOnPhone: 'until-opened' as const,
      cell: ({ values }: StatisticsRow) => cellOf(values[at] ?? { value: null, missing: 0 }),
    })),
  ];
  const title = isEnglish ? group.nameEn : group.name;
  return <MarkupTable caption={title} columns={columns} rows={group.rows} empty={null} wide={isWhole} />;
}
