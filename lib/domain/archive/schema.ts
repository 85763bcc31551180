import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';

export const dayField = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((day) => day as CalendarDate);

export const paperInput = z.strictObject({
  kind: z.string().min(1).max(60),
  title: textField(200).optional(),
  documentNo: textField(80).optional(),
  issuedOn: dayField.optional(),
  issuer: textField(100).optional(),
  fileId: idField,
  compoundId: idField.optional(),
  note: textField(500).optional(),
});
export type PaperInput = z.output<typeof paperInput>;

export const withdrawInput = z.strictObject({ reason: textField(200) });
