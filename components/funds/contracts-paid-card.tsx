import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { ContractLine } from '@/lib/domain/funds/answers';
import { yuanText } from '@/lib/format/money-text';

/** What each contract is over, and what has been paid on it: never more. */
export function ContractsPaidCard({ contracts }: { contracts: readonly ContractLine[] }) {
  const t = useTranslations('ledger.contracts');
  const locale = useLocale();
  const columns: Column<ContractLine>[] = [
    {
      key: 'contract',
      header: t('contract'),
      primary: true,
      cell: ({ no, name, status }) => (
        <>
          {name} <span className="text-ink-3">{no}</span> {status === 'ended' && <Badge>{t('ended')}</Badge>}
        </>
      ),
    },
    { key: 'company', header: t('company'), cell: ({ company }) => company },
    { key: 'amount', header: t('amount'), align: 'right', cell: ({ amount }) => yuanText(amount, locale) },
    { key: 'paid', header: t('paid'), align: 'right', cell: ({ paid }) => yuanText(paid, locale) },
    {
      key: 'pending',
      header: t('pending'),
      align: 'right',
      cell: ({ pending }) => yuanText(pending, locale),
    },
    { key: 'left', header: t('left'), align: 'right', cell: ({ left }) => yuanText(left, locale) },
  ];
  return (
    <Card title={t('title')}>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={contracts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('none')} description={t('noneText')} />}
      />
    </Card>
  );
}
