import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { QueueView } from '@/lib/domain/operations/answers';
import { formatDateTime } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';
import { useJobName } from './use-job-name';

export function QueuesCard({ queues }: { queues: readonly QueueView[] }) {
  const t = useTranslations('operations');
  const locale = useLocale();
  const nameOf = useJobName();
  const columns: Column<QueueView>[] = [
    { key: 'name', header: t('queue'), primary: true, className: 'min-w-36', cell: ({ name }) => nameOf(name) },
    { key: 'waiting', header: t('states.waiting'), align: 'right', cell: ({ waiting }) => formatCount(waiting) },
    { key: 'running', header: t('states.running'), align: 'right', cell: ({ running }) => formatCount(running) },
    { key: 'failed', header: t('states.failed'), align: 'right', cell: ({ failed }) => formatCount(failed) },
    {
      key: 'oldest',
      header: t('states.oldest'),
      align: 'right',
      cell: ({ oldestWaitingAt }) => (oldestWaitingAt ? formatDateTime(new Date(oldestWaitingAt), locale) : '—'),
    },
  ];
  return (
    <Card title={t('queues')} flush>
      <DataTable
        caption={t('queues')}
        columns={columns}
        rows={queues}
        rowKey={({ name }) => name}
        empty={null}
        phone="scroll"
      />
    </Card>
  );
}
