import { describe, expect, test } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { scoringOf } from '@/lib/domain/rulebook/rulebook';
import { type FinalResult, resultOf } from '@/lib/domain/scorecards/result';

const final = {
  ...{ documentNo: '楚政复〔2021〕21号', documentOn: '2021-07-20', file: null },
  ...{ at: '2021-07-21T02:00:00.000Z', by: null },
};
const county = (name: string, more: Partial<FinalResult> = {}): FinalResult => ({
  ...{ county: { id: name, name, nameEn: null }, total: 9_000, grade: 'excellent', rank: 1, vetoed: false },
  own: { bonus: 0, grounds: [] },
  ...more,
});
const of = (results: FinalResult[], more: Partial<Parameters<typeof resultOf>[0]> = {}) =>
  resultOf({ season: { year: 2020, final }, book: chuxiong2020, next: null, results, ...more });

describe('a result as it is read', () => {
  test('base is the total without the bonus that counts, which is at most ten points', () => {
    const { counties } = of([
      county('a', { total: 11_000, own: { bonus: 1_200, grounds: [] } }),
      county('b', { total: 9_350, own: { bonus: 350, grounds: [] } }),
      county('c', { own: null }),
    ]);
    expect(counties.map(({ base, bonus, own }) => [base, bonus, own])).toEqual([
      [10_000, 1_000, true],
      [9_000, 350, true],
      [null, null, false],
    ]);
  });

  test('every grade with how many counties have it, the best first; grounds by name', () => {
    const { grades, counties } = of([
      county('a'),
      county('b', { grade: 'good' }),
      county('c', { grade: 'unqualified', vetoed: true, own: { bonus: 0, grounds: ['criticised'] } }),
    ]);
    expect(grades.map(({ name, from, count }) => [name, from, count])).toEqual([
      ['优秀', 9_000, 1],
      ['良好', 8_000, 1],
      ['合格', 6_000, 0],
      ['不合格', 0, 1],
    ]);
    const ground = chuxiong2020.scorecard.vetoes.find(({ code }) => code === 'criticised')?.name;
    expect(counties[2]?.grounds.map(({ name }) => name)).toEqual([ground]);
    expect(counties.map(({ preferred }) => preferred)).toEqual([true, false, false]);
  });

  test('what it is worth next year is said by the book of that year, once there is one', () => {
    const scoring = scoringOf(chuxiong2020);
    const next = {
      ...chuxiong2020,
      scoring: { ...scoring, preference: { ...scoring.preference, grade: 'good', points: 250 } },
    };
    const results = [county('a'), county('b', { grade: 'good' })];
    expect(of(results).preference).toMatchObject({ year: 2021, points: 500, planned: false });
    const planned = of(results, { next });
    expect(planned.preference).toMatchObject({ points: 250, grade: { name: '良好' }, planned: true });
    expect(planned.counties.map(({ preferred }) => preferred)).toEqual([false, true]);
  });

  test('before the consent there is nobody to prefer', () => {
    expect(of([], { season: { year: 2020, final: null } }).counties).toEqual([]);
    expect(of([county('a')], { season: { year: 2020, final: null } }).counties[0]?.preferred).toBe(false);
  });
});
