import { WhyPopover } from '@/components/ui/why-popover';
import type { LiveCriterion } from '@/lib/domain/scorecards/live-answers';
import { type Clauses, pointsText, useScoreWords } from './score-words';

/** The value of a criterion with its formula and the sentence it rests on. */
export function CriterionFormula({ criterion, clauses }: { criterion: LiveCriterion; clauses: Clauses }) {
  const { formula, textOf } = useScoreWords();
  const why = clauses[criterion.clause];
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-2xl font-semibold tabular-nums">
        {pointsText(criterion.value)}{' '}
        <span className="text-sm font-normal text-ink-3">/ {pointsText(criterion.points)}</span>
      </span>
      <span className="text-sm text-ink-2 tabular-nums">{formula(criterion.formula, criterion.value)}</span>
      {why && <WhyPopover finding={textOf(criterion)} clauses={[why]} />}
    </p>
  );
}
