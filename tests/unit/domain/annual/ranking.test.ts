import { describe, expect, test } from 'vitest';
import { rankProjects, totalOf } from '@/lib/domain/annual/ranking';
import type { Candidate, RankedCompound } from '@/lib/domain/annual/types';
import { weightReasons, weightsOf } from '@/lib/domain/annual/weights';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';

const WEIGHTS = { condition: 40, willingness: 40, mechanism: 20 };
const MEASURES = {
  ...{ deficiencies: 4, facilities: 19, cutOffYear: 1999 },
  scale: workflowOf(chuxiong2020).rankingScale,
};

const compound = (more: Partial<RankedCompound> = {}): RankedCompound => ({
  households: 400,
  deficiencies: 3,
  worn: 19,
  decisiveYear: 1989,
  ownersCommittee: true,
  propertyService: null,
  maintenanceFund: false,
  round: { round: 2, agreeHouseholds: 312, households: 400, agreeArea: 3_200_000n, area: 4_000_000n },
  area: 4_000_000n,
  ...more,
});
const candidate = (code: string, compounds: RankedCompound[], more: Partial<Candidate> = {}): Candidate => ({
  id: code,
  code,
  appliedOn: calendarDateOf('2020-03-01'),
  preference: null,
  compounds,
  papers: ['propertyServicePlan', 'design'],
  ...more,
});
const rank = (...candidates: Candidate[]) => rankProjects(candidates, WEIGHTS, MEASURES);
const linesOf = (one: Candidate) =>
  rank(one)[0]?.factors.flatMap(({ parts }) =>
    parts.map(({ code, part, whole, points }) => [code, part, whole, points]),
  );

describe('scores, worked by hand', () => {
  test('one compound: 3 of 4 deficiencies, 19 of 38, ten years; 312 of 400 agree; a committee and one paper', () => {
    expect(linesOf(candidate('A', [compound()]))).toEqual([
      ['deficiencies', 1_200n, 1_600n, 3_000], // 40.00 × 3/4
      ['facilities', 7_600n, 15_200n, 2_000], // 40.00 × 1/2
      ['age', 4_000n, 8_000n, 1_000], // 20.00 × 10/20
      ['agreeHouseholds', 312n, 400n, 7_800], // 312/400 = 78.00
      ['agreeArea', 3_200_000n, 4_000_000n, 8_000],
      ['ownersCommittee', 400n, 400n, 2_500],
      ['propertyService', 0n, 400n, 0],
      ['maintenanceFund', 0n, 400n, 0],
      ['propertyServicePlan', 1n, 1n, 1_000],
      ['maintenanceFundPlan', 0n, 1n, 0],
      ['managementPlan', 0n, 1n, 0],
    ]);
    // 40 % × 60.00 + 40 % × 78.00 + 20 % × 35.00 = 24.00 + 31.20 + 7.00
    expect(rank(candidate('A', [compound()]))[0]).toMatchObject({ rank: 1, total: 6_220 });
  });

  test('several compounds weigh by their households; one without a round agreed to nothing', () => {
    const small = compound({ households: 100, deficiencies: 1, ownersCommittee: null, round: null, area: 1_000_000n });
    const lines = linesOf(candidate('B', [compound(), small]));
    // (400 × 3 + 100 × 1) / (500 × 4) × 40.00 = 26.00; 312 of 500 and 32 000.00 of 50 000.00 m²
    expect(lines?.[0]).toEqual(['deficiencies', 1_300n, 2_000n, 2_600]);
    expect(lines?.[3]).toEqual(['agreeHouseholds', 312n, 500n, 6_240]);
    expect(lines?.[4]).toEqual(['agreeArea', 3_200_000n, 5_000_000n, 6_400]);
    expect(lines?.[5]).toEqual(['ownersCommittee', 400n, 500n, 2_000]);
  });

  test('the smaller share counts, and is never 100 while somebody is missing', () => {
    const round = { round: 1, agreeHouseholds: 400, households: 400, agreeArea: 3_999_999n, area: 4_000_000n };
    const [, willingness] = rank(candidate('C', [compound({ round })]))[0]?.factors ?? [];
    expect(willingness?.score).toBe(9_999);
    expect(willingness?.parts.map(({ counts }) => counts)).toEqual([false, true]);
  });

  test('nothing recorded earns nothing, and divides by nothing', () => {
    const bare = compound({
      households: 0,
      deficiencies: 0,
      worn: 0,
      decisiveYear: null,
      ownersCommittee: null,
      round: null,
      area: 0n,
    });
    expect(rank(candidate('D', [bare], { papers: [] }))[0]?.total).toBe(0);
    expect(rank(candidate('E', [], { papers: [] }))[0]?.total).toBe(0);
  });

  test('a building of the cut-off year or younger is no year older; older than twenty years counts twenty', () => {
    const ages = [2005, 1999, 1979, 1950].map(
      (decisiveYear) => linesOf(candidate('F', [compound({ decisiveYear })]))?.[2]?.[3],
    );
    expect(ages).toEqual([0, 0, 2_000, 2_000]);
  });

  test('the total is rounded half up, once', () => {
    expect(
      totalOf([
        { weight: 33, score: 50 },
        { weight: 67, score: 0 },
      ]),
    ).toBe(17); // 16.5
    expect(totalOf([{ weight: 100, score: 10_000 }])).toBe(10_000);
  });
});

describe('order', () => {
  test('ties: willingness, then condition, then the earlier application, then the code', () => {
    const same = [compound()];
    const willing = compound({
      deficiencies: 2, // −10.00 condition
      round: { round: 2, agreeHouseholds: 352, households: 400, agreeArea: 3_520_000n, area: 4_000_000n }, // +10.00
    });
    const order = rank(
      candidate('Z', same),
      candidate('B', same),
      candidate('Y', same, { appliedOn: calendarDateOf('2020-02-01') }),
      candidate('W', [willing]),
    );
    expect(order.map(({ code, rank: place, total }) => [code, place, total])).toEqual([
      ['W', 1, 6_220],
      ['Y', 2, 6_220],
      ['B', 3, 6_220],
      ['Z', 4, 6_220],
    ]);
  });

  test('whatever order they come in, they are ranked alike', () => {
    const all = ['A', 'B', 'C', 'D'].map((code, at) => candidate(code, [compound({ deficiencies: at % 3 })]));
    expect(rank(...all.toReversed())).toEqual(rank(...all));
  });
});

describe('weights', () => {
  test("the year's own, else the rule book's; together 100", () => {
    expect(weightsOf(chuxiong2020, null)).toEqual(WEIGHTS);
    expect(weightsOf(chuxiong2020, { condition: 50, willingness: 30, mechanism: 20 }).condition).toBe(50);
    expect(weightReasons(WEIGHTS)).toEqual([]);
    expect(weightReasons({ ...WEIGHTS, mechanism: 30 })).toMatchObject([{ params: { found: 110, expected: 100 } }]);
  });
});
