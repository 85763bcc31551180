import { type Reason, reason } from '../kernel/result';

/** A compound of a chosen project that another project of the year, or another chosen one, holds as well. */
export interface HeldTwice {
  project: string;
  compound: string;
  /** the other one, with its code */
  other: string;
}

/** A compound is in one project of a year: a plan does not take up a second one (domain.md §5). */
export const againstTakingUp = (held: readonly HeldTwice[]): Reason[] =>
  held.map(({ project, compound, other }) => reason('annual.compoundTwice', { project, compound, other }));
