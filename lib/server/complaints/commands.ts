import 'server-only';
import type { ComplaintView } from '@/lib/domain/complaints/answers';
import {
  answerReasons,
  assignReasons,
  closeReasons,
  draftReasons,
  reopenReasons,
  turnAwayReasons,
} from '@/lib/domain/complaints/handling';
import { dueDay } from '@/lib/domain/complaints/limit';
import type { ComplaintAssign, ComplaintClose, ComplaintTurnAway } from '@/lib/domain/complaints/schema';
import { againstReveal } from '@/lib/domain/compounds/reveal';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, gone, notFound, refused } from '@/lib/server/answer';
import { record } from '@/lib/server/audit/record';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { happened, holdComplaint, shown, type Which } from './held';
import { assigneesOf } from './queries';
import { complaintScope } from './scope';
import { openContact } from './sealed';

const set = (tx: Tx, id: string, change: Prisma.Sql) =>
  tx.$executeRaw`UPDATE complaint SET ${change}, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;

/** To whoever looks into it. Assigned anew, an answer that was drafted is put aside. */
export async function assign(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: ComplaintAssign,
): Promise<Answer<ComplaintView>> {
  const held = await holdComplaint(tx, actor, which, input);
  if (!held.ok) return held;
  const { value: complaint } = held;
  const assignees = await assigneesOf(tx, { countyId: complaint.countyId, complaintId: complaint.id });
  const against = assignReasons(complaint, input, assignees);
  if (against.length > 0) return refused(against);
  await set(
    tx,
    which.id,
    Prisma.sql`status = 'assigned', assigned_kind = ${input.to}, assigned_unit_id = ${input.unitId ?? null}::uuid, draft = NULL, drafted_at = NULL, drafted_by = NULL`,
  );
  const unit = assignees.units.find(({ id }) => id === input.unitId);
  await happened(tx, complaint, 'assigned', [unit?.name ?? `@${input.to}`, input.note].filter(Boolean).join('：'));
  return shown(tx, actor, which.id);
}

/** What the assigned office proposes to answer; may be drafted anew until it is answered. */
export async function draft(tx: Tx, actor: Actor, which: Which, answer: string): Promise<Answer<ComplaintView>> {
  const held = await holdComplaint(tx, actor, which, { answer });
  if (!held.ok) return held;
  const against = draftReasons(held.value, actor);
  if (against.length > 0) return refused(against);
  await set(
    tx,
    which.id,
    Prisma.sql`draft = ${answer}, drafted_at = anju_now(), drafted_by = ${actor.accountId}::uuid`,
  );
  await happened(tx, held.value, 'drafted', answer);
  return shown(tx, actor, which.id);
}

/** What the complainant is told; it stands on the public page from now on, for everybody whose complaint is of this matter. */
export async function answer(tx: Tx, actor: Actor, which: Which, words: string): Promise<Answer<ComplaintView>> {
  const held = await holdComplaint(tx, actor, which, { answer: words });
  if (!held.ok) return held;
  const against = answerReasons(held.value);
  if (against.length > 0) return refused(against);
  await set(
    tx,
    which.id,
    Prisma.sql`status = 'answered', answer = ${words}, answered_on = anju_today(), answered_by = ${actor.accountId}::uuid`,
  );
  await happened(tx, held.value, 'answered', words);
  return shown(tx, actor, which.id);
}

/** Nobody needs to be reached any more. */
const forgetContacts = (tx: Tx, id: string) =>
  tx.$executeRaw`UPDATE complaint SET contact = NULL WHERE (id = ${id}::uuid OR lead_id = ${id}::uuid) AND contact IS NOT NULL`;

export async function close(tx: Tx, actor: Actor, which: Which, input: ComplaintClose): Promise<Answer<ComplaintView>> {
  const held = await holdComplaint(tx, actor, which, input);
  if (!held.ok) return held;
  const { value: complaint } = held;
  const { reopenDays } = siteRulesOf(await rulebookOf(tx, complaint.rulebookId)).complaints;
  const against = closeReasons(complaint, input.outcome, { today: complaint.today, reopenDays });
  if (against.length > 0) return refused(against);
  await set(
    tx,
    which.id,
    Prisma.sql`status = 'closed', ended_on = anju_today(), ended_by = ${actor.accountId}::uuid, end_words = ${input.note ?? null}`,
  );
  await forgetContacts(tx, which.id);
  await happened(tx, complaint, 'closed', [`@${input.outcome}`, input.note].filter(Boolean).join('：'));
  return shown(tx, actor, which.id);
}

/** Not taken up, or passed on to whoever it belongs to: either is said to the complainant. */
export async function turnAway(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: ComplaintTurnAway,
): Promise<Answer<ComplaintView>> {
  const held = await holdComplaint(tx, actor, which, input);
  if (!held.ok) return held;
  const against = turnAwayReasons(held.value);
  if (against.length > 0) return refused(against);
  const to = input.how === 'transferred' ? input.to : null;
  await set(
    tx,
    which.id,
    Prisma.sql`status = ${input.how}, transferred_to = ${to}, end_words = ${input.words}, ended_on = anju_today(), ended_by = ${actor.accountId}::uuid`,
  );
  await forgetContacts(tx, which.id);
  await happened(tx, held.value, input.how, [to, input.words].filter(Boolean).join('：'));
  return shown(tx, actor, which.id);
}

/** The complainant, on the telephone or at the desk, wants it looked at again; once. */
export async function reopen(tx: Tx, actor: Actor, which: Which, words: string): Promise<Answer<ComplaintView>> {
  const held = await holdComplaint(tx, actor, which, { words });
  if (!held.ok) return held;
  const { value: complaint } = held;
  const rulebook = await rulebookOf(tx, complaint.rulebookId);
  const { today } = complaint;
  const against = reopenReasons(complaint, today, siteRulesOf(rulebook).complaints.reopenDays);
  if (against.length > 0) return refused(against);
  await set(
    tx,
    which.id,
    Prisma.sql`status = ${complaint.assignedKind === null ? 'received' : 'assigned'}, late_before = late_before OR answered_on > due_on, answer = NULL, answered_on = NULL, answered_by = NULL,
      draft = NULL, drafted_at = NULL, drafted_by = NULL, reopened_on = anju_today(), due_on = ${dueDay(today, rulebook.complaints.replyDays)}::date`,
  );
  await happened(tx, complaint, 'reopened', words);
  return shown(tx, actor, which.id);
}

/** How to reach the complainant, for a reason that stands in the audit with who and when (个人信息保护法). */
export async function revealContact(
  tx: Tx,
  actor: Actor,
  id: string,
  why: string,
): Promise<Answer<{ id: string; contact: string }>> {
  const against = againstReveal(why);
  if (against.length > 0) return refused(against);
  const [found] = await tx.$queryRaw<{ countyId: string; contact: Uint8Array | null }[]>`
    SELECT c.county_id AS "countyId", c.contact FROM complaint c WHERE c.id = ${id}::uuid AND (${complaintScope(actor)})`;
  if (!found) return notFound();
  if (!found.contact) return gone('contact_gone');
  await record(tx, {
    action: 'complaint.reveal',
    entity: 'complaint',
    entityId: id,
    countyId: found.countyId,
    details: { fields: ['contact'] },
    reason: why,
  });
  return done({ id, contact: openContact(id, found.contact) });
}
