import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDateOf as day } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import {
  againstClosed,
  againstDeliberating,
  againstDeliberation,
  againstFinal,
  againstOpening,
  againstSanction,
  type CountyCard,
  ranksOf,
} from '@/lib/domain/scorecards/season/closing';
import {
  againstDispute,
  againstDisputeAnswer,
  canDispute,
  disputeUntil,
} from '@/lib/domain/scorecards/season/disputes';
import { mayOn, seenBy } from '@/lib/domain/scorecards/season/seen';
import { CARD_STATES } from '@/lib/domain/scorecards/season/types';
import { againstVeto, undecidedOf } from '@/lib/domain/scorecards/season/vetoes';
import { vetoRisks } from '@/lib/domain/scorecards/vetoes';
import { county } from '../county';
import { cardOf, codesOf } from './card';

const today = day('2020-12-10');
const reviewed = cardOf({ status: 'reviewed' });

describe('异议', () => {
  it('within seven days of the review, the last one up to its end', () => {
    const until = disputeUntil(day('2020-12-01'), chuxiong2020);
    expect(until).toBe('2020-12-08');
    expect([day('2020-12-08'), day('2020-12-09')].map((on) => canDispute(until, on))).toEqual([true, false]);
    expect(canDispute(null, day('2020-12-01'))).toBe(false);
  });

  it('of what was reviewed, one at a time', () => {
    const at = (status: (typeof CARD_STATES)[number], on: string, isOpen = false, criterion = '1.1') =>
      codesOf(againstDispute(cardOf({ status }), { criterion, until: day('2020-12-08'), today: day(on), isOpen }));
    expect([at('reviewed', '2020-12-08'), at('reviewed', '2020-12-09'), at('reviewed', '2020-12-01', true)]).toEqual([
      ...[[], ['disputeOver'], ['disputedAlready']],
    ]);
    expect([at('open', '2020-12-01'), at('submitted', '2020-12-09'), at('deliberated', '2020-12-09')]).toEqual([
      ...[['notReviewed'], ['notReviewed'], ['deliberatedAlready']],
    ]);
    expect(at('reviewed', '2020-12-09', true, '0.1')).toEqual(['criterionUnknown', 'disputeOver', 'disputedAlready']);
  });

  it('is upheld with other points, or dismissed without', () => {
    const answer = (upheld: boolean, points: number | null, status: 'open' | 'upheld' = 'open') =>
      codesOf(againstDisputeAnswer(reviewed, { status, criterion: '1.1', upheld, points, given: 50 }));
    expect([answer(true, 100), answer(false, null), answer(true, null), answer(false, 60)]).toEqual([
      ...[[], [], ['upheldPointsMissing'], ['dismissedWithPoints']],
    ]);
    expect([answer(true, 50), answer(true, 101), answer(false, null, 'upheld')]).toEqual([
      ...[['upheldSame'], ['pointsAbove'], ['disputeAnswered']],
    ]);
  });
});

describe('一票否决', () => {
  const risks = vetoRisks(county({ today: day('2020-07-01') }), chuxiong2020);
  const verdict = (ground: string, more: object = {}) =>
    codesOf(
      againstVeto('submitted', {
        ...{ ground: risks.find(({ code }) => code === ground), named: ground, verdict: 'applies', reason: '属实' },
        ...{ documentNo: null, ...more },
      }),
    );

  it('is decided with a reason; what no record can tell with a document', () => {
    expect([verdict('targetMissed'), verdict('criticised'), verdict('criticised', { documentNo: '1号' })]).toEqual([
      ...[[], ['vetoDocumentMissing'], []],
    ]);
    expect(verdict('criticised', { verdict: 'doesNotApply' })).toEqual([]);
    expect(verdict('criticised', { reason: null })).toEqual(['vetoDocumentMissing', 'vetoReasonMissing']);
    expect(verdict('unheard')).toEqual(['groundUnknown']);
  });

  it('what the records propose waits until somebody decided, either way', () => {
    const missed = vetoRisks(county({ plan: { id: 'a', no: 1, documentNo: null, target: 5 } }), chuxiong2020);
    expect(undecidedOf(missed, []).map(({ code }) => code)).toEqual(['targetMissed']);
    for (const verdict of ['applies', 'doesNotApply'] as const)
      expect(undecidedOf(missed, [{ ground: 'targetMissed', verdict }])).toEqual([]);
    expect(undecidedOf(risks, [])).toEqual([]);
  });
});

describe('审议', () => {
  const card = (name: string, more: Partial<CountyCard> = {}): CountyCard => ({
    ...{ name, status: 'reviewed', disputesOpen: 0, disputeUntil: day('2020-12-09'), undecided: [] },
    ...more,
  });
  const hold = (cards: CountyCard[], more: object = {}) =>
    againstDeliberation({ status: 'open', isDeliberated: false, cards, today, ...more });

  it('waits for every county, and names who is waited for', () => {
    expect(hold([card('禄丰市'), card('双柏县')])).toEqual([]);
    const reasons = hold([
      ...[
        card('禄丰市', { status: 'open' }),
        card('双柏县', { status: 'open' }),
        card('牟定县', { status: 'submitted' }),
      ],
      ...[card('南华县', { disputesOpen: 1 }), card('姚安县', { disputeUntil: today })],
      card('大姚县', { undecided: ['群众投诉较多'] }),
    ]);
    expect(reasons.map(({ code, params }) => [code.replace('season.', ''), params?.names])).toEqual([
      ['notSubmittedBy', '禄丰市、双柏县'],
      ['notReviewedBy', '牟定县'],
      ['disputesOpen', '南华县'],
      ['disputeTimeLeft', '姚安县'],
      ['vetoUndecided', '群众投诉较多'],
    ]);
  });

  it('once, and not of a season that is over', () => {
    expect(codesOf(hold([], { isDeliberated: true }))).toEqual(['deliberatedAlready']);
    expect(codesOf(hold([card('禄丰市', { status: 'open' })], { status: 'closed' }))).toEqual(['closedAlready']);
  });

  it('other points than the review gave need a reason', () => {
    const line = (
      points: number | null,
      reason: string | null = null,
      status: (typeof CARD_STATES)[number] = 'reviewed',
    ) => codesOf(againstDeliberating(cardOf({ status }), { criterion: '1.1', points, reason, given: 50 }));
    expect([line(null), line(50), line(60), line(60, '部门意见'), line(101, '多')]).toEqual([
      ...[[], [], ['deliberationReasonMissing'], [], ['pointsAbove']],
    ]);
    expect([line(50, null, 'submitted'), line(50, null, 'deliberated')]).toEqual([
      ['notReviewed'],
      ['deliberatedAlready'],
    ]);
  });
});

describe('定稿', () => {
  const consent = {
    status: 'open',
    deliberatedOn: day('2020-12-09'),
    documentNo: '8号',
    documentOn: today,
    today,
  } as const;
  const close = (more: object) => codesOf(againstFinal({ ...consent, ...more }));

  it('with number and date of the consent, between the opinion and today', () => {
    expect([close({}), close({ documentOn: day('2020-12-09') }), close({ documentOn: day('2020-12-11') })]).toEqual([
      ...[[], [], ['consentInFuture']],
    ]);
    expect(close({ documentOn: day('2020-12-08') })).toEqual(['consentBeforeOpinion']);
    expect(close({ documentNo: null, documentOn: null, deliberatedOn: null })).toEqual([
      ...['consentNoMissing', 'consentOnMissing', 'notDeliberated'],
    ]);
    expect(close({ status: 'closed', documentNo: null })).toEqual(['closedAlready']);
  });

  it('places go by total; equals share one, and the next is counted from all before it', () => {
    const result = (id: string, total: number, vetoed = false) => ({ id, total, vetoed });
    const ranks = ranksOf([
      result('a', 9_000),
      result('b', 9_500),
      result('c', 9_000),
      result('d', 100),
      result('e', 11_000, true),
    ]);
    expect(Object.fromEntries(ranks)).toEqual({ b: 1, a: 2, c: 2, d: 4, e: 5 });
  });

  it('a place never falls by more points', () => {
    const results = fc.array(fc.record({ total: fc.integer({ min: 0, max: 11_000 }), vetoed: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(results, fc.integer({ min: 1, max: 500 }), (all, more) => {
        const named = all.map((one, at) => ({ ...one, id: String(at) }));
        const before = ranksOf(named).get('0') ?? 0;
        const after =
          ranksOf(named.map((one) => (one.id === '0' ? { ...one, total: one.total + more } : one))).get('0') ?? 0;
        expect(after).toBeLessThanOrEqual(before);
        expect([...ranksOf(named).values()]).toContain(1);
      }),
    );
  });
});

describe('a season', () => {
  it('opens once, with a day that can still be met', () => {
    const open = (isOpened: boolean, on: string) =>
      codesOf(againstOpening({ year: 2020, isOpened, selfDueOn: day(on), today }));
    expect([open(false, '2020-12-10'), open(true, '2020-12-09')]).toEqual([[], ['duePast', 'openedAlready']]);
    expect(codesOf(againstClosed('closed'))).toEqual(['closedAlready']);
    expect(againstClosed('open')).toEqual([]);
  });

  it('punishes what was claimed, by document', () => {
    const fine = { isKnown: true, kind: 'falsified', claims: 1, documentOn: today, today };
    expect(againstSanction(fine)).toEqual([]);
    expect(codesOf(againstSanction({ ...fine, isKnown: false, claims: 0, documentOn: day('2020-12-11') }))).toEqual([
      ...['documentInFuture', 'nothingClaimed', 'sanctionUnknown'],
    ]);
  });
});

describe('who sees and does what', () => {
  it('a county sees the review when it is completed, the deliberation when it was held', () => {
    const seen = (level: string, takenIn = false) =>
      CARD_STATES.map((status) => Object.values(seenBy(level, { status, takenIn })));
    expect(seen('county')).toEqual([
      ...[
        [true, false, false],
        [true, false, false],
        [true, true, false],
        [true, true, true],
        [true, true, true],
      ],
    ]);
    expect(seen('prefecture')).toEqual(CARD_STATES.map(() => [true, true, true]));
    expect(seen('prefecture', true)).toEqual(CARD_STATES.map(() => [false, true, true]));
  });

  it('each step is one office’s', () => {
    const at = { status: 'submitted', selfDueOn: today, disputeUntil: null, today } as const;
    const granted = (role: Parameters<typeof mayOn>[0], more: object = {}) =>
      Object.entries(mayOn(role, { ...at, ...more })).flatMap(([what, may]) => (may ? [what] : []));
    expect(granted('county_bureau')).toEqual([]);
    expect(granted('county_bureau', { status: 'open' })).toEqual(['self']);
    expect(granted('county_bureau', { status: 'reviewed', disputeUntil: today })).toEqual(['dispute']);
    expect(granted('county_bureau', { status: 'reviewed', disputeUntil: day('2020-12-09') })).toEqual([]);
    expect(granted('prefecture_finance')).toEqual(['opinion']);
    expect(granted('prefecture_bureau')).toEqual(['opinion', 'decide', 'return']);
    expect(granted('prefecture_bureau', { status: 'reviewed' })).toEqual(['answerDispute', 'deliberate']);
    const over = { status: 'open', selfDueOn: day('2020-12-09') };
    expect([granted('prefecture_bureau', { status: 'open' }), granted('prefecture_bureau', over)]).toEqual([
      [],
      ['takeIn'],
    ]);
    expect([granted('county_bureau', over), granted('prefecture_finance', over)]).toEqual([['self'], []]);
    expect(granted('prefecture_leader', { status: 'open' })).toEqual([]);
  });
});
