import { z } from 'zod';
import { fileAnswer } from '../feasibility/answers';
import { dayField, yearField } from '../feasibility/schema';
import { idField, textField } from '../kernel/input';
import { countyAnswer } from '../units/named';
import { APPLICATION_STATUSES } from './rules';

export const applicationCreate = z.strictObject({
  projectId: idField,
  year: yearField,
  applicant: textField(80),
  appliedOn: dayField,
  reasons: textField(2_000).nullable().optional(),
  fileId: idField,
});

export const applicationReply = z.strictObject({
  verdict: z.enum(['accepted', 'returned']),
  reply: textField(500).nullable().optional(),
});

export const applicationWithdrawal = z.strictObject({ reason: textField(500) });

export const applicationQuery = z.strictObject({
  year: z.coerce.number().int().min(2019).max(2100).optional(),
  status: z.enum(APPLICATION_STATUSES).optional(),
  county: z.uuid().optional(),
  project: z.uuid().optional(),
});

export const applicationAnswer = z.object({
  id: z.uuid(),
  project: z.object({ id: z.uuid(), code: z.string(), name: z.string(), stage: z.int() }),
  county: countyAnswer,
  year: z.int(),
  applicant: z.string(),
  appliedOn: z.iso.date(),
  reasons: z.string().nullable(),
  file: fileAnswer.nullable(),
  status: z.enum(APPLICATION_STATUSES),
  reply: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  planned: z.int().nullable().describe('项目已列入哪一年度的实施计划'),
  version: z.int(),
});

export type ApplicationCreate = z.infer<typeof applicationCreate>;
export type ApplicationReply = z.infer<typeof applicationReply>;
export type ApplicationQuery = z.infer<typeof applicationQuery>;
export type ApplicationAnswer = z.infer<typeof applicationAnswer>;
