import 'server-only';
import type { ComplaintView } from '@/lib/domain/complaints/answers';
import type { Handled } from '@/lib/domain/complaints/handling';
import type { EventKind } from '@/lib/domain/complaints/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, type created, done, notFound } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { complaintView } from './queries';
import { complaintScope } from './scope';

export interface HeldComplaint extends Handled {
  no: string;
  countyId: string;
  rulebookId: string;
  leadId: string | null;
  dueOn: CalendarDate;
  draft: string | null;
  version: number;
  today: CalendarDate;
}

const COLUMNS = Prisma.sql`c.id, c.no, c.county_id AS "countyId", c.rulebook_id AS "rulebookId", c.status, c.lead_id AS "leadId", c.project_id AS "projectId", c.assigned_kind AS "assignedKind",
  c.assigned_unit_id AS "assignedUnitId", c.answered_on::text AS "answeredOn", c.reopened_on::text AS "reopenedOn", c.due_on::text AS "dueOn", c.draft, c.version, anju_today()::text AS today`;

/** Read and held, in the order of the ids: of two who act on the same matters the second waits, and neither for the other. */
export function lockComplaints(tx: Tx, actor: Actor, ids: readonly string[]): Promise<HeldComplaint[]> {
  return tx.$queryRaw<HeldComplaint[]>`
    SELECT ${COLUMNS} FROM complaint c WHERE c.id = ANY(${[...new Set(ids)]}::uuid[]) AND (${complaintScope(actor)}) ORDER BY c.id FOR UPDATE OF c`;
}

export interface Which {
  id: string;
  version: number;
}

/** The complaint of this version, held; or what somebody else made of it meanwhile. */
export async function holdComplaint(
  tx: Tx,
  actor: Actor,
  { id, version }: Which,
  sent: unknown,
): Promise<Answer<HeldComplaint>> {
  const [held] = await lockComplaints(tx, actor, [id]);
  return checked(tx, actor, held, { version, sent });
}

export async function checked(
  tx: Tx,
  actor: Actor,
  held: HeldComplaint | undefined,
  { version, sent }: { version: number; sent: unknown },
): Promise<Answer<HeldComplaint>> {
  if (!held) return notFound();
  if (held.version !== version) return conflict(await complaintView(tx, actor, held.id), sent, held.version);
  return done(held);
}

/** One line of its history. */
export async function happened(tx: Tx, { id, countyId }: HeldComplaint, kind: EventKind, note?: string | null) {
  await tx.$executeRaw`
    INSERT INTO complaint_event (complaint_id, county_id, kind, note) VALUES (${id}::uuid, ${countyId}::uuid, ${kind}, ${note ?? null})`;
}

export async function shown(
  tx: Tx,
  actor: Actor,
  id: string,
  answer: typeof created | typeof done = done,
): Promise<Answer<ComplaintView>> {
  const view = await complaintView(tx, actor, id);
  return view ? answer(view, { version: view.version }) : notFound();
}
