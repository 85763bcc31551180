import { addDays, type CalendarDate, calendarDateOf } from '../kernel/calendar-date';

const two = (n: number) => String(n).padStart(2, '0');

/** The same day so many months later; where that month is shorter, its last day: 31 August and 6 months are 28 or 29 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return calendarDateOf(`${y}-${two(m)}-${two(Math.min(day, last))}`);
}

/** When the later checks are due, counted from the day the acceptance passed. */
export const checksDue = (
  acceptedOn: CalendarDate,
  months: readonly number[],
): { months: number; dueOn: CalendarDate }[] =>
  months.map((count) => ({ months: count, dueOn: addMonths(acceptedOn, count) }));

const SOON_DAYS = 30;
export type CheckState = 'done' | 'overdue' | 'soon' | 'later';

export function checkState(dueOn: CalendarDate, checked: boolean, today: CalendarDate): CheckState {
  if (checked) return 'done';
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, SOON_DAYS) ? 'soon' : 'later';
}
