import { addDays, type CalendarDate, calendarDateOf } from '../kernel/calendar-date';

/** Months as whole numbers, so that they can be counted: year × 12 + month from 0. */
export function monthNumber(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

export function firstOf(month: number): CalendarDate {
  const year = Math.floor(month / 12);
  return calendarDateOf(`${year}-${String(month - year * 12 + 1).padStart(2, '0')}-01`);
}

export const lastOf = (month: number): CalendarDate => addDays(firstOf(month + 1), -1);

export const daysIn = (month: number): number => Number(lastOf(month).slice(8));
