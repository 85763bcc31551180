import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { MonthsAnswer } from '@/lib/domain/progress/answers';
import { percentText } from '@/lib/domain/progress/percent';
import { formatDateTime } from '@/lib/format/date';
import { groupThousands } from '@/lib/format/number';
import { monthWords, STATUS_TONES, TIME_LIGHTS } from './words';

type Props = { projectId: string; months: MonthsAnswer['items'] };

const at = (instant: string | null) => (instant === null ? null : new Date(instant));

/** 各月月报: what was reported and accepted of each month, and whether in time. */
export function MonthsTable({ projectId, months }: Props) {
  const t = useTranslations('progress');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('list.caption')}
      rows={months}
      rowKey={({ month }) => month}
      empty={<EmptyState title={t('list.none')} description={t('list.noneText')} />}
      columns={[
        {
          key: 'month',
          header: t('list.month'),
          primary: true,
          cell: ({ month }) => (
            <TextLink href={`/projects/${projectId}/reports/${month}`}>
              {t('monthName', monthWords(month, locale))}
            </TextLink>
          ),
        },
        {
          key: 'status',
          header: t('list.status'),
          cell: ({ status }) => <Badge tone={STATUS_TONES[status ?? 'none']}>{t(`status.${status ?? 'none'}`)}</Badge>,
        },
        {
          key: 'percent',
          header: t('list.percent'),
          align: 'right',
          cell: ({ percentBp }) => (percentBp === null ? '—' : `${percentText(percentBp)}%`),
        },
        {
          key: 'investment',
          header: `${t('list.investment')}（${t('list.yuan')}）`,
          align: 'right',
          cell: ({ investment }) => (investment === null ? '—' : groupThousands(investment)),
        },
        {
          key: 'due',
          header: t('list.due'),
          cell: ({ dueAt, timeliness }) => (
            <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 max-sm:justify-end">
              <span className="whitespace-nowrap">{formatDateTime(at(dueAt), locale)}</span>
              <StatusLight light={TIME_LIGHTS[timeliness]}>{t(`timeliness.${timeliness}`)}</StatusLight>
            </span>
          ),
        },
        {
          key: 'received',
          header: t('list.received'),
          className: 'whitespace-nowrap',
          cell: ({ firstReceivedAt }) => formatDateTime(at(firstReceivedAt), locale),
        },
      ]}
    />
  );
}
