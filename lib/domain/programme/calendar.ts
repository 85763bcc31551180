import { type CalendarDate, daysBetween, endOfDay, today } from '../kernel/calendar-date';
import { leastReaching, reaches } from '../kernel/ratio';
import { type Decision, decide, type Reason, reason } from '../kernel/result';
import type { Rulebook } from '../rulebook/schema';

export interface YearCalendar {
  year: number;
  startBy: CalendarDate;
  completeBy: CalendarDate;
  /** Cumulative share of the surveyed total by the end of this year, in percent (P三(一)). */
  targetShare: number;
  reportDay: number;
  clause: string;
}

/** What the rule book lays down for a year; undefined for a year that it does not name: its dates are then the prefecture's to set. */
export function yearCalendar(rulebook: Rulebook, year: number): YearCalendar | undefined {
  const dates = rulebook.calendar.years.find((entry) => entry.year === year);
  const target = rulebook.calendar.cumulativeTargets.find((entry) => entry.year === year);
  if (!dates || !target) return undefined;
  const { startBy, completeBy, clause } = dates;
  return { year, startBy, completeBy, targetShare: target.percent, reportDay: rulebook.reporting.dueDay, clause };
}

/** Whether the dates of a programme year make sense; all that is wrong with them. */
export function checkYear(
  year: Pick<YearCalendar, 'startBy' | 'completeBy' | 'targetShare' | 'reportDay'>,
): Decision<true> {
  const reasons: Reason[] = [];
  if (year.startBy > year.completeBy) {
    reasons.push(
      reason('programme.yearBackwards', { found: year.startBy, expected: year.completeBy }, { field: 'startBy' }),
    );
  }
  if (year.targetShare < 0 || year.targetShare > 100) {
    reasons.push(
      reason('programme.targetShare', { found: year.targetShare }, { field: 'targetShare', clause: 'P三(一)/比例' }),
    );
  }
  if (year.reportDay < 1 || year.reportDay > 28) {
    reasons.push(reason('programme.reportDay', { found: year.reportDay }, { field: 'reportDay', clause: '决定/月报' }));
  }
  return decide(true, reasons);
}

export interface DeadlineState {
  on: CalendarDate;
  /** The last instant that still meets it: end of the day in Asia/Shanghai. */
  until: Date;
  passed: boolean;
  /** Days from today to the deadline; 0 on the day itself, negative after it. */
  daysLeft: number;
}

export function deadlineState(on: CalendarDate, now: Date): DeadlineState {
  const until = endOfDay(on);
  return { on, until, passed: now.getTime() > until.getTime(), daysLeft: daysBetween(today(now), on) };
}

/** P三(一): how many compounds of the surveyed total the share asks for (30 % of 504 → 152), and whether `completed` reaches it. A surveyed total of 0 is never reached. */
export function cumulativeTarget(
  surveyed: number,
  targetShare: number,
  completed: number,
): { needed: number; missing: number; reached: boolean } {
  const share = { numerator: targetShare, denominator: 100 };
  const needed = Number(leastReaching(BigInt(surveyed), share));
  return {
    needed,
    missing: Math.max(0, needed - completed),
    reached: reaches(BigInt(completed), BigInt(surveyed), share),
  };
}
