import { calendarDateOf } from '../kernel/calendar-date';
import { addMonths, monthOf, type ReportMonth } from '../progress/report-month';
import type { OverviewFigures } from './answers';

export interface CurveMonth {
  month: ReportMonth;
  /** undefined: the month is still to come */
  started: number | undefined;
  completed: number | undefined;
}

type Curve = OverviewFigures['completion']['curve'];
const monthsFrom = (first: ReportMonth, last: ReportMonth): ReportMonth[] =>
  first > last ? [] : [first, ...monthsFrom(addMonths(first, 1), last)];

/** Every month from the first in which something was begun or complete, up to the deadline or to today, whichever is later: a month without news is as the one before it. Empty: nothing was begun. */
export function yearCurve(curve: Curve, { completeBy, until }: { completeBy: string; until: string }): CurveMonth[] {
  const first = curve[0]?.month as ReportMonth | undefined;
  if (!first) return [];
  const [due, now] = [monthOf(calendarDateOf(completeBy)), monthOf(calendarDateOf(until))];
  return monthsFrom(first, [first, due, now].toSorted().at(-1) as ReportMonth).map((month) => {
    const last = curve.findLast((point) => point.month <= month);
    const told = month <= now ? last : undefined;
    return { month, started: told?.started, completed: told?.completed };
  });
}
