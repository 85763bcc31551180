import { addDays, type CalendarDate, endOfDay, startOfDay } from '../kernel/calendar-date';
import { addMonths, firstDay, type ReportMonth } from './report-month';

/** A time in which nobody could report: the system was down. */
export interface Outage {
  from: Date;
  to: Date;
}

const touches = (day: CalendarDate, { from, to }: Outage): boolean => from <= endOfDay(day) && to > startOfDay(day);

/**
 * The day by which a month is to be reported: the `reportDay`-th day (1–28) of the month after on which the system was up all day long.
 * A day touched by an outage does not count against anybody (domain.md §9; 决定/月报).
 */
export function dueDay(month: ReportMonth, reportDay: number, outages: readonly Outage[]): CalendarDate {
  let day = firstDay(addMonths(month, 1));
  for (let counted = 0; ; day = addDays(day, 1)) {
    if (!outages.some((outage) => touches(day, outage))) counted += 1;
    if (counted === reportDay) return day;
  }
}

/** The last instant of that day in Asia/Shanghai. What is received then is in time. */
export const dueAt = (month: ReportMonth, reportDay: number, outages: readonly Outage[]): Date =>
  endOfDay(dueDay(month, reportDay, outages));

/** How a month stands against its limit. `receivedAt`: the first time of receipt, null: nothing was received yet. */
export type Timeliness = 'inTime' | 'late' | 'open' | 'overdue';

export function timeliness(receivedAt: Date | null, due: Date, now: Date): Timeliness {
  if (receivedAt) return receivedAt <= due ? 'inTime' : 'late';
  return now <= due ? 'open' : 'overdue';
}

/** The reporting day of a county's month: the earliest of its projects' programme years, which as a rule have one. There is at least one project. */
export const earliestDay = (days: readonly number[]): number => Math.min(...days);
