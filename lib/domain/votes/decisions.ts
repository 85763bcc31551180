import type { BallotView } from './answers';
import type { BallotInput } from './schema';

/** Mine in place of the other's, which stays in history; or kept beside it, counted nowhere. */
export type Way = 'replaces' | 'beside';

/** Of two ballots for one household: the other's stays, or mine goes its way and says why. */
export type Decision = { how: 'leave' } | { how: Way; reason: string };

/** A ballot towards the one that stands now; what it was decided before stood towards another. */
export function towards(mine: BallotInput, how: Way, otherId: string, reason: string): BallotInput {
  const { replaces: _, beside: __, ...ballot } = mine;
  return { ...ballot, [how]: otherId, reason };
}

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
    return decision.how === 'leave' ? [] : towards(mine, decision.how, other, decision.reason);
  });
}
