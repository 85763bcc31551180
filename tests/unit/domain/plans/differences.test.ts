import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumsOf } from '@/lib/domain/plans/cost';
import { changeOf, planDifferences } from '@/lib/domain/plans/differences';
import type { PlanCell } from '@/lib/domain/plans/types';
import { cell, todo } from './plans';

const said = (before: PlanCell[], after: PlanCell[]) =>
  planDifferences(before, after).map(({ buildingId, item, kind, fields }) => [buildingId, item, kind, fields]);

describe('两版的不同', () => {
  it('同样的内容没有不同；没有填的与没有这一格一样', () => {
    expect(said([todo('1', 'B-R01')], [todo('1', 'B-R01')])).toEqual([]);
    expect(said([cell('1', 'B-R01')], [])).toEqual([]);
  });

  it('新增、取消、改动', () => {
    const before = [todo('1', 'B-R01'), todo('1', 'B-I01'), cell('1', 'B-R02', { answer: 'refused', reason: 'x' })];
    const after = [
      todo('1', 'B-R01', { quantity: 2_00n, payer: 'local' }),
      cell('1', 'B-R02', { answer: 'todo', quantity: 1n, unitCost: 1n }),
      todo(null, 'C-I01', { residentPercent: 50 }),
    ];
    expect(said(before, after)).toEqual([
      ['1', 'B-R01', 'changed', ['quantity', 'payer']],
      ['1', 'B-R02', 'added', ['answer', 'quantity', 'unitCost', 'reason']],
      [null, 'C-I01', 'added', ['answer', 'quantity', 'unit', 'unitCost', 'residentPercent']],
      ['1', 'B-I01', 'dropped', ['answer', 'quantity', 'unit', 'unitCost']],
    ]);
  });

  it('费用之差等于两版合计之差', () => {
    const version = fc.uniqueArray(
      fc.record({
        at: fc.constantFrom(null, '1', '2'),
        item: fc.constantFrom('B-I01', 'B-I02', 'B-I03'),
        quantity: fc.bigInt({ min: 0n, max: 10_000n }),
        residentPercent: fc.integer({ min: 0, max: 100 }),
        answer: fc.constantFrom('todo' as const, 'none' as const),
      }),
      { selector: ({ at, item }) => `${at}/${item}` },
    );
    fc.assert(
      fc.property(version, version, (one, other) => {
        const [before, after] = [one, other].map((made) => made.map(({ at, item, ...more }) => todo(at, item, more)));
        const [was, is] = [sumsOf(before ?? []), sumsOf(after ?? [])];
        expect(changeOf(planDifferences(before ?? [], after ?? []))).toEqual({
          cost: is.cost - was.cost,
          share: is.share - was.share,
        });
      }),
    );
  });
});
