import { describe, expect, it } from 'vitest';
import type { ChecksInput } from '@/lib/domain/votes/schema';
import { againstCall, againstChecks, type Looked } from '@/lib/domain/votes/second-person';

const good: Looked = { known: true, mine: false, stands: true, checked: false };
const right = (ballotId: string): ChecksInput['checks'][number] => ({ ballotId, verdict: 'right' });
const said = (checks: ChecksInput['checks'], looked: Looked[]) =>
  againstChecks('open', { checks }, looked).map(({ code, field }) => (field ? `${code} ${field}` : code));

describe('the second look', () => {
  it('by another account, at what stands, once', () =>
    expect(said([right('a'), right('b')], [good, good])).toEqual([]));

  it.each([
    [{ ...good, known: false }, 'vote.ballotUnknown'],
    [{ ...good, mine: true }, 'vote.checkedByRecorder'],
    [{ ...good, stands: false }, 'vote.notWhatStands'],
    [{ ...good, checked: true }, 'vote.checkedAlready'],
  ])('%j: %s', (looked, code) =>
    expect(said([right('a'), right('b')], [good, looked])).toEqual([`${code} checks.1.ballotId`]),
  );

  it('what is wrong says why; one ballot is looked at once in a request', () => {
    expect(said([{ ballotId: 'a', verdict: 'wrong' }], [good])).toEqual(['vote.checkNote checks.0.note']);
    expect(said([{ ballotId: 'a', verdict: 'wrong', note: '代签' }], [good])).toEqual([]);
    expect(said([right('a'), right('a')], [good, good])).toEqual(['vote.checkedTwice']);
  });

  it.each(['draft', 'certified', 'cancelled'] as const)('not in a round that is %s', (status) => {
    expect(againstChecks(status, { checks: [right('a')] }, [good])).toEqual([{ code: `vote.notNow.${status}` }]);
  });
});

describe('calling back', () => {
  const codes = (...given: Parameters<typeof againstCall>) => againstCall(...given).map(({ code }) => code);

  it('between closing and certification, by somebody who did not record the ballot', () => {
    expect(codes('closed', { outcome: 'confirmed' }, false)).toEqual([]);
    expect(codes('closed', { outcome: 'confirmed' }, true)).toEqual(['vote.calledByRecorder']);
    expect(codes('open', { outcome: 'confirmed' }, false)).toEqual(['vote.notNow.open']);
  });

  it.each(['denied', 'unreachable'] as const)('%s says what was said', (outcome) => {
    expect(codes('closed', { outcome }, false)).toEqual(['vote.callNote']);
    expect(codes('closed', { outcome, note: '本人未签' }, false)).toEqual([]);
  });
});
