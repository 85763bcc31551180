import { type Decision, decide, type Reason, reason } from '../kernel/result';
import type { Choice, RoundStatus } from '../votes/types';
import type { NoticeStatus, Verdict } from './types';

export interface ToAnswer {
  notice: NoticeStatus;
  answered: boolean;
  /** of the household that it is about, where it is about one */
  household: { round: RoundStatus; hasBallot: boolean; choice: Choice | null } | null;
}

export interface Answering {
  verdict: Verdict;
  ballot: { change: 'annul' } | { change: 'correct'; choice: Choice } | null;
}

function ballotReasons({ household }: ToAnswer, { verdict, ballot }: Answering): Reason[] {
  if (!ballot) return [];
  if (verdict === 'dismissed') return [reason('notices.dismissedChangesNothing', undefined, { field: 'ballot' })];
  if (!household) return [reason('notices.noHousehold', undefined, { field: 'ballot' })];
  const { round, hasBallot, choice } = household;
  if (round !== 'open' && round !== 'closed') return [reason('notices.roundOver', undefined, { field: 'ballot' })];
  if (!hasBallot) return [reason('notices.noBallot', undefined, { field: 'ballot' })];
  if (ballot.change === 'annul' && choice === null)
    return [reason('notices.annulledAlready', undefined, { field: 'ballot' })];
  return ballot.change === 'correct' && ballot.choice === choice
    ? [reason('notices.sameChoice', undefined, { field: 'choice' })]
    : [];
}

/** Each objection is answered once; what an upheld one changes, it changes while the round can still be corrected. */
export function answerable(objection: ToAnswer, answer: Answering): Decision<true> {
  return decide(true, [
    ...(objection.answered ? [reason('notices.answeredAlready')] : []),
    ...(objection.notice === 'draft' ? [reason('notices.notPublished')] : []),
    ...ballotReasons(objection, answer),
  ]);
}
