import { type Decision, ok, reason, refused } from './result';

declare const calendarDate: unique symbol;
/** A day of the calendar, 'YYYY-MM-DD', as people in Asia/Shanghai count days. Sorts as text. */
export type CalendarDate = string & { readonly [calendarDate]: true };

const DAY = 86_400_000;
// China has no summer time since 1992; the programme knows no earlier instants.
const SHANGHAI = 8 * 3_600_000;

/** Reads 'YYYY-MM-DD', years 1900–2999, existing days only; else date.unreadable. */
export function parseCalendarDate(text: string): Decision<CalendarDate> {
  if (isCalendarDate(text)) return ok(text);
  return refused(reason('date.unreadable', { found: text }));
}

/** True for an existing day written 'YYYY-MM-DD'. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** For dates that are written in the code or come from a trusted column; throws on anything else. */
export function calendarDateOf(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

/** -1, 0 or 1 as a is before, the same as or after b. */
export function compareDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day `days` later (negative: earlier). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayOfUtc(Date.parse(`${date}T00:00:00Z`) + days * DAY);
}

/** Whole days from a to b: 0 on the same day, negative when b is earlier. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY);
}

/** The first instant of the day in Asia/Shanghai. */
export function startOfDay(date: CalendarDate): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - SHANGHAI);
}

/** The last millisecond of the day in Asia/Shanghai: a deadline of that day is met up to and including it. */
export function endOfDay(date: CalendarDate): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - SHANGHAI + DAY - 1);
}

/** The day that `now` falls on in Asia/Shanghai. */
export function today(now: Date): CalendarDate {
  return dayOfUtc(now.getTime() + SHANGHAI);
}

function dayOfUtc(milliseconds: number): CalendarDate {
  return calendarDateOf(new Date(milliseconds).toISOString().slice(0, 10));
}
