import 'server-only';
import { z } from 'zod';
import { CLASSES, MOVEMENTS, ORDER_STATES } from '@/lib/domain/funds/types';

/** What the routes of the ledger answer, for the OpenAPI document. */
export const sumShape = z.string().meta({ description: '元, two places', examples: ['418000.00'] });
const sum = sumShape;
const text = z.string().nullable();
const named = z.object({ id: z.uuid(), name: z.string() });
const coded = z.object({ id: z.uuid(), name: z.string(), code: z.string() });
const file = z.object({ id: z.uuid(), name: z.string(), size: z.int(), mediaType: z.string() }).nullable();
const part = z.object({ item: z.string(), amount: sum });
const pot = { source: z.string(), kind: z.string(), earmark: z.string() };
const figures = { allocated: sum, received: sum, paid: sum, outstanding: sum, left: sum };

export const entryParams = z.strictObject({ id: z.uuid() });
export const orderParams = z.strictObject({ id: z.uuid() });

export const PostedShape = z.object({ id: z.uuid() });

const entry = {
  id: z.uuid(),
  kind: z.enum(MOVEMENTS),
  reversesKind: z.enum(MOVEMENTS).nullable(),
  source: z.string(),
  fundKind: z.string(),
  earmark: z.string(),
  amount: sum,
  entryOn: z.string(),
  voucherNo: z.string(),
  counterparty: text,
  note: text,
  items: z.array(part).nullable(),
  contractNo: text,
  reversed: z.boolean(),
  reversesId: z.uuid().nullable(),
  ofBatch: z.boolean(),
  createdBy: z.string(),
  approvedBy: text,
  createdAt: z.string(),
  file,
};
export const EntryShape = z.object(entry);

export const EntryDetailShape = z.object({
  ...entry,
  project: coded.nullable(),
  county: named,
  reversalId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
  receiptId: z.uuid().nullable().describe('住户缴款的收据'),
  sha256: text,
  lines: z.array(
    z.object({
      no: z.int(),
      class: z.enum(CLASSES),
      ofProject: z.boolean(),
      side: z.enum(['debit', 'credit']),
      amount: sum,
      item: text,
    }),
  ),
});

export const OrderShape = z.object({
  id: z.uuid(),
  project: coded,
  county: named,
  contract: z.object({ id: z.uuid(), no: z.string(), name: z.string() }),
  reversesId: z.uuid().nullable(),
  ...pot,
  amount: sum,
  items: z.array(part),
  payee: z.string(),
  purpose: z.string(),
  payOn: z.string(),
  voucherNo: z.string(),
  status: z.enum(ORDER_STATES),
  createdBy: named,
  createdAt: z.string(),
  decidedBy: text,
  decidedAt: text,
  decisionNote: text,
  entryId: z.uuid().nullable(),
  file,
  version: z.int(),
});
export const OrderListShape = z.object({ items: z.array(OrderShape), total: z.int() });
export const DecidedShape = z.object({ id: z.uuid(), status: z.enum(ORDER_STATES), entryId: z.uuid().nullable() });

export const ProjectMoneyShape = z.object({
  total: z.object({ ...figures, planned: sum, gap: sum }),
  sources: z.array(z.object({ source: z.string(), kind: z.string(), ...figures, planned: sum, gap: sum })),
  pots: z.array(z.object({ ...pot, ...figures, pending: sum })),
  flows: z.array(z.object({ source: z.string(), item: z.string(), paid: sum })),
  contracts: z.array(
    z.object({
      id: z.uuid(),
      no: z.string(),
      name: z.string(),
      company: z.string(),
      status: z.string(),
      amount: sum,
      paid: sum,
      pending: sum.describe('已申请、待审核'),
      left: sum.describe('未支付，含已申请的'),
    }),
  ),
  entries: z.array(EntryShape),
  entryCount: z.int(),
  orders: z.array(OrderShape),
  pools: z.array(z.object({ ...pot, amount: sum })),
});
