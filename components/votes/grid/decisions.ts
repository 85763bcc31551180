import type { BallotView } from '@/lib/domain/votes/answers';
import type { BallotInput } from '@/lib/domain/votes/schema';

/** Of two ballots for one household: the other's stays, mine takes its place, or mine is kept beside it and counts nowhere. */
export type Decision = { how: 'leave' } | { how: 'replaces' | 'beside'; reason: string };

/** What is left to send once each household is decided. */
export function decided(
  sent: readonly BallotInput[],
  theirs: readonly BallotView[],
  decisions: ReadonlyMap<string, Decision>,
): BallotInput[] {
  const standing = new Map(theirs.map(({ householdId, id }) => [householdId, id]));
  return sent.flatMap((mine) => {
    const other = standing.get(mine.householdId);
    if (!other) return mine;
    const decision = decisions.get(mine.householdId) ?? { how: 'leave' };
    const { replaces: _, beside: __, ...ballot } = mine;
    return decision.how === 'leave' ? [] : { ...ballot, [decision.how]: other, reason: decision.reason };
  });
}

const PLACE = /^ballots\.(\d+)\./;

/** What the server said of each household of a request that it refused. */
export function refusalsOf(
  sent: readonly Pick<BallotInput, 'householdId'>[],
  reasons: readonly { field?: string; message: string }[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { field, message } of reasons) {
    const at = PLACE.exec(field ?? '')?.[1];
    const id = at === undefined ? undefined : sent[Number(at)]?.householdId;
    if (id) found.set(id, [...(found.get(id) ?? []), message]);
  }
  return found;
}
