import { z } from 'zod';
import { fileAnswer } from '../feasibility/answers';
import { countyAnswer } from '../units/named';
import { SUPERVISION_EVENTS, SUPERVISION_STATES } from './types';

/** A project as it was when the notice was issued; later versions may tell more. */
export const supervisedFacts = z
  .object({ stage: z.int(), status: z.string(), year: z.int(), compounds: z.int(), findingsOpen: z.int() })
  .loose();

export const supervisedAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  facts: supervisedFacts.describe('发出督办时的情况'),
});
export type SupervisedAnswer = z.infer<typeof supervisedAnswer>;

export const supervisionAnswer = z.object({
  id: z.uuid(),
  county: countyAnswer,
  documentNo: z.string(),
  issuedOn: z.iso.date(),
  title: z.string(),
  limitOn: z.iso.date(),
  firstLimitOn: z.iso.date().describe('发出时的期限'),
  status: z.enum(SUPERVISION_STATES),
  awaits: z.enum(['county', 'prefecture']).nullable(),
  overdue: z.boolean().describe('县市没有答复，期限当日已过'),
  daysLeft: z.int().nullable(),
  light: z.enum(['red', 'amber', 'green', 'neutral']),
  reminders: z.int().describe('催办次数'),
  projects: z.int(),
  answeredAt: z.iso.datetime().nullable().describe('最近一次答复收到的时间'),
  answeredLate: z.boolean().describe('最近一次答复收到时期限已过'),
  version: z.int(),
});
export type SupervisionAnswer = z.infer<typeof supervisionAnswer>;

export const supervisionEventAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(SUPERVISION_EVENTS),
  text: z.string().nullable(),
  statedOn: z.iso.date().nullable(),
  file: fileAnswer.nullable(),
  limitFrom: z.iso.date().nullable(),
  limitTo: z.iso.date().nullable(),
  late: z.boolean().describe('答复收到时期限已过'),
  at: z.iso.datetime(),
  by: z.string().nullable(),
});
export type SupervisionEventAnswer = z.infer<typeof supervisionEventAnswer>;

export const supervisionDetailAnswer = supervisionAnswer.extend({
  why: z.string().nullable(),
  demand: z.string(),
  about: z.array(supervisedAnswer),
  events: z.array(supervisionEventAnswer).describe('经过，最近的在前'),
});
export type SupervisionDetail = z.infer<typeof supervisionDetailAnswer>;
