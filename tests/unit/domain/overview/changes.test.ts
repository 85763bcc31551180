import { describe, expect, it } from 'vitest';
import { overviewOf } from '@/lib/domain/overview/assemble';
import { type Compared, changeIn, changesBetween } from '@/lib/domain/overview/changes';
import type { Line } from '@/lib/domain/overview/lines';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

const units = ['禄丰市', '南华县'].map((name) => ({ id: name, code: name, name, nameEn: null }));
const plan = { year: 2020, startBy: '2020-02-29', completeBy: '2020-06-30', targetShare: 70 };

type Told = [figure: string, unit: string, n: number, more?: Partial<Line>];
/** Each told of its county, and of all together. */
const moment = (told: Told[], missing: string[] = []): Compared => ({
  ...overviewOf(
    told.flatMap(([figure, unit, n, more]) =>
      [unit, null].map(
        (of): Line => ({ ...{ unit: of, year: 2020, figure, key: '', n, households: 0, amount: 0n }, ...more }),
      ),
    ),
    { plan, units, book: chuxiong2020 },
  ),
  missing: units.filter(({ id }) => missing.includes(id)),
});

describe('本月变化', () => {
  it('没有变就没有话', () => {
    const same = moment([['completed', '禄丰市', 2]]);
    expect(changesBetween(same, same)).toEqual([]);
  });

  it('完工多了几个，是哪些县市的，多的在前', () => {
    const before = moment([['completed', '禄丰市', 2, { key: '2020-04' }]]);
    const after = moment([
      ['completed', '禄丰市', 3, { key: '2020-05' }],
      ['completed', '南华县', 4, { key: '2020-05' }],
    ]);
    expect(changesBetween(before, after)).toEqual([
      {
        ...{ of: 'completed', by: 5 },
        units: [
          { id: '南华县', name: '南华县', nameEn: null, by: 4 },
          { id: '禄丰市', name: '禄丰市', nameEn: null, by: 1 },
        ],
      },
    ]);
  });

  it('更正的为负；一县加一县减，各县市都说', () => {
    const before = moment([['started', '禄丰市', 2]]);
    expect(changesBetween(before, moment([['started', '禄丰市', 1]]))).toMatchObject([{ of: 'started', by: -1 }]);
    expect(changesBetween(before, moment([['started', '南华县', 2]]))).toMatchObject([
      { of: 'started', by: 0, units: [{ by: -2 }, { by: 2 }] },
    ]);
  });

  it('改造内容按项次，表决按轮次，钱按分', () => {
    const paid = { key: 'central/', amount: 150n };
    const after = moment([
      ['itemDone', '禄丰市', 3, { key: 'B-R01' }],
      ['vote', '禄丰市', 1, { key: '1/certified/passed' }],
      ['paid', '禄丰市', 1, paid],
    ]);
    expect(changesBetween(moment([]), after)).toEqual([
      { of: 'passed', by: 1 },
      { of: 'items', by: 3 },
      { of: 'paid', by: 150n },
    ]);
  });

  it('得分按县市各说各的；当时没有得分的不说', () => {
    const scored = (points: number): Told => ['score', '禄丰市', points, { key: 'good/none' }];
    expect(changesBetween(moment([scored(8_000)]), moment([scored(8_150)]))).toEqual([
      { of: 'score', units: [{ id: '禄丰市', name: '禄丰市', nameEn: null, by: 150 }] },
    ]);
    expect(changesBetween(moment([]), moment([scored(8_150)]))).toEqual([]);
  });

  it('当时没有留存亮灯的，不说红灯变了多少', () => {
    const red: Told = ['light', '禄丰市', 2, { key: 'red' }];
    expect(changeIn('red', moment([]), moment([red]))).toBeNull();
    expect(changesBetween(moment([]), moment([red]))).toEqual([]);
    expect(changesBetween(moment([red]), moment([['light', '禄丰市', 3, { key: 'red' }]]))).toMatchObject([
      { of: 'red', by: 1 },
    ]);
  });

  it('没有留存的县市不比较；合在一起说的也不比较', () => {
    const before = moment([['completed', '禄丰市', 1]], ['南华县']);
    const after = moment([
      ['completed', '禄丰市', 2],
      ['completed', '南华县', 3],
      ['itemDone', '禄丰市', 3, { key: 'B-R01' }],
    ]);
    expect(changeIn('completed', before, after)).toBe(1);
    expect(changesBetween(before, after)).toMatchObject([{ of: 'completed', by: 1, units: [{ id: '禄丰市', by: 1 }] }]);
  });
});
