import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { type Clause, WhyPopover } from '@/components/ui/why-popover';
import type { SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { pointsText } from '../score-words';
import { useResultWords } from './words';

/** 优秀倾斜: what the grade is worth in the ranking of the year after, and to whom. */
export function PreferenceCard({ result, why }: { result: SeasonResult; why: Clause | undefined }) {
  const { t, nameOf, county, list } = useResultWords();
  const { preference, counties } = result;
  const year = String(preference.year);
  const grade = nameOf(preference.grade);
  const text = t('preference.text', { year, grade, points: pointsText(preference.points) });
  const names = counties.filter(({ preferred }) => preferred).map((one) => county(one.county));
  return (
    <Card
      id="preference"
      title={
        <>
          {t('preference.title')} {why && <WhyPopover finding={text} clauses={[why]} />}
        </>
      }
      description={text}
    >
      <p className="text-sm">
        {names.length > 0 ? t('preference.counties', { names: list(names) }) : t('preference.none', { grade })}
      </p>
      {!preference.planned && <p className="mt-1 text-sm text-ink-3">{t('preference.unplanned', { year })}</p>}
      {preference.planned && (
        <p className="mt-1 text-sm">
          <TextLink href={`/annual-plans?year=${year}`}>{t('preference.plans', { year })}</TextLink>
        </p>
      )}
    </Card>
  );
}
