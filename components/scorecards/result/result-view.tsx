import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import type { SeasonResult } from '@/lib/domain/scorecards/result-answers';
import type { Clauses } from '../score-words';
import { GradeShares, TotalBars } from './grade-pictures';
import { PreferenceCard } from './preference-card';
import { ResultTable } from './result-table';
import { RewardCard } from './reward-card';
import { SanctionsCard } from './sanctions-card';
import { useResultWords } from './words';

type Props = {
  result: SeasonResult;
  clauses: Clauses;
  /** 州住建局: enters reward money and sanctions */
  mayDecide: boolean;
  /** sees all counties, and every reward line */
  whole: boolean;
  today: string;
  /** the form of a batch, for who may issue one */
  batch: ReactNode;
};

/** What a season came to, and what that is used for. */
export function ResultView({ result, clauses, mayDecide, whole, today, batch }: Props) {
  const { t, day } = useResultWords();
  const { season, counties, preference } = result;
  return (
    <div className="space-y-4">
      {season.status === 'open' ? (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState
            title={t('open', { year: String(season.year) })}
            description={t('openText', { day: day(season.selfDueOn) })}
          />
        </div>
      ) : (
        <>
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <div className="space-y-4">
              <GradeShares result={result} />
              <PreferenceCard result={result} why={clauses[preference.clause]} />
            </div>
            <TotalBars result={result} />
          </div>
          <ResultTable counties={counties} year={season.year} preference={preference} />
          <RewardCard {...{ result, mayDecide, whole, today, batch }} why={clauses[result.rewardClause]} />
        </>
      )}
      <SanctionsCard result={result} mayDecide={mayDecide} today={today} />
    </div>
  );
}
