import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { columnsOfCard } from '@/lib/domain/scorecards/season/card';
import {
  againstCompleting,
  againstDecision,
  againstOpinion,
  againstRest,
  againstReturning,
  againstSiteCheck,
  outcomeOf,
  restOf,
} from '@/lib/domain/scorecards/season/review';
import { CARD_STATES } from '@/lib/domain/scorecards/season/types';
import { CRITERIA, cardOf, codesOf, opinion, reviewLine, self } from './card';

const first = CRITERIA.find(({ id }) => id === '1.1') as (typeof CRITERIA)[number];
const submitted = (more: Parameters<typeof cardOf>[0] = {}) => cardOf({ status: 'submitted', ...more });
const all = CRITERIA.map(({ id }) => reviewLine(id));

describe('复核意见', () => {
  it('is given between the submission and the end of the review', () => {
    const codes = CARD_STATES.map((status) => codesOf(againstOpinion(cardOf({ status }), opinion('1.1', null))));
    expect(codes).toEqual([['notSubmitted'], [], ...Array(3).fill(['reviewedAlready'])]);
  });

  it('agrees without points, or gives points with a reason', () => {
    const codes = (more: object) => codesOf(againstOpinion(submitted(), { ...opinion('1.1', 50), ...more }));
    expect(codes({})).toEqual([]);
    expect(codes({ reason: null })).toEqual(['opinionReasonMissing']);
    expect(codes({ points: null, reason: null })).toEqual(['opinionPointsMissing', 'opinionReasonMissing']);
    expect(codes({ agrees: true })).toEqual(['agreesWithPoints']);
    expect(codes({ points: 101 })).toEqual(['pointsAbove']);
    expect(codes({ criterion: '0.0' })).toEqual(['criterionUnknown']);
  });

  it('explains what only the review awards, even to agree', () => {
    expect(codesOf(againstOpinion(submitted(), opinion('4.4', null, null)))).toEqual(['opinionReasonMissing']);
    expect(againstOpinion(submitted(), opinion('4.4', 200))).toEqual([]);
  });
});

describe('how far a criterion is reviewed', () => {
  const outcome = (more: Parameters<typeof cardOf>[0]) => outcomeOf(submitted(more), first);

  it('opinions that come to the same points agree, however they were said', () => {
    expect(outcome({ opinions: [opinion('1.1', null, null), opinion('1.1', 100)] })).toEqual({
      ...{ kind: 'agreed', points: 100, reason: '理由' },
    });
    // agreeing means: with what the county gave itself
    const lines = [self('1.1', 50, '少报')];
    expect(outcome({ lines, opinions: [opinion('1.1', null), opinion('1.1', 50)] })).toMatchObject({ points: 50 });
    expect(outcome({ lines, opinions: [opinion('1.1', null), opinion('1.1', 100)] })).toEqual({
      ...{ kind: 'split', points: [50, 100] },
    });
  });

  it('a line that was decided ends the difference; without a word there is none', () => {
    const opinions = [opinion('1.1', 20), opinion('1.1', 30)];
    expect(outcome({ lines: [reviewLine('1.1', 25)], opinions })).toEqual({ kind: 'line' });
    expect(outcome({})).toEqual({ kind: 'none' });
  });

  it('any set of opinions agrees exactly when they name one number', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(null, 0, 50, 100), { minLength: 1, maxLength: 5 }), (given) => {
        const { kind } = outcome({ opinions: given.map((points) => opinion('1.1', points)) });
        const distinct = new Set(given.map((points) => points ?? 100)).size;
        expect(kind).toBe(distinct === 1 ? 'agreed' : 'split');
      }),
    );
  });
});

describe('核定', () => {
  const codes = (points: number | null, reason: string | null, more: Parameters<typeof cardOf>[0] = {}) =>
    codesOf(againstDecision(submitted(more), { criterion: '1.1', points, reason }));

  it('as the county, without a word; otherwise, or between opinions, with a reason', () => {
    expect([codes(null, null), codes(100, null), codes(99, null), codes(99, '不全'), codes(101, '多')]).toEqual([
      ...[[], [], ['decisionReasonMissing'], [], ['pointsAbove']],
    ]);
    const opinions = [opinion('1.1', null), opinion('1.1', 50)];
    expect(codes(null, null, { opinions })).toEqual(['decisionReasonMissing']);
    // and still so when it is decided again
    expect(codes(null, null, { opinions, lines: [reviewLine('1.1', 50)] })).toEqual(['decisionReasonMissing']);
  });

  it('what only the review awards never without a reason', () => {
    const give = (points: number | null, reason: string | null) =>
      codesOf(againstDecision(submitted(), { criterion: '4.4', points, reason }));
    expect([give(200, null), give(null, null), give(200, '用得好')]).toEqual([
      ...[['decisionReasonMissing'], ['decisionReasonMissing'], []],
    ]);
  });
});

describe('复核完成', () => {
  it('names every criterion of which nobody spoke, and every difference', () => {
    const opinions = [opinion('1.1', null), opinion('1.2', 0), opinion('1.2', 200)];
    const [open, split] = againstCompleting(submitted({ opinions }));
    expect(open).toMatchObject({ code: 'season.criteriaOpen', params: { count: CRITERIA.length - 2 } });
    expect(split).toMatchObject({ code: 'season.undecided', params: { count: 1, names: '1.2' } });
    expect(againstCompleting(submitted({ lines: all }))).toEqual([]);
  });

  it('waits for each bonus entry, and for the submission', () => {
    const bonus = [{ id: 'b', title: '试点', claimed: 100, approved: null, proofs: 1 }];
    expect(codesOf(againstCompleting(submitted({ lines: all, bonus })))).toEqual(['bonusUndecided']);
    expect(codesOf(againstCompleting(cardOf({ bonus })))).toEqual(['notSubmitted']);
    expect(codesOf(againstCompleting(cardOf({ status: 'reviewed', lines: all })))).toEqual(['reviewedAlready']);
  });

  it('the rest is what nobody spoke of, neither what was decided nor what is in difference', () => {
    const opinions = [opinion('1.2', 0), opinion('1.2', 200)];
    const card = submitted({ lines: [reviewLine('1.1')], opinions });
    expect(restOf(card).map(({ id }) => id)).not.toContain('1.1');
    expect(restOf(card)).toHaveLength(CRITERIA.length - 2);
    expect(againstRest(card)).toEqual([]);
    expect(codesOf(againstRest(submitted({ lines: all })))).toEqual(['nothingLeft']);
    expect(codesOf(againstRest(cardOf()))).toEqual(['notSubmitted']);
  });

  it('a card that is taken as self-scored has the self-scored total', () => {
    const lines = [self('10.1', 333, '局部'), self('5.1', 1_900, '一处未完')];
    const rest = CRITERIA.map(({ id }) => reviewLine(id, lines.find((line) => line.criterion === id)?.points ?? null));
    const columns = columnsOfCard(submitted({ lines: [...lines, ...rest] }));
    expect(columns.review.total).toBe(columns.self.total);
    expect(columns.review.indicators).toEqual(columns.self.indicators);
  });

  it('is given back only before that', () => {
    expect(CARD_STATES.map((status) => codesOf(againstReturning({ status })))).toEqual([
      ...[['notSubmitted'], [], ['reviewedAlready'], ['reviewedAlready'], ['reviewedAlready']],
    ]);
  });
});

describe('实地抽查', () => {
  const today = calendarDateOf('2020-12-01');
  const check = (checkedOn: string, status: (typeof CARD_STATES)[number] = 'submitted', criterion = '10.1') =>
    codesOf(againstSiteCheck(cardOf({ status }), { criterion, checkedOn: calendarDateOf(checkedOn), today }));

  it('was held, up to today, while the card is looked at', () => {
    expect([check('2020-12-01'), check('2020-12-02'), check('2020-12-01', 'reviewed')]).toEqual([
      ...[[], ['checkedInFuture'], []],
    ]);
    expect([check('2020-12-01', 'open'), check('2020-12-01', 'final'), check('2020-12-02', 'open', '0.1')]).toEqual([
      ...[['notSubmitted'], ['deliberatedAlready'], ['checkedInFuture', 'criterionUnknown', 'notSubmitted']],
    ]);
  });
});
