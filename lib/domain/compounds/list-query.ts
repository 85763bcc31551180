import { z } from 'zod';
import { idField } from '../kernel/input';
import { COMPOUND_STATUSES, CONDITIONS, OUTCOMES, OWNERSHIP_KINDS, WILLINGNESS } from './types';

export const LIST_SORTS = ['name', 'year', 'households', 'area', 'updated'] as const;
export const PAGE_SIZES = [20, 50, 100, 200] as const;

const code = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/);
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const orUnknown = <T extends readonly [string, ...string[]]>(values: T) => z.enum([...values, 'unknown']);

/** The address of a list: what is filtered, searched, sorted and shown. `unknown` finds the compounds where the fact is not recorded. */
export const compoundListQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  county: idField.optional(),
  subdistrict: idField.optional(),
  community: idField.optional(),
  eligibility: z.enum(OUTCOMES).optional(),
  reason: code.optional(),
  missing: code.optional(),
  ready: z.enum(['yes', 'no']).optional(),
  decade: z.union([z.literal('unknown'), z.string().regex(/^(19|20)\d0$/)]).optional(),
  yearFrom: whole(1900, 2100).optional(),
  yearTo: whole(1900, 2100).optional(),
  ownership: orUnknown(OWNERSHIP_KINDS).optional(),
  facility: z
    .string()
    .regex(/^[a-z][A-Za-z]{1,40}$/)
    .optional(),
  condition: z.enum(CONDITIONS).optional(),
  willingness: orUnknown(WILLINGNESS).optional(),
  status: z.enum([...COMPOUND_STATUSES, 'all']).default('active'),
  sort: z.enum(LIST_SORTS).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: whole(1, 200).default(50),
  cursor: z.string().max(400).optional(),
});

export type CompoundListQuery = z.output<typeof compoundListQuery>;
