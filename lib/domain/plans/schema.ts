import { z } from 'zod';
import { parseHundredths } from '../kernel/hundredths';
import { idField, textField } from '../kernel/input';
import { FUNDING_SOURCES } from '../rulebook/schema-funding';
import { ANSWERS, METHODS, PLAN_STATUSES } from './types';

/** More than any compound has: 100 buildings of 17 items, and the compound's 19. */
export const MOST_CELLS = 2_000;

/** Decimal text with two places into an integer of hundredths; signs are read, so that the rule can say what is wrong with them. */
const hundredths = (unreadable: string) =>
  z
    .string()
    .trim()
    .max(30)
    .refine((text) => parseHundredths(text) !== undefined, { error: unreadable })
    .transform((text) => parseHundredths(text) ?? 0n);

const itemCode = z.string().regex(/^[BC]-[RI]\d{2}$/);

/** One item at one place, whole: what is not sent is not there. */
export const planCellInput = z.strictObject({
  buildingId: idField.nullable(),
  item: itemCode,
  answer: z.enum(ANSWERS),
  quantity: hundredths('plan.quantityUnreadable').nullable().default(null),
  unit: textField(10).nullable().default(null),
  unitCost: hundredths('money.unreadable').nullable().default(null),
  payer: z.enum(FUNDING_SOURCES).nullable().default(null),
  method: z.enum(METHODS).nullable().default(null),
  residentPercent: z.int().min(0).max(100).default(0),
  reason: textField(300).nullable().default(null),
  photoFileId: idField.nullable().default(null),
});
export type PlanCellInput = z.input<typeof planCellInput>;

export const planCellsInput = z.strictObject({ cells: z.array(planCellInput).min(1).max(MOST_CELLS) });
export type PlanCellsInput = z.output<typeof planCellsInput>;

export const planCreate = z.strictObject({
  compoundId: idField,
  title: textField(80).optional(),
  /** latest: takes the answers of the latest version over; empty: begins with nothing */
  from: z.enum(['latest', 'empty']).default('latest'),
});
export type PlanCreate = z.output<typeof planCreate>;

export const planUpdate = z.strictObject({
  title: textField(80).optional(),
  note: textField(1_000).nullable().optional(),
});
export type PlanUpdate = z.output<typeof planUpdate>;

export const planCopy = z.strictObject({
  from: idField,
  to: z.array(idField).min(1).max(200),
  mode: z.enum(['replace', 'fill']).default('fill'),
});
export type PlanCopy = z.output<typeof planCopy>;

export const haveInput = z.strictObject({
  attested: z.boolean(),
  note: textField(300).nullable().default(null),
  photoFileId: idField.nullable().default(null),
});
export type HaveInput = z.output<typeof haveInput>;

/** What the list of plans is asked for; in the address, so that a link can be sent. */
export const PLAN_PAGE_SIZES = [20, 50, 100, 200] as const;

export const planListQuery = z.strictObject({
  county: idField.optional(),
  subdistrict: idField.optional(),
  community: idField.optional(),
  compound: idField.optional(),
  state: z.enum(['none', ...PLAN_STATUSES]).optional(),
  /** round 1 passed */
  ready: z.enum(['yes', 'no']).optional(),
  q: z.string().trim().max(80).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PlanListQuery = z.output<typeof planListQuery>;
