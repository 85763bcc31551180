import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { BatchDetail, BatchLineAnswer } from '@/lib/domain/funds/batch-answers';
import { groupThousands } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { ReverseLine } from './forms/reverse-line';

type Props = { batch: BatchDetail; today: string; mayReverse: boolean };

/** What was issued, line by line, each with its entry in the ledger. */
export function BatchLines({ batch, today, mayReverse }: Props) {
  const t = useTranslations('allocation.lines');
  const common = useTranslations('allocation');
  const locale = useLocale();
  const columns: Column<BatchLineAnswer>[] = [
    {
      key: 'to',
      header: t('to'),
      primary: true,
      cell: ({ project, reward }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {project ? (
            <TextLink href={`/projects/${project.id}/money`}>{project.name}</TextLink>
          ) : (
            <span>{common('toCounty')}</span>
          )}
          {reward && <Badge tone="accent">{common('reward')}</Badge>}
        </span>
      ),
    },
    { key: 'county', header: common('county'), cell: ({ county }) => unitName(county, locale) },
    { key: 'amount', header: common('amount'), align: 'right', cell: ({ amount }) => groupThousands(amount) },
    {
      key: 'voucher',
      header: t('voucher'),
      cell: ({ entry }) =>
        entry ? <TextLink href={`/funds/entries/${entry.id}`}>{entry.voucherNo}</TextLink> : common('none'),
    },
    { key: 'note', header: t('note'), cell: ({ note }) => note ?? common('none') },
    ...(mayReverse || batch.items.some(({ reversed }) => reversed)
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: (line: BatchLineAnswer) =>
              line.reversed ? (
                <span className="text-ink-3">{t('reversed', { note: line.reversed.note })}</span>
              ) : mayReverse && line.entry ? (
                <ReverseLine batchId={batch.id} line={line} today={today} />
              ) : (
                common('none')
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={batch.items}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
      footer={{ to: t('placed'), amount: groupThousands(batch.placed) }}
    />
  );
}
