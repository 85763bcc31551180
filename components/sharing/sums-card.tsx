import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Progress } from '@/components/ui/progress';
import { Stat } from '@/components/ui/stat';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { MoneyView, SharingSheet } from '@/lib/domain/sharing/answers';
import { NONE } from '@/lib/format/number';
import { formatPercent } from '@/lib/format/percent';
import { type SharingWords, useSharingWords } from './words';

const fen = (text: string): bigint => parseHundredths(text) ?? 0n;
const sumOf = (lines: readonly MoneyView[]) => lines.reduce((sum, { amount }) => sum + fen(amount), 0n);

/** Who pays how much of the whole: a bar for each payer. */
export function SumsCard({
  sheet,
  words,
  fiscal,
}: {
  sheet: SharingSheet;
  words: SharingWords;
  fiscal: readonly string[];
}) {
  const t = useTranslations('sharing');
  const { money, yuan } = useSharingWords(words);
  const cost = fen(sheet.cost);
  const share = (amount: bigint) => formatPercent(amount, cost);
  const parts = {
    government: sumOf(sheet.sums.filter(({ source }) => fiscal.includes(source))),
    residents: sumOf(sheet.sums.filter(({ source }) => source === 'residents')),
  };
  const others = sumOf(sheet.sums) - parts.government - parts.residents;
  const columns: Column<MoneyView>[] = [
    {
      key: 'source',
      header: t('source'),
      primary: true,
      className: 'sm:min-w-56',
      cell: ({ source, kind }) => money(source, kind),
    },
    { key: 'payer', header: t('payer'), className: 'sm:min-w-40', cell: ({ payer }) => payer ?? NONE },
    {
      key: 'amount',
      header: t('amount'),
      align: 'right',
      className: 'whitespace-nowrap',
      cell: ({ amount }) => yuan(amount),
    },
    {
      key: 'part',
      header: t('part'),
      className: 'min-w-40',
      cell: ({ source, kind, amount }) => (
        <Progress
          label={money(source, kind)}
          done={Number(fen(amount))}
          total={Number(cost)}
          text={share(fen(amount))}
        />
      ),
    },
  ];
  return (
    <>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <Stat label={t('cost')} value={yuan(sheet.cost)} />
        {(['government', 'residents'] as const).map((key) => (
          <Stat
            key={key}
            label={t(key)}
            value={yuan(formatMoney(parts[key]))}
            note={t('ofCost', { percent: share(parts[key]) })}
          />
        ))}
        <Stat label={t('others')} value={yuan(formatMoney(others))} note={t('ofCost', { percent: share(others) })} />
      </div>
      <Card title={t('sums')} description={t('sumsText')}>
        <DataTable
          caption={t('sums')}
          columns={columns}
          rows={sheet.sums}
          rowKey={({ source, kind, payer }) => `${source}/${kind}/${payer}`}
          empty={<EmptyState title={t('nothing')} description={t('nothingText')} />}
          footer={{ source: t('cost'), amount: yuan(formatMoney(sumOf(sheet.sums))) }}
        />
      </Card>
    </>
  );
}
