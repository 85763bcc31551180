import { exceeds, leastReaching, percentForEye, type Ratio, reaches } from '../kernel/ratio';
import type { VoteTest } from '../rulebook/schema';
import type { Choice, RollHousehold, Sums, VoteOutcome } from './types';

/** Standing ballots by household; a household without one was not returned (or its ballot was annulled). */
export type Standing = ReadonlyMap<string, Choice>;

const EMPTY: Sums = {
  households: 0n,
  area: 0n,
  voters: 0n,
  agreeHouseholds: 0n,
  agreeArea: 0n,
  disagreeHouseholds: 0n,
  disagreeArea: 0n,
  abstainHouseholds: 0n,
  abstainArea: 0n,
  votersIn: 0n,
  votersAgree: 0n,
};

/**
 * The sums of a roll and what stands, in integers (households, owners, 0.01 m²). What stands for a household outside the roll counts
 * nowhere. A voter with several dwellings is in with the first ballot, and agrees while every one of the ballots agrees.
 */
export function sumsOf(roll: Iterable<RollHousehold>, standing: Standing): Sums {
  const sums = { ...EMPTY };
  const voters = new Map<number, { any: boolean; all: boolean }>();
  for (const { id, area, voter } of roll) {
    const choice = standing.get(id);
    sums.households += 1n;
    sums.area += area;
    if (choice) {
      sums[`${choice}Households`] += 1n;
      sums[`${choice}Area`] += area;
    }
    const known = voters.get(voter) ?? { any: false, all: true };
    voters.set(voter, choice === undefined ? known : { any: true, all: known.all && choice === 'agree' });
  }
  for (const { any, all } of voters.values()) {
    sums.voters += 1n;
    if (any) sums.votersIn += 1n;
    if (any && all) sums.votersAgree += 1n;
  }
  return sums;
}

export const MEASURES = [
  'households',
  'area',
  'participantOwners',
  'participantArea',
  'agreeingOwners',
  'agreeingArea',
] as const;
export type MeasureOf = (typeof MEASURES)[number];

const COUNTED_IN: Record<MeasureOf, 'households' | 'owners' | 'area'> = {
  households: 'households',
  area: 'area',
  participantOwners: 'owners',
  participantArea: 'area',
  agreeingOwners: 'owners',
  agreeingArea: 'area',
};

/** What a measure is counted in, and said in: 户, 人 or ㎡. */
export const countedIn = (of: MeasureOf) => COUNTED_IN[of];

/** One of the ratios that a test asks for. part and whole: households, owners, or 0.01 m². */
export interface Measure {
  of: MeasureOf;
  part: bigint;
  whole: bigint;
  threshold: Ratio;
  /** more than the threshold is asked, not the threshold itself (过半数) */
  strict: boolean;
  reached: boolean;
  /** How much must be added to the part, the whole staying; 0 when reached. Of agreeing ones see `smallestSet`: their whole grows too. */
  missing: bigint;
}

export interface Verdict {
  test: string;
  passed: boolean;
  measures: Measure[];
}

function measure(of: MeasureOf, part: bigint, whole: bigint, threshold: Ratio, strict = false): Measure {
  const reached = strict ? exceeds(part, whole, threshold) : reaches(part, whole, threshold);
  const least = strict ? leastExceeding(whole, threshold) : leastReaching(whole, threshold);
  return { of, part, whole, threshold, strict, reached, missing: reached ? 0n : least - part };
}

/** The smallest part that is over the threshold of a whole. */
const leastExceeding = (whole: bigint, { numerator, denominator }: Ratio): bigint =>
  (whole * BigInt(numerator)) / BigInt(denominator) + 1n;

const participation = (sums: Sums) => ({
  owners: sums.votersIn,
  area: sums.agreeArea + sums.disagreeArea + sums.abstainArea,
});

/**
 * Whether the sums pass a test of the rule book, measure by measure, in integers. (a) 'of-all': P三(三)5, two thirds of all households
 * and of all area agree; what is not returned, and who abstains, counts in the whole only. (b) 'of-participants': 民法典 278, owners
 * count (one with several dwellings once), two thirds take part, and more than half or three quarters of those agree, by both counts.
 */
export function judge(test: VoteTest, sums: Sums): Verdict {
  const measures =
    test.form === 'of-all'
      ? [
          measure('households', sums.agreeHouseholds, sums.households, test.households),
          measure('area', sums.agreeArea, sums.area, test.area),
        ]
      : ofParticipants(test, sums);
  return { test: test.code, passed: measures.every(({ reached }) => reached), measures };
}

function ofParticipants(test: Extract<VoteTest, { form: 'of-participants' }>, sums: Sums): Measure[] {
  const inside = participation(sums);
  const { strict, owners, area } = test.agreement;
  return [
    measure('participantOwners', inside.owners, sums.voters, test.participation.owners),
    measure('participantArea', inside.area, sums.area, test.participation.area),
    measure('agreeingOwners', sums.votersAgree, inside.owners, owners, strict),
    measure('agreeingArea', sums.agreeArea, inside.area, area, strict),
  ];
}

/**
 * '66.67': for the eye only, rounded half up, never up to 100 while something is missing. Whether a threshold is reached is never read off it:
 * 44 522.64 of 66 783.97 m² shows as 66.67 and fails. null where there is no whole.
 */
export const percentOf = ({ part, whole }: Pick<Measure, 'part' | 'whole'>): string | null =>
  percentForEye(part, whole, { digits: 2 }) ?? null;

/** By the test that the programme year names; the others are shown beside it. */
export const outcomeOf = (verdicts: readonly { decides: boolean; passed: boolean }[]): VoteOutcome =>
  verdicts.find(({ decides }) => decides)?.passed ? 'passed' : 'failed';
