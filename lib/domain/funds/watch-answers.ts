import { z } from 'zod';
import { moneyText } from '../feasibility/answers';
import { idField } from '../kernel/input';
import { FUNDING_SOURCES } from '../rulebook/schema-funding';
import { countyAnswer } from '../units/named';
import { PACE_STATES } from './pace';

const page = z.coerce.number().int().min(1).max(100_000).default(1);
export const WATCH_PAGE = 50;

/** pool: 待分配 that lies; project: 到位未支付 that lies. */
export const IDLE_PLACES = ['pool', 'project'] as const;
export const idleQuery = z.strictObject({
  county: idField.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('项目年度'),
  source: z.enum(FUNDING_SOURCES).optional(),
  place: z.enum(IDLE_PLACES).optional(),
  page,
});
export type IdleQuery = z.output<typeof idleQuery>;

/** gap: planned and not allocated; late: allocated and long not received; contract: contracts are more than what was received. */
export const SHORTAGES = ['gap', 'late', 'contract'] as const;
export const shortageQuery = z.strictObject({
  county: idField.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('项目年度'),
  kind: z.enum(SHORTAGES).optional(),
  page,
});
export type ShortageQuery = z.output<typeof shortageQuery>;

/** Of both lists in one workbook. */
export const watchQuery = idleQuery.omit({ page: true, place: true, source: true });
export type WatchQuery = z.output<typeof watchQuery>;

export const paceQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('项目年度；不填时为当前年度'),
  county: idField.optional(),
});
export type PaceQuery = z.output<typeof paceQuery>;

const project = z.object({ id: z.uuid(), code: z.string(), name: z.string() });

export const idleRow = z.object({
  county: countyAnswer,
  year: z.int(),
  project: project.nullable().describe('空：县市待分配'),
  source: z.string(),
  kind: z.string(),
  earmark: z.string(),
  left: moneyText.describe('现有：到位未支付，或待分配'),
  idle: moneyText.describe('其中满期限的'),
  since: z.iso.date(),
  days: z.int(),
});
export type IdleRow = z.infer<typeof idleRow>;
export const idleAnswer = z.object({
  days: z.int().describe('规则手册：满多少天算闲置'),
  items: z.array(idleRow),
  total: z.int(),
  idle: moneyText.describe('所列全部的合计'),
});
export type IdleAnswer = z.infer<typeof idleAnswer>;

export const shortageRow = z.object({
  county: countyAnswer,
  year: z.int(),
  project,
  gap: moneyText.describe('计划未下达：各来源计划减下达，不小于0，合计'),
  gaps: z.array(z.object({ source: z.string(), kind: z.string(), amount: moneyText })),
  late: moneyText.describe('下达满期限仍未到位'),
  lateSince: z.iso.date().nullable(),
  lateDays: z.int(),
  contracts: moneyText,
  received: moneyText,
  short: moneyText.describe('合同金额减到位，不小于0'),
});
export type ShortageRow = z.infer<typeof shortageRow>;
export const shortageAnswer = z.object({
  days: z.int(),
  items: z.array(shortageRow),
  total: z.int(),
  sums: z.object({ gap: moneyText, late: moneyText, short: moneyText }).describe('所列全部的合计'),
});
export type ShortageAnswer = z.infer<typeof shortageAnswer>;

export const paceAnswer = z.object({
  county: countyAnswer,
  year: z.int(),
  received: moneyText,
  paid: moneyText,
  state: z.enum(PACE_STATES),
  months: z.int(),
  spent: z.int().describe('支付 ÷ 到位，0.01%'),
  due: z.int().describe('序时进度，0.01%'),
  behind: z.int().describe('落后，0.01个百分点'),
});
export type PaceAnswer = z.infer<typeof paceAnswer>;
