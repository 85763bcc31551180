import 'server-only';
import { z } from 'zod';

/** What the routes of printed forms take and answer, for the OpenAPI document. */
export const batchParams = z.strictObject({ id: z.uuid(), batch: z.coerce.number().int().min(1) });

export const FormsAnswerShape = z.object({
  batch: z.int(),
  count: z.int(),
  voided: z.int(),
  first: z.string(),
  last: z.string(),
});

export const FormBatchShape = z.object({
  batch: z.int(),
  count: z.int(),
  voided: z.int(),
  printedAt: z.string(),
  printedBy: z.object({ id: z.uuid(), name: z.string() }),
});

export const FormShape = z.object({
  formNo: z.string(),
  serial: z.int(),
  householdId: z.uuid(),
  buildingName: z.string(),
  unitNo: z.string(),
  room: z.string(),
  area: z.string().meta({ description: '㎡, two places', examples: ['88.33'] }),
  owners: z.array(z.object({ name: z.string(), kind: z.string() })),
  voidAt: z.string().nullable(),
  voidReason: z.string().nullable(),
});
