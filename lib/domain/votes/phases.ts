import { type Reason, reason } from '../kernel/result';
import type { RoundNumber, RoundStatus, VoteOutcome } from './types';

/** What may be done in a round by how far it is (domain.md §4): ballots while it is open, the second look until it is certified. */
export const takesChecks = (status: RoundStatus): boolean => status === 'open' || status === 'closed';
export const isOver = (status: RoundStatus): boolean => status === 'certified' || status === 'cancelled';

/** A failed round is run again as a new attempt, and so is one that was begun wrongly. */
export const mayRunAgain = (latest: { status: RoundStatus; outcome: VoteOutcome | null } | undefined): boolean =>
  !latest || (isOver(latest.status) && latest.outcome !== 'passed');

export interface NewAttempt {
  round: RoundNumber;
  schemeId: string | null;
  /** a scheme that is named is one of the compound's own */
  schemeIsOwn: boolean;
  /** the vote passed already, and round 2 on this very scheme */
  passed: boolean;
}

/** What stands against a new attempt: only round 2 is about a scheme, and it is about one. */
export function againstStarting({ round, schemeId, schemeIsOwn, passed }: NewAttempt): Reason[] {
  return [
    ...(passed ? [reason('vote.passedAlready', undefined, { field: 'round' })] : []),
    ...(round === 2 && !schemeId
      ? [reason('vote.schemeMissing', undefined, { field: 'schemeId', clause: 'P四(三)2/方案' })]
      : []),
    ...(!schemeIsOwn || (round === 1 && schemeId)
      ? [reason('vote.schemeOfOther', undefined, { field: 'schemeId' })]
      : []),
  ];
}

/** What is over stays as it is; another scheme is named while nobody has been asked about it. */
export const againstChanging = (status: RoundStatus, rebinds = false): Reason[] =>
  isOver(status) || (rebinds && status !== 'draft') ? [reason(`vote.notNow.${status}`)] : [];
