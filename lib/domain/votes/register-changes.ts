import type { VoteTest } from '../rulebook/schema';
import { judge, type Standing, sumsOf } from './count';
import type { RollHousehold } from './types';
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
  const passes = (dwellings: readonly Dwelling[]) => judge(test, sumsOf(rollOf(dwellings), standing)).passed;
  const result = passes(frozen);
  const now = new Map(today.map((dwelling) => [dwelling.id, dwelling]));
  const then = new Set(frozen.map(({ id }) => id));
  const swapped = (id: string, to: Dwelling | null) =>
    frozen.flatMap((dwelling) => (dwelling.id === id ? (to ? [to] : []) : [dwelling]));
  const changes: Change[] = [];
  for (const from of frozen) {
    const to = now.get(from.id) ?? null;
    const kind = !to ? 'gone' : to.area !== from.area ? 'area' : sameOwners(from, to) ? null : 'owners';
    if (kind)
      changes.push({ householdId: from.id, kind, from, to, wouldChange: passes(swapped(from.id, to)) !== result });
  }
  for (const to of today) {
    if (!then.has(to.id))
      changes.push({
        householdId: to.id,
        kind: 'added',
        from: null,
        to,
        wouldChange: passes([...frozen, to]) !== result,
      });
  }
  return changes;
}
