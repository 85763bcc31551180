import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { FiguresText, FundOverview } from '@/lib/domain/funds/overview-answers';
import { wanNumberText } from '@/lib/format/money-text';
import { SourceBar } from '../source-bar';
import { type FundWords, fenOf, sourceName } from '../words';
import { Definitions } from './definitions';
import { entriesHref } from './entries-href';

type Line = FiguresText & { source: string; kind: string | undefined; only: string | undefined };
type Props = { data: FundOverview; words: FundWords; county: string | undefined };

/** Each source, and below it its kinds where there are several; a single one is named with it. */
const linesOf = ({ sources }: FundOverview): Line[] =>
  sources.flatMap(({ kinds, ...all }) => {
    const named = kinds.filter(({ kind }) => kind !== '');
    const below = named.length > 1 ? named : [];
    return [
      { ...all, kind: undefined, only: named.length === 1 ? named[0]?.kind : undefined },
      ...below.map((one) => ({ ...one, source: all.source, only: undefined })),
    ];
  });

export function SourcesTable({ data, words, county }: Props) {
  const t = useTranslations('fundViews');
  const locale = useLocale();
  const { year, totals } = data;
  const sum = (text: string) => wanNumberText(text, locale);
  const nameOf = ({ source, kind, only }: Line) => sourceName(words, source, kind ?? only ?? '', locale);
  const moved = (key: 'allocated' | 'received' | 'paid'): Column<Line> => ({
    key,
    header: t(key),
    align: 'right',
    cell: (line) =>
      fenOf(line[key]) === 0n ? (
        sum(line[key])
      ) : (
        <TextLink href={entriesHref({ year, county, source: line.source, kind: line.kind, movement: key })}>
          {sum(line[key])}
        </TextLink>
      ),
  });
  const gap = (text: string) =>
    fenOf(text) > 0n ? (
      <span className="font-medium text-red-ink">{sum(text)}</span>
    ) : (
      <span className="text-ink-3">{sum(text)}</span>
    );
  const columns: Column<Line>[] = [
    {
      key: 'source',
      header: t('source'),
      primary: true,
      className: 'sm:min-w-48',
      cell: (line) => (line.kind ? <span className="pl-4 font-normal text-ink-2">{nameOf(line)}</span> : nameOf(line)),
    },
    { key: 'planned', header: t('planned'), align: 'right', cell: ({ planned }) => sum(planned) },
    moved('allocated'),
    moved('received'),
    moved('paid'),
    { key: 'gap', header: t('gap'), align: 'right', cell: (line) => gap(line.gap) },
    {
      key: 'bar',
      header: t('progress'),
      hideOnPhone: true,
      cell: (line) => (
        <SourceBar
          {...line}
          label={t('bar', {
            name: nameOf(line),
            planned: sum(line.planned),
            allocated: sum(line.allocated),
            received: sum(line.received),
            paid: sum(line.paid),
          })}
        />
      ),
    },
  ];
  const short = data.sources
    .filter(({ gap: of }) => fenOf(of) > 0n)
    .toSorted((a, b) => (fenOf(a.gap) < fenOf(b.gap) ? 1 : -1));
  const [worst] = short;
  return (
    <Card
      title={
        worst
          ? t('sourcesShort', { name: sourceName(words, worst.source, '', locale), sum: sum(worst.gap) })
          : t('sourcesTitle')
      }
      description={t('inWan')}
      action={<Definitions />}
    >
      <DataTable
        wide
        caption={t('sourcesTitle')}
        columns={columns}
        rows={linesOf(data)}
        rowKey={({ source, kind }) => `${source}/${kind ?? ''}`}
        empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
        footer={{
          source: t('total'),
          ...Object.fromEntries(
            (['planned', 'allocated', 'received', 'paid', 'gap'] as const).map((key) => [key, sum(totals[key])]),
          ),
        }}
      />
    </Card>
  );
}
