import { useLocale, useTranslations } from 'next-intl';
import { ReverseDialog } from '@/components/contributions/reverse-dialog';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import type { MaintenanceEntryView } from '@/lib/domain/maintenance/answers';
import { MAINTENANCE_KIND_LABELS } from '@/lib/domain/maintenance/labels';
import { formatDate } from '@/lib/format/date';
import { yuanText } from '@/lib/format/money-text';
import { NONE } from '@/lib/format/number';

type Props = { compoundId: string; entries: readonly MaintenanceEntryView[]; today: string; mayWrite: boolean };

/** The register, the latest first, with its running balance. */
export function EntriesTable({ compoundId, entries, today, mayWrite }: Props) {
  const t = useTranslations('maintenance.list');
  const locale = useLocale();
  const columns: Column<MaintenanceEntryView>[] = [
    { key: 'voucher', header: t('voucher'), primary: true, cell: ({ voucherNo }) => voucherNo },
    {
      key: 'day',
      header: t('day'),
      className: 'sm:whitespace-nowrap',
      cell: ({ entryOn }) => formatDate(calendarDateOf(entryOn), locale),
    },
    {
      key: 'kind',
      header: t('kind'),
      cell: ({ kind, reversed }) =>
        [labelIn(MAINTENANCE_KIND_LABELS[kind], locale), reversed && t('reversed')].filter(Boolean).join(' · '),
    },
    { key: 'amount', header: t('amount'), align: 'right', cell: ({ amount }) => yuanText(amount, locale) },
    { key: 'balance', header: t('balance'), align: 'right', cell: ({ balance }) => yuanText(balance, locale) },
    { key: 'counterparty', header: t('counterparty'), cell: ({ counterparty }) => counterparty ?? NONE },
    { key: 'note', header: t('note'), cell: ({ note }) => note ?? NONE },
    ...(mayWrite
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: ({ id, kind, reversed, voucherNo }: MaintenanceEntryView) =>
              kind !== 'reversal' &&
              !reversed && (
                <ReverseDialog
                  path={`/api/v1/compounds/${compoundId}/maintenance-fund/entries/${id}/reverse`}
                  day="entryOn"
                  today={today}
                  name={voucherNo}
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
      rows={entries}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')} description={t('noneText')} />}
    />
  );
}
