import { describe, expect, test } from 'vitest';
import { ballotInputOf, ballotValues, blankBallot, collectedAt } from '@/components/votes/grid/ballot-values';
import type { BallotView } from '@/lib/domain/votes/answers';
import { ballotInput } from '@/lib/domain/votes/schema';

const HOME = '00000000-0000-4000-8000-000000000101';
const FILE = '00000000-0000-4000-8000-000000000201';
const around = { householdId: HOME, today: '2026-11-26', round: 1 as const };
const blank = blankBallot('2026-11-26', 'V1-1-1-0007');
const recorded = {
  id: '00000000-0000-4000-8000-000000000301',
  choice: 'disagree',
  channel: 'door',
  formNo: null,
  photoFileId: FILE,
  proxy: { name: '王小明', fileId: FILE },
  wanted: ['B-R01'],
  problems: '屋顶漏水',
  collector: '李红',
  collectedAt: '2026-11-24T18:20:00.000Z',
} as unknown as BallotView;

describe('a ballot that is filled in at the desk', () => {
  test('sends nothing that was left empty, and what it sends is what the API takes', () => {
    const input = ballotInputOf({ ...blank, choice: 'agree', formNo: ' ' }, around);
    expect(JSON.parse(JSON.stringify(input))).toEqual({ householdId: HOME, choice: 'agree', channel: 'paper' });
    const full = ballotInputOf(
      {
        ...blank,
        choice: 'agree',
        byProxy: true,
        proxyName: ' 王小明 ',
        proxyFileId: FILE,
        wanted: ['B-R01'],
        problems: '漏水',
      },
      around,
    );
    expect(ballotInput.parse(full)).toMatchObject({
      proxy: { name: '王小明' },
      wanted: ['B-R01'],
      formNo: 'V1-1-1-0007',
    });
  });

  test('round 2 asks for no wishes', () => {
    const input = ballotInputOf(
      { ...blank, choice: 'agree', wanted: ['B-R01'], problems: '漏水' },
      { ...around, round: 2 },
    );
    expect(input.wanted ?? input.problems).toBeUndefined();
  });

  test('a correction begins as it was recorded, and keeps its hour while the day stays', () => {
    const values = ballotValues(recorded);
    expect(values).toMatchObject({ choice: 'disagree', day: '2026-11-25', byProxy: true, problems: '屋顶漏水' });
    const input = ballotInputOf({ ...values, choice: 'agree', reason: '看错了' }, { ...around, replaces: recorded });
    expect(ballotInput.parse(input)).toMatchObject({
      replaces: recorded.id,
      reason: '看错了',
      collectedAt: recorded.collectedAt,
    });
  });

  test.each([
    ['2026-11-26', undefined, undefined],
    ['2026-11-25', undefined, '2026-11-25T12:00:00+08:00'],
    ['', undefined, undefined],
    ['2026-11-25', recorded.collectedAt, recorded.collectedAt],
    ['2026-11-26', recorded.collectedAt, undefined],
  ])('collected on %s, before %s: %s', (day, before, stated) => {
    expect(collectedAt(day, '2026-11-26', before)).toBe(stated);
  });
});
