import 'server-only';
import type { HouseholdAccount } from '@/lib/domain/contributions/answers';
import {
  againstCollecting,
  type KnownDue,
  type PaymentFacts,
  paymentReasons,
  reversalReasons,
} from '@/lib/domain/contributions/payments';
import type { PaymentReversal, PaymentsInput } from '@/lib/domain/contributions/schema';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, notFound, refused } from '@/lib/server/answer';
import { dwellingSql } from '@/lib/server/db/dwelling-sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { post, reverse } from '@/lib/server/funds/post';
import { type HeldProject, lockProject } from '@/lib/server/projects/lock';
import { POT } from './dues';
import { accountOf } from './list';

/** Receipts have numbers of their own; in the ledger they stand beside the vouchers of the office. */
const voucherOf = (receiptNo: string): string => `收据-${receiptNo}`;

async function factsOf(tx: Tx, project: HeldProject, { items }: PaymentsInput): Promise<PaymentFacts> {
  const dues = await tx.$queryRaw<{ id: string; name: string; amount: string; paid: string }[]>`
    SELECT d.household_id AS id, ${dwellingSql('b.name', 'h.unit_no', 'h.room')} AS name, d.amount::text AS amount, d.paid::text AS paid
    FROM contribution_due d JOIN household h ON h.id = d.household_id JOIN building b ON b.id = h.building_id
    WHERE d.project_id = ${project.id}::uuid AND d.household_id = ANY(${items.map(({ householdId }) => householdId)}::uuid[])`;
  // the whole county's receipts count, also those of other communities: the function looks past the wall and tells nothing but the numbers asked for
  const used = await tx.$queryRaw<{ no: string }[]>`
    SELECT no FROM contribution_receipts_used(${project.countyId}::uuid, ${items.map(({ receiptNo }) => receiptNo)}::text[]) no`;
  const known = dues.map(({ id, name, amount, paid }): [string, KnownDue] => [
    id,
    { name, amount: BigInt(amount), paid: BigInt(paid) },
  ]);
  return { dues: new Map(known), receiptsUsed: new Set(used.map(({ no }) => no)), today: project.today };
}

export interface Recorded {
  payments: { id: string; householdId: string; receiptNo: string }[];
  total: string;
}

/** Payments of one or many households of one day: all of them, each with its entry in the ledger, or none and every reason. */
export async function recordPayments(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: PaymentsInput,
): Promise<Answer<Recorded>> {
  const project = await lockProject(tx, actor, projectId);
  if (!project) return notFound();
  const facts = await factsOf(tx, project, input);
  // a household of another place is not there for this person
  if (input.items.some(({ householdId }) => !facts.dues.has(householdId)) && facts.dues.size === 0) return notFound();
  const against = [...againstCollecting(project.status), ...paymentReasons(input.items, input.paidOn, facts)];
  if (against.length > 0) return refused(against);
  const payments: Recorded['payments'] = [];
  for (const { householdId, amount, receiptNo } of input.items) {
    const posted = await post(tx, actor, projectId, {
      ...{ movement: 'received', ...POT, amount, entryOn: input.paidOn, voucherNo: voucherOf(receiptNo) },
      byHouseholds: true,
      counterparty: facts.dues.get(householdId)?.name,
    });
    if (!posted.ok) return posted;
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO contribution_payment (project_id, household_id, building_id, compound_id, county_id, kind, amount, channel, receipt_no, paid_on, note, entry_id, recorded_by)
      SELECT d.project_id, d.household_id, d.building_id, d.compound_id, d.county_id, 'payment', ${amount}::bigint, ${input.channel}, ${receiptNo}, ${input.paidOn}::date, ${input.note ?? null},
        ${posted.value.id}::uuid, ${actor.accountId}::uuid FROM contribution_due d WHERE d.project_id = ${projectId}::uuid AND d.household_id = ${householdId}::uuid RETURNING id`;
    payments.push({ id: row?.id ?? '', householdId, receiptNo });
  }
  return created({ payments, total: formatMoney(sumMoney(input.items.map(({ amount }) => amount))) });
}

interface Stood {
  householdId: string;
  kind: 'payment' | 'reversal';
  amount: string;
  receiptNo: string | null;
  paidOn: CalendarDate;
  entryId: string;
  reversed: boolean;
}

/** 冲销: the payment stays as it was recorded, a second row takes it back, and its entry in the ledger with it. */
export async function reversePayment(
  tx: Tx,
  actor: Actor,
  { projectId, id }: { projectId: string; id: string },
  { reversedOn, reason: why }: PaymentReversal,
): Promise<Answer<HouseholdAccount>> {
  const project = await lockProject(tx, actor, projectId);
  if (!project) return notFound();
  const [stood] = await tx.$queryRaw<Stood[]>`
    SELECT p.household_id AS "householdId", p.kind, p.amount::text AS amount, p.receipt_no AS "receiptNo", p.paid_on::text AS "paidOn", p.entry_id AS "entryId",
      EXISTS (SELECT 1 FROM contribution_payment r WHERE r.reverses_id = p.id) AS reversed
    FROM contribution_payment p WHERE p.id = ${id}::uuid AND p.project_id = ${projectId}::uuid`;
  if (!stood) return notFound();
  const against = reversalReasons({ ...stood, on: reversedOn, today: project.today });
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: 'contribution.reverse', reason: why });
  const voucherNo = `${voucherOf(stood.receiptNo ?? '')}-冲`;
  const entry = await reverse(tx, actor, stood.entryId, {
    entryOn: reversedOn,
    voucherNo,
    note: why,
    byHousehold: true,
  });
  if (!entry.ok) return entry;
  await tx.$executeRaw`
    INSERT INTO contribution_payment (project_id, household_id, building_id, compound_id, county_id, kind, amount, paid_on, reason, reverses_id, entry_id, recorded_by)
    SELECT p.project_id, p.household_id, p.building_id, p.compound_id, p.county_id, 'reversal', p.amount, ${reversedOn}::date, ${why}, p.id, ${entry.value.id}::uuid, ${actor.accountId}::uuid
    FROM contribution_payment p WHERE p.id = ${id}::uuid`;
  const account = await accountOf(tx, actor, projectId, stood.householdId);
  return account ? done(account) : notFound();
}
