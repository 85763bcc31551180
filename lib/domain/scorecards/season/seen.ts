import { can } from '../../accounts/permissions';
import type { Role } from '../../accounts/roles';
import type { CalendarDate } from '../../kernel/calendar-date';
import { canDispute } from './disputes';
import { type CardState, hasReached } from './types';

/** What of a card this person may see: reviewers' words are the county's to read once the review is completed, the deliberation once it was held. */
export interface Seen {
  review: boolean;
  deliberation: boolean;
}

export const seenBy = (level: string, status: CardState): Seen =>
  level === 'prefecture'
    ? { review: true, deliberation: true }
    : { review: hasReached(status, 'reviewed'), deliberation: hasReached(status, 'deliberated') };

export interface CardMay {
  self: boolean;
  opinion: boolean;
  decide: boolean;
  return: boolean;
  dispute: boolean;
  answerDispute: boolean;
  deliberate: boolean;
}

interface At {
  status: CardState;
  disputeUntil: CalendarDate | null;
  today: CalendarDate;
}

/** What this person can do on the card now; the same steps are asked when it is done. */
export function mayOn(role: Role, { status, disputeUntil, today }: At): CardMay {
  const [self, review, decide] = [
    can(role, 'scorecard.self'),
    can(role, 'scorecard.review'),
    can(role, 'scorecard.decide'),
  ];
  const isReviewed = status === 'reviewed';
  return {
    self: self && status === 'open',
    opinion: review && status === 'submitted',
    decide: decide && status === 'submitted',
    return: decide && status === 'submitted',
    dispute: self && isReviewed && canDispute(disputeUntil, today),
    answerDispute: decide && isReviewed,
    deliberate: decide && isReviewed,
  };
}
