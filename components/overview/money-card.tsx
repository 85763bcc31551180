import { SourceBar } from '@/components/funds/source-bar';
import { type FundWords, fenOf, shareOf, sourceName } from '@/components/funds/words';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { Overview } from '@/lib/domain/overview/answers';
import { wanNumberText, wanText } from '@/lib/format/money-text';
import { Noted, Opens } from './figure';
import type { Links } from './links';
import { useOverviewWords } from './words';

type Line = Overview['money']['sources'][number];
type Props = { data: Overview; links: Links; words: FundWords };
const MOVED = ['allocated', 'received', 'paid'] as const;

/** Where the money is: planned, allocated, received, paid, by source. */
export function MoneyCard({ data, links, words }: Props) {
  const { t, locale } = useOverviewWords();
  const { totals, sources } = data.money;
  const sum = (text: string) => wanNumberText(text, locale);
  const nameOf = ({ source }: Pick<Line, 'source'>) => sourceName(words, source, '', locale);
  const moved = (line: Pick<Line, (typeof MOVED)[number]>, key: (typeof MOVED)[number], source?: string) => (
    <Opens href={fenOf(line[key]) === 0n ? undefined : links.entries(key, source)}>{sum(line[key])}</Opens>
  );
  const planned = (text: string) => <Opens href={fenOf(text) === 0n ? undefined : links.funds()}>{sum(text)}</Opens>;
  const bar = (line: Omit<Line, 'source'>, name: string) => (
    <SourceBar
      {...line}
      label={t('money.bar', {
        name,
        ...{ planned: sum(line.planned), allocated: sum(line.allocated) },
        ...{ received: sum(line.received), paid: sum(line.paid) },
      })}
    />
  );
  const columns: Column<Line>[] = [
    { key: 'source', header: t('money.source'), primary: true, cell: nameOf },
    { key: 'planned', header: t('money.planned'), align: 'right', cell: ({ planned }) => sum(planned) },
    ...MOVED.map(
      (key): Column<Line> => ({
        key,
        header: t(`money.${key}`),
        align: 'right',
        className: 'whitespace-nowrap',
        cell: (line) => moved(line, key, line.source),
      }),
    ),
    { key: 'gap', header: t('money.gap'), align: 'right', hideOnPhone: true, cell: ({ gap }) => sum(gap) },
    { key: 'bar', header: t('money.progress'), hideOnPhone: true, cell: (line) => bar(line, nameOf(line)) },
  ];
  const finding =
    fenOf(totals.planned) > 0n
      ? t('money.finding', { paid: wanText(totals.paid, locale), percent: shareOf(totals.paid, totals.planned) })
      : t('money.nothing');
  return (
    <Card title={<Noted of="money">{finding}</Noted>} description={t('money.description')}>
      <DataTable
        caption={t('money.title')}
        columns={columns}
        rows={sources}
        rowKey={({ source }) => source}
        empty={<EmptyState title={t('money.empty')} description={t('money.emptyText')} />}
        footer={{
          ...{ source: t('money.total'), planned: planned(totals.planned), gap: planned(totals.gap) },
          ...Object.fromEntries(MOVED.map((key) => [key, moved(totals, key)])),
          bar: bar(totals, t('money.total')),
        }}
      />
    </Card>
  );
}
