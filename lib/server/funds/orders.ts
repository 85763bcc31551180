import 'server-only';
import { decisionReasons, withdrawalReasons } from '@/lib/domain/funds/orders';
import { postingReasons, withoutOthersAsked } from '@/lib/domain/funds/posting';
import type { OrderDecision, OrderInput, OrderReversal } from '@/lib/domain/funds/schema';
import type { ItemPart, OrderState, Pot } from '@/lib/domain/funds/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Reason } from '@/lib/domain/kernel/result';
import { againstActing } from '@/lib/domain/projects/acting';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import type { Writer } from '@/lib/server/db/with-writer';
import { takeFile } from '@/lib/server/projects/files';
import { type HeldProject, lockProject } from '@/lib/server/projects/lock';
import { companyName } from '@/lib/server/projects/rows';
import { projectScope } from '@/lib/server/projects/scope';
import { postingFacts } from './facts';
import { asJson, holdEntry, type Posted, reasonsAgainstReversal, writeEntry } from './post';

interface Order extends Pot {
  id: string;
  projectId: string;
  contractId: string;
  reversesId: string | null;
  amount: bigint;
  items: ItemPart[];
  payee: string;
  purpose: string;
  payOn: CalendarDate;
  voucherNo: string;
  fileId: string | null;
  fileSha256: string | null;
  status: OrderState;
  createdBy: string;
  version: number;
}

interface OrderRow extends Omit<Order, 'amount' | 'items' | 'kind'> {
  kind: string;
  amount: string;
  items: { item: string; amount: string }[];
}

/** A payment is asked for by one person: with its contract, its items, and the pot that pays. */
export async function askPayment(
  tx: Writer,
  actor: Actor,
  projectId: string,
  input: OrderInput,
): Promise<Answer<Posted>> {
  const project = await lockProject(tx, actor, projectId);
  if (!project) return notFound();
  const { contractId, source, kind, earmark, amount, items, payOn, voucherNo } = input;
  const pot = { source, kind, earmark };
  const facts = { movement: 'paid' as const, pot, amount, entryOn: payOn, voucherNo, contractId, items };
  const file = await takeFile(tx, actor, project, { fileId: input.fileId, wanted: 'paper', field: 'fileId' });
  const reasons = [
    ...againstActing(actor, project),
    ...asOfOrder(postingReasons(await postingFacts(tx, project, facts))),
    ...file.reasons,
  ];
  if (reasons.length > 0) return refused(reasons);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO payment_order (project_id, county_id, contract_id, source, fund_kind, earmark, amount, items, payee, purpose, pay_on, voucher_no, file_id, file_sha256, created_by)
    SELECT ${projectId}::uuid, ${project.countyId}::uuid, k.id, ${source}, ${kind}, ${earmark}, ${amount}::bigint, ${asJson(items)}::jsonb, ${companyName('k.company_id')}, ${input.purpose},
      ${payOn}::date, ${voucherNo}, ${input.fileId ?? null}::uuid, ${file.sha256}, ${actor.accountId}::uuid FROM contract k LEFT JOIN company o ON o.id = k.company_id
    WHERE k.id = ${contractId}::uuid RETURNING id`;
  return created({ id: row?.id ?? '' });
}

/** The form of a payment calls its day so. */
const asOfOrder = (reasons: Reason[]): Reason[] =>
  reasons.map((one) => (one.field === 'entryOn' ? { ...one, field: 'payOn' } : one));

/** A payment that was wrong: asked to be taken back, and approved, as it was made. */
export async function askReversal(
  tx: Writer,
  actor: Actor,
  entryId: string,
  { purpose, payOn, voucherNo, fileId }: OrderReversal,
): Promise<Answer<Posted>> {
  const stood = await holdEntry(tx, actor, entryId);
  if (stood?.kind !== 'paid' || !stood.projectId) return notFound();
  const of = { id: stood.projectId, countyId: stood.countyId };
  const file = await takeFile(tx, actor, of, { fileId, wanted: 'paper', field: 'fileId' });
  const reasons = [
    ...asOfOrder(await reasonsAgainstReversal(tx, actor, stood, { on: payOn, voucherNo })),
    ...file.reasons,
  ];
  if (reasons.length > 0) return refused(reasons);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO payment_order (project_id, county_id, contract_id, reverses_id, source, fund_kind, earmark, amount, items, payee, purpose, pay_on, voucher_no, file_id, file_sha256, created_by)
    SELECT e.project_id, e.county_id, e.contract_id, e.id, e.source, e.fund_kind, e.earmark, e.amount, e.items, coalesce(e.counterparty, '—'), ${purpose}, ${payOn}::date, ${voucherNo},
      ${fileId ?? null}::uuid, ${file.sha256}, ${actor.accountId}::uuid FROM ledger_entry e WHERE e.id = ${entryId}::uuid RETURNING id`;
  return created({ id: row?.id ?? '' });
}

async function readOrder(tx: Writer, actor: Actor, id: string): Promise<Order | null> {
  const [row] = await tx.$queryRaw<OrderRow[]>`
    SELECT o.id, o.project_id AS "projectId", o.contract_id AS "contractId", o.reverses_id AS "reversesId", o.source, o.fund_kind AS kind, o.earmark, o.amount::text AS amount, o.items,
      o.payee, o.purpose, o.pay_on::text AS "payOn", o.voucher_no AS "voucherNo", o.file_id AS "fileId", o.file_sha256 AS "fileSha256", o.status, o.created_by AS "createdBy", o.version
    FROM payment_order o WHERE o.id = ${id}::uuid AND ${projectScope(actor, Prisma.sql`o.project_id`, Prisma.sql`o.county_id`)}`;
  if (!row) return null;
  const items = row.items.map(({ item, amount }) => ({ item, amount: BigInt(amount) }));
  return { ...row, amount: BigInt(row.amount), items };
}

interface HeldOrder {
  order: Order;
  project: HeldProject;
}

/** A request behind its project's lock, as the person saw it. */
async function holdOrder(
  tx: Writer,
  actor: Actor,
  { id, version }: { id: string; version: number },
  sent: unknown,
): Promise<Answer<HeldOrder>> {
  const found = await readOrder(tx, actor, id);
  const project = found && (await lockProject(tx, actor, found.projectId));
  const order = project && (await readOrder(tx, actor, id));
  if (!order) return notFound();
  const { amount, items: _, ...plain } = order;
  return order.version === version
    ? done({ order, project })
    : conflict({ ...plain, amount: formatMoney(amount) }, sent, order.version);
}

/** What the books say against it now: money and contract may have been used up since it was asked for. */
async function reasonsNow(tx: Writer, actor: Actor, { order, project }: HeldOrder): Promise<Reason[]> {
  const { id, reversesId, payOn, voucherNo, amount, items, contractId, source, kind, earmark } = order;
  if (reversesId) {
    const stood = await holdEntry(tx, actor, reversesId);
    return stood ? reasonsAgainstReversal(tx, actor, stood, { on: payOn, voucherNo, exceptOrder: id }) : [];
  }
  const pot = { source, kind, earmark };
  const facts = { pot, amount, items, contractId, voucherNo, exceptOrder: id, entryOn: payOn };
  const all = await postingFacts(tx, project, { movement: 'paid', ...facts });
  return postingReasons(withoutOthersAsked(all));
}

async function approved(tx: Writer, actor: Actor, { order, project }: HeldOrder): Promise<string> {
  const { reversesId, projectId, source, kind, earmark, amount, items, contractId, voucherNo, payOn } = order;
  return writeEntry(tx, project, {
    ...{ movement: reversesId ? 'reversed' : 'paid', projectId, source, kind, earmark, amount, items, contractId },
    ...{ reversesId, voucherNo, entryOn: payOn, counterparty: order.payee, note: order.purpose },
    ...{ fileId: order.fileId, fileSha256: order.fileSha256, createdBy: order.createdBy, approvedBy: actor.accountId },
  });
}

/** Approved, rejected or taken back; approved, it is an entry of the books at once. */
export async function decideOrder(
  tx: Writer,
  actor: Actor,
  which: { id: string; version: number },
  input: OrderDecision,
): Promise<Answer<Posted & { status: OrderState; entryId: string | null }>> {
  const { decision, note } = input;
  const { id, version } = which;
  const held = await holdOrder(tx, actor, which, input);
  if (!held.ok) return held;
  const { order } = held.value;
  const against = decision === 'withdraw' ? withdrawalReasons : decisionReasons;
  const reasons = against(order, actor.accountId);
  if (reasons.length === 0 && decision === 'approve') reasons.push(...(await reasonsNow(tx, actor, held.value)));
  if (reasons.length > 0) return refused(reasons);
  const entryId = decision === 'approve' ? await approved(tx, actor, held.value) : null;
  const status = ({ approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const)[decision];
  await tx.$executeRaw`
    UPDATE payment_order SET status = ${status}, decided_by = ${actor.accountId}::uuid, decided_at = anju_now(), decision_note = ${note ?? null}, entry_id = ${entryId}::uuid,
      version = version + 1 WHERE id = ${id}::uuid`;
  return done({ id, status, entryId }, { version: version + 1 });
}
