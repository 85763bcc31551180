import 'server-only';
import type { ComplaintView } from '@/lib/domain/complaints/answers';
import { mergeReasons, separateReasons } from '@/lib/domain/complaints/handling';
import { limitOf } from '@/lib/domain/complaints/limit';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import { type Answer, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { checked, happened, lockComplaints, shown, type Which } from './held';

/** What joined a matter may have been received before it; one that was opened again keeps the day it was then given. */
async function limitAnew(tx: Tx, leadId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ due: CalendarDate }[]>`
    SELECT own_due_on::text AS due FROM complaint WHERE id = ${leadId}::uuid OR lead_id = ${leadId}::uuid`;
  const [first, ...others] = rows.map(({ due }) => due);
  if (!first) return;
  await tx.$executeRaw`
    UPDATE complaint SET due_on = CASE WHEN reopened_on IS NULL THEN ${limitOf([first, ...others])}::date ELSE due_on END, version = version + 1, updated_at = anju_now()
    WHERE id = ${leadId}::uuid`;
}

/** The same matter: it joins, with all that had joined it, and is counted there. */
export async function merge(tx: Tx, actor: Actor, which: Which, intoId: string): Promise<Answer<ComplaintView>> {
  const both = await lockComplaints(tx, actor, [which.id, intoId]);
  const one = both.find(({ id }) => id === which.id);
  const held = await checked(tx, actor, one, { version: which.version, sent: { intoId } });
  if (!held.ok) return held;
  const complaint = held.value;
  const into = both.find(({ id, countyId }) => id === intoId && countyId === complaint.countyId) ?? null;
  const against = mergeReasons(complaint, into);
  if (against.length > 0 || into === null) return refused(against);
  await tx.$executeRaw`UPDATE complaint SET lead_id = ${intoId}::uuid, version = version + 1 WHERE lead_id = ${which.id}::uuid`;
  await tx.$executeRaw`
    UPDATE complaint SET status = 'merged', lead_id = ${intoId}::uuid, draft = NULL, drafted_at = NULL, drafted_by = NULL, version = version + 1, updated_at = anju_now() WHERE id = ${which.id}::uuid`;
  await limitAnew(tx, intoId);
  await happened(tx, complaint, 'merged', into.no);
  await happened(tx, into, 'joined', complaint.no);
  return shown(tx, actor, which.id);
}

/** Joined by mistake: a matter of its own again, to be assigned anew, with its own limit. */
export async function separate(tx: Tx, actor: Actor, which: Which, reason: string): Promise<Answer<ComplaintView>> {
  const [where] = await tx.$queryRaw<{ leadId: string | null }[]>`
    SELECT lead_id AS "leadId" FROM complaint WHERE id = ${which.id}::uuid`;
  const both = await lockComplaints(tx, actor, [which.id, ...(where?.leadId ? [where.leadId] : [])]);
  const one = both.find(({ id }) => id === which.id);
  const held = await checked(tx, actor, one, { version: which.version, sent: { reason } });
  if (!held.ok) return held;
  const lead = both.find(({ id }) => id === held.value.leadId) ?? null;
  const against = separateReasons(held.value, lead);
  if (against.length > 0 || lead === null) return refused(against);
  await tx.$executeRaw`
    UPDATE complaint SET status = 'received', lead_id = NULL, assigned_kind = NULL, assigned_unit_id = NULL, due_on = own_due_on, version = version + 1, updated_at = anju_now()
    WHERE id = ${which.id}::uuid`;
  await limitAnew(tx, lead.id);
  await happened(tx, held.value, 'separated', reason);
  await happened(tx, lead, 'separated', held.value.no);
  return shown(tx, actor, which.id);
}
