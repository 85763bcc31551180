import 'server-only';
import { z } from 'zod';
import type { MaintenanceFund } from '@/lib/domain/maintenance/answers';

/** What the routes of the maintenance fund answer, for the OpenAPI document. */
const sum = z.string().meta({ description: '元, two places', examples: ['36000.00'] });
const text = z.string().nullable();

export const entryParams = z.strictObject({ id: z.uuid(), entryId: z.uuid() });

export const MaintenanceFundShape = z.object({
  compound: z.object({ id: z.uuid(), name: z.string(), status: z.string() }),
  surveyed: z.boolean().nullable(),
  account: z
    .object({
      id: z.uuid(),
      bank: z.string(),
      number: z.string(),
      openedOn: z.string(),
      file: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      version: z.int(),
    })
    .nullable(),
  balance: sum,
  deposited: sum,
  withdrawn: sum,
  entries: z.array(
    z.object({
      id: z.uuid(),
      no: z.int(),
      kind: z.enum(['deposit', 'withdrawal', 'reversal']),
      amount: sum,
      balance: sum,
      entryOn: z.string(),
      voucherNo: z.string(),
      counterparty: text,
      note: text,
      reversesId: z.uuid().nullable(),
      reversed: z.boolean(),
      recordedBy: z.string(),
      recordedAt: z.string(),
    }),
  ),
}) satisfies z.ZodType<MaintenanceFund>;
