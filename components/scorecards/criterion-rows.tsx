import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import type { CriterionRows, RowAnswer } from '@/lib/domain/scorecards/live-answers';
import { formatCount } from '@/lib/format/number';
import { type Opens, RowName } from './record-line';
import { useScoreWords } from './score-words';

type Test = CriterionRows['tests'][number];

type Where = { year: number; opens: Opens };

function TestCard({ test: of, year, opens }: { test: Test } & Where) {
  const { t, says, test, measureName } = useScoreWords();
  const name = measureName(of);
  const weighs = of.rows.some(({ whole }) => whole !== 1);
  return (
    <Card title={name} description={test(of)} flush>
      <DataTable
        caption={name}
        rows={of.rows}
        rowKey={({ kind, id }) => `${kind}${id}`}
        empty={<EmptyState title={t('rows.empty')} description={t('rows.emptyText')} />}
        columns={[
          {
            key: 'record',
            header: t('rows.record'),
            primary: true,
            cell: (row: RowAnswer) => <RowName row={row} measure={of.measure} year={year} opens={opens} />,
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
export function CriterionRowsView({ tests, year, opens }: { tests: CriterionRows['tests'] } & Where) {
  return (
    <div className="space-y-4">
      {tests.map((test) => (
        // a criterion may ask one measure twice, of different things
        <TestCard
          key={`${test.measure} ${test.about.map(({ name }) => name).join()}`}
          test={test}
          year={year}
          opens={opens}
        />
      ))}
    </div>
  );
}
