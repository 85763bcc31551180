import type { VoteTest } from '../rulebook/schema';
import { judge, type Standing, sumsOf } from './count';
import type { RollHousehold, Sums } from './types';

/**
 * The fewest undecided households (without a standing ballot) that reach every threshold of the test if they agree: largest area first,
 * in the order in which they are worth most (of those alike, in the order of `roll`: of the doors). [] when the test is passed; null when not even all of them would do.
 *
 * Of all (P三(三)5): n households add n to the count and the sum of their areas, so the n largest are the best n.
 * Of participants (民法典 278): a dwelling of a voter of whom nothing is there yet adds an owner too, any other adds its area only. The
 * counts of owners say how many new owners it takes at least; more of them never hurt. So the best are that many voters by their
 * largest dwelling, and then the largest of all that is left until the areas suffice.
 */
export function smallestSet(
  test: VoteTest,
  roll: readonly RollHousehold[],
  standing: Standing,
): RollHousehold[] | null {
  const sums = sumsOf(roll, standing);
  const undecided = roll.filter(({ id }) => !standing.has(id)).sort(byArea);
  if (judge(test, sums).passed) return [];
  return test.form === 'of-all' ? largest(test, sums, undecided) : withNewOwners(test, sums, roll, standing, undecided);
}

/** Largest first; of two alike the one that comes first in the roll: the list is the same for everybody, and alike flats lie on one staircase. */
const byArea = (a: RollHousehold, b: RollHousehold): number => (a.area === b.area ? 0 : a.area > b.area ? -1 : 1);

function agreeing(sums: Sums, households: bigint, area: bigint, voters: bigint): Sums {
  return {
    ...sums,
    agreeHouseholds: sums.agreeHouseholds + households,
    agreeArea: sums.agreeArea + area,
    votersIn: sums.votersIn + voters,
    votersAgree: sums.votersAgree + voters,
  };
}

function largest(test: VoteTest, sums: Sums, undecided: readonly RollHousehold[]): RollHousehold[] | null {
  let area = 0n;
  for (const [at, home] of undecided.entries()) {
    area += home.area;
    if (judge(test, agreeing(sums, BigInt(at + 1), area, 0n)).passed) return undecided.slice(0, at + 1);
  }
  return null;
}

const OF_OWNERS = new Set<string>(['participantOwners', 'agreeingOwners']);

/** Whether the measures that count owners are reached, or those that count area. */
const reachedOf = (what: 'owners' | 'area', test: VoteTest, sums: Sums): boolean =>
  judge(test, sums).measures.every(({ of, reached }) => OF_OWNERS.has(of) !== (what === 'owners') || reached);

function withNewOwners(
  test: VoteTest,
  sums: Sums,
  roll: readonly RollHousehold[],
  standing: Standing,
  undecided: readonly RollHousehold[],
): RollHousehold[] | null {
  const inside = new Set(roll.filter(({ id }) => standing.has(id)).map(({ voter }) => voter));
  const firsts: RollHousehold[] = [];
  for (const home of undecided) {
    if (inside.has(home.voter)) continue;
    inside.add(home.voter);
    firsts.push(home);
  }
  const owners = Array.from({ length: firsts.length + 1 }, (_, count) => count).find((count) =>
    reachedOf('owners', test, agreeing(sums, 0n, 0n, BigInt(count))),
  );
  if (owners === undefined) return null;
  const chosen = firsts.slice(0, owners);
  const held = new Set(chosen.map(({ id }) => id));
  const rest = undecided.filter(({ id }) => !held.has(id));
  let area = chosen.reduce((sum, home) => sum + home.area, 0n);
  while (!reachedOf('area', test, agreeing(sums, 0n, area, 0n))) {
    const next = rest.shift();
    if (!next) return null;
    chosen.push(next);
    area += next.area;
  }
  return chosen.sort(byArea);
}
