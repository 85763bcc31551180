import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDateOf, endOfDay, startOfDay } from '@/lib/domain/kernel/calendar-date';
import { dueAt, dueDay, earliestDay, timeliness } from '@/lib/domain/progress/due';
import {
  addMonths,
  firstDay,
  isReportMonth,
  lackingBefore,
  lastDay,
  monthOf,
} from '@/lib/domain/progress/report-month';
import { month } from './made';

const at = (text: string) => new Date(`${text}+08:00`);
const down = (from: string, to: string) => ({ from: at(from), to: at(to) });

describe('a month', () => {
  it('is written year-month, of months that exist', () => {
    expect(['2020-05', '2020-12'].every(isReportMonth)).toBe(true);
    expect(['2020-13', '2020-00', '2020-5', '20-05', '2020-05-01'].some(isReportMonth)).toBe(false);
  });
  it('goes over the end of the year, and has its last day in a leap year', () => {
    expect(addMonths(month('2020-12'), 1)).toBe('2021-01');
    expect(addMonths(month('2020-01'), -1)).toBe('2019-12');
    expect(lastDay(month('2020-02'))).toBe('2020-02-29');
    expect(monthOf(calendarDateOf('2020-05-31'))).toBe('2020-05');
  });
});

describe('months follow each other', () => {
  const sent = [month('2020-03'), month('2020-05')];
  it('the first that is lacking before one, from the first that was sent on', () => {
    expect(lackingBefore(month('2020-06'), sent)).toBe('2020-04');
    expect(lackingBefore(month('2020-04'), sent)).toBeNull();
    expect(lackingBefore(month('2020-06'), [month('2020-05')])).toBeNull();
    expect(lackingBefore(month('2020-06'), [])).toBeNull();
  });
});

describe('每月5日前报送上月进展', () => {
  it('a county whose projects are of several years goes by the earliest day', () =>
    expect(earliestDay([8, 5, 10])).toBe(5));
  it('May is due at the end of 5 June in Shanghai', () => {
    expect(dueAt(month('2020-05'), 5, []).toISOString()).toBe('2020-06-05T15:59:59.999Z');
    expect(timeliness(at('2020-06-05T23:59:59.999'), dueAt(month('2020-05'), 5, []), at('2020-06-09T08:00'))).toBe(
      'inTime',
    );
    expect(timeliness(at('2020-06-06T00:00'), dueAt(month('2020-05'), 5, []), at('2020-06-09T08:00'))).toBe('late');
  });
  it('what was not received is open until then, and overdue after it', () => {
    const due = dueAt(month('2020-05'), 5, []);
    expect(timeliness(null, due, at('2020-06-05T23:00'))).toBe('open');
    expect(timeliness(null, due, at('2020-06-06T00:00'))).toBe('overdue');
  });
  it.each([
    ['two hours on the 5th', [down('2020-06-05T20:00', '2020-06-05T22:00')], '2020-06-06'],
    ['from the 4th into the 6th: three days', [down('2020-06-04T20:00', '2020-06-06T09:00')], '2020-06-08'],
    ['over before the days of reporting began', [down('2020-05-30T08:00', '2020-05-31T08:00')], '2020-06-05'],
    ['until midnight, when the 3rd begins', [down('2020-06-02T08:00', '2020-06-03T00:00')], '2020-06-06'],
    [
      'on the day to which the first had moved it',
      [down('2020-06-05T08:00', '2020-06-05T09:00'), down('2020-06-06T08:00', '2020-06-06T09:00')],
      '2020-06-07',
    ],
    ['after the limit had passed', [down('2020-06-06T08:00', '2020-06-06T09:00')], '2020-06-05'],
  ])('an outage %s', (_, outages, day) => expect(dueDay(month('2020-05'), 5, outages)).toBe(day));

  it('leaves as many whole days as there are without outages, never fewer', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 72 })), { maxLength: 4 }),
        (day, pairs) => {
          const first = firstDay(month('2020-06'));
          const outages = pairs.map(([start, hours]) => {
            const from = startOfDay(addDays(first, start));
            return { from, to: new Date(from.getTime() + hours * 3_600_000) };
          });
          const due = dueDay(month('2020-05'), day, outages);
          const whole = [];
          for (let one = first; one <= due; one = addDays(one, 1))
            if (!outages.some(({ from, to }) => from <= endOfDay(one) && to > startOfDay(one))) whole.push(one);
          expect(whole).toHaveLength(day);
          expect(whole.at(-1)).toBe(due);
        },
      ),
    ));
});
