import type { CalendarDate } from '../kernel/calendar-date';
import { type Fraction, fraction, roundHalfUp, sumOfFractions } from '../kernel/fraction';
import type { Rulebook } from '../rulebook/schema';
import { hundredthsOf } from './score';
import type { Points } from './sheet';

/** What the ratios of the scorecard count of one project. */
export interface LateFacts {
  /** compounds that the county must complete; 0 or null: the year set it none */
  target: number | null;
  compounds: number;
  completed: number;
  /** of these, by the year's day of completion */
  onTime: number;
  accepted: number;
  completeBy: CalendarDate;
  today: CalendarDate;
}

/** Points of the county's score that a project costs as it stands; hundredths. */
export interface LateCost {
  /** for good: the day is over */
  lost: Points;
  /** can still be won, by completing it, in time, and having it accepted */
  open: Points;
}

interface Missing {
  lost: number;
  open: number;
}

/** Compounds that one of the ratios does not count (lib/domain/scorecards/measures/works). */
function missingOf(measure: string, facts: LateFacts): Missing {
  const { compounds, completed, onTime, accepted, today, completeBy } = facts;
  switch (measure) {
    case 'completedCompounds':
      return { lost: 0, open: compounds - completed };
    case 'onTimeCompounds': {
      const open = today > completeBy ? 0 : compounds - completed;
      return { lost: compounds - onTime - open, open };
    }
    case 'acceptedCompounds':
      return { lost: 0, open: compounds - accepted };
    default:
      return { lost: 0, open: 0 };
  }
}

/**
 * 影响得分: what the compounds of a project that are not complete, or were too late, cost the county: points ÷ target for each, of every ratio of the template, and never more
 * than the criterion has. Exact, rounded half up once. null: without a target there are no points to lose.
 */
export function lateCost(facts: LateFacts, { scorecard }: Rulebook): LateCost | null {
  const target = facts.target ?? 0;
  if (target <= 0) return null;
  const [lost, open]: [Fraction[], Fraction[]] = [[], []];
  for (const criterion of scorecard.groups.flatMap(({ indicators }) => indicators.flatMap((one) => one.criteria))) {
    if (criterion.award !== 'ratio') continue;
    const missing = missingOf(criterion.part, facts);
    const points = hundredthsOf(criterion.points);
    const gone = Math.min(missing.lost, target);
    lost.push(fraction(points * gone, target));
    open.push(fraction(points * Math.min(missing.open, target - gone), target));
  }
  return { lost: roundHalfUp(sumOfFractions(lost)), open: roundHalfUp(sumOfFractions(open)) };
}
