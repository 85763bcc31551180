import { z } from 'zod';
import { isCalendarDate } from '../kernel/calendar-date';
import { parseHundredths } from '../kernel/hundredths';
import { idField, textField } from '../kernel/input';

export const dayField = z.string().refine(isCalendarDate, { error: 'date.unreadable' });
export const yearField = z.int().min(2019).max(2100);

/** Yuan as decimal text, below 10^11, into fen. */
export const moneyField = z
  .string()
  .trim()
  .regex(/^\d{1,11}(\.\d{1,2})?$/, { error: 'money.unreadable' })
  .transform((text) => parseHundredths(text) ?? 0n);

const projectIds = z.array(idField).max(500);

export const feasibilityCreate = z.strictObject({
  year: yearField,
  title: textField(120),
  summary: textField(2_000).nullable().optional(),
  investment: moneyField,
  fileId: idField.nullable().optional(),
  projectIds: projectIds.default([]),
});

export const feasibilityUpdate = z.strictObject({
  title: textField(120).optional(),
  summary: textField(2_000).nullable().optional(),
  investment: moneyField.optional(),
  fileId: idField.nullable().optional(),
  projectIds: projectIds.optional(),
});

export const documentInput = z.strictObject({
  documentNo: textField(80),
  documentOn: dayField,
  fileId: idField.nullable().optional(),
});

export type FeasibilityCreate = z.infer<typeof feasibilityCreate>;
export type FeasibilityUpdate = z.infer<typeof feasibilityUpdate>;
export type DocumentInput = z.infer<typeof documentInput>;
