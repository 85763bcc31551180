import type { Role } from '../accounts/roles';
import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';

export const APPLICATION_STATUSES = ['submitted', 'accepted', 'returned', 'withdrawn'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

const clause = 'P四(三)2/排序';
/** Between the second vote and the drawings. */
export const READY_FROM_STAGE = 6;

export interface ApplicantProject {
  status: string;
  /** the stage it is in: 6 or more once the second vote is complete */
  stage: number;
  /** its live application for the year */
  live: ApplicationStatus | null;
  /** year of the confirmed plan that it stands in */
  planned: number | null;
}

/** 业主表决通过后,由需改造小区向县市住建局提交老旧小区改造申请: all that is against it. */
export function againstApplying(project: ApplicantProject, on: CalendarDate, today: CalendarDate): Reason[] {
  const reasons: Reason[] = [];
  if (project.status !== 'active')
    reasons.push(reason('application.notActive', undefined, { field: 'projectId', clause }));
  if (project.stage < READY_FROM_STAGE)
    reasons.push(
      reason(
        'application.voteNotComplete',
        { found: project.stage, expected: READY_FROM_STAGE - 1 },
        { field: 'projectId', clause },
      ),
    );
  if (project.live) reasons.push(reason(`application.live.${project.live}`, undefined, { field: 'projectId', clause }));
  if (project.planned)
    reasons.push(reason('application.planned', { found: project.planned }, { field: 'projectId', clause }));
  if (on > today) reasons.push(reason('application.inFuture', { found: on, expected: today }, { field: 'appliedOn' }));
  return reasons;
}

/** The county bureau answers what was submitted; what is returned says why. */
export function againstAnswering(
  status: ApplicationStatus,
  role: Role,
  answer: { verdict: 'accepted' | 'returned'; reply: string | null },
): Reason[] {
  const reasons: Reason[] = [];
  if (role !== 'county_bureau') reasons.push(reason('application.bureauAnswers', undefined, { clause }));
  if (status !== 'submitted') reasons.push(reason(`application.not.${status}`, undefined, { clause }));
  if (answer.verdict === 'returned' && !answer.reply)
    reasons.push(reason('application.replyMissing', undefined, { field: 'reply' }));
  return reasons;
}

/** Whether it can still be withdrawn, apart from the reason. */
export const canWithdraw = (status: ApplicationStatus, planned: number | null): boolean =>
  againstWithdrawing(status, planned).length === 0;

/** Withdrawn with a reason, as long as no confirmed plan holds the project. */
export function againstWithdrawing(status: ApplicationStatus, planned: number | null): Reason[] {
  const reasons: Reason[] = [];
  if (status === 'returned' || status === 'withdrawn')
    reasons.push(reason(`application.not.${status}`, undefined, { clause }));
  if (planned) reasons.push(reason('application.planned', { found: planned }, { clause }));
  return reasons;
}
