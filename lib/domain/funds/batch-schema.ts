import { z } from 'zod';
import { dayField, yearField } from '../feasibility/schema';
import { calendarDateOf } from '../kernel/calendar-date';
import { idField, textField } from '../kernel/input';
import { movedMoney } from '../kernel/money-input';
import { FUNDING_SOURCES } from '../rulebook/schema-funding';

const code = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);
const day = dayField.transform(calendarDateOf);
const pot = {
  source: z.enum(FUNDING_SOURCES),
  kind: code.or(z.literal('')).default(''),
  earmark: code.default('general'),
};

/** A line's number in the books is made of it: room is left for that. */
const documentNo = textField(50);

const line = z.strictObject({
  countyId: idField,
  projectId: idField.nullable().default(null),
  reward: z.boolean().default(false),
  amount: movedMoney,
  note: textField(200).nullable().optional(),
});
export type LineInput = z.output<typeof line>;

const LINES_MAX = 2_000;

export const batchCreate = z.strictObject({
  year: yearField,
  documentNo,
  documentOn: day,
  title: textField(120),
  ...pot,
  total: movedMoney,
  fileId: idField.nullable().optional(),
  lines: z.array(line).max(LINES_MAX).default([]).describe('一开始就有的行，如绩效奖励的建议分配；以后仍可改'),
});
export type BatchCreate = z.output<typeof batchCreate>;
export type BatchCreateSent = z.input<typeof batchCreate>;

/** The document as a whole; what is not sent stays. The year stays: its lines are of it. */
export const batchChange = z.strictObject({
  documentNo: documentNo.optional(),
  documentOn: day.optional(),
  title: textField(120).optional(),
  source: pot.source.optional(),
  kind: code.or(z.literal('')).optional(),
  earmark: code.optional(),
  total: movedMoney.optional(),
  fileId: idField.nullable().optional(),
});
export type BatchChange = z.output<typeof batchChange>;

/** All lines of a batch: what is not named is taken out. */
export const linesInput = z.strictObject({ lines: z.array(line).max(LINES_MAX) });
export type LinesInput = z.output<typeof linesInput>;

/** How much is to be divided; not said: the whole batch. */
export const suggestInput = z.strictObject({ amount: movedMoney.optional() });
export type SuggestInput = z.output<typeof suggestInput>;

export const poolQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});
export type PoolQuery = z.output<typeof poolQuery>;

export const poolAssign = z.strictObject({
  year: yearField,
  ...pot,
  assignedOn: day,
  documentNo,
  note: textField(300).optional(),
  lines: z
    .array(z.strictObject({ projectId: idField, amount: movedMoney }))
    .min(1)
    .max(500),
});
export type PoolAssign = z.output<typeof poolAssign>;
