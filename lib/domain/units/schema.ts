import { z } from 'zod';
import { isCalendarDate } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { UNIT_KINDS } from './types';

const dateField = z.string().refine(isCalendarDate, { error: 'date.unreadable' });
const codeField = z
  .string()
  .trim()
  .regex(/^[0-9A-Z-]{6,14}$/, { error: 'units.codeShape' });

export const unitCreateSchema = z.strictObject({
  kind: z.enum(UNIT_KINDS),
  parentId: idField.nullable(),
  code: codeField,
  name: textField(60),
  nameEn: textField(80).nullable().optional(),
  sortOrder: z.int().min(0).max(9999).optional(),
  validFrom: dateField,
});

/** A new name or code holds from a day on; the old one stays for old reports. */
export const unitRenameSchema = z.strictObject({
  name: textField(60),
  code: codeField.optional(),
  validFrom: dateField,
  documentNo: textField(80).nullable().optional(),
});

export const unitUpdateSchema = z.strictObject({
  nameEn: textField(80).nullable().optional(),
  sortOrder: z.int().min(0).max(9999).optional(),
  // Which body approves what here: the development zone has no 发改局 of its own (domain.md §2).
  approvers: z.strictObject({ feasibility: textField(80).optional() }).optional(),
});

export const unitRetireSchema = z.strictObject({ validTo: dateField, reason: textField(500) });

export type UnitCreate = z.infer<typeof unitCreateSchema>;
export type UnitRename = z.infer<typeof unitRenameSchema>;
