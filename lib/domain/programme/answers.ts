import { z } from 'zod';
import { CAMPAIGN_STATUSES } from './types';

const day = z.iso.date();
const areaText = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .describe('平方米，两位小数');

/** Figures as they are answered: areas as decimal text. A difference may be negative. */
export const figuresAnswer = z.object({
  compounds: z.int(),
  buildings: z.int(),
  households: z.int(),
  floorArea: areaText,
});

const deadlineAnswer = z.object({
  kind: z.enum(['start', 'complete']),
  on: day,
  passed: z.boolean(),
  daysLeft: z.int(),
  light: z.enum(['amber', 'green', 'neutral']).describe('amber：临近；green：时间充裕；neutral：已过'),
});

export const yearAnswer = z.object({
  id: z.uuid(),
  year: z.int(),
  current: z.boolean(),
  targetShare: z.int(),
  startBy: day,
  completeBy: day,
  reportDay: z.int(),
  deadlines: z.array(deadlineAnswer),
  rulebook: z.object({ id: z.uuid(), code: z.string(), version: z.string(), title: z.string() }),
  campaign: z.object({ id: z.uuid(), name: z.string(), status: z.enum(CAMPAIGN_STATUSES) }).nullable(),
  voteTest: z
    .object({ code: z.string(), name: z.string(), nameEn: z.string(), clause: z.string() })
    .nullable()
    .describe('本年度发起的表决按哪一条认定；null：按规则手册'),
  rankingWeights: z
    .object({ condition: z.int(), willingness: z.int(), mechanism: z.int() })
    .nullable()
    .describe('排序权重，合计100；null：按规则手册'),
  version: z.int(),
});

export const campaignAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  opensOn: day,
  closesOn: day,
  status: z.enum(CAMPAIGN_STATUSES),
  baselineOn: day.nullable(),
  documentNo: z.string().nullable(),
  frozenAt: z.iso.datetime().nullable(),
  version: z.int(),
});

export const amendmentAnswer = z.object({
  id: z.uuid(),
  countyId: z.uuid(),
  countyName: z.string(),
  delta: figuresAnswer,
  documentNo: z.string(),
  documentOn: day,
  reason: z.string(),
  file: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('文件原件'),
  createdAt: z.iso.datetime(),
});

const countyBaseline = z.object({
  countyId: z.uuid(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  live: figuresAnswer.describe('现在符合条件的小区'),
  frozen: figuresAnswer.nullable().describe('锁定时的总量'),
  inForce: figuresAnswer.nullable().describe('锁定的总量加上历次调整'),
  difference: figuresAnswer.nullable().describe('现在减去生效的总量'),
});

export const campaignDetailAnswer = campaignAnswer.extend({
  counties: z.array(countyBaseline),
  sum: countyBaseline.pick({ live: true, frozen: true, inForce: true, difference: true }),
  amendments: z.array(amendmentAnswer),
});

export const CHANGE_KINDS = ['added', 'removed', 'changed'] as const;

export const changeAnswer = z.object({
  compoundId: z.uuid(),
  countyId: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(CHANGE_KINDS).describe('added：新符合条件；removed：不再符合；changed：数量有变化'),
  was: z.string().nullable().describe('锁定时的认定结果；null 为当时没有'),
  now: z.string().describe('现在的认定结果，或停用、合并、拆分'),
  before: figuresAnswer.omit({ compounds: true }).nullable(),
  after: figuresAnswer.omit({ compounds: true }).nullable(),
});

export type FiguresAnswer = z.infer<typeof figuresAnswer>;
export type YearAnswer = z.infer<typeof yearAnswer>;
export type DeadlineAnswer = z.infer<typeof deadlineAnswer>;
export type CampaignAnswer = z.infer<typeof campaignAnswer>;
export type CampaignDetail = z.infer<typeof campaignDetailAnswer>;
export type CountyBaseline = z.infer<typeof countyBaseline>;
export type AmendmentAnswer = z.infer<typeof amendmentAnswer>;
export type ChangeAnswer = z.infer<typeof changeAnswer>;
