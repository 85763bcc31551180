import { leastReaching } from '../kernel/ratio';
import { type Counts, countsOf, linesOf, numberOf } from './counts';
import type { Line } from './lines';

/** A year of the programme: its calendar and its share of the surveyed total (P三(一)). */
export interface YearPlan {
  year: number;
  startBy: string;
  completeBy: string;
  /** cumulative share of the surveyed total that is to be complete by then, in percent */
  targetShare: number;
}

export interface CurvePoint {
  /** '2020-05' */
  month: string;
  started: number;
  completed: number;
}

export interface Completion {
  /** 排查总量: the frozen baseline; null while no county's is frozen, and nothing is divided by it */
  baseline: Counts | null;
  /** the year whose frozen total it is: this one, else the last one before it that was frozen */
  baselineYear: number | null;
  /** counties of the scope whose total is not frozen: what is divided is incomplete and says so */
  unfrozen: number;
  /** cumulative, of this year and those before it */
  started: Counts;
  completed: Counts;
  /** compounds that must be complete for the year's share: ⌈total × share⌉; null without a baseline */
  needed: number | null;
  /** the year's own: in its projects, begun, complete, late, accepted; target: of the annual plan in force */
  ofYear: {
    target: number | null;
    compounds: number;
    planned: number;
    started: number;
    startedLate: number;
    completed: number;
    completedLate: number;
    accepted: number;
  };
  curve: CurvePoint[];
}

const isOf =
  (year: number) =>
  (line: Line): boolean =>
    line.year === year;
const isUpTo =
  (year: number) =>
  (line: Line): boolean =>
    line.year !== null && line.year <= year;

/** The total that a year is measured by: its own, else that of the last year before it that was frozen; null: none was. */
export function baselineYearOf(lines: readonly Line[], year: number): number | null {
  const years = linesOf(lines, 'baseline', isUpTo(year)).flatMap((line) => (line.year === null ? [] : [line.year]));
  return years.length === 0 ? null : Math.max(...years);
}

/** Month by month, how many of the year's compounds were begun and complete; from the first month in which one was. */
function curveOf(lines: readonly Line[], year: number): CurvePoint[] {
  const own = lines.filter(({ figure, year: of }) => of === year && (figure === 'started' || figure === 'completed'));
  const months = [...new Set(own.map(({ key }) => key))].filter((key) => key !== '').sort();
  return months.map((month) => {
    const upTo = (figure: string) => numberOf(own.filter((line) => line.figure === figure && line.key <= month));
    return { month, started: upTo('started'), completed: upTo('completed') };
  });
}

/**
 * Completion against the calendar (P三(一): 30 % / 70 % / 100 % of the surveyed total). Begun and complete are dated by their first receipt (annex); a compound counts once in the year it is renovated in.
 * `units`: how many counties the scope has.
 */
export function completionOf(lines: readonly Line[], { year, targetShare }: YearPlan, units: number): Completion {
  const all = lines.filter(({ unit }) => unit === null);
  const baselineYear = baselineYearOf(all, year);
  const frozen = new Set(
    linesOf(lines, 'baseline', (line) => line.unit !== null && line.year === baselineYear).map(({ unit }) => unit),
  );
  const baseline = baselineYear === null ? null : countsOf(linesOf(all, 'baseline', isOf(baselineYear)));
  const share = { numerator: targetShare, denominator: 100 };
  const own = (figure: string) => numberOf(linesOf(all, figure, isOf(year)));
  const targets = linesOf(all, 'target', isOf(year));
  return {
    baseline,
    baselineYear,
    unfrozen: units - frozen.size,
    started: countsOf(linesOf(all, 'started', isUpTo(year))),
    completed: countsOf(linesOf(all, 'completed', isUpTo(year))),
    needed: baseline && Number(leastReaching(BigInt(baseline.compounds), share)),
    ofYear: {
      target: targets.length === 0 ? null : numberOf(targets),
      ...{ compounds: own('compounds'), planned: own('planned'), started: own('started') },
      ...{ startedLate: own('startedLate'), completed: own('completed'), completedLate: own('completedLate') },
      accepted: own('accepted'),
    },
    curve: curveOf(all, year),
  };
}
