import 'server-only';
import { z } from 'zod';
import { LINE_DECISIONS, PART_DECISIONS, STATEMENT_STATES } from '@/lib/domain/funds/imports/types';
import { ORDER_STATES } from '@/lib/domain/funds/types';
import { sumShape as sum } from '../shapes';

/** What the routes of imports answer, for the OpenAPI document. */
export const statementParams = z.strictObject({ id: z.uuid() });
export const paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
const text = z.string().nullable();
const kind = z.enum(['bank', 'ledger']);

const line = {
  id: z.uuid(),
  kind,
  status: z.enum(STATEMENT_STATES),
  fileName: z.string(),
  account: text,
  periodFrom: text,
  periodTo: text,
  lines: z.int(),
  undecided: z.int(),
  errors: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  decidedAt: text,
  decidedBy: text,
};
export const StatementListShape = z.object({ items: z.array(z.object(line)), total: z.int() });

export const TakenShape = z.object({ id: z.uuid(), status: z.enum(STATEMENT_STATES), again: z.boolean() });
export const MovedShape = z.object({ id: z.uuid(), version: z.int() });
export const CancelledShape = z.object({ id: z.uuid(), status: z.enum(STATEMENT_STATES), version: z.int() });
const count = z.int();
export const AppliedShape = CancelledShape.extend({
  counts: z.object({ written: count, asked: count, confirmed: count, outside: count, known: count }),
});

const candidate = z.object({
  target: z.record(z.string(), z.unknown()),
  score: z.int(),
  because: z.array(z.object({ code: z.string(), days: z.int().optional() })),
});
const finding = z.object({
  level: z.enum(['error', 'warning', 'info']),
  rowNo: z.int().nullable(),
  cell: text,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
const booked = z
  .object({
    type: z.enum(['entry', 'order']),
    id: z.uuid(),
    voucherNo: z.string(),
    day: z.string(),
    status: z.enum(ORDER_STATES).nullable(),
  })
  .nullable()
  .describe('在台账中的分录；还没有支付的，是支付申请');
const items = z.array(z.object({ item: z.string(), amount: sum })).nullable();
const decision = z.object({
  decision: z.enum(LINE_DECISIONS),
  entryId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
  projectId: z.uuid().nullable(),
  project: text,
  source: text,
  kind: z.string(),
  earmark: z.string(),
  contractId: z.uuid().nullable(),
  contractNo: text,
  items,
  voucherNo: text,
  reason: text,
  parts: z
    .array(
      z.object({
        ...{
          decision: z.enum(PART_DECISIONS),
          amount: sum,
          entryId: z.uuid().nullable(),
          orderId: z.uuid().nullable(),
        },
        ...{ projectId: z.uuid().nullable(), project: text, source: z.string(), kind: z.string(), earmark: z.string() },
        ...{ contractId: z.uuid().nullable(), contractNo: text, items, voucherNo: text, reason: text, booked },
      }),
    )
    .nullable()
    .describe('一行拆分成几笔的'),
  booked,
  reversed: z.object({ id: z.uuid(), voucherNo: z.string(), day: z.string() }).nullable().describe('入账之后又冲销的'),
});
const row = z.object({
  id: z.uuid(),
  rowNo: z.int(),
  day: z.string(),
  amount: sum,
  balance: sum.nullable(),
  counterparty: text,
  counterAccount: text,
  remark: text,
  serialNo: text,
  state: z.enum(['none', 'found', 'unsure', 'decided', 'known']),
  match: z.object({
    state: z.enum(['found', 'unsure', 'none']),
    chosen: candidate.nullable(),
    candidates: z.array(candidate),
  }),
  hints: z
    .array(
      z.object({
        code: z.enum(['reversal', 'cancels', 'takenBack', 'pool']),
        row: z.int().optional(),
        ...{
          source: z.string().optional(),
          kind: z.string().optional(),
          earmark: z.string().optional(),
          there: sum.optional(),
        },
      }),
    )
    .describe('没有对得上的，怎么办：冲正、与另一行相抵、被另一行冲正、县市待分配资金'),
  decision: decision.nullable(),
  known: z.object({ statementId: z.uuid(), fileName: z.string(), rowNo: z.int() }).nullable(),
});
export const StatementShape = z.object({
  ...line,
  ...{ sheet: z.string(), version: z.int(), opening: sum.nullable(), closing: sum.nullable(), sumIn: sum, sumOut: sum },
  findings: z.array(finding),
  rows: z.array(row),
  free: z
    .array(
      z.object({
        ...{ type: z.enum(['entry', 'order']), id: z.uuid(), direction: z.enum(['in', 'out']), voucherNo: z.string() },
        ...{ day: z.string(), amount: sum, counterparty: text, project: text },
      }),
    )
    .describe('这些日子前后还没有与流水核对的台账和支付申请：拆分时选用'),
});
