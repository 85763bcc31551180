import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { isBlank } from './cells-numbers';
import { compact, failure, type Reading, value } from './reading';

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const WRITTEN = /^(\d{4})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?(?:T?\d{1,2}[:时].*)?$/;

const dayOf = (year: string | number, month: string | number, day: string | number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function written(cell: unknown): string | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  const text = compact(cell);
  if (isBlank(text)) return null;
  // a serial day number of the years 2000 to 2099, as a column of dates holds it without its format
  if (/^\d{5}(\.\d+)?$/.test(text) && Number(text) >= 36_526 && Number(text) < 73_051)
    return new Date(EPOCH + Math.floor(Number(text)) * DAY).toISOString().slice(0, 10);
  const match = WRITTEN.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? dayOf(match[1] ?? '', match[2] ?? '', match[3] ?? '') : '';
}

/** A day: a date cell, 2026-11-20, 2026/11/20, 2026.11.20, 2026年11月20日, 20261120, with or without a time. A day without its year is refused. */
export function readDay(cell: unknown): Reading<CalendarDate> {
  const day = written(cell);
  if (day === null) return value<CalendarDate>(null);
  return isCalendarDate(day) ? value(day) : failure('cell.day', cell);
}
