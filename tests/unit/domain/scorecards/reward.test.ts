import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { sumMoney } from '@/lib/domain/kernel/money';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { scoringOf } from '@/lib/domain/rulebook/rulebook';
import {
  againstReward,
  batchLinesOf,
  claimsOf,
  claimsTogether,
  type RewardFacts,
  splitOf,
} from '@/lib/domain/scorecards/reward';

const scoring = scoringOf(chuxiong2020);
const county = (countyId: string, grade: string, total: number, completed: number): RewardFacts => ({
  ...{ countyId, grade, total, completed },
});
const COUNTIES = [
  county('禄丰市', 'excellent', 9_550, 12),
  county('双柏县', 'excellent', 9_000, 15),
  county('牟定县', 'good', 8_999, 7),
  county('永仁县', 'qualified', 7_000, 9),
  county('元谋县', 'good', 8_000, 0),
];

describe('奖励资金 by weight × total × compounds', () => {
  test('worked by hand: 3 × 95.50 × 12 = 3,438.00; a grade without a weight and no compound claim nothing', () => {
    const claims = claimsOf(COUNTIES, scoring);
    expect(claims.map(({ weight, claim }) => [weight, claim])).toEqual([
      [3, 343_800n],
      [3, 405_000n], // 3 × 90.00 × 15
      [1, 62_993n], // 1 × 89.99 × 7
      [0, 0n],
      [1, 0n],
    ]);
    expect(claimsTogether(claims)).toBe(811_793n);
    // of 100,000,000 fen: 42,350,697.87 | 49,889,565.44 | 7,759,736.69: two fen are left, to .87 and .69
    const split = splitOf(100_000_000n, claims);
    expect([...split]).toEqual([
      ['禄丰市', 42_350_698n],
      ['双柏县', 49_889_565n],
      ['牟定县', 7_759_737n],
      ['永仁县', 0n],
      ['元谋县', 0n],
    ]);
    expect(sumMoney([...split.values()])).toBe(100_000_000n);
  });

  test('a single fen goes to the largest remainder; alike, to whoever comes first', () => {
    expect([...splitOf(1n, claimsOf(COUNTIES.slice(0, 3), scoring)).values()]).toEqual([0n, 1n, 0n]);
    const alike = claimsOf([county('a', 'good', 8_000, 1), county('b', 'good', 8_000, 1)], scoring);
    expect([...splitOf(3n, alike).values()]).toEqual([2n, 1n]);
  });

  test('one county alone gets all of it, and nobody nothing', () => {
    expect([...splitOf(7n, claimsOf(COUNTIES.slice(0, 1), scoring)).values()]).toEqual([7n]);
    expect([...splitOf(7n, claimsOf(COUNTIES.slice(3), scoring)).values()]).toEqual([0n, 0n]);
  });

  const facts = fc.array(
    fc.record({
      grade: fc.constantFrom('excellent', 'good', 'qualified', 'unqualified'),
      ...{ total: fc.integer({ min: 0, max: 11_000 }), completed: fc.integer({ min: 0, max: 400 }) },
    }),
    { minLength: 1, maxLength: 20 },
  );
  const money = fc.bigInt({ min: 1n, max: 10_000_000_000_000n });
  const claimed = (all: readonly Omit<RewardFacts, 'countyId'>[]) =>
    claimsOf(
      all.map((one, at) => ({ ...one, countyId: String(at) })),
      scoring,
    );

  test('the parts make the whole to the fen, whoever claims anything', () => {
    fc.assert(
      fc.property(facts, money, (all, amount) => {
        const claims = claimed(all);
        const sum = sumMoney([...splitOf(amount, claims).values()]);
        expect(sum).toBe(claimsTogether(claims) > 0n ? amount : 0n);
      }),
    );
  });

  test('who claims more never gets less, and nobody is a fen away from the exact part', () => {
    fc.assert(
      fc.property(facts, money, (all, amount) => {
        const claims = claimed(all);
        const split = splitOf(amount, claims);
        const whole = claimsTogether(claims);
        const parts = claims.map(({ countyId, claim }) => ({ claim, fen: split.get(countyId) ?? 0n }));
        for (const one of parts) {
          const off = one.fen * whole - one.claim * amount;
          expect(whole === 0n || (off < whole && off > -whole)).toBe(true);
          for (const other of parts) expect(one.claim > other.claim && one.fen < other.fen).toBe(false);
        }
      }),
    );
  });
});

test('the batch begins with every share above 0: a good grade that completed nothing has none', () => {
  const share = (id: string, amount: string | null) => ({ county: { id }, amount });
  expect(batchLinesOf([share('a', '420413.67'), share('b', '0.00'), share('c', '0.01'), share('d', null)])).toEqual([
    { countyId: 'a', reward: true, amount: '420413.67' },
    { countyId: 'c', reward: true, amount: '0.01' },
  ]);
});

describe('entering it', () => {
  const today = calendarDateOf('2020-08-01');
  const entry = {
    ...{ status: 'closed' as const, claims: claimsOf(COUNTIES, scoring), today },
    ...{ documentNo: '楚财建〔2020〕9号', documentOn: today },
  };
  const codes = (more: Partial<Parameters<typeof againstReward>[0]>) =>
    againstReward({ ...entry, ...more }).map(({ code, field }) => [code, field]);

  test('a season that is over, a document with number and date, or none', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ documentNo: null, documentOn: null })).toEqual([]);
  });

  test('every reason at once', () => {
    expect(codes({ status: 'open', claims: [], documentNo: null, documentOn: calendarDateOf('2020-08-02') })).toEqual([
      ['scoreReward.notFinal', undefined],
      ['scoreReward.document', 'documentNo'],
      ['season.documentInFuture', 'documentOn'],
    ]);
    expect(codes({ documentOn: null })).toEqual([['scoreReward.document', 'documentOn']]);
    expect(codes({ claims: claimsOf(COUNTIES.slice(3), scoring) })).toEqual([['scoreReward.nobody', undefined]]);
  });
});
