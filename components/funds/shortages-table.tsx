import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { ShortageAnswer, ShortageRow } from '@/lib/domain/funds/watch-answers';
import { groupThousands } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { type FundWords, sourceName } from './words';

/** The largest gaps of a project; the others stand on its page. */
const NAMED = 2;

type Props = { shortages: ShortageAnswer; words: FundWords; withCounty: boolean };

/** Projects that lack money, the largest lack first; a sum of nothing is left blank. */
export function ShortagesTable({ shortages, words, withCounty }: Props) {
  const t = useTranslations('allocation.watch');
  const common = useTranslations('allocation');
  const locale = useLocale();
  const sum = (text: string) => (text === '0.00' ? common('none') : groupThousands(text));
  const columns: Column<ShortageRow>[] = [
    {
      key: 'project',
      header: common('project'),
      primary: true,
      cell: ({ project }) => <TextLink href={`/projects/${project.id}/money`}>{project.name}</TextLink>,
    },
    ...(withCounty
      ? [
          {
            key: 'county',
            header: common('county'),
            cell: ({ county }: ShortageRow) => unitName(county, locale),
            className: 'whitespace-nowrap',
          },
        ]
      : []),
    { key: 'year', header: common('year'), cell: ({ year }) => String(year) },
    { key: 'gap', header: t('gapAmount'), align: 'right', cell: ({ gap }) => sum(gap) },
    {
      key: 'gaps',
      header: t('gaps'),
      className: 'sm:min-w-60',
      cell: ({ gaps }) => (
        <span className="block text-sm text-ink-3">
          {gaps.length === 0 && common('none')}
          {gaps.slice(0, NAMED).map(({ source, kind, amount }) => (
            <span key={`${source}/${kind}`} className="block">
              {sourceName(words, source, kind, locale)} {groupThousands(amount)}
            </span>
          ))}
          {gaps.length > NAMED && t('moreGaps', { count: gaps.length - NAMED })}
        </span>
      ),
    },
    {
      key: 'late',
      header: t('late'),
      align: 'right',
      cell: ({ late, lateDays, lateSince }) => (
        <span className="block">
          {sum(late)}
          {lateSince && <span className="block text-xs text-ink-3">{t('lateDays', { days: String(lateDays) })}</span>}
        </span>
      ),
    },
    { key: 'contracts', header: t('contracts'), align: 'right', cell: (row) => sum(row.contracts) },
    { key: 'received', header: t('received'), align: 'right', cell: (row) => sum(row.received) },
    { key: 'short', header: t('short'), align: 'right', cell: (row) => sum(row.short) },
  ];
  const { sums } = shortages;
  return (
    <DataTable
      caption={t('shortages')}
      columns={columns}
      rows={shortages.items}
      rowKey={({ project }) => project.id}
      empty={<EmptyState title={t('shortEmpty')} description={t('shortEmptyText')} />}
      footer={{ project: t('total'), gap: sum(sums.gap), late: sum(sums.late), short: sum(sums.short) }}
    />
  );
}
