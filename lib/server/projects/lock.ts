import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { againstActing } from '@/lib/domain/projects/acting';
import { againstWork } from '@/lib/domain/projects/facts';
import type { ProjectStatus } from '@/lib/domain/projects/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import type { Writer } from '@/lib/server/db/with-writer';
import { projectScope } from './scope';

export interface HeldProject {
  id: string;
  countyId: string;
  yearId: string;
  rulebookId: string;
  name: string;
  status: ProjectStatus;
  stage: number;
  entityKind: string | null;
  entityUnitId: string | null;
  version: number;
  today: CalendarDate;
}

/** Whoever writes about a project holds its row first: two people never decide on what the other is changing. */
export async function lockProject(tx: Writer, actor: Actor, id: string): Promise<HeldProject | null> {
  const [row] = await tx.$queryRaw<HeldProject[]>`
    SELECT p.id, p.county_id AS "countyId", p.programme_year_id AS "yearId", p.rulebook_id AS "rulebookId", p.name, p.status, p.stage, p.version, p.entity_kind AS "entityKind",
      p.entity_unit_id AS "entityUnitId", anju_today()::text AS today
    FROM project p WHERE p.id = ${id}::uuid AND ${projectScope(actor)} FOR UPDATE OF p`;
  return row ?? null;
}

/** The same, for what is only done while the project goes on. */
export async function holdForWork(tx: Writer, actor: Actor, id: string): Promise<Answer<HeldProject>> {
  const project = await lockProject(tx, actor, id);
  if (!project) return notFound();
  const reasons = [...againstWork(project.status), ...againstActing(actor, project)];
  return reasons.length > 0 ? refused(reasons) : done(project);
}
