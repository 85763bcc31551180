import 'server-only';
import type { Money } from '@/lib/domain/kernel/money';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import { amountReasons } from '@/lib/domain/projects/contracts';
import { typeReasons } from '@/lib/domain/projects/facts';
import { choiceReasons, memberReasons } from '@/lib/domain/projects/membership';
import type { ProjectCreate, ProjectUpdate } from '@/lib/domain/projects/schema';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { pinyinOf } from '@/lib/server/compounds/names';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { asSent, assignments, type Columns } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { candidatesOf } from './candidates';
import { nextProjectCode } from './code';
import { type Entity, readEntity } from './entity';
import { addEvent } from './events';
import { holdForWork } from './lock';
import { projectHead } from './queries';

const STAGES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

async function insertProject(
  tx: Tx,
  actor: Actor,
  project: ProjectCreate & { countyId: string; yearId: string; rulebookId: string; entity: Entity },
): Promise<string> {
  const { countyId, yearId, rulebookId, entity, name, year } = project;
  const code = await nextProjectCode(tx, countyId, year);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO project (county_id, prefecture_id, programme_year_id, rulebook_id, code, name, pinyin, renovation_type, entity_kind, entity_unit_id, entity_company_id,
      entity_name, created_by)
    VALUES (${countyId}::uuid, ${actor.prefectureId}::uuid, ${yearId}::uuid, ${rulebookId}::uuid, ${code}, ${name}, ${pinyinOf(name)}, ${project.renovationType ?? null},
      ${entity.entityKind}, ${entity.entityUnitId}::uuid, ${entity.entityCompanyId}::uuid, ${entity.entityName}, ${actor.accountId}::uuid) RETURNING id`;
  const id = row?.id ?? '';
  await tx.$executeRaw`
    INSERT INTO project_compound (project_id, compound_id, county_id, created_by)
    SELECT ${id}::uuid, one, ${countyId}::uuid, ${actor.accountId}::uuid FROM unnest(${project.compoundIds}::uuid[]) one`;
  const first = workflowOf(await rulebookOf(tx, rulebookId)).stages.find(({ stage }) => stage === 1)?.steps[0];
  await tx.$executeRaw`
    INSERT INTO project_stage (project_id, stage, county_id, status, step)
    SELECT ${id}::uuid, no, ${countyId}::uuid, CASE no WHEN 1 THEN 'current' ELSE 'waiting' END, CASE no WHEN 1 THEN ${first?.code ?? null}::text END
    FROM unnest(${STAGES}::int[]) no`;
  return id;
}

/** A project of compounds of the clerk's own county for a programme year; it begins in stage 1. */
export async function createProject(tx: Tx, actor: Actor, input: ProjectCreate): Promise<Answer<ProjectHead>> {
  const { countyId } = actor;
  if (!countyId) return refused([reason('project.countyOnly')]);
  const [year] = await tx.$queryRaw<{ id: string; rulebookId: string }[]>`
    SELECT id, rulebook_id AS "rulebookId" FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid AND year = ${input.year}::int`;
  if (!year) return refused([reason('project.yearUnknown', { found: String(input.year) }, { field: 'year' })]);
  const rulebook = await rulebookOf(tx, year.rulebookId);
  const candidates = await candidatesOf(tx, { ids: input.compoundIds, counties: actor.counties, yearId: year.id });
  const { entity, reasons } = await readEntity(tx, countyId, input);
  const against = [
    ...choiceReasons(input.compoundIds, candidates),
    ...memberReasons(countyId, candidates),
    ...typeReasons(workflowOf(rulebook).renovationTypes, input.renovationType),
    ...reasons,
  ];
  if (against.length > 0) return refused(against);
  const id = await insertProject(tx, actor, {
    ...input,
    countyId,
    yearId: year.id,
    rulebookId: year.rulebookId,
    entity,
  });
  await addEvent(tx, actor, {
    projectId: id,
    kind: 'created',
    stage: 1,
    facts: { compounds: candidates.map(({ name }) => name) },
  });
  const head = await projectHead(tx, actor, id);
  return head ? created(head, { version: head.version, headers: { location: `/api/v1/projects/${id}` } }) : notFound();
}

const COLUMNS = {
  name: ['name', 'text'],
  pinyin: ['pinyin', 'text'],
  renovationType: ['renovation_type', 'text'],
  entityKind: ['entity_kind', 'text'],
  entityUnitId: ['entity_unit_id', 'uuid'],
  entityCompanyId: ['entity_company_id', 'uuid'],
  entityName: ['entity_name', 'text'],
  newLand: ['new_land', 'boolean'],
  newPipelines: ['new_pipelines', 'boolean'],
  structuralWork: ['structural_work', 'boolean'],
  estimate: ['estimate', 'bigint'],
  budget: ['budget', 'bigint'],
} as const satisfies Columns<string>;

const sumReasons = (input: ProjectUpdate): Reason[] =>
  (['estimate', 'budget'] as const).flatMap((field) => {
    const amount: Money | null | undefined = input[field];
    return amount === null || amount === undefined ? [] : amountReasons(amount).map((one) => ({ ...one, field }));
  });

/** Facts and figures of a project while it goes on; what was not sent stays, null clears. */
export async function updateProject(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: ProjectUpdate,
): Promise<Answer<ProjectHead>> {
  const held = await holdForWork(tx, actor, id);
  if (!held.ok) return held;
  const project = held.value;
  if (project.version !== version) return conflict(await projectHead(tx, actor, id), asSent(input), project.version);
  const rulebook = await rulebookOf(tx, project.rulebookId);
  const { entity, reasons } = await readEntity(tx, project.countyId, input);
  const against = [
    ...typeReasons(workflowOf(rulebook).renovationTypes, input.renovationType),
    ...(input.entityKind === undefined ? [] : reasons),
    ...sumReasons(input),
  ];
  if (against.length > 0) return refused(against);
  const { entityKind, entityUnitId: _unit, entityCompanyId: _company, ...plain } = input;
  const changes = assignments(COLUMNS, {
    ...plain,
    ...(input.name === undefined ? {} : { pinyin: pinyinOf(input.name) }),
    ...(entityKind === undefined ? {} : entity),
  });
  await tx.$executeRaw(
    Prisma.sql`UPDATE project SET ${Prisma.join([...changes, Prisma.sql`version = version + 1`, Prisma.sql`updated_at = anju_now()`])} WHERE id = ${id}::uuid`,
  );
  const head = await projectHead(tx, actor, id);
  return head ? done(head, { version: head.version }) : notFound();
}
