import 'server-only';
import type { HeldTwice } from '@/lib/domain/annual/take-up';
import type { Actor } from '@/lib/server/actor';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { addEvent } from '@/lib/server/projects/events';

/** Compounds of the chosen projects that would stand in two projects of the plan's year; their rows are held, so that it stays so. */
export async function heldTwice(tx: Tx, planId: string, chosen: readonly string[]): Promise<HeldTwice[]> {
  await tx.$queryRaw`
    SELECT id FROM compound WHERE id IN (SELECT compound_id FROM project_compound WHERE project_id = ANY(${[...chosen]}::uuid[]) AND live) ORDER BY id FOR NO KEY UPDATE`;
  return tx.$queryRaw<HeldTwice[]>`
    SELECT p.name AS project, c.name AS compound, o.code || ' ' || o.name AS other
    FROM annual_plan a JOIN project p ON p.id = ANY(${[...chosen]}::uuid[]) AND p.programme_year_id <> a.programme_year_id
      JOIN project_compound pc ON pc.project_id = p.id AND pc.live JOIN compound c ON c.id = pc.compound_id
      JOIN project_compound x ON x.compound_id = pc.compound_id AND x.live AND x.project_id <> p.id
      JOIN project o ON o.id = x.project_id AND (o.programme_year_id = a.programme_year_id OR o.id = ANY(${[...chosen]}::uuid[]))
    WHERE a.id = ${planId}::uuid ORDER BY p.code, c.pinyin`;
}

/**
 * Those that were begun for another year go over to the plan's: its calendar and its target are theirs from now on. They keep their code, and the
 * rule book that they were begun under (a new version never re-judges what was passed, domain.md §10).
 */
export async function takeUp(
  tx: Tx,
  actor: Actor,
  planId: string,
  chosen: readonly string[],
  by: { documentNo: string; documentOn: string; fileId?: string | null | undefined },
): Promise<void> {
  const moved = await tx.$queryRaw<{ id: string; from: number; to: number }[]>`
    SELECT p.id, y.year AS "from", n.year AS "to" FROM annual_plan a JOIN project p ON p.id = ANY(${[...chosen]}::uuid[]) AND p.programme_year_id <> a.programme_year_id
      JOIN programme_year y ON y.id = p.programme_year_id JOIN programme_year n ON n.id = a.programme_year_id WHERE a.id = ${planId}::uuid ORDER BY p.id`;
  if (moved.length === 0) return;
  await setAct(tx, { action: 'project.yearChanged' });
  for (const { id, from, to } of moved) {
    await tx.$executeRaw`
      UPDATE project SET programme_year_id = (SELECT programme_year_id FROM annual_plan WHERE id = ${planId}::uuid), version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
    await addEvent(tx, actor, {
      ...{ projectId: id, kind: 'yearChanged', documentNo: by.documentNo, documentOn: by.documentOn },
      facts: { from, to },
    });
  }
}
