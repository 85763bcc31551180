import { z } from 'zod';
import { idField } from '../kernel/input';
import { UNIT_KINDS } from './types';

/** A unit to choose; `path` names what stands above it, `search` holds pinyin and code. */
export interface UnitOption {
  id: string;
  kind: (typeof UNIT_KINDS)[number];
  name: string;
  path: string;
  search: string;
  countyId: string | null;
}

export const unitView = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  kind: z.enum(UNIT_KINDS),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  sortOrder: z.int(),
  approvers: z.object({ feasibility: z.string().optional() }),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  retiredReason: z.string().nullable(),
  countyId: z.uuid().nullable(),
  accounts: z.int(),
  compounds: z.int(),
  children: z.int(),
  version: z.int(),
});
export type UnitView = z.output<typeof unitView>;

export const unitVersionView = z.object({
  code: z.string(),
  name: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  documentNo: z.string().nullable(),
});
export const unitDetail = unitView.extend({ versions: z.array(unitVersionView) });
export type UnitDetail = z.output<typeof unitDetail>;

export const unitListQuery = z.strictObject({
  q: z.string().trim().max(60).optional(),
  kind: z.enum(UNIT_KINDS).optional(),
  under: idField.optional(),
  retired: z.enum(['yes', 'no']).default('no'),
  /** The tree as it stood on that day, with the names and codes of then. */
  on: z.iso.date().optional(),
});
export type UnitListQuery = z.output<typeof unitListQuery>;
export const unitList = z.object({ items: z.array(unitView), total: z.int() });
export type UnitList = z.output<typeof unitList>;
