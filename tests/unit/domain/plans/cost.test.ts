import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, productOf, shareOf, sumsBy, sumsOf } from '@/lib/domain/plans/cost';
import type { PlanCell } from '@/lib/domain/plans/types';
import { cell, todo } from './plans';

const figures = fc.record({
  quantity: fc.bigInt({ min: 0n, max: 100_000_000n }),
  unitCost: fc.bigInt({ min: 0n, max: 1_000_000_000n }),
  residentPercent: fc.integer({ min: 0, max: 100 }),
});

describe('费用', () => {
  it.each([
    [1_50n, 2_00n, 3_00n],
    [33n, 1n, 0n],
    [50n, 1n, 1n],
    [49n, 1n, 0n],
    [1n, 150n, 2n],
    [12_34n, 56_78n, 700_67n],
  ])('%s（0.01 单位）× %s 分 = %s 分，四舍五入到分', (quantity, unitCost, cost) =>
    expect(productOf(quantity, unitCost)).toBe(cost),
  );

  it('是最近的整数分，正好一半的进位', () => {
    fc.assert(
      fc.property(figures, ({ quantity, unitCost }) => {
        const twice = 200n * productOf(quantity, unitCost) - 2n * quantity * unitCost;
        return twice > -100n && twice <= 100n;
      }),
    );
  });

  it('不改造的不花钱，没有单价的也不', () => {
    expect(costOf(cell('1', 'B-R01', { answer: 'met', quantity: 5n, unitCost: 5n }))).toBe(0n);
    expect(costOf(todo('1', 'B-R01', { unitCost: null }))).toBe(0n);
  });

  it('居民分担每项各自四舍五入，0% 是 0，100% 是全部', () => {
    expect(shareOf(1n, 50)).toBe(1n);
    expect(shareOf(1n, 49)).toBe(0n);
    fc.assert(
      fc.property(
        figures,
        ({ unitCost, residentPercent }) =>
          shareOf(unitCost, 0) === 0n &&
          shareOf(unitCost, 100) === unitCost &&
          shareOf(unitCost, residentPercent) <= unitCost,
      ),
    );
  });

  it('各楼栋之和、各项之和都等于整个方案', () => {
    const cells = fc.array(
      fc.record({ at: fc.constantFrom(null, '1', '2', '3'), item: fc.constantFrom('B-I01', 'B-I02'), of: figures }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(cells, (made) => {
        const all = made.map(({ at, item, of }): PlanCell => todo(at, item, of));
        const whole = sumsOf(all);
        for (const parts of [sumsBy(all, (one) => one.buildingId), sumsBy(all, (one) => one.item)]) {
          const sums = [...parts.values()];
          expect(sums.reduce((sum, { cost }) => sum + cost, 0n)).toBe(whole.cost);
          expect(sums.reduce((sum, { share }) => sum + share, 0n)).toBe(whole.share);
          expect(sums.reduce((sum, { todo: count }) => sum + count, 0)).toBe(whole.todo);
        }
      }),
    );
  });
});
