import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { movedMoney } from '../kernel/money-input';

const day = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((text) => text as CalendarDate);

/** The whole number is asked for, so that it is copied from the paper; only its last four digits are kept. */
const accountNumber = z
  .string()
  .trim()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .refine((text) => /^\d{8,32}$/.test(text), { error: 'maintenance.numberUnreadable' });

export const accountInput = z.strictObject({
  bank: textField(100),
  number: accountNumber,
  openedOn: day,
  fileId: idField.optional(),
});
export type AccountInput = z.output<typeof accountInput>;

export const accountUpdate = z.strictObject({
  bank: textField(100).optional(),
  number: accountNumber.optional(),
  openedOn: day.optional(),
});
export type AccountUpdate = z.output<typeof accountUpdate>;

export const entryInput = z.strictObject({
  kind: z.enum(['deposit', 'withdrawal']),
  amount: movedMoney,
  entryOn: day,
  voucherNo: textField(40),
  counterparty: textField(100).optional(),
  note: textField(200).optional(),
});
export type EntryInput = z.output<typeof entryInput>;

export const entryReversal = z.strictObject({ entryOn: day, reason: textField(200) });
export type EntryReversal = z.output<typeof entryReversal>;
