import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason } from '@/lib/domain/kernel/result';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { answerReasons, closeReasons, countingAnswers, openReasons } from '@/lib/domain/satisfaction/rules';
import { reachesPercent, type Share, sumOf } from '@/lib/domain/satisfaction/share';

const rules = siteRulesOf(chuxiong2020).satisfaction;
const codes = (reasons: readonly Reason[]) => reasons.map(({ code }) => code);

describe('a survey', () => {
  const facts = { stage: 8, isMember: true, households: 20, survey: null };

  it('is opened from stage 8 on, once, of a compound with households enough', () => {
    expect(openReasons(facts, rules)).toEqual([]);
    expect(openReasons({ ...facts, survey: 'cancelled' }, rules)).toEqual([]);
    expect(codes(openReasons({ ...facts, stage: 7 }, rules))).toEqual(['satisfaction.tooEarly']);
    expect(codes(openReasons({ ...facts, survey: 'closed' }, rules))).toEqual(['satisfaction.heldAlready.closed']);
    expect(codes(openReasons({ ...facts, households: 4 }, rules))).toEqual(['satisfaction.fewHouseholds']);
    expect(codes(openReasons({ ...facts, isMember: false }, rules))).toEqual(['satisfaction.notOfProject']);
  });

  it('is closed when five have answered, not before, and once', () => {
    expect(closeReasons({ status: 'open', answered: 5 }, rules)).toEqual([]);
    expect(closeReasons({ status: 'open', answered: 4 }, rules)).toMatchObject([
      { code: 'satisfaction.fewAnswers', params: { found: 4, expected: 5, missing: 1 } },
    ]);
    expect(codes(closeReasons({ status: 'closed', answered: 9 }, rules))).toEqual(['satisfaction.notOpen.closed']);
  });

  it('takes the answers of the rule book; a reason only of who is not satisfied', () => {
    expect(answerReasons({ answer: 'fair' }, rules)).toEqual([]);
    expect(answerReasons({ answer: 'dissatisfied', words: '漏水' }, rules)).toEqual([]);
    expect(codes(answerReasons({ answer: 'splendid' }, rules))).toEqual(['satisfaction.answerUnknown']);
    expect(codes(answerReasons({ answer: 'satisfied', words: '好' }, rules))).toEqual(['satisfaction.wordsNotAsked']);
    expect(countingAnswers(rules)).toEqual(['satisfied', 'fair']);
  });
});

describe('the share', () => {
  it('is compared in integers: 79 of 99 is no 80 %, 80 of 100 is', () => {
    expect(reachesPercent({ satisfied: 79, households: 99 }, 80)).toBe(false);
    expect(reachesPercent({ satisfied: 80, households: 100 }, 80)).toBe(true);
    expect(reachesPercent({ satisfied: 0, households: 0 }, 0)).toBe(false);
  });

  it('of a county is of its households: a large compound weighs what it weighs', () => {
    // the mean of the two ratios would be 90 %
    const sum = sumOf([
      { satisfied: 10, households: 10 },
      { satisfied: 80, households: 100 },
    ]);
    expect(sum).toEqual({ satisfied: 90, households: 110 });
    expect(reachesPercent(sum, 82)).toBe(false);
    expect(reachesPercent(sum, 81)).toBe(true);
  });

  it('reached by each of several is reached by all together', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 0, max: 2_000 }))
      .map(([households, satisfied]): Share => ({ households, satisfied: Math.min(satisfied, households) }));
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 100 }),
        (shares, percent) => {
          const all = reachesPercent(sumOf(shares), percent);
          if (shares.every((one) => reachesPercent(one, percent))) expect(all).toBe(true);
          if (shares.every((one) => !reachesPercent(one, percent))) expect(all).toBe(false);
        },
      ),
    );
  });
});
