import { describe, expect, it } from 'vitest';
import { overviewOf } from '@/lib/domain/overview/assemble';
import type { Line } from '@/lib/domain/overview/lines';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

const [LUFENG, SHUANGBAI] = ['532302', '532322'].map((code) => ({ id: code, code, name: code, nameEn: null }));
const plan = { year: 2020, startBy: '2020-02-29', completeBy: '2020-06-30', targetShare: 70 };
/** Of the whole and of the county, as each fact is kept. */
const kept = (figure: string, key: string, n: number): Line[] =>
  [null, LUFENG?.id ?? ''].map((unit) => ({ unit, year: 2020, figure, key, n, households: 0, amount: 0n }));
const lit = (lines: readonly Line[]) =>
  overviewOf(lines, { plan, units: [LUFENG, SHUANGBAI].flatMap((unit) => unit ?? []), book: chuxiong2020 }).units.map(
    ({ red, yellow }) => [red, yellow],
  );

describe('各县市的亮灯', () => {
  it('留存了的，没有亮灯的县市是 0', () => {
    expect(lit([...kept('light', 'red', 2), ...kept('light', 'green', 3)])).toEqual([
      [2, 0],
      [0, 0],
    ]);
  });
  it('当时没有留存的是空，不是 0', () => {
    expect(lit(kept('compounds', '', 4))).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});
