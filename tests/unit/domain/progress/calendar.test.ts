import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDateOf, daysBetween } from '@/lib/domain/kernel/calendar-date';
import { type CalendarEntry, weeksOf } from '@/lib/domain/progress/calendar';
import { addMonths, lastDay } from '@/lib/domain/progress/report-month';
import { month } from './made';

const entry = (on: string, kind: CalendarEntry['kind']): CalendarEntry => ({
  ...{ on: calendarDateOf(on), kind, name: '卫生局', count: 1, href: '/progress' },
});

describe('a month on paper', () => {
  it('June 2020 begins on a Monday and has five weeks, February 2021 exactly four', () => {
    const june = weeksOf(month('2020-06'), []);
    expect([june[0]?.[0]?.day, june.length, june.at(-1)?.at(-1)?.day]).toEqual(['2020-06-01', 5, '2020-07-05']);
    expect(weeksOf(month('2021-02'), [])).toHaveLength(4);
  });
  it('shows a day’s dates in the order of the kinds, and days beside the month as such', () => {
    const weeks = weeksOf(month('2020-05'), [entry('2020-05-05', 'finding'), entry('2020-05-05', 'reportDue')]);
    const fifth = weeks.flat().find(({ day }) => day === '2020-05-05');
    expect(fifth?.entries.map(({ kind }) => kind)).toEqual(['reportDue', 'finding']);
    expect(weeks[0]?.map(({ day, inMonth }) => [day, inMonth])[3]).toEqual(['2020-04-30', false]);
  });
  it('has every day of the month once, in whole weeks, one after the other', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (n) => {
        const one = addMonths(month('1960-01'), n);
        const days = weeksOf(one, []).flat();
        expect(days.length % 7).toBe(0);
        expect(days.filter(({ inMonth }) => inMonth)).toHaveLength(Number(lastDay(one).slice(8)));
        const first = days[0]?.day as CalendarDate;
        expect(new Date(`${first}T00:00:00Z`).getUTCDay()).toBe(1);
        for (const [at, { day }] of days.entries()) expect(day).toBe(addDays(first, at));
        expect(daysBetween(first, days.at(-1)?.day as CalendarDate)).toBe(days.length - 1);
      }),
    ));
});
