import { DonutChart } from '@/components/charts/donut-chart';
import { RankedBars } from '@/components/charts/ranked-bars';
import type { Datum } from '@/components/charts/types';
import { Card } from '@/components/ui/card';
import type { CountyResult, SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { pointsText } from '../score-words';
import { useResultWords } from './words';

type Props = { result: SeasonResult };

/** How many counties have which grade. */
export function GradeShares({ result: { grades, counties } }: Props) {
  const { t, nameOf } = useResultWords();
  const [best] = grades;
  if (!best) return null;
  const grade = nameOf(best);
  return (
    <Card>
      <DonutChart
        title={best.count > 0 ? t('picture.title', { count: best.count, grade }) : t('picture.titleNone', { grade })}
        description={t('picture.text')}
        unit={t('picture.unit')}
        digits={0}
        centre={{ value: String(counties.length), label: t('picture.centre') }}
        data={grades.filter(({ count }) => count > 0).map((one) => ({ label: nameOf(one), value: one.count }))}
      />
    </Card>
  );
}

/** How far each county came, in the order of places. */
export function TotalBars({ result: { grades, counties, season } }: Props) {
  const { t, nameOf, county } = useResultWords();
  const [best] = grades;
  const [first] = counties;
  if (!best || !first) return null;
  const barOf = (one: CountyResult): Datum => {
    const total = pointsText(one.total);
    const tone = one.vetoed ? 'red' : one.grade.code === best.code ? 'accent' : undefined;
    return {
      ...{ label: county(one.county), value: one.total / 100 },
      display: one.vetoed ? t('picture.vetoed', { points: total }) : total,
      ...(one.own ? { href: `/scorecards/${one.county.id}/season?year=${season.year}` } : {}),
      ...(tone ? { tone } : {}),
    };
  };
  return (
    <Card>
      <RankedBars
        title={t('picture.totals', { county: county(first.county), points: pointsText(first.total) })}
        description={t('picture.totalsText')}
        unit={t('picture.points')}
        digits={2}
        keepOrder
        target={{
          value: best.from / 100,
          label: t('picture.target', { grade: nameOf(best), points: pointsText(best.from) }),
        }}
        data={counties.map(barOf)}
      />
    </Card>
  );
}
