import { describe, expect, it } from 'vitest';
import { againstChanging, againstStarting, mayRunAgain, type NewAttempt, takesChecks } from '@/lib/domain/votes/phases';
import { ROUND_STATUSES, type RoundStatus, type VoteOutcome } from '@/lib/domain/votes/types';

describe('what may be done in a round by how far it is', () => {
  it('the second look until it is certified', () => {
    expect(ROUND_STATUSES.filter(takesChecks)).toEqual(['open', 'closed']);
  });

  it('what is over stays; another scheme is named in preparation only', () => {
    expect(ROUND_STATUSES.filter((status) => againstChanging(status).length === 0)).toEqual([
      'draft',
      'open',
      'closed',
    ]);
    expect(ROUND_STATUSES.filter((status) => againstChanging(status, true).length === 0)).toEqual(['draft']);
    expect(againstChanging('certified')).toEqual([{ code: 'vote.notNow.certified' }]);
  });

  it.each([
    ['draft', null, false],
    ['open', null, false],
    ['closed', null, false],
    ['certified', 'passed', false],
    ['certified', 'failed', true],
    ['cancelled', null, true],
  ] as [RoundStatus, VoteOutcome | null, boolean][])('run again after %s %s: %s', (status, outcome, may) => {
    expect(mayRunAgain({ status, outcome })).toBe(may);
  });
  it('the first attempt waits for nothing', () => expect(mayRunAgain(undefined)).toBe(true));
});

describe('a new attempt', () => {
  const second: NewAttempt = { round: 2, schemeId: 's', schemeIsOwn: true, passed: false };
  const first: NewAttempt = { ...second, round: 1, schemeId: null };

  it.each([
    ['round 2 on its scheme', second, []],
    ['round 1', first, []],
    ['what passed already', { ...first, passed: true }, ['vote.passedAlready']],
    ['round 2 without a scheme', { ...second, schemeId: null }, ['vote.schemeMissing']],
    ['another compound’s scheme', { ...second, schemeIsOwn: false }, ['vote.schemeOfOther']],
    ['round 1 on a scheme', { ...first, schemeId: 's' }, ['vote.schemeOfOther']],
    ['all at once', { ...second, passed: true, schemeIsOwn: false }, ['vote.passedAlready', 'vote.schemeOfOther']],
  ] as [string, NewAttempt, string[]][])('%s', (_, attempt, expected) => {
    expect(againstStarting(attempt).map(({ code }) => code)).toEqual(expected);
  });
});
