import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { movedMoney } from '../kernel/money-input';
import { FUNDING_SOURCES } from '../rulebook/schema-funding';

const day = z
  .string()
  .refine(isCalendarDate, { error: 'date.unreadable' })
  .transform((text) => text as CalendarDate);
const code = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);

const pot = {
  source: z.enum(FUNDING_SOURCES),
  kind: code.or(z.literal('')).default(''),
  earmark: code.default('general'),
};
const paper = {
  amount: movedMoney,
  entryOn: day,
  voucherNo: textField(60),
  counterparty: textField(100).optional(),
  note: textField(300).optional(),
  fileId: idField.optional(),
};

/** 下达, 到位, or money of the county's pool that goes to the project. */
export const entryInput = z.strictObject({ movement: z.enum(['allocated', 'assigned', 'received']), ...pot, ...paper });
export type EntryInput = z.output<typeof entryInput>;

export const reverseInput = z.strictObject({
  entryOn: day,
  voucherNo: textField(60),
  note: textField(300),
  fileId: idField.optional(),
});
export type ReverseInput = z.output<typeof reverseInput>;

const itemPart = z.strictObject({
  item: z.string().regex(/^([BC]-[RI]\d{2})?$/),
  amount: movedMoney,
});

export const orderInput = z.strictObject({
  contractId: idField,
  ...pot,
  amount: movedMoney,
  items: z.array(itemPart).max(60),
  purpose: textField(200),
  payOn: day,
  voucherNo: textField(60),
  fileId: idField.optional(),
});
export type OrderInput = z.output<typeof orderInput>;

/** A payment that is to be taken back: asked for and approved like a payment. */
export const orderReversal = z.strictObject({
  purpose: textField(200),
  payOn: day,
  voucherNo: textField(60),
  fileId: idField.optional(),
});
export type OrderReversal = z.output<typeof orderReversal>;

export const orderDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approve'), note: textField(300).optional() }),
  z.strictObject({ decision: z.literal('reject'), note: textField(300) }),
]);
export type OrderDecision = z.output<typeof orderDecision> | { decision: 'withdraw'; note?: undefined };
