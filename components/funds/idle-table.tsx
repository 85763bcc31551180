import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { IdleAnswer, IdleRow } from '@/lib/domain/funds/watch-answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { groupThousands } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { type FundWords, potName } from './words';

type Props = { idle: IdleAnswer; words: FundWords; withCounty: boolean; mayAssign: boolean };

/** Money that lies, the largest sum first, each with the place where it is paid or assigned. */
export function IdleTable({ idle, words, withCounty, mayAssign }: Props) {
  const t = useTranslations('allocation.watch');
  const common = useTranslations('allocation');
  const locale = useLocale();
  const pool = (year: number) =>
    mayAssign ? <TextLink href={`/funds/pool?year=${year}`}>{t('poolMoney')}</TextLink> : t('poolMoney');
  const columns: Column<IdleRow>[] = [
    {
      key: 'project',
      header: common('project'),
      primary: true,
      className: 'sm:min-w-44',
      cell: ({ project, year }) =>
        project ? <TextLink href={`/projects/${project.id}/money`}>{project.name}</TextLink> : pool(year),
    },
    ...(withCounty
      ? [
          {
            key: 'county',
            header: common('county'),
            cell: ({ county }: IdleRow) => unitName(county, locale),
            className: 'whitespace-nowrap',
          },
        ]
      : []),
    { key: 'year', header: common('year'), align: 'right', cell: ({ year }) => String(year) },
    {
      key: 'source',
      header: common('source'),
      className: 'sm:min-w-40',
      cell: (row) => potName(words, row, locale),
    },
    { key: 'left', header: t('left'), align: 'right', cell: ({ left }) => groupThousands(left) },
    { key: 'idle', header: t('idleAmount'), align: 'right', cell: (row) => groupThousands(row.idle) },
    {
      key: 'since',
      header: t('since'),
      className: 'whitespace-nowrap',
      cell: ({ since }) => formatDate(calendarDateOf(since), locale),
    },
    { key: 'days', header: t('days'), align: 'right', cell: ({ days }) => String(days) },
  ];
  return (
    <DataTable
      phoneFirst={10}
      caption={t('idle')}
      columns={columns}
      rows={idle.items}
      rowKey={(row) => [row.county.id, row.year, row.project?.id, row.source, row.kind, row.earmark].join('/')}
      empty={<EmptyState title={t('idleEmpty')} description={t('idleEmptyText')} />}
      footer={{ project: t('total'), idle: groupThousands(idle.idle) }}
    />
  );
}
