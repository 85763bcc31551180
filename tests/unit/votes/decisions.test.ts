import { expect, test } from 'vitest';
import { decided, refusalsOf } from '@/components/votes/grid/decisions';
import type { BallotView } from '@/lib/domain/votes/answers';
import type { BallotInput } from '@/lib/domain/votes/schema';

const mine = (householdId: string): BallotInput => ({ householdId, choice: 'agree', channel: 'door' });
const theirs = (householdId: string) => ({ id: `ballot-${householdId}`, householdId }) as BallotView;

test('each household goes its own way, and those that nobody else recorded go along', () => {
  const sent = ['101', '102', '201', '202'].map(mine);
  const decisions = new Map([
    ['101', { how: 'replaces', reason: '照片可证' } as const],
    ['102', { how: 'beside', reason: '两人说法不同' } as const],
    ['201', { how: 'leave' } as const],
  ]);
  expect(decided(sent, ['101', '102', '201'].map(theirs), decisions)).toEqual([
    { ...mine('101'), replaces: 'ballot-101', reason: '照片可证' },
    { ...mine('102'), beside: 'ballot-102', reason: '两人说法不同' },
    mine('202'),
  ]);
});

test('what nobody decided stays as the other recorded it', () => {
  expect(decided([mine('101')], [theirs('101')], new Map())).toEqual([]);
});

test('a second clash names what stands now, not what stood at the first', () => {
  const again = { ...mine('101'), replaces: 'ballot-old', reason: '旧' };
  expect(decided([again], [theirs('101')], new Map([['101', { how: 'beside', reason: '新' }]]))).toEqual([
    { ...mine('101'), beside: 'ballot-101', reason: '新' },
  ]);
});

test('each refusal finds its household', () => {
  const reasons = [
    { field: 'ballots.1.formNo', message: '意见表已作废' },
    { field: 'ballots.1.collectedAt', message: '晚于现在' },
    { field: 'ballots.9.formNo', message: '没有这一条' },
    { message: '本轮已截止' },
  ];
  expect([...refusalsOf([mine('101'), mine('102')], reasons)]).toEqual([['102', ['意见表已作废', '晚于现在']]]);
});
