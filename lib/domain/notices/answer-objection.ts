import { type Decision, decide, type Reason, reason } from '../kernel/result';
import type { Choice, RoundStatus } from '../votes/types';
import { type HandedInFacts, handedInReasons } from './handed-in';
import type { HandedIn } from './schema';
import type { NoticeStatus, Verdict } from './types';

export interface ToAnswer {
  notice: NoticeStatus;
  answered: boolean;
  /** of the household that it is about, where it is about one */
  household: (HandedInFacts & { round: RoundStatus; hasBallot: boolean; choice: Choice | null }) | null;
}

export interface Answering {
  verdict: Verdict;
  ballot: { change: 'annul' } | { change: 'correct'; choice: Choice } | HandedIn | null;
}

function ballotReasons({ household }: ToAnswer, { verdict, ballot }: Answering): Reason[] {
  if (!ballot) return [];
  if (verdict === 'dismissed') return [reason('notices.dismissedChangesNothing', undefined, { field: 'ballot' })];
  if (!household) return [reason('notices.noHousehold', undefined, { field: 'ballot' })];
  if (ballot.change === 'record') return recordReasons(household, ballot);
  const { round, hasBallot, choice } = household;
  if (round !== 'open' && round !== 'closed') return [reason('notices.roundOver', undefined, { field: 'ballot' })];
  if (!hasBallot) return [reason('notices.noBallot', undefined, { field: 'ballot' })];
  if (ballot.change === 'annul' && choice === null)
    return [reason('notices.annulledAlready', undefined, { field: 'ballot' })];
  return ballot.change === 'correct' && ballot.choice === choice
    ? [reason('notices.sameChoice', undefined, { field: 'choice' })]
    : [];
}

/** Where nothing stands, what had been handed in is recorded; while the round is open, in the ordinary way. */
function recordReasons(household: NonNullable<ToAnswer['household']>, ballot: HandedIn): Reason[] {
  const where = { field: 'ballot' };
  if (household.round === 'open') return [reason('notices.recordWhileOpen', undefined, where)];
  if (household.round !== 'closed') return [reason('notices.roundOver', undefined, where)];
  if (household.choice !== null) return [reason('notices.ballotStands', undefined, where)];
  return handedInReasons(ballot, household);
}

export type BallotChange = NonNullable<Answering['ballot']>['change'];

/**
 * What can become of the household's ballot when its objection is upheld: what stands is annulled or corrected; where none stands, the one
 * that had been handed in is recorded, once the round is closed. Nothing when the round is over.
 */
export function changesFor(
  household: { round: RoundStatus; hasBallot: boolean; choice: Choice | null } | null,
): BallotChange[] {
  if (!household || (household.round !== 'closed' && household.round !== 'open')) return [];
  const { round, hasBallot, choice } = household;
  return [
    ...(choice ? (['annul'] as const) : []),
    ...(hasBallot ? (['correct'] as const) : []),
    ...(!choice && round === 'closed' ? (['record'] as const) : []),
  ];
}

/** Each objection is answered once; what an upheld one changes, it changes while the round can still be corrected. */
export function answerable(objection: ToAnswer, answer: Answering): Decision<true> {
  return decide(true, [
    ...(objection.answered ? [reason('notices.answeredAlready')] : []),
    ...(objection.notice === 'draft' ? [reason('notices.notPublished')] : []),
    ...ballotReasons(objection, answer),
  ]);
}
