import { z } from 'zod';
import { dayField } from '../feasibility/schema';
import { calendarDateOf } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { SUPERVISION_STATES } from './types';

const day = dayField.transform(calendarDateOf);
export const PROJECTS_MAX = 50;

export const supervisionCreate = z.strictObject({
  countyId: idField,
  documentNo: textField(50).describe('发文字号，如楚住建督〔2020〕3号'),
  issuedOn: day,
  title: textField(120),
  why: textField(1_000).nullable().default(null).describe('督办的原因'),
  demand: textField(2_000).describe('办理要求'),
  limitOn: day,
  projectIds: z
    .array(idField)
    .max(PROJECTS_MAX)
    .default([])
    .transform((ids) => [...new Set(ids)]),
});
export type SupervisionCreate = z.output<typeof supervisionCreate>;

export const supervisionReply = z.strictObject({
  done: textField(4_000).describe('办理情况'),
  statedOn: day.describe('办理完成或答复的日期'),
  fileId: idField.nullable().default(null),
});
export type SupervisionReply = z.output<typeof supervisionReply>;

export const supervisionReturn = z.strictObject({
  reason: textField(500),
  limitOn: day.nullable().default(null).describe('新的期限；不写则仍按原期限'),
});
export type SupervisionReturn = z.output<typeof supervisionReturn>;

export const supervisionProlonging = z.strictObject({ limitOn: day, reason: textField(500) });
export type SupervisionProlonging = z.output<typeof supervisionProlonging>;

export const supervisionReminder = z.strictObject({ note: textField(500).nullable().default(null) });
export const supervisionClosing = z.strictObject({ opinion: textField(500).nullable().default(null) });
export const supervisionWithdrawal = z.strictObject({ reason: textField(500) });

/** The address of the list. `waiting`: what is not over; `overdue`: of it what the county has let pass. */
export const SUPERVISION_SHOWN = ['waiting', 'overdue', ...SUPERVISION_STATES] as const;
export const supervisionQuery = z.strictObject({
  county: idField.optional(),
  project: idField.optional(),
  status: z.enum(SUPERVISION_SHOWN).optional(),
  q: z.string().trim().max(100).optional().describe('标题、文号'),
});
export type SupervisionQuery = z.output<typeof supervisionQuery>;
