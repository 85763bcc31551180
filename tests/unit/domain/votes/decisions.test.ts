import { expect, test } from 'vitest';
import type { BallotView } from '@/lib/domain/votes/answers';
import { decided } from '@/lib/domain/votes/decisions';
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
