import type { CalendarDate } from '../../kernel/calendar-date';
import { type Reason, reason } from '../../kernel/result';
import type { ScoreStage } from '../columns';
import { againstClosed } from './closing';
import { POLICY } from './steps';
import type { CardState, SeasonState } from './types';

interface Submitting {
  /** null: not submitted yet */
  submitted: { late: boolean } | null;
  selfDueOn: CalendarDate;
  today: CalendarDate;
}

/** 逾期: submitted after the day, or not at all and the day is over. */
export const isLate = ({ submitted, selfDueOn, today }: Submitting): boolean =>
  submitted ? submitted.late : isOver({ selfDueOn, today });

/** The last day counts to its end. */
export const isOver = ({ selfDueOn, today }: { selfDueOn: CalendarDate; today: CalendarDate }): boolean =>
  today > selfDueOn;

interface Moving {
  status: SeasonState;
  isDeliberated: boolean;
  selfDueOn: CalendarDate;
  to: CalendarDate;
  today: CalendarDate;
}

/** 自评延期, for all counties: to a later day that they can still meet, never to an earlier one, and not after the draft opinion (decision 0057). */
export function againstMovingDue({ status, isDeliberated, selfDueOn, to, today }: Moving): Reason[] {
  if (status === 'closed') return againstClosed(status);
  const field = 'selfDueOn';
  return [
    ...(isDeliberated ? [reason('season.deliberatedAlready', undefined, { clause: POLICY })] : []),
    ...(to <= selfDueOn ? [reason('season.dueNotLater', { found: to, expected: selfDueOn }, { field })] : []),
    ...(to > selfDueOn && to < today ? [reason('season.duePast', { found: to, expected: today }, { field })] : []),
  ];
}

/** 按记录转入复核: what the county has not submitted when its time is over is reviewed by what the records say (decision 0057). */
export function againstTakingIn({
  status,
  ...days
}: {
  status: CardState;
  selfDueOn: CalendarDate;
  today: CalendarDate;
}): Reason[] {
  if (status !== 'open') return [reason('season.submittedMeanwhile', undefined, { clause: POLICY })];
  const { selfDueOn, today } = days;
  return isOver(days) ? [] : [reason('season.timeLeft', { found: today, expected: selfDueOn }, { clause: POLICY })];
}

interface Drafted {
  lines: { stage: ScoreStage }[];
  proofs: { bonusId: string | null }[];
  bonus: unknown[];
}

/** What a county that did not submit had drafted counts nowhere; what it uploaded for a criterion is there to be looked at all the same (decision 0057). */
export const withoutClaims = <D extends Drafted>(drafted: D): D => ({
  ...drafted,
  lines: drafted.lines.filter(({ stage }) => stage !== 'self'),
  proofs: drafted.proofs.filter(({ bonusId }) => bonusId === null),
  bonus: [],
});

/** Nor is a drafted report the county's word. */
export const unwritten = <R extends { summary: string | null; problems: string | null; nextSteps: string | null }>(
  report: R,
): R => ({ ...report, summary: null, problems: null, nextSteps: null });
