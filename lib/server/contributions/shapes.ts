import 'server-only';
import { z } from 'zod';
import type {
  ContributionProgress,
  DueList,
  DueRow,
  HouseholdAccount,
  PaymentView,
  ReceiptView,
} from '@/lib/domain/contributions/answers';
import { DUE_STATES, PAY_CHANNELS } from '@/lib/domain/contributions/types';
import { SHARE_RULES } from '@/lib/domain/votes/types';

/** What the routes of residents' contributions answer, for the OpenAPI document. */
const sum = z.string().meta({ description: '元, two places', examples: ['1200.00'] });
const text = z.string().nullable();
const named = z.object({ id: z.uuid(), name: z.string() });

export const contributionParams = z.strictObject({ id: z.uuid() });
export const paymentParams = z.strictObject({ id: z.uuid(), paymentId: z.uuid() });
export const householdParams = z.strictObject({ id: z.uuid(), householdId: z.uuid() });

const sums = {
  households: z.int(),
  paidHouseholds: z.int(),
  partHouseholds: z.int(),
  unpaidHouseholds: z.int(),
  due: sum,
  paid: sum,
  left: sum,
};
const rule = z.enum(SHARE_RULES);

export const ProgressShape = z.object({
  compounds: z.array(
    z.object({
      ...sums,
      id: z.uuid(),
      name: z.string(),
      agreed: z.object({ amount: sum, rule }).nullable(),
      setting: z
        .object({ no: z.int(), amount: sum, rule, households: z.int(), setOn: z.string(), reason: text })
        .nullable(),
    }),
  ),
  total: z.object(sums),
  buildings: z.array(z.object({ ...sums, id: z.uuid(), name: z.string() })),
}) satisfies z.ZodType<ContributionProgress>;

const DueShape = z.object({
  householdId: z.uuid(),
  building: z.string(),
  unitNo: z.string(),
  room: z.string(),
  owners: z.array(z.object({ name: z.string(), phone: text })),
  area: z.string(),
  due: sum,
  paid: sum,
  left: sum,
  state: z.enum(DUE_STATES),
  lastPaidOn: text,
  setOn: z.string(),
  days: z.int(),
}) satisfies z.ZodType<DueRow>;

export const DueListShape = z.object({
  compound: named.nullable(),
  items: z.array(DueShape),
  total: z.int(),
  page: z.int(),
}) satisfies z.ZodType<DueList>;

const PaymentShape = z.object({
  id: z.uuid(),
  kind: z.enum(['payment', 'reversal']),
  amount: sum,
  channel: z.enum(PAY_CHANNELS).nullable(),
  receiptNo: text,
  paidOn: z.string(),
  note: text,
  reason: text,
  reversesId: z.uuid().nullable(),
  reversed: z.boolean(),
  recordedBy: z.string(),
  recordedAt: z.string(),
}) satisfies z.ZodType<PaymentView>;

export const AccountShape = z.object({
  due: DueShape,
  payments: z.array(PaymentShape),
}) satisfies z.ZodType<HouseholdAccount>;

export const RecordedShape = z.object({
  payments: z.array(z.object({ id: z.uuid(), householdId: z.uuid(), receiptNo: z.string() })),
  total: sum,
});

export const ReceiptShape = PaymentShape.extend({
  project: z.object({ id: z.uuid(), name: z.string(), code: z.string() }),
  compound: z.string(),
  household: z.string(),
  owners: z.array(named),
  due: sum,
  left: sum,
  issuer: z.string(),
}) satisfies z.ZodType<ReceiptView>;
