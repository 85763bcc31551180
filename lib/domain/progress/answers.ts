import { z } from 'zod';
import { countyAnswer } from '../units/named';
import { MILESTONE_KINDS, MILESTONE_STATUSES } from './milestones';
import { REPORT_STATUSES } from './types';

const instant = z.string().nullable();
const sum = z.string().meta({ description: '元, two places', examples: ['418000.00'] });
const named = z.object({ id: z.uuid(), name: z.string() });
const percent = z.int().min(0).max(100);

const itemAnswer = z.object({
  compoundId: z.uuid(),
  buildingId: z.uuid().nullable(),
  item: z.string(),
  percent,
  backReason: z.string().nullable(),
});

export const contentAnswer = z.object({
  stage: z.int(),
  investment: sum,
  people: z.int(),
  problems: z.string().nullable(),
  items: z.array(itemAnswer),
  photos: z.array(z.uuid()),
});

const remark = z.object({ field: z.string(), text: z.string() });

const sendingAnswer = z.object({
  no: z.int(),
  receivedAt: z.string().describe('系统收到的时间'),
  hash: z.string().describe('内容与收到时间的 SHA-256'),
  actor: z.string(),
  percentBp: z.int().describe('按费用加权的完成比例，万分之一'),
  decision: z
    .object({
      verdict: z.enum(['accepted', 'returned']),
      material: z.boolean(),
      remarks: z.array(remark),
      actor: z.string(),
      decidedAt: z.string(),
    })
    .nullable(),
});

const correctionView = z.object({
  id: z.uuid(),
  reason: z.string(),
  status: z.enum(['asked', 'granted', 'refused']),
  answer: z.string().nullable(),
  askedActor: z.string(),
  askedAt: z.string(),
  answeredActor: z.string().nullable(),
  answeredAt: instant,
  own: z.boolean(),
});

const TIMELINESS = ['inTime', 'late', 'open', 'overdue'] as const;

export const reportAnswer = z.object({
  id: z.uuid().nullable().describe('还没有保存过的为空'),
  project: named.extend({ code: z.string(), stage: z.int() }),
  month: z.string(),
  status: z.enum(REPORT_STATUSES).nullable(),
  dueAt: z.string(),
  timeliness: z.enum(TIMELINESS),
  firstReceivedAt: instant,
  acceptedAt: instant,
  content: contentAnswer.describe('现在的内容；没有保存过的，由上月带出'),
  planned: z.array(
    z.object({
      compound: named,
      building: named.nullable(),
      item: z.string(),
      /** of the last accepted report of a month before */
      last: percent,
      completed: z.boolean(),
      weight: z.string().describe('费用（分），完成比例的权重'),
    }),
  ),
  differences: z.object({
    since: z.string().nullable().describe('与哪个月已接收的月报相比'),
    fields: z.array(
      z.object({
        field: z.enum(['stage', 'investment', 'people', 'problems']),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    items: z.array(
      z.object({
        place: itemAnswer.pick({ compoundId: true, buildingId: true, item: true }),
        before: percent.nullable(),
        after: percent,
        backReason: z.string().nullable(),
      }),
    ),
    photos: z.array(z.uuid()),
  }),
  percentBp: z.int(),
  sendings: z.array(sendingAnswer),
  corrections: z.array(correctionView),
  may: z.object({
    write: z.boolean(),
    review: z.boolean(),
    askCorrection: z.boolean(),
    answerCorrection: z.boolean(),
  }),
  version: z.int(),
  updatedAt: instant,
});
export type ReportAnswer = z.infer<typeof reportAnswer>;

/** What an autosave is told: every few seconds, and kept beside its key, so it is short. */
export const savedAnswer = reportAnswer.pick({ status: true, percentBp: true, version: true, updatedAt: true });
export type SavedReport = z.infer<typeof savedAnswer>;
export type ReportContentView = z.infer<typeof contentAnswer>;

export const monthsAnswer = z.object({
  items: z.array(
    z.object({
      month: z.string(),
      status: z.enum(REPORT_STATUSES).nullable(),
      percentBp: z.int().nullable().describe('已接收的完成比例'),
      investment: sum.nullable(),
      dueAt: z.string(),
      timeliness: z.enum(TIMELINESS),
      firstReceivedAt: instant,
      acceptedAt: instant,
    }),
  ),
});
export type MonthsAnswer = z.infer<typeof monthsAnswer>;

export const milestoneAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(MILESTONE_KINDS),
  compound: named.nullable().describe('空：整个项目'),
  status: z.enum(MILESTONE_STATUSES),
  actualOn: z.string().describe('实际日期'),
  statedOn: z.string().describe('填报日期'),
  firstReceivedAt: instant.describe('系统首次收到的时间；退回重大更正后为空'),
  acceptedAt: instant.describe('接收的时间'),
  note: z.string().nullable(),
  fileId: z.uuid().nullable(),
  remark: z.string().nullable(),
  material: z.boolean().nullable(),
  limitOn: z.string().describe('年度计划的期限'),
  late: z.boolean().describe('首次收到晚于期限'),
  version: z.int(),
});
export type MilestoneView = z.infer<typeof milestoneAnswer>;

export const summaryAnswer = z.object({
  id: z.uuid(),
  no: z.int(),
  status: z.enum(['submitted', 'returned', 'accepted']),
  filler: z.string(),
  reviewer: z.string(),
  signer: z.string(),
  hash: z.string(),
  firstReceivedAt: z.string(),
  receivedAt: z.string(),
  dueAt: z.string(),
  late: z.boolean(),
  remark: z.string().nullable(),
  material: z.boolean().nullable(),
  decidedAt: instant,
  version: z.int(),
});
export type SummaryView = z.infer<typeof summaryAnswer>;

export const progressAnswer = z.object({
  month: z.string(),
  today: z.string(),
  ended: z.boolean(),
  counties: z.array(
    countyAnswer.extend({
      dueAt: z.string(),
      projects: z.int(),
      accepted: z.int(),
      submitted: z.int(),
      overdue: z.int(),
      summary: summaryAnswer.nullable(),
      timeliness: z.enum(TIMELINESS),
    }),
  ),
  more: z.int().describe('没有列出的项目数：州级不选县市时最多列 200 个'),
  lines: z
    .array(
      z.object({
        project: named.extend({ code: z.string(), stage: z.int() }),
        county: countyAnswer,
        status: z.enum(REPORT_STATUSES).nullable(),
        percentBp: z.int().nullable(),
        investment: sum.nullable(),
        problems: z.string().nullable(),
        firstReceivedAt: instant,
        timeliness: z.enum(TIMELINESS),
      }),
    )
    .describe('要报的项目；州级不选县市时，只列待审核和逾期的'),
});
export type ProgressAnswer = z.infer<typeof progressAnswer>;

export const outageAnswer = z.object({
  id: z.uuid(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  recordedAt: z.string(),
  retiredAt: instant,
  retiredReason: z.string().nullable(),
});
export type OutageView = z.infer<typeof outageAnswer>;
