import { z } from 'zod';
import { idField } from '../kernel/input';
import { LIGHTS } from '../warnings/types';
import { ENTITY_KINDS, PROJECT_STATUSES } from './types';

export const PROJECT_SORTS = ['name', 'code', 'stage', 'estimate', 'updated'] as const;
export const PROJECT_PAGE_SIZES = [20, 50, 100, 200] as const;
export const PROJECT_COLUMNS = [
  'name',
  'county',
  'year',
  'stage',
  'step',
  'light',
  'status',
  'entity',
  'compounds',
  'households',
  'estimate',
  'budget',
  'contracts',
  'finalAccount',
  'audited',
  'funding',
  'findings',
  'updated',
] as const;
export type ProjectColumn = (typeof PROJECT_COLUMNS)[number];
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** The address of the list of projects; stage 11 finds those that have been through all ten. */
export const projectListQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  county: idField.optional(),
  year: whole(2000, 2100).optional(),
  stage: whole(1, 11).optional(),
  status: z.enum(PROJECT_STATUSES).optional(),
  entity: z.enum(ENTITY_KINDS).optional(),
  light: z.enum(LIGHTS).optional(),
  sort: z.enum(PROJECT_SORTS).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: whole(1, 200).default(50),
  cursor: z.string().max(400).optional(),
});

export type ProjectListQuery = z.output<typeof projectListQuery>;
