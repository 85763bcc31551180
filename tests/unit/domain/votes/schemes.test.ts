import { expect, it } from 'vitest';
import { againstFinal, missingParts, shareReasons } from '@/lib/domain/votes/schemes';

it('the owners pay a part, or all of it', () => {
  expect(shareReasons(100n, 100n)).toEqual([]);
  expect(shareReasons(100n, 101n)).toEqual([{ code: 'vote.shareOverEstimate', field: 'ownersShare' }]);
});

it('a scheme is final when all its parts are written', () => {
  const order = ['design', 'budget', 'funding'];
  expect(missingParts(order, [{ part: 'funding' }])).toEqual(['design', 'budget']);
  expect(againstFinal([])).toEqual([]);
  expect(againstFinal(['design', 'budget'])).toMatchObject([{ code: 'vote.schemeNotFinal', params: { count: 2 } }]);
});
