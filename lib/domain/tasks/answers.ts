import { z } from 'zod';
import { REMINDER_KINDS } from '../reminders/types';

export const TASK_KINDS = [
  'importProblems',
  'importMapping',
  'importConfirm',
  'importFailed',
  'campaignClosing',
  'compoundIncomplete',
  'compoundsIncompleteMore',
  'registerGaps',
  'voteOpen',
  'voteReached',
  'voteOverdue',
  'ballotsWrong',
  'ballotsToCheck',
  'callBacksWaiting',
  'voteCertify',
  'noticeToComplete',
  'objectionsOpen',
  'lights',
  'complaintsNew',
  'complaintsDrafted',
  'complaintDue',
  'complaintLate',
  'complaintMine',
  'satisfactionOpen',
  'reportsDue',
  'reportReturned',
  'reportsToReview',
  'reportCorrections',
  'summaryDue',
  'milestonesWaiting',
  'summaryWaiting',
  'stageStep',
  'stageLacks',
  'findingsDue',
  'recheckWaiting',
  'stopWorkStands',
  'aftercareCheck',
  'maintenanceAccount',
  'applicationsWaiting',
  'feasibilityConsent',
  'feasibilityApprove',
  'annualPlanDraft',
  'scorecardSelf',
  'scorecardReturned',
  'scorecardReview',
  'scorecardOverdue',
  'scorecardDisputes',
  'scorecardDispute',
  'supervisionToAnswer',
  'supervisionAnswered',
  'supervisionOverdue',
  'fundPaymentsWaiting',
  'fundImportDraft',
  'fundBatchDraft',
  'fundPool',
  'fundPaceFar',
  'baselineFreeze',
  'campaignMissing',
  'currentYearMissing',
  'accountsUnused',
  'exportReady',
  ...REMINDER_KINDS.map((kind) => `reminder.${kind}` as const),
] as const;

export const taskAnswer = z.object({
  /** stable: the same thing to do keeps its key */
  key: z.string(),
  kind: z.enum(TASK_KINDS),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** codes of what is missing, for kinds that name facts */
  facts: z.array(z.string()),
  dueOn: z.iso.date().nullable(),
  daysLeft: z.int().nullable(),
  light: z.enum(['red', 'amber', 'green', 'neutral']),
  /** a reminder can be put aside by this person: POST /reminders/{id}/aside */
  reminderId: z.uuid().nullable(),
  href: z.string().describe('办理的页面，直接到要填的地方'),
});

export const tasksAnswer = z.object({
  asOf: z.iso.datetime(),
  /** people of projects: their tasks come with the projects named to them */
  ofProjects: z.boolean(),
  items: z.array(taskAnswer),
});

export type Task = z.infer<typeof taskAnswer>;
export type TaskKind = Task['kind'];
export type Tasks = z.infer<typeof tasksAnswer>;
