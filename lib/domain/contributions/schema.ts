import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { movedMoney } from '../kernel/money-input';
import { DUE_STATES, PAY_CHANNELS } from './types';

const day = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((text) => text as CalendarDate);

/** So many households in one list: each is a row of its own here and in the ledger. */
export const PAYMENTS_AT_ONCE = 50;

export const duesInput = z.strictObject({ compoundId: idField, reason: textField(200).optional() });
export type DuesInput = z.output<typeof duesInput>;

export const paymentsInput = z.strictObject({
  paidOn: day,
  channel: z.enum(PAY_CHANNELS),
  note: textField(200).optional(),
  items: z
    .array(z.strictObject({ householdId: idField, amount: movedMoney, receiptNo: textField(40) }))
    .min(1)
    .max(PAYMENTS_AT_ONCE),
});
export type PaymentsInput = z.output<typeof paymentsInput>;

export const paymentReversal = z.strictObject({ reversedOn: day, reason: textField(200) });
export type PaymentReversal = z.output<typeof paymentReversal>;

/** Of which compound, and where in it; none named: the first of the project. */
export const duesQuery = z.strictObject({
  compound: idField.optional(),
  building: idField.optional(),
  state: z.enum(DUE_STATES).optional(),
  /** the beginning of the room's number */
  room: z.string().trim().max(50).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DuesQuery = z.output<typeof duesQuery>;

export const compoundQuery = z.strictObject({ compound: idField.optional() });

/** A list with names in clear: of one compound, for a reason. */
export const remindersClear = z.strictObject({ compound: idField, reason: z.string().trim().max(500) });
