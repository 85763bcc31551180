import { describe, expect, it } from 'vitest';
import type { NoticeGate } from '@/lib/domain/notices/types';
import { conditionsOf, type RoundFacts, stepOf, unmet } from '@/lib/domain/votes/rounds';

const gate = (more: Partial<NoticeGate> = {}): NoticeGate => ({
  noticeId: 'n',
  published: true,
  over: true,
  completed: true,
  endsOn: '2020-05-10',
  openObjections: 0,
  ...more,
});
const none = gate({ noticeId: null, published: false, over: false, completed: false, endsOn: null });
const facts = (more: Partial<RoundFacts> = {}): RoundFacts => ({
  status: 'draft',
  round: 2,
  compoundId: 'c',
  roundId: 'r',
  compoundActive: true,
  eligibility: 'eligible',
  households: 300,
  householdsWithoutArea: 0,
  scheme: { id: 's', final: true, missingParts: 0 },
  roundOnePassed: true,
  gates: { list: gate(), design: gate(), result: gate() },
  returned: 200,
  checked: 200,
  paperWithoutPhoto: 0,
  callBacks: { drawn: 10, open: 0, deniedStanding: 0 },
  ...more,
});
const codes = (step: 'open' | 'close' | 'certify', more: Partial<RoundFacts>) =>
  unmet(step, facts(more)).map(({ code }) => code);

describe('what a round needs before it opens', () => {
  it('nothing stands against one that has all of it', () => expect(codes('open', {})).toEqual([]));
  it.each([
    [{ compoundActive: false }, 'vote.compoundRetired'],
    [{ eligibility: 'ineligible' }, 'vote.ineligible'],
    [{ households: 0 }, 'vote.registerEmpty'],
    [{ householdsWithoutArea: 2 }, 'vote.areaMissing'],
    [{ roundOnePassed: false }, 'vote.roundOneNotPassed'],
    [{ gates: { list: gate({ over: false }), design: gate(), result: gate() } }, 'vote.listNoticeNotOver'],
    [{ scheme: { id: 's', final: false, missingParts: 2 } }, 'vote.schemeNotFinal'],
    [{ gates: { list: gate(), design: none, result: gate() } }, 'vote.designNotPublished'],
  ] as [Partial<RoundFacts>, string][])('%j: %s', (more, code) => expect(codes('open', more)).toEqual([code]));

  it('the second vote may open on the day its design is published, before the period is over', () => {
    expect(
      codes('open', { gates: { list: gate(), design: gate({ over: false, completed: false }), result: none } }),
    ).toEqual([]);
  });

  it('the first vote asks for no notice, no scheme and no round before it; facts that are missing do not exclude', () => {
    const first = {
      round: 1 as const,
      scheme: null,
      roundOnePassed: false,
      gates: { list: none, design: none, result: none },
      eligibility: 'incomplete',
    };
    expect(codes('open', first)).toEqual([]);
  });

  it('says everything at once', () => {
    expect(
      codes('open', { households: 0, roundOnePassed: false, gates: { list: none, design: none, result: none } }),
    ).toEqual(['vote.registerEmpty', 'vote.roundOneNotPassed', 'vote.listNoticeNotOver', 'vote.designNotPublished']);
  });
});

describe('what the county bureau needs before it certifies', () => {
  it('nothing stands against one that has all of it, passed or not', () =>
    expect(codes('certify', { status: 'closed' })).toEqual([]));
  it.each([
    [{ checked: 199 }, 'vote.unchecked'],
    [{ paperWithoutPhoto: 1 }, 'vote.photoMissing'],
    [{ callBacks: { drawn: 10, open: 1, deniedStanding: 0 } }, 'vote.callBacksOpen'],
    [{ callBacks: { drawn: 10, open: 0, deniedStanding: 1 } }, 'vote.deniedStands'],
    [{ gates: { list: gate(), design: gate(), result: none } }, 'vote.resultNotPublished'],
    [
      { gates: { list: gate(), design: gate(), result: gate({ completed: false, openObjections: 2 }) } },
      'vote.objectionsOpen',
    ],
    [{ gates: { list: gate(), design: gate(), result: gate({ completed: false }) } }, 'vote.resultNotCompleted'],
    [{ gates: { list: gate(), design: gate({ over: false }), result: gate() } }, 'vote.designNotOver'],
  ] as [Partial<RoundFacts>, string][])('%j: %s', (more, code) =>
    expect(codes('certify', { status: 'closed', ...more })).toEqual([code]),
  );

  it('the first vote waits for no design', () => {
    expect(codes('certify', { round: 1, gates: { list: none, design: none, result: gate() } })).toEqual([]);
  });

  it('each unmet condition says where it is put right', () => {
    const open = conditionsOf(
      'certify',
      facts({ checked: 0, paperWithoutPhoto: 1, gates: { list: none, design: none, result: none } }),
    );
    for (const { met, href } of open) if (!met) expect(href).toMatch(/^\/(votes|notices)/);
  });
});

describe('the way of a round', () => {
  it('one step after the other, and none behind the end', () => {
    expect((['draft', 'open', 'closed', 'certified', 'cancelled'] as const).map(stepOf)).toEqual([
      'open',
      'close',
      'certify',
      null,
      null,
    ]);
    expect(codes('close', { returned: 0 })).toEqual([]);
  });
});
