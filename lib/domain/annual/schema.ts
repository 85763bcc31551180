import { z } from 'zod';
import { dayField, moneyField, yearField } from '../feasibility/schema';
import { idField, textField } from '../kernel/input';

const percent = z.int().min(0).max(100);
export const weightsField = z.strictObject({ condition: percent, willingness: percent, mechanism: percent });

const SOURCES = ['central', 'local', 'pipeline', 'residents', 'originalUnit', 'bonds', 'social', 'other'] as const;

const budgetInput = z.strictObject({
  countyId: idField.nullable(),
  source: z.enum(SOURCES),
  amount: moneyField,
});
const minimumInput = z.strictObject({ countyId: idField, minimum: z.int().min(0).max(999) });

export const planCreate = z.strictObject({ year: yearField, title: textField(120).optional() });
export const budgetsInput = z.strictObject({
  budgets: z.array(budgetInput).max(400),
  minimum: z.array(minimumInput).max(100).default([]),
});
export const lockInput = z.strictObject({
  lock: z.enum(['in', 'out']).nullable(),
  reason: textField(300).nullable().optional(),
});
export const confirmInput = z.strictObject({
  title: textField(120).optional(),
  documentNo: textField(80),
  documentOn: dayField,
  fileId: idField.nullable().optional(),
  reason: textField(500).nullable().optional(),
});
export const yearQuery = z.strictObject({ year: z.coerce.number().int().min(2019).max(2100) });

export type PlanCreate = z.infer<typeof planCreate>;
export type BudgetsInput = z.infer<typeof budgetsInput>;
export type LockInput = z.infer<typeof lockInput>;
export type ConfirmInput = z.infer<typeof confirmInput>;
