import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, roundHalfUp, sumOfFractions } from '@/lib/domain/kernel/fraction';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { type BonusPoints, columnsOf, type ScoreLine } from '@/lib/domain/scorecards/columns';
import { indicatorValue, scoreOf } from '@/lib/domain/scorecards/score';
import { county, withCompounds } from './county';

const line = (stage: ScoreLine['stage'], criterion: string, points: number | null): ScoreLine => ({
  ...{ stage, criterion, points, reason: null },
});
const of = (lines: ScoreLine[], bonus: BonusPoints[] = [], vetoed = false, facts = county()) =>
  columnsOf(scoreOf(facts, chuxiong2020), chuxiong2020, { lines, bonus, vetoed });

describe('records, 自评, 复核, 审议 side by side', () => {
  it('a stage that says nothing leaves what was before it', () => {
    const { computed, self, review, deliberation } = of([line('self', '10.1', 500), line('review', '4.4', 150)]);
    expect([computed.base, self.base, review.base, deliberation.base]).toEqual([9_300, 9_800, 9_950, 9_950]);
    expect(deliberation.grade.name).toBe('优秀');
  });

  it('what a later stage says does not touch the earlier ones', () => {
    const { self, review, deliberation } = of([
      ...[line('self', '10.1', 500), line('review', '10.1', 300), line('deliberation', '10.1', 400)],
      line('deliberation', '9.4', 0),
    ]);
    expect([self, review, deliberation].map(({ values }) => values.get('10.1'))).toEqual([500, 300, 400]);
    expect([self, review, deliberation].map(({ base }) => base)).toEqual([9_800, 9_600, 9_500]);
  });

  it('“as the records give it” keeps the exact value, so that the indicator is rounded once', () => {
    const two = { id: 'a', no: 1, documentNo: null, target: 3 };
    const facts = county({ ...withCompounds({ completedOn: null }, ['c1', 'c2']), plan: two });
    const { self } = of([line('self', '5.1', null)], [], false, facts);
    expect(self.exact.get('5.1')).toEqual({ n: 4_000n, d: 3n });
    expect(self.indicators.get('completion')).toBe(1_333);
  });

  it('bonus: claimed by the county, approved in review, capped; a veto decides the grade of review and deliberation', () => {
    const bonus: BonusPoints[] = [
      { stage: 'self', points: 800 },
      { stage: 'self', points: 400 },
      { stage: 'review', points: 300 },
    ];
    const { self, review, deliberation } = of([line('self', '10.1', 500)], bonus, true);
    expect([self.bonus, self.total]).toEqual([1_200, 10_800]);
    expect([review.bonus, review.total, deliberation.total]).toEqual([300, 10_100, 10_100]);
    expect([self.grade.name, review.grade.name, deliberation.grade.name]).toEqual(['优秀', '不合格', '不合格']);
  });
});

describe('rounding', () => {
  it('half a hundredth is rounded up, once, at the indicator', () => {
    expect(roundHalfUp(fraction(1, 2))).toBe(1);
    expect(roundHalfUp(fraction(49, 100))).toBe(0);
    expect(indicatorValue([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toBe(1);
    expect(indicatorValue([fraction(1, 4), fraction(1, 4)])).toBe(1);
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => roundHalfUp(fraction(-1))).toThrow(RangeError);
  });

  it('a sum of fractions is the sum of its whole numbers, in any order', () => {
    const parts = fc.array(fc.tuple(fc.nat(2_000), fc.integer({ min: 1, max: 60 })), { maxLength: 8 });
    fc.assert(
      fc.property(parts, (all) => {
        const given = all.map(([n, d]) => fraction(n, d));
        const [one, other] = [sumOfFractions(given), sumOfFractions([...given].reverse())];
        expect(one.n * other.d).toBe(other.n * one.d);
        const common = given.reduce((product, { d }) => product * d, 1n);
        const whole = given.reduce((sum, { n, d }) => sum + (n * common) / d, 0n);
        expect(one.n * common).toBe(whole * one.d);
      }),
    );
  });
});
