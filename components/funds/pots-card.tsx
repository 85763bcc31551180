import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { PotLine } from '@/lib/domain/funds/answers';
import { yuanText } from '@/lib/format/money-text';
import { earmarkName, type FundWords, sourceName } from './words';

const SUMS = ['allocated', 'outstanding', 'received', 'paid', 'left', 'pending'] as const;

/** Each pot of money with its purpose: what is there, and what has been asked for. */
export function PotsCard({ pots, words }: { pots: readonly PotLine[]; words: FundWords }) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const columns: Column<PotLine>[] = [
    {
      key: 'pot',
      header: t('pots.pot'),
      primary: true,
      cell: ({ source, kind }) => sourceName(words, source, kind, locale),
    },
    { key: 'earmark', header: t('pots.earmark'), cell: ({ earmark }) => earmarkName(words, earmark, locale) },
    ...SUMS.map((key) => ({
      key,
      header: t(key),
      align: 'right' as const,
      cell: (line: PotLine) => yuanText(line[key], locale),
    })),
  ];
  return (
    <Card title={t('pots.title')} description={t('pots.description')}>
      <DataTable
        wide
        caption={t('pots.title')}
        columns={columns}
        rows={pots}
        rowKey={({ source, kind, earmark }) => `${source}/${kind}/${earmark}`}
        empty={<EmptyState title={t('sources.none')} description={t('sources.noneText')} />}
      />
    </Card>
  );
}
