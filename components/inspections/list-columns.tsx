import type { useTranslations } from 'next-intl';
import { badgeStyle } from '@/components/ui/badge';
import type { MarkupColumn } from '@/components/ui/markup-table';
import type { InspectionRow } from '@/lib/domain/inspections/answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Locale } from '@/lib/domain/kernel/label';
import type { Worded } from '@/lib/domain/projects/choices';
import { formatDate } from '@/lib/format/date';
import { html, joined } from '@/lib/format/html';
import { formatCount } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { kindNames, levelName } from './words';

interface Setting {
  t: ReturnType<typeof useTranslations<'inspections'>>;
  locale: Locale;
  kinds: readonly Worded[];
  withCounty: boolean;
}

/** Of the list of inspections. */
export function inspectionColumns({ t, locale, kinds, withCounty }: Setting): MarkupColumn<InspectionRow>[] {
  const county: MarkupColumn<InspectionRow> = {
    key: 'county',
    header: t('columns.county'),
    cell: (row) => html`<span class="whitespace-nowrap">${unitName(row.county, locale)}</span>`,
  };
  return [
    {
      key: 'project',
      header: t('columns.project'),
      primary: true,
      className: 'sm:min-w-44',
      cell: ({ id, project, stopWork }) =>
        html`<a href="/inspections/${id}" data-soft="" class="text-link font-medium">${project.name}</a>${
          stopWork && html`<span class="${badgeStyle('red', 'ml-2')}">${t('stopped', { no: stopWork })}</span>`
        }<span class="block whitespace-nowrap text-xs font-normal text-ink-3">${project.code}</span>`,
    },
    ...(withCounty ? [county] : []),
    {
      key: 'day',
      header: t('columns.day'),
      cell: ({ inspectedOn }) =>
        html`<span class="whitespace-nowrap">${formatDate(calendarDateOf(inspectedOn), locale)}</span>`,
    },
    {
      key: 'level',
      header: t('columns.level'),
      cell: ({ level }) => html`<span class="whitespace-nowrap">${levelName(level, locale)}</span>`,
    },
    {
      key: 'place',
      header: t('columns.place'),
      className: 'sm:min-w-28',
      cell: ({ compound, building }) =>
        compound ? [compound.name, building?.name].filter(Boolean).join(' ') : t('wholeProject'),
    },
    {
      key: 'kinds',
      header: t('columns.kinds'),
      className: 'sm:min-w-20',
      hideOnPhone: true,
      cell: (row) =>
        joined(
          row.kinds.map(
            (kind) => html`<span class="block whitespace-nowrap">${kindNames([kind], kinds, locale)}</span>`,
          ),
        ),
    },
    {
      key: 'result',
      header: t('columns.result'),
      cell: ({ passed, failed }) =>
        html`<span class="inline-block whitespace-nowrap">${t('resultOf', { passed, failed })}</span>`,
    },
    {
      key: 'open',
      header: t('columns.open'),
      align: 'right',
      cell: ({ findingsOpen }) =>
        findingsOpen > 0
          ? html`<span class="font-medium text-red-ink">${formatCount(findingsOpen)}</span>`
          : html`<span class="text-ink-3">0</span>`,
    },
  ];
}
