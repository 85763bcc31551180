import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDateOf,
  compareDates,
  daysBetween,
  endOfDay,
  isCalendarDate,
  parseCalendarDate,
  startOfDay,
  today,
} from '@/lib/domain/kernel/calendar-date';

const anyDay = fc.integer({ min: 1000, max: 60_000 }).map((days) => addDays(calendarDateOf('1900-01-01'), days));

describe('calendar dates', () => {
  it.each(['2020-02-30', '2021-02-29', '2020-2-1', '1899-12-31', '', '2020-13-01', '2020-06-30T00:00:00Z'])(
    '%j is no day',
    (text) => {
      expect(parseCalendarDate(text)).toMatchObject({ ok: false, reasons: [{ code: 'date.unreadable' }] });
    },
  );

  it('a day ends in Shanghai, not in Greenwich', () => {
    expect(endOfDay(calendarDateOf('2020-02-29')).toISOString()).toBe('2020-02-29T15:59:59.999Z');
    expect(startOfDay(calendarDateOf('2020-02-29')).toISOString()).toBe('2020-02-28T16:00:00.000Z');
    expect(today(new Date('2020-02-29T15:59:59.999Z'))).toBe('2020-02-29');
    expect(today(new Date('2020-02-29T16:00:00.000Z'))).toBe('2020-03-01');
  });

  it('seven days of notice over the end of a leap February', () => {
    expect(addDays(calendarDateOf('2020-02-25'), 7)).toBe('2020-03-03');
    expect(daysBetween(calendarDateOf('2020-02-25'), calendarDateOf('2020-03-03'))).toBe(7);
  });

  it('adding and counting days agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, n) => {
        const later = addDays(day, n);
        expect(isCalendarDate(later) && daysBetween(day, later) === n).toBe(true);
        expect(compareDates(day, later)).toBe(Math.sign(-n) + 0);
        expect(today(endOfDay(day))).toBe(day);
        expect(today(startOfDay(day))).toBe(day);
      }),
      { numRuns: 300 },
    );
  });
});
