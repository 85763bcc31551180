import 'server-only';
import type { Role } from '@/lib/domain/accounts/roles';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { rolesOn } from '@/lib/domain/projects/acting';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Workflow } from '@/lib/domain/rulebook/schema-workflow';
import type { Touches } from '@/lib/domain/stages/types';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { projectScope } from '@/lib/server/projects/scope';

interface Row extends Touches {
  id: string;
  code: string;
  name: string;
  county: string;
  status: string;
  stage: number;
  version: number;
  rulebookId: string;
  entityKind: string | null;
  entityUnitId: string | null;
  entityName: string | null;
  finalAccount: string | null;
  audited: string | null;
  contractSum: string;
  propertyService: string | null;
  propertyServiceReason: string | null;
  completed: number[];
  constructionOn: CalendarDate | null;
  acceptedOn: CalendarDate | null;
  compounds: { id: string; name: string }[];
  today: CalendarDate;
}

/** What papers, acceptance and aftercare ask of a project, with the ways of its own rule book and the asker's roles on it. */
export interface ProjectGround extends Row {
  rulebook: Rulebook;
  workflow: Workflow;
  roles: Role[];
}

/** null: there is none, or not for this person. */
export async function projectGround(reader: Reader, actor: Actor, id: string): Promise<ProjectGround | null> {
  const [row] = await reader.$queryRaw<Row[]>(Prisma.sql`
    SELECT p.id, p.code, p.name, u.name AS county, p.status, p.stage, p.version, p.rulebook_id AS "rulebookId", p.entity_kind AS "entityKind", p.entity_unit_id AS "entityUnitId",
      p.entity_name AS "entityName", p.new_land AS "newLand", p.new_pipelines AS "newPipelines", p.structural_work AS "structuralWork", p.final_account::text AS "finalAccount",
      p.audited::text AS audited, p.contract_sum::text AS "contractSum", p.property_service AS "propertyService", p.property_service_reason AS "propertyServiceReason",
      coalesce((SELECT json_agg(s.stage) FROM project_stage s WHERE s.project_id = p.id AND s.status = 'completed'), '[]') AS completed,
      (SELECT coalesce(s.actual_on, s.stated_on, (s.accepted_at AT TIME ZONE 'Asia/Shanghai')::date)::text FROM project_stage s
        WHERE s.project_id = p.id AND s.stage = 8 AND s.status = 'completed') AS "constructionOn",
      (SELECT a.held_on::text FROM acceptance a WHERE a.project_id = p.id AND a.status = 'passed' ORDER BY a.no DESC LIMIT 1) AS "acceptedOn",
      coalesce((SELECT json_agg(json_build_object('id', c.id, 'name', c.name) ORDER BY c.name, c.id) FROM project_compound m JOIN compound c ON c.id = m.compound_id
        WHERE m.project_id = p.id AND m.live), '[]') AS compounds, anju_today()::text AS today
    FROM project p JOIN unit u ON u.id = p.county_id WHERE p.id = ${id}::uuid AND ${projectScope(actor)}`);
  if (!row) return null;
  const rulebook = await rulebookOf(reader, row.rulebookId);
  return { ...row, rulebook, workflow: workflowOf(rulebook), roles: rolesOn(actor, row) };
}

/** The same behind the project's lock: whoever writes about a project at once comes one after the other. */
export async function lockedProject(tx: Tx, actor: Actor, id: string): Promise<ProjectGround | null> {
  await tx.$queryRaw(
    Prisma.sql`SELECT 1 FROM project p WHERE p.id = ${id}::uuid AND ${projectScope(actor)} FOR UPDATE`,
  );
  return projectGround(tx, actor, id);
}

export const projectHead = ({ id, code, name, status, stage, version }: ProjectGround) => ({
  id,
  code,
  name,
  status,
  stage,
  version,
});
