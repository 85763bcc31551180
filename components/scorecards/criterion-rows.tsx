import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { CriterionRows, RowAnswer } from '@/lib/domain/scorecards/live-answers';
import { formatCount } from '@/lib/format/number';
import { rowHref } from './row-href';
import { useScoreWords } from './score-words';

type Test = CriterionRows['tests'][number];

function TestCard({ test: of, year }: { test: Test; year: number }) {
  const { t, says, test } = useScoreWords();
  const weighs = of.rows.some(({ whole }) => whole !== 1);
  return (
    <Card title={t(`measure.${of.measure as 'vouchers'}`)} description={test(of)} flush>
      <DataTable
        caption={t(`measure.${of.measure as 'vouchers'}`)}
        rows={of.rows}
        rowKey={({ kind, id }) => `${kind}${id}`}
        empty={<EmptyState title={t('rows.empty')} description={t('rows.emptyText')} />}
        columns={[
          {
            key: 'record',
            header: t('rows.record'),
            primary: true,
            cell: (row: RowAnswer) => <TextLink href={rowHref(row, of.measure, year)}>{row.name}</TextLink>,
          },
          {
            key: 'state',
            header: t('rows.state'),
            className: 'whitespace-nowrap',
            cell: ({ met, earnable }) => (
              <StatusLight light={met ? 'green' : earnable ? 'amber' : 'neutral'}>
                {t(met ? 'rows.met' : 'rows.unmet')}
                {!met && `（${t(earnable ? 'rows.still' : 'gaps.lost')}）`}
              </StatusLight>
            ),
          },
          { key: 'says', header: t('rows.says'), cell: says },
          ...(weighs
            ? [
                {
                  key: 'counts',
                  header: t('rows.counts'),
                  align: 'right' as const,
                  cell: ({ part, whole }: RowAnswer) => `${formatCount(part)} / ${formatCount(whole)}`,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** Every record behind one criterion, what is missing first. */
export function CriterionRowsView({ tests, year }: { tests: CriterionRows['tests']; year: number }) {
  return (
    <div className="space-y-4">
      {tests.map((test, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a criterion may ask one measure twice, of different things
        <TestCard key={at} test={test} year={year} />
      ))}
    </div>
  );
}
