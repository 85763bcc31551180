import type { VoteTest } from '../rulebook/schema';
import { judge, type Standing, sumsOf } from './count';
import type { RollHousehold, Sums } from './types';
import { numberVoters } from './voters';

/** A dwelling of the frozen roll or of today's register, as far as it can change a result. */
export interface Dwelling {
  id: string;
  area: bigint | null;
  ownerIds: readonly string[];
}

export interface Change {
  householdId: string;
  kind: 'added' | 'gone' | 'area' | 'owners';
  from: Dwelling | null;
  to: Dwelling | null;
  /** whether the result would be another, had the roll held this one change */
  wouldChange: boolean;
}

const rollOf = (dwellings: readonly Dwelling[]): RollHousehold[] => {
  const voters = numberVoters(dwellings);
  return dwellings.map(({ id, area }) => ({ id, area: area ?? 0n, voter: voters.get(id)?.voter ?? 0 }));
};

const sameOwners = (a: Dwelling, b: Dwelling): boolean =>
  [...a.ownerIds].sort().join() === [...b.ownerIds].sort().join();

const exchanged = (frozen: readonly Dwelling[], from: Dwelling | null, to: Dwelling | null): Dwelling[] => [
  ...frozen.flatMap((dwelling) => (dwelling.id === from?.id ? (to ? [to] : []) : [dwelling])),
  ...(from === null && to ? [to] : []),
];

/** The sums of households and areas with one dwelling exchanged. */
function moved(sums: Sums, standing: Standing, from: Dwelling | null, to: Dwelling | null): Sums {
  const then = { ...sums };
  const put = (dwelling: Dwelling | null, sign: bigint) => {
    if (!dwelling) return;
    const area = sign * (dwelling.area ?? 0n);
    const choice = standing.get(dwelling.id);
    then.households += sign;
    then.area += area;
    if (choice) {
      then[`${choice}Households`] += sign;
      then[`${choice}Area`] += area;
    }
  };
  put(from, -1n);
  put(to, 1n);
  return then;
}

/**
 * What changed in the register since the roll was frozen (domain.md §4: a later change never alters an old round), each change by itself:
 * would the deciding test come out otherwise? A change changes nothing; it is a reason for a new round at most.
 */
export function registerChanges(
  test: VoteTest,
  frozen: readonly Dwelling[],
  today: readonly Dwelling[],
  standing: Standing,
): Change[] {
  const sums = sumsOf(rollOf(frozen), standing);
  const result = judge(test, sums).passed;
  const other = (from: Dwelling | null, to: Dwelling | null): boolean => {
    // voters are numbered over all dwellings; the policy's own test knows none, and is spared the numbering
    const then =
      test.form === 'of-all' ? moved(sums, standing, from, to) : sumsOf(rollOf(exchanged(frozen, from, to)), standing);
    return judge(test, then).passed !== result;
  };
  const now = new Map(today.map((dwelling) => [dwelling.id, dwelling]));
  const then = new Set(frozen.map(({ id }) => id));
  const changes: Change[] = [];
  for (const from of frozen) {
    const to = now.get(from.id) ?? null;
    const kind = !to ? 'gone' : to.area !== from.area ? 'area' : sameOwners(from, to) ? null : 'owners';
    if (kind) changes.push({ householdId: from.id, kind, from, to, wouldChange: other(from, to) });
  }
  for (const to of today) {
    if (!then.has(to.id))
      changes.push({
        householdId: to.id,
        kind: 'added',
        from: null,
        to,
        wouldChange: other(null, to),
      });
  }
  return changes;
}

/** All of them together: two changes that matter to nothing alone may decide it as a pair, or undo each other. */
export function wouldChangeTogether(
  test: VoteTest,
  frozen: readonly Dwelling[],
  today: readonly Dwelling[],
  standing: Standing,
): boolean {
  const passed = (dwellings: readonly Dwelling[]) => judge(test, sumsOf(rollOf(dwellings), standing)).passed;
  return passed(frozen) !== passed(today);
}
