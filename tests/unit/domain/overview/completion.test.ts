import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baselineYearOf, completionOf } from '@/lib/domain/overview/completion';
import type { Line } from '@/lib/domain/overview/lines';

const line = (figure: string, n: number, more: Partial<Line> = {}): Line => ({
  ...{ unit: null, year: 2020, figure, key: '', n, households: n * 10, amount: BigInt(n) * 100n },
  ...more,
});
const plan = { year: 2020, startBy: '2020-02-29', completeBy: '2020-06-30', targetShare: 70 };
const frozen = (unit: string, n: number, year = 2020): Line[] => [line('baseline', n, { unit, year })];

describe('对照时限（P三(一)）', () => {
  test('the share is of the frozen total, and cumulative: 70 % of 10 are 7, of 11 they are 8', () => {
    const of = (total: number) =>
      completionOf(
        [line('baseline', total), ...frozen('a', total), line('completed', 3, { year: 2019 }), line('completed', 2)],
        plan,
        1,
      );
    expect(of(10)).toMatchObject({ baseline: { compounds: 10 }, needed: 7, completed: { compounds: 5 }, unfrozen: 0 });
    expect(of(11).needed).toBe(8);
    expect(of(10).ofYear.completed).toBe(2);
  });

  test('without a frozen total nothing is divided, and it says so', () => {
    const none = completionOf([line('completed', 2)], plan, 3);
    expect(none).toMatchObject({ baseline: null, baselineYear: null, needed: null, unfrozen: 3 });
  });

  test('of three counties two are frozen: the third is told, not counted as nothing', () => {
    const lines = [line('baseline', 30), ...frozen('a', 10), ...frozen('b', 20), line('completed', 1)];
    expect(completionOf(lines, plan, 3)).toMatchObject({ baseline: { compounds: 30 }, unfrozen: 1 });
  });

  test('a year without a total of its own is measured by the last one before it, never by a later one', () => {
    const lines = [line('baseline', 5, { year: 2019 }), line('baseline', 9, { year: 2021 })];
    expect(baselineYearOf(lines, 2020)).toBe(2019);
    expect(baselineYearOf(lines, 2018)).toBeNull();
    expect(baselineYearOf(lines, 2026)).toBe(2021);
  });

  test('what a later year did does not count yet', () => {
    const lines = [line('started', 4, { year: 2021 }), line('started', 1)];
    expect(completionOf(lines, plan, 1).started.compounds).toBe(1);
  });

  test('no plan in force is no target of nought', () => {
    expect(completionOf([], plan, 1).ofYear.target).toBeNull();
    expect(completionOf([line('target', 0)], plan, 1).ofYear.target).toBe(0);
  });

  test('the curve never falls, and ends with what the year has', () => {
    const months = fc.array(
      fc.record({
        figure: fc.constantFrom('started', 'completed'),
        key: fc.constantFrom('2020-01', '2020-03', '2020-04', '2020-12', '2021-02'),
        n: fc.integer({ min: 1, max: 50 }),
      }),
    );
    fc.assert(
      fc.property(months, (told) => {
        const { curve, ofYear } = completionOf(
          told.map(({ figure, key, n }) => line(figure, n, { key })),
          plan,
          1,
        );
        for (const what of ['started', 'completed'] as const) {
          const values = curve.map((point) => point[what]);
          expect(values).toEqual([...values].sort((a, b) => a - b));
          expect(values.at(-1) ?? 0).toBe(ofYear[what]);
        }
      }),
    );
  });
});
