import { LineChart } from '@/components/charts/line-chart';
import { Card } from '@/components/ui/card';
import type { Overview } from '@/lib/domain/overview/answers';
import { yearCurve } from '@/lib/domain/overview/year-curve';
import { lastDay, type ReportMonth } from '@/lib/domain/progress/report-month';
import { formatCount } from '@/lib/format/number';
import { FigureNote } from './figure-note';
import { useOverviewWords } from './words';

/** The year's compounds month by month, against the task and the deadline. */
export function CurveCard({ data }: { data: Overview }) {
  const { t, month } = useOverviewWords();
  const { curve, ofYear } = data.completion;
  const until = data.month === null ? data.today : lastDay(data.month as ReportMonth);
  const rows = yearCurve(curve, { completeBy: data.completeBy, until });
  const last = rows.findLast(({ started }) => started !== undefined);
  const year = String(data.year);
  const title = last
    ? t('curve.finding', {
        ...{ year, month: month(last.month) },
        ...{ completed: formatCount(last.completed ?? 0), started: formatCount(last.started ?? 0) },
      })
    : t('curve.title', { year });
  return (
    <Card>
      <LineChart
        title={title}
        description={t('curve.description')}
        unit={t('curve.unit')}
        empty={t('curve.empty')}
        series={[
          { key: 'completed', label: t('curve.completed') },
          { key: 'started', label: t('curve.started') },
        ]}
        data={rows.map(({ month: label, started, completed }) => ({ label, values: { started, completed } }))}
        target={
          ofYear.target === null
            ? undefined
            : { value: ofYear.target, label: t('curve.target', { count: formatCount(ofYear.target) }) }
        }
        mark={{ at: data.completeBy.slice(0, 7), label: t('curve.due') }}
      />
      <p className="mt-1 text-right">
        <FigureNote of="curve" />
      </p>
    </Card>
  );
}
