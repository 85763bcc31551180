import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { OverviewRow } from '@/lib/domain/overview/rows';
import { formatAreaNumber } from '@/lib/format/area';
import { formatDate } from '@/lib/format/date';
import { formatCount, NONE } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';

type Props = {
  rows: readonly OverviewRow[];
  /** what a row is */
  of: 'compound' | 'building' | 'place';
  withCounty: boolean;
  /** pages that this person may open */
  may: { compound: boolean; project: boolean };
};

/** Compounds, buildings or places behind a figure, each with its project and the papers of it. */
export function RowsTable({ rows, of, withCounty, may }: Props) {
  const t = useTranslations('overviewRows');
  const locale = useLocale();
  const columns: (Column<OverviewRow> | false)[] = [
    {
      key: 'compound',
      header: t('columns.compound'),
      primary: true,
      cell: ({ compound: { id, name } }) =>
        may.compound ? <TextLink href={`/compounds/${id}`}>{name}</TextLink> : name,
    },
    of !== 'compound' && {
      key: 'building',
      header: t('columns.building'),
      cell: (row) => row.building ?? t('inCompound'),
    },
    withCounty && { key: 'county', header: t('columns.county'), cell: (row) => unitName(row.county, locale) },
    {
      key: 'project',
      header: t('columns.project'),
      cell: ({ project: { id, name } }) => (may.project ? <TextLink href={`/projects/${id}`}>{name}</TextLink> : name),
    },
    of === 'compound' && {
      key: 'households',
      header: t('columns.households'),
      align: 'right',
      cell: (row) => formatCount(row.households),
    },
    of === 'compound' && {
      key: 'area',
      header: t('columns.area'),
      align: 'right',
      cell: (row) => formatAreaNumber(row.floorArea),
    },
    of === 'compound' && {
      key: 'on',
      header: t('columns.on'),
      cell: (row) => (row.on ? formatDate(calendarDateOf(row.on), locale) : NONE),
    },
    may.project && {
      key: 'papers',
      className: 'sm:whitespace-nowrap',
      header: t('columns.papers'),
      cell: (row) => <TextLink href={`/projects/${row.project.id}/papers`}>{t('papers')}</TextLink>,
    },
  ];
  return (
    <DataTable
      phoneFirst={20}
      caption={t('caption')}
      columns={columns.filter((one) => one !== false)}
      rows={rows}
      rowKey={({ compound, building, project }) => `${compound.id} ${project.id} ${building}`}
      empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
    />
  );
}
