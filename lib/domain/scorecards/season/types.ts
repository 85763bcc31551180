import type { Role } from '../../accounts/roles';

/** A season lasts from its opening to the consent of the prefecture government. */
export const SEASON_STATES = ['open', 'closed'] as const;
export type SeasonState = (typeof SEASON_STATES)[number];

/** open: with the county. submitted: facts frozen, with the reviewers. reviewed: may be disputed. deliberated: waits for the consent. final: over (domain.md §8). */
export const CARD_STATES = ['open', 'submitted', 'reviewed', 'deliberated', 'final'] as const;
export type CardState = (typeof CARD_STATES)[number];

/** Whose opinion it is: 住建局、发改委、财政局 of the prefecture. */
export const REVIEW_BODIES = ['housing', 'drc', 'finance'] as const;
export type ReviewBody = (typeof REVIEW_BODIES)[number];

const BODY_OF: Partial<Record<Role, ReviewBody>> = {
  prefecture_bureau: 'housing',
  prefecture_drc: 'drc',
  prefecture_finance: 'finance',
};
/** null: no reviewer. */
export const bodyOf = (role: Role): ReviewBody | null => BODY_OF[role] ?? null;

/** How a line of the review came about. */
export const LINE_ORIGINS = ['self', 'agreed', 'decided', 'rest', 'dispute', 'deliberation'] as const;
export type LineOrigin = (typeof LINE_ORIGINS)[number];

export const DISPUTE_STATES = ['open', 'upheld', 'dismissed'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export const VETO_VERDICTS = ['applies', 'doesNotApply'] as const;
export type VetoVerdict = (typeof VETO_VERDICTS)[number];

export const COMMENT_KINDS = ['department', 'residents'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

export const SCORE_EVENTS = [
  'opened',
  'dueMoved',
  'submitted',
  'takenIn',
  'returned',
  'opinion',
  'decided',
  'rest',
  'siteCheck',
  'bonusDecided',
  'vetoDecided',
  'reviewed',
  'disputed',
  'disputeAnswered',
  'deliberated',
  'final',
  'sanctioned',
] as const;
export type ScoreEvent = (typeof SCORE_EVENTS)[number];

/** Whether the card has come as far as that. */
export const hasReached = (status: CardState, state: CardState): boolean =>
  CARD_STATES.indexOf(status) >= CARD_STATES.indexOf(state);
