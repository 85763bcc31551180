import { addDays, type CalendarDate, calendarDateOf, isCalendarDate } from '../kernel/calendar-date';

declare const reportMonth: unique symbol;
/** A month that is reported on, 'YYYY-MM', as people in Asia/Shanghai count them. Sorts as text. */
export type ReportMonth = string & { readonly [reportMonth]: true };

export const isReportMonth = (text: string): text is ReportMonth =>
  /^\d{4}-\d{2}$/.test(text) && isCalendarDate(`${text}-01`);

/** The month that a day falls in. */
export const monthOf = (day: CalendarDate): ReportMonth => day.slice(0, 7) as ReportMonth;

export const firstDay = (month: ReportMonth): CalendarDate => calendarDateOf(`${month}-01`);

/** `by` months later (negative: earlier). */
export function addMonths(month: ReportMonth, by: number): ReportMonth {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}` as ReportMonth;
}

export const lastDay = (month: ReportMonth): CalendarDate => addDays(firstDay(addMonths(month, 1)), -1);

/** The first month since reporting began that was not sent, and is before this one; null: none is lacking. `sent` in order. */
export function lackingBefore(month: ReportMonth, sent: readonly ReportMonth[]): ReportMonth | null {
  const first = sent[0];
  if (first === undefined) return null;
  for (let one = first; one < month; one = addMonths(one, 1)) if (!sent.includes(one)) return one;
  return null;
}
