import { useFormatter, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { FormBatch } from '@/lib/domain/votes/forms';
import { formatCount } from '@/lib/format/number';

/** What was printed, the newest first; each batch opens as it is printed. */
export function BatchTable({ roundId, batches }: { roundId: string; batches: readonly FormBatch[] }) {
  const t = useTranslations('papers');
  const format = useFormatter();
  const columns: Column<FormBatch>[] = [
    {
      key: 'batch',
      header: t('columns.batch'),
      primary: true,
      cell: ({ batch }) => (
        <TextLink href={`/votes/${roundId}/forms/${batch}`}>{t('batchName', { batch: String(batch) })}</TextLink>
      ),
    },
    { key: 'count', header: t('columns.count'), align: 'right', cell: ({ count }) => formatCount(count) },
    { key: 'voided', header: t('columns.voided'), align: 'right', cell: ({ voided }) => formatCount(voided) },
    {
      key: 'printedAt',
      header: t('columns.printedAt'),
      cell: ({ printedAt }) => format.dateTime(new Date(printedAt), 'moment'),
    },
    { key: 'printedBy', header: t('columns.printedBy'), cell: ({ printedBy }) => printedBy.name },
  ];
  const empty = <EmptyState title={t('noBatches')} description={t('noBatchesText')} />;
  return (
    <DataTable
      caption={t('batches')}
      columns={columns}
      rows={batches}
      rowKey={({ batch }) => String(batch)}
      empty={empty}
    />
  );
}
