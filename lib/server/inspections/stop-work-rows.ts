import 'server-only';
import type { InspectionLevel } from '@/lib/domain/inspections/types';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import type { HeldProject } from '@/lib/server/projects/lock';

interface NewStopWork {
  no: string;
  reason: string;
  issuedOn: string;
  fileId: string | null;
  compoundId: string | null;
  inspectionId: string | null;
  level: InspectionLevel;
  findingIds: readonly string[];
}

export async function insertStopWork(tx: Tx, actor: Actor, project: HeldProject, note: NewStopWork): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO stop_work (project_id, county_id, compound_id, inspection_id, no, level, reason, issued_on, file_id, issuer, created_by)
    VALUES (${project.id}::uuid, ${project.countyId}::uuid, ${note.compoundId}::uuid, ${note.inspectionId}::uuid, ${note.no}, ${note.level}, ${note.reason}, ${note.issuedOn}::date,
      ${note.fileId}::uuid, coalesce(current_setting('app.actor', true), ''), ${actor.accountId}::uuid) RETURNING id`;
  const id = row?.id ?? '';
  await tx.$executeRaw`
    INSERT INTO stop_work_finding (stop_work_id, finding_id, project_id, county_id)
    SELECT ${id}::uuid, one, ${project.id}::uuid, ${project.countyId}::uuid FROM unnest(${[...new Set(note.findingIds)]}::uuid[]) one`;
  return id;
}

export async function numbersOf(reader: Reader, projectId: string): Promise<string[]> {
  const rows = await reader.$queryRaw<{ no: string }[]>`SELECT no FROM stop_work WHERE project_id = ${projectId}::uuid`;
  return rows.map(({ no }) => no);
}

/** The notes that stand, for what is refused meanwhile. */
export const standingOf = (reader: Reader, projectId: string): Promise<{ no: string; compoundId: string | null }[]> =>
  reader.$queryRaw`
    SELECT no, compound_id AS "compoundId" FROM stop_work WHERE project_id = ${projectId}::uuid AND lifted_on IS NULL ORDER BY issued_on, id`;
