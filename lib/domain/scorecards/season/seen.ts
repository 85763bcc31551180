import { can } from '../../accounts/permissions';
import type { Role } from '../../accounts/roles';
import type { CalendarDate } from '../../kernel/calendar-date';
import { canDispute } from './disputes';
import { isOver } from './overdue';
import { type CardState, hasReached } from './types';

/** What of a card there is for this person to see: reviewers' words are the county's to read once the review is completed, the deliberation once it was held. */
export interface Seen {
  /** false: the county did not score itself, its card was taken in */
  self: boolean;
  review: boolean;
  deliberation: boolean;
}

export function seenBy(level: string, { status, takenIn }: { status: CardState; takenIn: boolean }): Seen {
  const isPrefecture = level === 'prefecture';
  return {
    self: !takenIn,
    review: isPrefecture || hasReached(status, 'reviewed'),
    deliberation: isPrefecture || hasReached(status, 'deliberated'),
  };
}

export interface CardMay {
  self: boolean;
  takeIn: boolean;
  opinion: boolean;
  decide: boolean;
  return: boolean;
  dispute: boolean;
  answerDispute: boolean;
  deliberate: boolean;
}

interface At {
  status: CardState;
  selfDueOn: CalendarDate;
  disputeUntil: CalendarDate | null;
  today: CalendarDate;
}

/** What this person can do on the card now; the same steps are asked when it is done. */
export function mayOn(role: Role, { status, selfDueOn, disputeUntil, today }: At): CardMay {
  const [self, review, decide] = [
    can(role, 'scorecard.self'),
    can(role, 'scorecard.review'),
    can(role, 'scorecard.decide'),
  ];
  const isReviewed = status === 'reviewed';
  return {
    self: self && status === 'open',
    takeIn: decide && status === 'open' && isOver({ selfDueOn, today }),
    opinion: review && status === 'submitted',
    decide: decide && status === 'submitted',
    return: decide && status === 'submitted',
    dispute: self && isReviewed && canDispute(disputeUntil, today),
    answerDispute: decide && isReviewed,
    deliberate: decide && isReviewed,
  };
}
