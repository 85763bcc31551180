import type { FundWords } from '@/components/funds/words';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { Params } from '@/components/ui/url';
import type { Overview } from '@/lib/domain/overview/answers';
import { definitionsOf } from '@/lib/domain/overview/definitions';
import type { TileMeasure } from '@/lib/domain/overview/measures';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { formatDateTime } from '@/lib/format/date';
import { BenefitCard } from './benefit-card';
import { ChangesCard } from './changes-card';
import { CountyTiles } from './county-tiles';
import { CurveCard } from './curve-card';
import { Finding } from './finding';
import { LightsCard } from './lights-card';
import { linksOf, type MayOpen } from './links';
import { MomentBanners } from './moment-banners';
import { MoneyCard } from './money-card';
import { NotePanel } from './note-panel';
import { ReachedCards } from './reached-card';
import { StagesCard } from './stages-card';
import { UnitStanding, UnitsTable } from './units-table';
import { VotesCard } from './votes-card';
import { useOverviewWords } from './words';
import { WorksCard } from './works-card';
import { YearFigures } from './year-figures';

type Props = {
  data: Overview;
  book: Rulebook;
  words: FundWords;
  may: MayOpen;
  measure: TileMeasure;
  params: Params;
};

/** The whole page in the order of the questions: how far, who holds back and why, what will be missed, where the money is, what is done, what changed. */
export function OverviewView({ data, book, words, may, measure, params }: Props) {
  const { t, locale } = useOverviewWords();
  const links = linksOf(data, may);
  const of = { data, links };
  const { grades } = book.scorecard;
  const isPrefecture = data.unit.level === 'prefecture';
  const hasProjects = data.completion.ofYear.compounds > 0;
  return (
    <>
      <div className="space-y-4">
        <MomentBanners data={data} />
        <Finding {...of} shares={book.calendar.cumulativeTargets} />
        <YearFigures {...of} />
        {isPrefecture && (
          <>
            <div
              className={
                hasProjects
                  ? 'grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]'
                  : undefined
              }
            >
              <CountyTiles {...{ data, measure, params }} />
              {hasProjects && (
                <div className="space-y-4">
                  <LightsCard {...of} />
                  <BenefitCard {...of} />
                </div>
              )}
            </div>
            <UnitsTable {...{ ...of, grades, params }} />
          </>
        )}
        {!isPrefecture && hasProjects && (
          <>
            <UnitStanding {...{ ...of, grades }} />
            <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
              <LightsCard {...of} />
              <BenefitCard {...of} />
            </div>
          </>
        )}
        {hasProjects ? (
          <>
            <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
              <StagesCard {...{ ...of, book }} />
              <div className="space-y-4">
                <VotesCard {...of} />
                <ChangesCard data={data} />
              </div>
            </div>
            <MoneyCard {...{ ...of, words }} />
            <WorksCard {...{ ...of, book }} />
            <ReachedCards {...{ ...of, book }} />
            <CurveCard data={data} />
          </>
        ) : (
          <>
            <Card>
              <EmptyState title={t('emptyTitle', { year: String(data.year) })} description={t('emptyText')} />
            </Card>
            <VotesCard {...of} />
            <MoneyCard {...{ ...of, words }} />
            <ChangesCard data={data} />
          </>
        )}
      </div>
      <NotePanel clauses={definitionsOf(book, data.year)} asOf={formatDateTime(new Date(data.asOf), locale)} />
    </>
  );
}
