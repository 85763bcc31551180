import 'server-only';
import { z } from 'zod';
import { settingsShape } from '@/lib/domain/sharing/schema';

/** What the routes of the sharing answer, for the OpenAPI document. */
const text = z.string().nullable();
const sum = z.string().meta({ description: '元, two places', examples: ['418000.00'] });
const named = z.object({ id: z.uuid(), name: z.string() });
const reason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  clause: z.string().optional(),
  field: z.string().optional(),
});
const money = { source: z.string(), kind: text, payer: text, amount: sum };

export const sharingParams = z.strictObject({ id: z.uuid() });
export const changeParams = z.strictObject({ id: z.uuid(), changeId: z.uuid() });

const item = z.object({
  compound: named,
  building: named.nullable(),
  item: z.string(),
  method: z.enum(['overhead', 'underground']).nullable(),
  cost: sum,
  residentPercent: z.int(),
  parts: z.array(z.object({ ...money, rule: z.string(), clause: z.string() })),
  civil: sum.nullable().optional(),
  change: z.object({ id: z.uuid(), reason: z.string(), at: z.string(), stale: z.boolean() }).nullable(),
});

const compound = z.object({
  id: z.uuid(),
  name: z.string(),
  originalUnit: text,
  households: z.int(),
  withoutArea: z.int(),
  rule: z.string(),
  formerUnit: z.boolean(),
  unit: text,
  ownMoney: z.array(z.object({ kind: z.string(), amount: sum })),
  raised: sum,
});

export const SharingShape = z.object({
  version: z.int(),
  cost: sum,
  items: z.array(item),
  sums: z.array(z.object(money)),
  compounds: z.array(compound),
  settings: z.record(z.string(), z.unknown()).meta({ description: Object.keys(settingsShape.shape).join(', ') }),
  payers: z.array(
    z.object({
      ...{ rule: z.string(), source: z.string(), amount: sum, unnamed: sum, names: z.array(z.string()) },
      items: z.array(z.object({ item: z.string(), amount: sum })),
    }),
  ),
  government: sum,
  missing: z.array(reason),
  agreed: z
    .object({
      ...{
        no: z.int(),
        at: z.string(),
        by: z.string(),
        sum,
        sums: z.array(z.object(money)),
        differs: z.boolean(),
        difference: reason.nullable(),
      },
    })
    .nullable(),
});

export const NoticeListShape = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      source: z.string(),
      payer: text,
      compound: named.nullable(),
      amount: sum,
      items: z.int(),
    }),
  ),
});
