import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BallotFacts, evidenceReasons, judgeBallots, type RoundAtHand } from '@/lib/domain/votes/ballots';
import type { BallotInput } from '@/lib/domain/votes/schema';

const opened = new Date('2020-05-01T00:00:00Z');
const now = new Date('2020-05-10T00:00:00Z');
const round = (more: Partial<RoundAtHand> = {}): RoundAtHand => ({
  id: 'r',
  status: 'open',
  round: 1,
  menu: new Set(['B-R01']),
  openedAt: opened,
  now,
  ...more,
});
const input = (more: Partial<BallotInput> = {}): BallotInput => ({
  householdId: 'h',
  choice: 'agree',
  channel: 'paper',
  ...more,
});
const facts = (more: Partial<BallotFacts> = {}): BallotFacts => ({ inRoll: true, standing: null, form: null, ...more });
const codes = (one: BallotInput, known: BallotFacts, at = round()) =>
  judgeBallots(at, [one], [known]).reasons.map(({ code }) => code);
const form = (more: Partial<NonNullable<BallotFacts['form']>> = {}) =>
  facts({ form: { roundId: 'r', householdId: 'h', voided: false, ...more } });

describe('which ballots may be recorded', () => {
  it.each(['draft', 'closed', 'certified', 'cancelled'] as const)('none in a round that is %s', (status) => {
    expect(codes(input(), facts(), round({ status }))).toEqual([`vote.roundNotOpen.${status}`]);
  });

  it('a form is good for its household of its round, while it is not void', () => {
    const one = input({ formNo: 'F-1' });
    expect(codes(one, form())).toEqual([]);
    expect(codes(one, facts())).toEqual(['vote.formUnknown']);
    expect(codes(one, form({ roundId: 'other' }))).toEqual(['vote.formOfOtherRound']);
    expect(codes(one, form({ householdId: 'other' }))).toEqual(['vote.formOfOtherHome']);
    expect(codes(one, form({ voided: true }))).toEqual(['vote.formVoid']);
  });

  it('wishes are collected in the first vote, and come from the menu', () => {
    expect(codes(input({ wanted: ['B-R01'] }), facts())).toEqual([]);
    expect(codes(input({ wanted: ['B-R09'] }), facts())).toEqual(['vote.itemUnknown']);
    expect(codes(input({ wanted: ['B-R01'] }), facts(), round({ round: 2 }))).toEqual(['vote.wishesInRoundTwo']);
  });

  it('the second officer is told of the first, and what an annulled one left is open again', () => {
    const standing = { ballotId: 'b', choice: 'agree' as const };
    expect(judgeBallots(round(), [input()], [facts({ standing })])).toMatchObject({
      recordings: [],
      taken: [{ at: 0, ballotId: 'b' }],
    });
    const [again] = judgeBallots(round(), [input()], [facts({ standing: { ballotId: 'b', choice: null } })]).recordings;
    expect(again).toMatchObject({ kind: 'corrected', replacesId: 'b' });
    expect(codes(input({ replaces: 'b' }), facts({ standing }))).toEqual(['vote.reasonMissing']);
    expect(codes(input({ replaces: 'old', reason: '核实' }), facts({ standing }))).toEqual(['vote.notWhatStands']);
    expect(
      judgeBallots(round(), [input({ beside: 'b', reason: '核实' })], [facts({ standing })]).recordings[0],
    ).toMatchObject({ kind: 'noted', besideId: 'b' });
  });

  it('a phone may state what it likes; a day typed at a desk lies between opening and now', () => {
    expect(codes(input({ collectedAt: '2021-05-10T00:00:00Z', deviceAt: '2021-05-10T00:00:00Z' }), facts())).toEqual(
      [],
    );
    expect(codes(input({ collectedAt: '2020-05-11T00:00:00Z' }), facts())).toEqual(['vote.collectedLater']);
    expect(codes(input({ collectedAt: '2020-04-01T00:00:00Z' }), facts())).toEqual(['vote.collectedEarlier']);
  });

  it('never records more than is handed in, nothing for whoever is not in the roll, and nobody twice', () => {
    const one = fc.record({ household: fc.integer({ min: 0, max: 5 }), inRoll: fc.boolean(), stands: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (list) => {
        const inputs = list.map(({ household }) => input({ householdId: `h${household}` }));
        const known = list.map(({ inRoll, stands }) =>
          facts({ inRoll, standing: stands ? { ballotId: 'b', choice: 'agree' } : null }),
        );
        const { recordings, reasons, taken } = judgeBallots(round(), inputs, known);
        expect(recordings.length + taken.length).toBe(list.filter(({ inRoll }) => inRoll).length);
        const households = recordings.map((made) => made.input.householdId);
        const twice = new Set(households).size < households.length;
        if (twice) expect(reasons.some(({ code }) => code === 'vote.twiceInRequest')).toBe(true);
      }),
    );
  });
});

it('photos that are named are known, each at its field', () => {
  const named = [
    input({ photoFileId: 'f1' }),
    input({ photoFileId: 'f2', proxy: { name: '王小明', fileId: 'f3' } }),
    input(),
  ];
  expect(evidenceReasons(named, new Map([['f1', 'hash']]))).toEqual([
    { code: 'vote.photoUnknown', field: 'ballots.1.photoFileId' },
    { code: 'vote.photoUnknown', field: 'ballots.1.proxy.fileId' },
  ]);
});
