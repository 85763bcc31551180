import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import type { SeasonResult } from '@/lib/domain/scorecards/result-answers';
import type { Clauses } from '../score-words';
import { GradePictures } from './grade-pictures';
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
          <GradePictures result={result} />
          <ResultTable counties={counties} year={season.year} preference={preference} />
          <PreferenceCard result={result} why={clauses[preference.clause]} />
          <RewardCard {...{ result, mayDecide, whole, today, batch }} why={clauses[result.rewardClause]} />
        </>
      )}
      <SanctionsCard result={result} mayDecide={mayDecide} today={today} />
    </div>
  );
}
