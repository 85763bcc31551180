import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { VoteTest } from '@/lib/domain/rulebook/schema';
import { countedIn, judge, MEASURES, outcomeOf, percentOf, sumsOf } from '@/lib/domain/votes/count';
import type { Choice, RollHousehold } from '@/lib/domain/votes/types';
import { rolls } from './rolls';

const testOf = (code: string): VoteTest => {
  const found = chuxiong2020.votes.tests.find((test) => test.code === code);
  if (!found) throw new Error(code);
  return found;
};
const policy = testOf('policy-two-thirds');
const majority = testOf('civil-code-majority');
const threeQuarters = testOf('civil-code-three-quarters');

/** So many households of one area each, the first of which voted so. */
function compound(areas: readonly bigint[], votes: readonly Choice[]) {
  const roll = areas.map((area, at): RollHousehold => ({ id: `${at}`, area, voter: at + 1 }));
  return sumsOf(roll, new Map(votes.map((choice, at) => [`${at}`, choice])));
}
const alike = (count: number, area: bigint) => Array.from({ length: count }, () => area);
const votes = (agree: number, disagree = 0, abstain = 0): Choice[] => [
  ...Array.from({ length: agree }, () => 'agree' as const),
  ...Array.from({ length: disagree }, () => 'disagree' as const),
  ...Array.from({ length: abstain }, () => 'abstain' as const),
];

describe('the fixtures of domain.md §4', () => {
  it('44 522.64 of 66 783.97 m² shows as 66.67 % and fails; 44 522.65 passes', () => {
    // 44 522.64 / 66 783.97 is a hair under two thirds
    const failing = compound([4_452_264n, 2_226_133n], votes(1));
    const area = judge(policy, failing).measures[1];
    expect(area).toMatchObject({ of: 'area', part: 4_452_264n, whole: 6_678_397n, reached: false, missing: 1n });
    expect(area && percentOf(area)).toBe('66.67');
    const passing = compound([4_452_265n, 2_226_132n], votes(1));
    expect(judge(policy, passing).measures[1]).toMatchObject({ reached: true, missing: 0n });
  });

  it('268 of 403 households fails, 269 passes', () => {
    expect(judge(policy, compound(alike(403, 1n), votes(268))).measures[0]).toMatchObject({
      reached: false,
      missing: 1n,
    });
    expect(judge(policy, compound(alike(403, 1n), votes(269))).passed).toBe(true);
  });

  it('200 of 300 units of 88.33 m² each is exactly 2/3 and passes', () => {
    const sums = compound(alike(300, 8_833n), votes(200));
    expect(judge(policy, sums).passed).toBe(true);
    // adding floating-point numbers says that it fails
    const float = Array.from({ length: 200 }, () => 88.33).reduce((a, b) => a + b, 0);
    const all = Array.from({ length: 300 }, () => 88.33).reduce((a, b) => a + b, 0);
    expect(float / all >= 2 / 3).toBe(false);
  });

  it('300 of 300 vote, 210 yes: the policy passes, three quarters of the Civil Code fail', () => {
    const sums = compound(alike(300, 10_000n), votes(210, 90));
    expect(judge(policy, sums).passed).toBe(true);
    expect(judge(threeQuarters, sums).passed).toBe(false);
  });

  it('200 of 300 vote, 150 yes: the policy fails, the Civil Code passes', () => {
    const sums = compound(alike(300, 10_000n), votes(150, 50));
    expect(judge(policy, sums).passed).toBe(false);
    expect(judge(threeQuarters, sums).passed).toBe(true);
    expect(judge(majority, sums).passed).toBe(true);
  });

  it('exactly half of those who take part is no majority, one more is', () => {
    expect(judge(majority, compound(alike(300, 100n), votes(100, 100))).passed).toBe(false);
    expect(judge(majority, compound(alike(300, 100n), votes(101, 99))).passed).toBe(true);
  });
});

it('the test that decides makes the outcome, whatever the others say', () => {
  const [yes, no] = [
    { decides: true, passed: true },
    { decides: false, passed: false },
  ];
  expect(outcomeOf([no, yes])).toBe('passed');
  expect(
    outcomeOf([
      { ...yes, passed: false },
      { ...no, passed: true },
    ]),
  ).toBe('failed');
  expect(outcomeOf([])).toBe('failed');
});

it('counts each measure in households, owners or area', () => {
  expect(MEASURES.map(countedIn)).toEqual(['households', 'area', 'owners', 'area', 'owners', 'area']);
});

describe('who counts once', () => {
  it('one owner of many dwellings is one voter: in with the first ballot, agreeing while all agree', () => {
    const roll: RollHousehold[] = [
      { id: 'a', area: 50n, voter: 1 },
      { id: 'b', area: 60n, voter: 1 },
      { id: 'c', area: 70n, voter: 2 },
    ];
    expect(sumsOf(roll, new Map([['a', 'agree']]))).toMatchObject({
      voters: 2n,
      votersIn: 1n,
      votersAgree: 1n,
      agreeArea: 50n,
    });
    const split = sumsOf(
      roll,
      new Map([
        ['a', 'agree'],
        ['b', 'disagree'],
      ]),
    );
    expect(split).toMatchObject({ votersIn: 1n, votersAgree: 0n, agreeHouseholds: 1n, disagreeHouseholds: 1n });
  });

  it('what stands for a household outside the roll counts nowhere', () => {
    expect(sumsOf([{ id: 'a', area: 5n, voter: 1 }], new Map([['x', 'agree']]))).toMatchObject({ agreeHouseholds: 0n });
  });
});

/** The same asked the slow way: every vote written out, every share compared with fractions of whole numbers. */
function bruteForce(test: VoteTest, roll: readonly RollHousehold[], standing: ReadonlyMap<string, Choice>): boolean {
  const total = (of: readonly RollHousehold[]) => of.reduce((sum, { area }) => sum + area, 0n);
  const said = (choice: Choice) => roll.filter(({ id }) => standing.get(id) === choice);
  const atLeast = (part: bigint, whole: bigint, n: number, d: number) =>
    whole > 0n && part * BigInt(d) >= BigInt(n) * whole;
  if (test.form === 'of-all') {
    const yes = said('agree');
    return (
      atLeast(BigInt(yes.length), BigInt(roll.length), test.households.numerator, test.households.denominator) &&
      atLeast(total(yes), total(roll), test.area.numerator, test.area.denominator)
    );
  }
  const voters = [...new Set(roll.map(({ voter }) => voter))];
  const ballotsOf = (voter: number) =>
    roll.filter((home) => home.voter === voter).flatMap(({ id }) => standing.get(id) ?? []);
  const inside = voters.filter((voter) => ballotsOf(voter).length > 0);
  const yes = inside.filter((voter) => ballotsOf(voter).every((choice) => choice === 'agree'));
  const part = roll.filter(({ id }) => standing.has(id));
  const { participation, agreement } = test;
  const over = (a: bigint, b: bigint, n: number, d: number) =>
    agreement.strict ? b > 0n && a * BigInt(d) > BigInt(n) * b : atLeast(a, b, n, d);
  return (
    atLeast(
      BigInt(inside.length),
      BigInt(voters.length),
      participation.owners.numerator,
      participation.owners.denominator,
    ) &&
    atLeast(total(part), total(roll), participation.area.numerator, participation.area.denominator) &&
    over(BigInt(yes.length), BigInt(inside.length), agreement.owners.numerator, agreement.owners.denominator) &&
    over(total(said('agree')), total(part), agreement.area.numerator, agreement.area.denominator)
  );
}

describe('the count, over arbitrary rolls', () => {
  it.each([policy, majority, threeQuarters])('$code agrees with a brute-force count', (test) => {
    fc.assert(
      fc.property(rolls(), ({ roll, standing }) => {
        expect(judge(test, sumsOf(roll, standing)).passed).toBe(bruteForce(test, roll, standing));
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order, nor on how ballots were bundled', () => {
    fc.assert(
      fc.property(rolls(), fc.infiniteStream(fc.nat()), ({ roll, standing }, noise) => {
        const order = new Map(roll.map(({ id }) => [id, noise.next().value as number]));
        const shuffled = [...roll].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
        // recorded one by one, in another order, in bundles: what stands is the same map
        const bundled = new Map([...standing].reverse());
        expect(sumsOf(shuffled, bundled)).toEqual(sumsOf(roll, standing));
      }),
    );
  });

  it('a compound counted in parts is the compound: sums of buildings make the whole', () => {
    fc.assert(
      fc.property(rolls(), fc.nat(), ({ roll, standing }, cut) => {
        const at = roll.length === 0 ? 0 : cut % roll.length;
        const [one, two] = [sumsOf(roll.slice(0, at), standing), sumsOf(roll.slice(at), standing)];
        const whole = sumsOf(roll, standing);
        for (const key of [
          'households',
          'area',
          'agreeHouseholds',
          'agreeArea',
          'disagreeArea',
          'abstainHouseholds',
        ] as const)
          expect(one[key] + two[key]).toBe(whole[key]);
      }),
    );
  });

  it('what is missing is exactly what is missing: with it the measure is reached, with one less it is not', () => {
    fc.assert(
      fc.property(rolls(), ({ roll, standing }) => {
        for (const { part, whole, threshold, missing, reached } of judge(policy, sumsOf(roll, standing)).measures) {
          const holds = (p: bigint) => p * BigInt(threshold.denominator) >= whole * BigInt(threshold.numerator);
          if (reached || whole === 0n) continue;
          expect(holds(part + missing)).toBe(true);
          expect(holds(part + missing - 1n)).toBe(false);
        }
      }),
    );
  });

  it('never shows 100 % while a household is missing', () => {
    fc.assert(
      fc.property(rolls(), ({ roll, standing }) => {
        for (const measure of judge(policy, sumsOf(roll, standing)).measures)
          if (measure.part < measure.whole) expect(percentOf(measure)).not.toBe('100.00');
      }),
    );
  });
});
