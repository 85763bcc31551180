import 'server-only';
import type { EventAnswer } from '@/lib/domain/projects/events';
import type { EventKind } from '@/lib/domain/projects/types';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { projectScope } from './scope';

interface NewEvent {
  projectId: string;
  kind: EventKind;
  stage?: number;
  step?: string | null;
  reason?: string | undefined;
  documentNo?: string;
  documentOn?: string;
  statedOn?: string | undefined;
  fileId?: string;
  facts?: object;
}

/** What happened stays: written once, with the person's name and role as they are now. */
export async function addEvent(tx: Tx, actor: Actor, event: NewEvent): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO project_event (project_id, county_id, stage, kind, step, reason, document_no, document_on, stated_on, file_id, facts, account_id, actor)
    SELECT id, county_id, ${event.stage ?? null}::int, ${event.kind}, ${event.step ?? null}, ${event.reason ?? null}, ${event.documentNo ?? null},
      ${event.documentOn ?? null}::date, ${event.statedOn ?? null}::date, ${event.fileId ?? null}::uuid, ${JSON.stringify(event.facts ?? {})}::jsonb, ${actor.accountId}::uuid, coalesce(current_setting('app.actor', true), '')
    FROM project WHERE id = ${event.projectId}::uuid`;
}

/** The history of a project, the latest first. */
export async function projectEvents(reader: Reader, actor: Actor, id: string): Promise<EventAnswer[]> {
  return reader.$queryRaw<EventAnswer[]>`
    SELECT e.id, e.stage, e.kind, e.step, e.reason, e.document_no AS "documentNo", e.document_on::text AS "documentOn", e.stated_on::text AS "statedOn", e.file_id AS "fileId", e.actor, ${instant('e.at')} AS at
    FROM project_event e WHERE e.project_id = ${id}::uuid AND ${projectScope(actor, Prisma.sql`e.project_id`, Prisma.sql`e.county_id`)} ORDER BY e.at DESC, e.id DESC LIMIT 200`;
}
