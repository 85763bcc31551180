import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { Tone } from '@/components/ui/tone';
import type { Operations } from '@/lib/domain/operations/answers';
import { formatBytes } from '@/lib/format/bytes';
import { formatDateTime } from '@/lib/format/date';

type Run = Operations['backup']['runs'][number];
const TONES: Record<Run['status'], Tone> = { running: 'accent', done: 'green', failed: 'red' };

export function BackupsCard({ runs }: { runs: readonly Run[] }) {
  const t = useTranslations('operations');
  const locale = useLocale();
  const columns: Column<Run>[] = [
    {
      key: 'startedAt',
      header: t('startedAt'),
      primary: true,
      className: 'whitespace-nowrap',
      cell: ({ startedAt }) => formatDateTime(new Date(startedAt), locale),
    },
    { key: 'kind', header: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <Badge tone={TONES[status]}>{t(`statuses.${status}`)}</Badge>,
    },
    { key: 'size', header: t('size'), align: 'right', cell: ({ sizeBytes }) => formatBytes(sizeBytes) },
    { key: 'note', header: t('note'), cell: ({ note, fileName }) => note ?? fileName ?? '—' },
  ];
  return (
    <Card title={t('backups')} flush={runs.length > 0}>
      {runs.length === 0 ? (
        <p className="text-sm text-ink-2">{t('backupsNone')}</p>
      ) : (
        <DataTable caption={t('backups')} columns={columns} rows={runs} rowKey={({ id }) => id} empty={null} />
      )}
    </Card>
  );
}
