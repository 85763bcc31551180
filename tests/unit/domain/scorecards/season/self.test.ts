import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { againstBonus, againstBonusDecision } from '@/lib/domain/scorecards/season/bonus';
import { columnsOfCard, kept } from '@/lib/domain/scorecards/season/card';
import { pointsField } from '@/lib/domain/scorecards/season/schema';
import {
  againstProof,
  againstReport,
  againstRetiring,
  againstSelf,
  againstSubmission,
} from '@/lib/domain/scorecards/season/self';
import { spoken } from '@/lib/domain/scorecards/season/steps';
import { CARD_STATES } from '@/lib/domain/scorecards/season/types';
import { CRITERIA, cardOf, codesOf, self } from './card';

const told = { summary: '工作总结' };
const after = CARD_STATES.filter((status) => status !== 'open');

describe('points as they are typed', () => {
  it('are read to the hundredth, and said as they were read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (points) => {
        expect(pointsField.parse(spoken(points))).toBe(points);
      }),
    );
    for (const text of ['-1', '-0.01', '1.005', '1e2', '', ' ', '1000', '１', '1,5', '.5', '5.'])
      expect(pointsField.safeParse(text).success, text).toBe(false);
  });
});

describe('自评一项', () => {
  it('never above the points of its criterion, whatever it says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CRITERIA), fc.integer({ min: 0, max: 3_000 }), ({ id, points: most }, points) => {
        const codes = codesOf(againstSelf(cardOf(), id, { points, reason: '说明' }));
        expect(codes.includes('pointsAbove')).toBe(points > most);
      }),
    );
  });

  it('other than the records say, only with a reason; as they say, without', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CRITERIA), fc.integer({ min: 0, max: 2_000 }), (criterion, points) => {
        const { id, points: most, value, proof, formula } = criterion;
        fc.pre(points <= most && proof !== 'review');
        const codes = codesOf(againstSelf(cardOf(), id, { points, reason: null }));
        expect(codes).toEqual(points !== value && formula.kind !== 'attested' ? ['reasonMissing'] : []);
      }),
    );
    expect(againstSelf(cardOf(), '5.1', { points: null, reason: null })).toEqual([]);
  });

  it('says everything against it at once', () => {
    expect(codesOf(againstSelf(cardOf({ status: 'submitted' }), '1.1', { points: 101, reason: null }))).toEqual([
      ...['pointsAbove', 'reasonMissing', 'submittedAlready'],
    ]);
    expect(codesOf(againstSelf(cardOf({ status: 'final' }), '0.0', { points: 1, reason: null }))).toEqual([
      ...['criterionUnknown', 'submittedAlready'],
    ]);
  });

  it('what only the review awards, a county does not claim; nothing it may say', () => {
    expect(codesOf(againstSelf(cardOf(), '4.4', { points: 1, reason: '用得好' }))).toEqual(['reviewOnly']);
    expect(againstSelf(cardOf(), '4.4', { points: 0, reason: null })).toEqual([]);
  });

  it('points that say what the records say are kept as the records say, to the last fraction', () => {
    const third = cardOf({}, { plan: { id: 'a', no: 1, documentNo: null, target: 7 } });
    const ratio = CRITERIA.findIndex(({ id }) => id === '5.1');
    const found = third.sheet.groups.flatMap(({ indicators }) => indicators.flatMap(({ criteria }) => criteria))[ratio];
    if (!found) throw new Error('no 5.1');
    expect([found.value, kept(found.value, found), kept(found.value - 1, found)]).toEqual([1_143, null, 1_142]);
    const same = { ...third, lines: [self('5.1', kept(found.value, found))] };
    expect(columnsOfCard(same).self.exact.get('5.1')).toEqual(found.exact);
  });
});

describe('提交自评', () => {
  it('with the report’s summary, and nothing else where the records say it all', () => {
    expect(againstSubmission(cardOf(), told)).toEqual([]);
    expect(codesOf(againstSubmission(cardOf(), { summary: null }))).toEqual(['summaryMissing']);
  });

  it('once, whatever else is missing', () => {
    for (const status of after)
      expect(codesOf(againstSubmission(cardOf({ status }), { summary: null }))).toEqual(['submittedTwice']);
  });

  it('a claim that people attest stands on a proof; a mixed one only where its records do not give it', () => {
    const claim = (id: string, points: number, proved: string[] = []) =>
      codesOf(againstSubmission(cardOf({ lines: [self(id, points, '说明')], proved: new Set(proved) }), told));
    expect(claim('10.1', 500)).toEqual(['proofMissing']);
    expect(claim('10.1', 500, ['10.1'])).toEqual([]);
    expect(claim('10.1', 0)).toEqual([]);
    expect(claim('10.1', 500, ['10.2'])).toEqual(['proofMissing']);
    // its records give it all
    expect(claim('3.1', 200)).toEqual([]);
    const without = cardOf({ lines: [self('3.1', 200, '文件在办')] }, { leadingGroup: null });
    expect(codesOf(againstSubmission(without, told))).toEqual(['proofMissing']);
    expect(againstSubmission({ ...without, proved: new Set(['3.1']) }, told)).toEqual([]);
    // what the records alone prove needs no file, but its reason
    expect(claim('1.1', 50)).toEqual([]);
  });

  it('looks at each line by the records as they are now', () => {
    const later = cardOf({ lines: [self('3.1', 200)] }, { leadingGroup: null });
    expect(codesOf(againstSubmission(later, told))).toEqual(['proofMissing', 'reasonMissing']);
  });

  it('a bonus stands on a proof too', () => {
    const bonus = { id: 'b', title: '试点', claimed: 100, approved: null, proofs: 0 };
    expect(codesOf(againstSubmission(cardOf({ bonus: [bonus] }), told))).toEqual(['bonusProofMissing']);
    expect(againstSubmission(cardOf({ bonus: [{ ...bonus, proofs: 1 }] }), told)).toEqual([]);
  });
});

describe('after the submission', () => {
  it.each(after)('%s: the county writes nothing', (status) => {
    const card = cardOf({ status });
    const proof = { criterion: '10.1', bonusId: null, twice: false };
    for (const reasons of [
      againstReport(card),
      againstSelf(card, '1.1', { points: null, reason: null }),
      againstProof(card, proof),
      againstRetiring({ status, isRetired: false }),
      againstBonus(card, { points: 100 }),
    ])
      expect(codesOf(reasons)).toEqual(['submittedAlready']);
  });
});

describe('支撑材料和加分', () => {
  it('a proof is of one thing, once', () => {
    const of = (more: object) =>
      codesOf(againstProof(cardOf(), { criterion: '10.1', bonusId: null, twice: false, ...more }));
    expect(of({})).toEqual([]);
    expect(of({ criterion: null, bonusId: 'b' })).toEqual([]);
    expect(of({ bonusId: 'b' })).toEqual(['proofOfOne']);
    expect(of({ criterion: null })).toEqual(['proofOfOne']);
    expect(of({ criterion: '0.1', twice: true })).toEqual(['criterionUnknown', 'proofTwice']);
    expect(of({ criterion: '4.4' })).toEqual(['reviewOnly']);
    expect(codesOf(againstRetiring({ status: 'open', isRetired: true }))).toEqual(['retiredAlready']);
  });

  it('a bonus is claimed between nothing and the cap, and approved between nothing and the claim', () => {
    const open = { status: 'open', book: chuxiong2020 } as const;
    expect([0, 1, 1_000, 1_001].map((points) => codesOf(againstBonus(open, { points })))).toEqual([
      ...[['bonusZero'], [], [], ['bonusAboveCap']],
    ]);
    const decide = (points: number, reason: string | null = null, status: 'submitted' | 'open' = 'submitted') =>
      codesOf(againstBonusDecision(status, { claimed: 200, isRetired: false, points, reason }));
    expect([decide(200), decide(201, '多给'), decide(199), decide(0, '无据')]).toEqual([
      ...[[], ['bonusAboveClaimed'], ['bonusReasonMissing'], []],
    ]);
    expect(decide(200, null, 'open')).toEqual(['notSubmitted']);
  });
});
