import 'server-only';
import { z } from 'zod';
import { MAINTAINER_KINDS } from '@/lib/domain/aftercare/maintainers';

/** What the routes of the aftercare answer, for the OpenAPI document. */
const named = z.object({ id: z.uuid(), name: z.string() });
const text = z.string().nullable();

export const lineParams = z.strictObject({ id: z.uuid(), itemId: z.uuid() });
export const checkParams = z.strictObject({ id: z.uuid(), checkId: z.uuid() });

const item = { compound: named, item: z.string(), itemName: z.string(), itemNameEn: z.string(), what: z.string() };

export const AftercareShape = z.object({
  project: z.object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    status: z.string(),
    stage: z.int(),
    version: z.int(),
  }),
  acceptedOn: text,
  managementPlan: z.object({ no: z.int(), title: z.string(), fileId: z.uuid(), filedAt: z.string() }).nullable(),
  propertyService: text,
  propertyServiceReason: text,
  handover: z.array(
    z.object({
      id: z.uuid(),
      ...item,
      warrantyUntil: text,
      maintainerKind: z.enum(MAINTAINER_KINDS),
      maintainer: z.string(),
      version: z.int(),
    }),
  ),
  suggestions: z.array(z.object({ ...item, operator: z.boolean(), places: z.int(), done: z.int() })),
  checks: z.array(
    z.object({
      id: z.uuid(),
      months: z.int(),
      dueOn: z.string(),
      state: z.enum(['done', 'overdue', 'soon', 'later']),
      checkedOn: text,
      result: z.enum(['good', 'problems']).nullable(),
      remarks: text,
      photo: named.nullable(),
      checkedBy: text,
      version: z.int(),
    }),
  ),
});
