import { expect, test } from 'vitest';
import { refusalsOf } from '@/components/votes/grid/refusals-of';

test('each refusal finds its household', () => {
  const reasons = [
    { field: 'ballots.1.formNo', message: '意见表已作废' },
    { field: 'ballots.1.collectedAt', message: '晚于现在' },
    { field: 'ballots.9.formNo', message: '没有这一条' },
    { message: '本轮已截止' },
  ];
  expect([...refusalsOf([{ householdId: '101' }, { householdId: '102' }], reasons)]).toEqual([
    ['102', ['意见表已作废', '晚于现在']],
  ]);
});
