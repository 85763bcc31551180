import type { Rulebook } from '../rulebook/schema';
import { plannedOf } from './needs';
import type { ProjectFacts } from './types';

export type Changed = 'design' | 'estimate' | 'ownersShare';

export interface ChangeSinceVote {
  what: Changed;
  /** scheme versions for the design, fen for money */
  voted: bigint;
  now: bigint;
  /** the change in 0.01 %, rounded half up; null where nothing was voted to compare with */
  hundredthsOfPercent: bigint | null;
  beyond: boolean;
}

/** Beyond the tolerance: |now − voted| × 100 > tolerance × voted, in integers; anything is beyond nothing. */
export function isBeyond(voted: bigint, now: bigint, tolerancePercent: number): boolean {
  const difference = now > voted ? now - voted : voted - now;
  return difference * 100n > BigInt(tolerancePercent) * voted;
}

function money(what: Changed, voted: bigint, now: bigint, tolerancePercent: number): ChangeSinceVote[] {
  if (voted === now) return [];
  const difference = now > voted ? now - voted : voted - now;
  const share = voted === 0n ? null : (difference * 20_000n + voted) / (2n * voted);
  return [{ what, voted, now, hundredthsOfPercent: share, beyond: isBeyond(voted, now, tolerancePercent) }];
}

/**
 * What has changed since round 2 approved it (domain.md §5, 决定/变更幅度): the design's version, the estimate, the residents' share.
 * Sums over the compounds that voted; nothing while one of them has not. Beyond the tolerance the project asks 重新征求意见?
 */
export function changesSinceVote(facts: ProjectFacts, { schemeChange }: Rulebook): ChangeSinceVote[] {
  const voted = facts.compounds.flatMap((compound) =>
    compound.roundTwo.passed && compound.voted ? [compound.voted] : [],
  );
  if (voted.length === 0 || voted.length < facts.compounds.length) return [];
  const sum = (of: (one: (typeof voted)[number]) => bigint) => voted.reduce((total, one) => total + of(one), 0n);
  const { tolerancePercent } = schemeChange;
  const designs = voted.flatMap(({ schemeNo, latestNo }): ChangeSinceVote[] =>
    latestNo > schemeNo
      ? [{ what: 'design', voted: BigInt(schemeNo), now: BigInt(latestNo), hundredthsOfPercent: null, beyond: true }]
      : [],
  );
  const estimate = sum((one) => one.estimate);
  const share = sum((one) => one.ownersShare);
  return [
    ...designs,
    ...money('estimate', estimate, facts.estimate ?? estimate, tolerancePercent),
    ...money('ownersShare', share, plannedOf(facts).residentShare, tolerancePercent),
  ];
}
