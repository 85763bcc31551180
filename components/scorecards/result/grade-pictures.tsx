import { DonutChart } from '@/components/charts/donut-chart';
import { RankedBars } from '@/components/charts/ranked-bars';
import type { Datum } from '@/components/charts/types';
import { Card } from '@/components/ui/card';
import type { CountyResult, SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { pointsText } from '../score-words';
import { useResultWords } from './words';

/** How many counties have which grade, and how far each came. */
export function GradePictures({ result: { grades, counties, season } }: { result: SeasonResult }) {
  const { t, nameOf, county } = useResultWords();
  const [best] = grades;
  const [first] = counties;
  if (!best || !first) return null;
  const grade = nameOf(best);
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
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <DonutChart
          title={best.count > 0 ? t('picture.title', { count: best.count, grade }) : t('picture.titleNone', { grade })}
          description={t('picture.text')}
          unit={t('picture.unit')}
          digits={0}
          centre={{ value: String(counties.length), label: t('picture.centre') }}
          data={grades.filter(({ count }) => count > 0).map((one) => ({ label: nameOf(one), value: one.count }))}
        />
        <RankedBars
          title={t('picture.totals', { county: county(first.county), points: pointsText(first.total) })}
          description={t('picture.totalsText')}
          unit={t('picture.points')}
          digits={2}
          keepOrder
          target={{ value: best.from / 100, label: t('picture.target', { grade, points: pointsText(best.from) }) }}
          data={counties.map(barOf)}
        />
      </div>
    </Card>
  );
}
