import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { ProjectMoney, SourceLine } from '@/lib/domain/funds/answers';
import { yuanText } from '@/lib/format/money-text';
import { SourceBar } from './source-bar';
import { type FundWords, sourceName } from './words';

type Props = { money: Pick<ProjectMoney, 'sources' | 'total'>; words: FundWords };
const SUMS = ['planned', 'allocated', 'received', 'paid', 'gap'] as const;

/** The funding plan beside the books, source by source. */
export function SourcesCard({ money: { sources, total }, words }: Props) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const sum = (text: string) => yuanText(text, locale);
  const nameOf = ({ source, kind }: SourceLine) => sourceName(words, source, kind, locale);
  const said = ({ planned, allocated, received, paid }: SourceLine) => ({
    ...{ planned: sum(planned), allocated: sum(allocated), received: sum(received), paid: sum(paid) },
  });
  const columns: Column<SourceLine>[] = [
    { key: 'source', header: t('sources.source'), primary: true, cell: nameOf },
    ...SUMS.map((key) => ({
      key,
      header: t(key),
      align: 'right' as const,
      cell: (line: SourceLine) =>
        key === 'gap' && line.gap.startsWith('-')
          ? t('moreThanPlanned', { sum: sum(line.gap.slice(1)) })
          : sum(line[key]),
    })),
    {
      key: 'bar',
      header: t('sources.progress'),
      hideOnPhone: true,
      cell: (line) => <SourceBar {...line} label={t('sources.bar', { name: nameOf(line), ...said(line) })} />,
    },
  ];
  return (
    <Card title={t('sources.title')} description={t('sources.description')}>
      <DataTable
        wide
        caption={t('sources.title')}
        columns={columns}
        rows={sources}
        rowKey={({ source, kind }) => `${source}/${kind}`}
        empty={<EmptyState title={t('sources.none')} description={t('sources.noneText')} />}
        footer={{ source: t('sources.total'), ...Object.fromEntries(SUMS.map((key) => [key, sum(total[key])])) }}
      />
    </Card>
  );
}
