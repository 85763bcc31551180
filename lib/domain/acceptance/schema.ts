import { z } from 'zod';
import { dayField } from '../archive/schema';
import { parseHundredths } from '../kernel/hundredths';
import { idField, textField } from '../kernel/input';
import { OPINIONS } from './types';

export const acceptanceInput = z.strictObject({ heldOn: dayField, place: textField(100) });
export const acceptanceUpdate = z.strictObject({ heldOn: dayField.optional(), place: textField(100).optional() });
export type AcceptanceInput = z.output<typeof acceptanceInput>;
export type AcceptanceUpdate = z.output<typeof acceptanceUpdate>;

export const opinionInput = z.strictObject({
  party: z.string().min(1).max(40),
  name: textField(100),
  person: textField(40).optional(),
  opinion: z.enum(OPINIONS),
  remarks: textField(1_000).optional(),
  fileId: idField,
});
export type OpinionInput = z.output<typeof opinionInput>;

export const concludeInput = z.strictObject({
  outcome: z.enum(['passed', 'failed']),
  conclusion: textField(2_000).optional(),
  /** how what each party asked for was met */
  answers: z
    .array(z.strictObject({ party: idField, answer: textField(500) }))
    .max(100)
    .default([]),
});
export type ConcludeInput = z.output<typeof concludeInput>;

/** Yuan as decimal text ('418000.00', below 10^11) into integer fen. */
const money = z
  .string()
  .trim()
  .refine((text) => !text.startsWith('-'), { error: 'acceptance.negative', abort: true })
  .regex(/^\d{1,11}(\.\d{1,2})?$/, { error: 'money.unreadable' })
  .transform((text) => parseHundredths(text) ?? 0n);

export const accountInput = z.strictObject({ finalAccount: money.nullable(), audited: money.nullable() });
export type AccountInput = z.output<typeof accountInput>;
