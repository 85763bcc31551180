import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { SupervisionDetail } from '@/lib/domain/supervision/answers';
import type { SupervisionEvent, SupervisionFacts, SupervisionState } from '@/lib/domain/supervision/types';
import type { Actor } from '@/lib/server/actor';
import { attached } from '@/lib/server/annual/year';
import { type Answer, conflict, created, done, notFound } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { supervisionDetail } from './queries';

export interface Which {
  id: string;
  version: number;
}

/** A notice behind its lock, as the person saw it: who acts on it at once waits here. */
export async function held(
  tx: Tx,
  actor: Actor,
  { id, version }: Which,
  sent: unknown,
): Promise<Answer<SupervisionFacts>> {
  const [row] = await tx.$queryRaw<(SupervisionFacts & { version: number })[]>`
    SELECT status, issued_on::text AS "issuedOn", limit_on::text AS "limitOn", reminded_on::text AS "remindedOn", version, anju_today()::text AS today
    FROM supervision WHERE id = ${id}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[]) FOR UPDATE`;
  if (!row) return notFound();
  return row.version === version ? done(row) : conflict(await supervisionDetail(tx, actor, id), sent, row.version);
}

interface Happened {
  kind: SupervisionEvent;
  text: string | null;
  statedOn?: CalendarDate;
  file?: { id: string; sha256: string } | null;
  limit?: { from: CalendarDate; to: CalendarDate } | null;
  late?: boolean;
}

/** One line more of what happened to a notice. */
export async function happened(tx: Tx, actor: Actor, id: string, event: Happened): Promise<void> {
  const { kind, text, statedOn = null, file = null, limit = null, late = false } = event;
  await tx.$executeRaw`
    INSERT INTO supervision_event (supervision_id, kind, text, stated_on, file_id, file_sha256, limit_from, limit_to, late, created_by)
    VALUES (${id}::uuid, ${kind}, ${text}, ${statedOn}::date, ${file?.id ?? null}::uuid, ${file?.sha256 ?? null}, ${limit?.from ?? null}::date, ${limit?.to ?? null}::date, ${late},
      ${actor.accountId}::uuid)`;
}

/** From one state to the next, with the limit that holds from now on. */
export async function moved(tx: Tx, id: string, status: SupervisionState, limitOn: CalendarDate): Promise<void> {
  await tx.$executeRaw`UPDATE supervision SET status = ${status}, limit_on = ${limitOn}::date, version = version + 1 WHERE id = ${id}::uuid`;
}

export async function answered(tx: Tx, actor: Actor, id: string, isNew = false): Promise<Answer<SupervisionDetail>> {
  const saved = await supervisionDetail(tx, actor, id);
  if (!saved) return notFound();
  return isNew ? created(saved, { version: saved.version }) : done(saved, { version: saved.version });
}

/** The file that was named, null where none was; undefined: it is not there for this person. */
export async function fileOf(
  tx: Tx,
  fileId: string | null,
): Promise<{ id: string; sha256: string } | null | undefined> {
  if (fileId === null) return null;
  const file = await attached(tx, fileId);
  return file ? { id: fileId, sha256: file.sha256 } : undefined;
}
