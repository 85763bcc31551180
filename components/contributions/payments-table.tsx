import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { PaymentView } from '@/lib/domain/contributions/answers';
import { PAY_CHANNEL_LABELS } from '@/lib/domain/contributions/labels';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDate } from '@/lib/format/date';
import { yuanText } from '@/lib/format/money-text';
import { NONE } from '@/lib/format/number';
import { ReverseDialog } from './reverse-dialog';

type Props = { projectId: string; payments: readonly PaymentView[]; today: string; mayReverse: boolean };

/** All that a household paid and what was taken back; a payment opens its receipt. */
export function PaymentsTable({ projectId, payments, today, mayReverse }: Props) {
  const t = useTranslations('contributions.payments');
  const locale = useLocale();
  const base = `/projects/${projectId}/contributions`;
  const columns: Column<PaymentView>[] = [
    {
      key: 'receipt',
      header: t('receipt'),
      primary: true,
      cell: ({ id, receiptNo }) =>
        receiptNo ? <TextLink href={`${base}/receipts/${id}`}>{receiptNo}</TextLink> : t('reversal'),
    },
    {
      key: 'day',
      header: t('day'),
      className: 'sm:whitespace-nowrap',
      cell: ({ paidOn }) => formatDate(calendarDateOf(paidOn), locale),
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'right',
      cell: ({ kind, amount }) => yuanText(kind === 'reversal' ? `-${amount}` : amount, locale),
    },
    {
      key: 'channel',
      header: t('channel'),
      cell: ({ channel }) => (channel ? labelIn(PAY_CHANNEL_LABELS[channel], locale) : NONE),
    },
    {
      key: 'note',
      header: t('note'),
      cell: ({ note, reason, reversed }) =>
        [reversed && t('reversed'), reason ?? note].filter(Boolean).join(' · ') || NONE,
    },
    { key: 'by', header: t('by'), hideOnPhone: true, cell: ({ recordedBy }) => recordedBy },
    ...(mayReverse
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: ({ id, kind, reversed, receiptNo }: PaymentView) =>
              kind === 'payment' &&
              !reversed && (
                <ReverseDialog
                  path={`/api/v1${base}/payments/${id}/reverse`}
                  day="reversedOn"
                  today={today}
                  name={receiptNo ?? ''}
                />
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={payments}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')} />}
    />
  );
}
