import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { addMonths, firstDay, lastDay, monthOf, type ReportMonth } from '@/lib/domain/progress/report-month';
import { forecastOf, gainsOf, type MonthDone } from '@/lib/domain/warnings/forecast';

const RULE = { recentMonths: 3, rangeMonths: 6, clause: '决定/竣工预测' };
/** '2020-03': 40.5 % at its end. */
const months = (done: Record<string, number>): MonthDone[] =>
  Object.entries(done).map(([month, percent]) => ({
    month: day(`${month}-01`),
    basisPoints: Math.round(percent * 100),
  }));
const forecast = (done: Record<string, number>) => forecastOf(months(done), RULE);
const dates = (done: Record<string, number>): (CalendarDate | null)[] => {
  const found = forecast(done);
  return found.kind === 'projected' ? [found.earliest, found.middle, found.latest] : [];
};

describe('made histories with known answers', () => {
  it('an even pace of ten percent a month: half done at the end of March is complete at the end of August', () =>
    expect(dates({ '2019-12': 20, '2020-01': 30, '2020-02': 40, '2020-03': 50 })).toEqual([
      '2020-08-31',
      '2020-08-31',
      '2020-08-31',
    ]));

  it('a part of a month is whole days of that month, the last one begun: 5 of 20 percent of June', () =>
    // 75 % at the end of April, 20 % a month: all of May, then a quarter of June's thirty days, which is the eighth
    expect(dates({ '2020-02': 35, '2020-03': 55, '2020-04': 75 })).toEqual(Array(3).fill('2020-06-08')));

  it('over a leap day: half of February is its fifteenth day in 2020, its fourteenth in 2019', () => {
    expect(dates({ '2019-11': 20, '2019-12': 60, '2020-01': 80 })[1]).toBe('2020-02-20');
    expect(dates({ '2019-11': 0, '2019-12': 40, '2020-01': 80 })).toEqual(Array(3).fill('2020-02-15'));
    expect(dates({ '2018-11': 0, '2018-12': 40, '2019-01': 80 })).toEqual(Array(3).fill('2019-02-14'));
  });

  it('speeding up: the middle goes by the median of the last three, the range by the slowest and the fastest of six', () =>
    // gains 2, 3, 5, 10, 10, 20; at 50 %: 10 a month is five months, 20 two and a half, 2 twenty-five
    expect(
      dates({ '2019-12': 0, '2020-01': 2, '2020-02': 5, '2020-03': 10, '2020-04': 20, '2020-05': 30, '2020-06': 50 }),
    ).toEqual(['2020-09-15', '2020-11-30', '2022-07-31']));

  it('what is older than six months is not looked at', () =>
    expect(
      dates({
        ...{ '2019-10': 0, '2019-11': 0, '2019-12': 5, '2020-01': 10, '2020-02': 15 },
        ...{ '2020-03': 20, '2020-04': 25, '2020-05': 30 },
      })[2],
    ).toBe('2021-07-31'));

  it('a month of standstill in the range: it may never be complete at that pace', () =>
    expect(dates({ '2019-12': 20, '2020-01': 40, '2020-02': 40, '2020-03': 60 })).toEqual([
      '2020-05-31',
      '2020-05-31',
      null,
    ]));

  it('a standstill of two of the last three months is no progress', () =>
    expect(forecast({ '2019-12': 20, '2020-01': 40, '2020-02': 40, '2020-03': 40 })).toEqual({
      kind: 'none',
      why: 'noProgress',
      gains: [2000, 0, 0],
    }));

  it('a step back counts as what it is', () =>
    expect(dates({ '2020-01': 40, '2020-02': 30, '2020-03': 50, '2020-04': 60 })).toEqual([
      '2020-06-30',
      '2020-08-31',
      null,
    ]));

  it('two months without a report share in what came until the next', () => {
    expect(gainsOf(months({ '2020-01': 10, '2020-04': 40 }))).toEqual([1000, 1000, 1000]);
    expect(dates({ '2020-01': 10, '2020-04': 40 })).toEqual(Array(3).fill('2020-10-31'));
  });

  it('what does not divide is spread to the basis point, the later months having one more', () =>
    expect(gainsOf([...months({ '2020-01': 10 }), { month: day('2020-04-01'), basisPoints: 1200 }])).toEqual([
      66, 67, 67,
    ]));

  it('of two gains the median lies between them', () =>
    // 10 and 20: 15 a month; 40 left are two months and two thirds of September
    expect(dates({ '2020-04': 30, '2020-05': 40, '2020-06': 60 })).toEqual(['2020-08-31', '2020-09-20', '2020-10-31']));

  it('no report, or one, says nothing', () => {
    expect(forecast({})).toEqual({ kind: 'none', why: 'noReports', gains: [] });
    expect(forecast({ '2020-03': 50 })).toEqual({ kind: 'none', why: 'oneReport', gains: [] });
  });

  it('all of it done is complete at the end of that month, also by its first report', () => {
    expect(forecast({ '2020-02': 90, '2020-03': 100 })).toEqual({ kind: 'complete', on: '2020-03-31' });
    expect(forecast({ '2020-02': 100 })).toEqual({ kind: 'complete', on: '2020-02-29' });
  });

  it('what would take more than ten years is no progress', () =>
    expect(forecast({ '2020-01': 0.01, '2020-02': 0.02 })).toMatchObject({ kind: 'none', why: 'noProgress' }));

  it('says from which gains and from which day it was reckoned', () =>
    expect(forecast({ '2019-12': 20, '2020-01': 30, '2020-02': 45 })).toMatchObject({
      from: '2020-02-29',
      gains: [1000, 1500],
      twicePace: 2500,
    }));
});

const history = fc
  .array(fc.record({ skip: fc.integer({ min: 1, max: 4 }), gain: fc.integer({ min: -900, max: 2500 }) }), {
    minLength: 1,
    maxLength: 24,
  })
  .map((steps) => {
    let [at, done] = ['2019-01' as ReportMonth, 0];
    return steps.map(({ skip, gain }): MonthDone => {
      at = addMonths(at, skip);
      done = Math.min(9_999, Math.max(0, done + gain));
      return { month: firstDay(at), basisPoints: done };
    });
  });
const rule = fc
  .record({ recentMonths: fc.integer({ min: 1, max: 24 }), rangeMonths: fc.integer({ min: 1, max: 24 }) })
  .map((one) => ({ ...one, clause: RULE.clause }));
/** never comes behind every day */
const placed = (date: CalendarDate | null) => date ?? '9999';

describe('of any history', () => {
  it('the earliest is not after the middle, nor the middle after the latest; all after the last reported month', () =>
    fc.assert(
      fc.property(history, rule, (all, rules) => {
        const found = forecastOf(all, rules);
        if (found.kind !== 'projected') return found.kind === 'none';
        const from = lastDay(monthOf(all.at(-1)?.month ?? day('2020-01-01')));
        return (
          found.from === from &&
          from < found.earliest &&
          found.earliest <= found.middle &&
          found.middle <= placed(found.latest)
        );
      }),
    ));

  it('more done by the end of the last month never makes any of the three later', () =>
    fc.assert(
      fc.property(history, rule, fc.integer({ min: 1, max: 9_999 }), (all, rules, more) => {
        const last = all.at(-1);
        if (!last) return true;
        const further = Math.min(9_999, last.basisPoints + more);
        const [one, other] = [all, [...all.slice(0, -1), { ...last, basisPoints: further }]].map((of) => {
          const found = forecastOf(of, rules);
          return found.kind === 'projected'
            ? [found.earliest, found.middle, found.latest].map(placed)
            : Array(3).fill('9999');
        });
        return (other ?? []).every((date, at) => date <= (one ?? [])[at]);
      }),
    ));

  it('gains over a gap add up to what was gained', () =>
    fc.assert(
      fc.property(history, (all) => {
        const gained = gainsOf(all).reduce((sum, gain) => sum + gain, 0);
        const [first, last] = [all[0], all.at(-1)].map((one) => monthOf(one?.month ?? day('2020-01-01')));
        let length = 0;
        while (first && last && addMonths(first, length) < last) length += 1;
        return gained === (all.at(-1)?.basisPoints ?? 0) - (all[0]?.basisPoints ?? 0) && gainsOf(all).length === length;
      }),
    ));

  it('a pace kept for whole months is complete at the end of a month', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 72 }), (left, later) => {
        const at = addMonths('2018-01' as ReportMonth, later);
        const pace = 10_000 / 20;
        const all = [2, 1, 0].map((before) => ({
          month: firstDay(addMonths(at, -before)),
          basisPoints: 10_000 - (left + before) * pace,
        }));
        const found = forecastOf(
          all.filter(({ basisPoints }) => basisPoints >= 0),
          RULE,
        );
        return found.kind !== 'projected' || found.middle === lastDay(addMonths(at, left));
      }),
    ));
});
