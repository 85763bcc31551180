import 'server-only';
import { z } from 'zod';
import { IMPORT_STATUSES } from '@/lib/domain/imports/answers';
import { ENTITIES } from '@/lib/domain/imports/fields';

export const ImportId = z.strictObject({ id: z.uuid() });
export const Moved = z.object({ id: z.uuid(), status: z.enum(IMPORT_STATUSES) });
const scalar = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);

const person = z.object({ id: z.uuid(), name: z.string() });
const counts = z.record(z.string(), z.record(z.string(), z.int()));

export const ImportLineShape = z.object({
  id: z.uuid(),
  kind: z.enum(['template', 'mapped']),
  status: z.enum(IMPORT_STATUSES),
  fileName: z.string(),
  counts,
  errors: z.int(),
  warnings: z.int(),
  createdAt: z.string(),
  createdBy: person,
  appliedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
});

const saidReason = z.object({ code: z.string(), message: z.string() });

export const ImportDetailShape = ImportLineShape.extend({
  version: z.int(),
  templateVersion: z.string().nullable(),
  progress: z.object({ done: z.int(), total: z.int() }),
  refusal: z.array(saidReason),
  proposal: z.unknown(),
  mapping: z.unknown(),
  undecided: z.int(),
  appliedBy: person.nullable(),
  undoneBy: person.nullable(),
  undoReason: z.string().nullable(),
  undoObstacles: z.array(saidReason),
});

export const ImportRowShape = z.object({
  entity: z.enum(ENTITIES),
  rowNo: z.int(),
  sheet: z.string(),
  action: z.enum(['new', 'changed', 'unchanged', 'conflict', 'error']),
  label: z.string(),
  values: z.record(z.string(), scalar),
  targetId: z.uuid().nullable(),
  compoundId: z.uuid().nullable(),
  changes: z.array(z.object({ field: z.string(), cell: z.string().nullable(), old: scalar, new: scalar })),
  decision: z.unknown(),
});

export const ImportFindingShape = z.object({
  seq: z.int(),
  level: z.enum(['error', 'warning', 'info']),
  sheet: z.string(),
  rowNo: z.int().nullable(),
  cell: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});

export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() });

export const paging = {
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const mappingBody = z.strictObject({
  sheet: z.string().min(1).max(100),
  headerRow: z.int().min(1).max(1_048_576),
  fingerprint: z.string().min(1).max(4000),
  columns: z
    .array(
      z.strictObject({
        column: z.int().min(0).max(400),
        header: z.string().max(400),
        field: z.string().max(60).nullable(),
        unit: z.enum(['m2', 'wan-m2', 'yuan', 'wan']).nullable(),
      }),
    )
    .min(1)
    .max(400),
  constants: z.record(z.string().max(60), scalar).default({}),
});

export const decisionsBody = z.strictObject({
  decisions: z
    .array(z.strictObject({ entity: z.enum(ENTITIES), rowNo: z.int().min(1), chosen: z.string().min(1).max(60) }))
    .min(1)
    .max(5000),
});

export const undoBody = z.strictObject({ reason: z.string().trim().min(2).max(500) });
