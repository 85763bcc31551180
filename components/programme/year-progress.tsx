import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { StatusLight } from '@/components/ui/status-light';
import { formatCount } from '@/lib/format/number';

export interface ProgressRow {
  surveyed: number;
  needed: number;
  planned: number | null;
  plannedHouseholds: number | null;
  plannedSoFar: number;
  completedSoFar: number;
  missing: number;
}
interface CountyRow extends ProgressRow {
  countyId: string;
  name: string;
}

type Props = { year: number; counties: readonly CountyRow[]; sum: ProgressRow };

/** P三(一): so many of the surveyed total by the end of the year, beside what is planned and what is done. */
export function YearProgress({ year, counties, sum }: Props) {
  const t = useTranslations('annual.targets');
  const common = useTranslations('annual');
  const missing = ({ missing: left, needed }: ProgressRow) =>
    left === 0 && needed > 0 ? <StatusLight light="green">{t('reached')}</StatusLight> : formatCount(left);
  const planned = (row: ProgressRow) => (row.planned === null ? t('notPlanned') : formatCount(row.planned));
  const number = (key: string, header: string, pick: (row: ProgressRow) => number): Column<CountyRow> => ({
    key,
    header,
    align: 'right',
    cell: (row) => formatCount(pick(row)),
  });
  return (
    <Card title={t('title', { year: String(year) })} description={t('text')}>
      <DataTable
        caption={t('title', { year: String(year) })}
        rows={counties}
        rowKey={({ countyId }) => countyId}
        empty={null}
        phone="packed"
        columns={[
          { key: 'name', header: common('county'), primary: true, cell: ({ name }) => name },
          number('surveyed', t('surveyed'), (row) => row.surveyed),
          number('needed', t('needed'), (row) => row.needed),
          { key: 'planned', header: t('planned'), align: 'right', cell: planned },
          number('plannedSoFar', t('plannedSoFar'), (row) => row.plannedSoFar),
          number('completed', t('completed'), (row) => row.completedSoFar),
          { key: 'missing', header: t('missing'), align: 'right', cell: missing },
        ]}
        footer={
          counties.length > 1
            ? {
                name: common('plans.sum'),
                surveyed: formatCount(sum.surveyed),
                needed: formatCount(sum.needed),
                planned: planned(sum),
                plannedSoFar: formatCount(sum.plannedSoFar),
                completed: formatCount(sum.completedSoFar),
                missing: missing(sum),
              }
            : undefined
        }
      />
    </Card>
  );
}
