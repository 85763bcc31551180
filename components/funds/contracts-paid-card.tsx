import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { ContractLine } from '@/lib/domain/funds/answers';
import { yuanText } from '@/lib/format/money-text';

const SUMS = ['amount', 'paid', 'pending', 'left'] as const;

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
    ...SUMS.map((key) => ({
      key,
      header: t(key),
      align: 'right' as const,
      className: 'whitespace-nowrap',
      cell: (line: ContractLine) => yuanText(line[key], locale),
    })),
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
