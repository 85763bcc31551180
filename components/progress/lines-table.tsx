import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { ProgressAnswer } from '@/lib/domain/progress/answers';
import { percentText } from '@/lib/domain/progress/percent';
import { formatDateTime } from '@/lib/format/date';
import { groupThousands } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { STATUS_TONES, TIME_LIGHTS } from './words';

type Props = { month: string; lines: ProgressAnswer['lines']; withCounty: boolean };

/** The projects of a month, each leading to its report. */
export function LinesTable({ month, lines, withCounty }: Props) {
  const t = useTranslations('progress');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('month_.lines')}
      rows={lines}
      rowKey={({ project }) => project.id}
      empty={<EmptyState title={t(withCounty ? 'month_.noneOverdue' : 'month_.none')} />}
      columns={[
        {
          key: 'project',
          header: t('month_.project'),
          primary: true,
          className: 'sm:min-w-52',
          cell: ({ project }) => (
            <>
              <TextLink href={`/projects/${project.id}/reports/${month}`}>{project.name}</TextLink>
              <span className="block text-sm text-ink-3">
                {`${project.code} · ${t('month_.stage', { stage: project.stage })}`}
              </span>
            </>
          ),
        },
        ...(withCounty
          ? [
              {
                key: 'county',
                header: t('month_.county'),
                className: 'whitespace-nowrap',
                cell: ({ county }: Props['lines'][number]) => unitName(county, locale),
              },
            ]
          : []),
        {
          key: 'status',
          header: t('month_.status'),
          cell: ({ status, timeliness }) => (
            <span className="flex flex-wrap items-center gap-2 max-sm:justify-end">
              <Badge tone={STATUS_TONES[status ?? 'none']}>{t(`status.${status ?? 'none'}`)}</Badge>
              {timeliness !== 'open' && (
                <StatusLight light={TIME_LIGHTS[timeliness]}>{t(`timeliness.${timeliness}`)}</StatusLight>
              )}
            </span>
          ),
        },
        {
          key: 'percent',
          header: t('month_.percent'),
          align: 'right',
          cell: ({ percentBp }) => (percentBp === null ? '—' : `${percentText(percentBp)}%`),
        },
        {
          key: 'investment',
          header: t('month_.investment'),
          align: 'right',
          cell: ({ investment }) => (investment === null ? '—' : groupThousands(investment)),
        },
        {
          key: 'problems',
          header: t('month_.problems'),
          className: 'sm:min-w-40',
          hideOnPhone: true,
          cell: ({ problems }) => <span className="line-clamp-2 max-w-72">{problems ?? '—'}</span>,
        },
        {
          key: 'received',
          header: t('month_.received'),
          className: 'whitespace-nowrap',
          cell: ({ firstReceivedAt }) =>
            formatDateTime(firstReceivedAt === null ? null : new Date(firstReceivedAt), locale),
        },
      ]}
    />
  );
}
