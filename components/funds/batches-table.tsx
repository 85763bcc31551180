import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { BatchAnswer } from '@/lib/domain/funds/batch-answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Locale } from '@/lib/domain/kernel/label';
import { formatMoney } from '@/lib/domain/kernel/money';
import { formatDate } from '@/lib/format/date';
import { groupThousands } from '@/lib/format/number';
import { type FundWords, fenOf, potName } from './words';

type Props = { batches: readonly BatchAnswer[]; words: FundWords; locale: Locale };

export function BatchesTable({ batches, words, locale }: Props) {
  const t = useTranslations('allocation.batches');
  const common = useTranslations('allocation');
  const sum = (pick: (batch: BatchAnswer) => string) =>
    groupThousands(formatMoney(batches.reduce((total, batch) => total + fenOf(pick(batch)), 0n)));
  return (
    <DataTable
      phoneFirst={10}
      caption={t('title')}
      rows={batches}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
      columns={[
        {
          key: 'title',
          header: t('name'),
          primary: true,
          className: 'sm:min-w-52',
          cell: ({ id, title }) => <TextLink href={`/funds/batches/${id}`}>{title}</TextLink>,
        },
        {
          key: 'document',
          header: t('documentNo'),
          className: 'whitespace-nowrap',
          cell: ({ documentNo, documentOn }) => (
            <>
              {documentNo}
              <span className="block text-xs text-ink-3">{formatDate(calendarDateOf(documentOn), locale)}</span>
            </>
          ),
        },
        { key: 'year', header: common('year'), align: 'right', cell: ({ year }) => String(year) },
        {
          key: 'money',
          header: common('source'),
          className: 'sm:min-w-36',
          cell: (batch) => potName(words, batch, locale),
        },
        { key: 'total', header: t('total'), align: 'right', cell: ({ total }) => groupThousands(total) },
        { key: 'placed', header: t('placed'), align: 'right', cell: ({ placed }) => groupThousands(placed) },
        { key: 'lines', header: t('lines'), align: 'right', cell: ({ lines }) => String(lines) },
        {
          key: 'state',
          header: t('state'),
          cell: ({ status }) => (
            <StatusLight light={status === 'draft' ? 'amber' : 'green'}>{t(`status.${status}`)}</StatusLight>
          ),
        },
      ]}
      footer={{ title: t('sum'), total: sum(({ total }) => total), placed: sum(({ placed }) => placed) }}
    />
  );
}
