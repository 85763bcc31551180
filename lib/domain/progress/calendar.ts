import { addDays, type CalendarDate, daysBetween } from '../kernel/calendar-date';
import { firstDay, lastDay, type ReportMonth } from './report-month';

export const CALENDAR_KINDS = [
  'reportDue',
  'startBy',
  'completeBy',
  'finding',
  'supervision',
  'complaint',
  'aftercare',
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** A day on which something falls due, and where it is seen to. */
export interface CalendarEntry {
  on: CalendarDate;
  kind: CalendarKind;
  /** what it is about: a project's name, a notice's title, a year */
  name: string;
  /** so many of it */
  count: number;
  href: string;
}

export interface CalendarDay {
  day: CalendarDate;
  /** of the month that is shown, not of the one before or after */
  inMonth: boolean;
  entries: CalendarEntry[];
}

const MONDAY = '2020-06-01' as CalendarDate;
/** 0 on a Monday, 6 on a Sunday. */
const weekdayOf = (day: CalendarDate): number => ((daysBetween(MONDAY, day) % 7) + 7) % 7;

/** The whole weeks that a month stands in, Monday first, each day with what falls due on it, in the order of the kinds. */
export function weeksOf(month: ReportMonth, entries: readonly CalendarEntry[]): CalendarDay[][] {
  const [first, last] = [firstDay(month), lastDay(month)];
  const begin = addDays(first, -weekdayOf(first));
  const end = addDays(last, 6 - weekdayOf(last));
  return Array.from({ length: (daysBetween(begin, end) + 1) / 7 }, (_, week) =>
    Array.from({ length: 7 }, (_day, at) => {
      const day = addDays(begin, week * 7 + at);
      return {
        day,
        inMonth: day >= first && day <= last,
        entries: entries
          .filter(({ on }) => on === day)
          .sort((a, b) => CALENDAR_KINDS.indexOf(a.kind) - CALENDAR_KINDS.indexOf(b.kind)),
      };
    }),
  );
}
