import 'server-only';
import type { StopWorkView } from '@/lib/domain/inspections/answers';
import type { LiftInput, StopWorkInput } from '@/lib/domain/inspections/schema';
import { liftReasons, stopWorkReasons } from '@/lib/domain/inspections/stop-work';
import { levelFor, type NamedFinding } from '@/lib/domain/inspections/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, forbidden, notFound, refused } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { takeFile } from '@/lib/server/projects/files';
import { holdForWork } from '@/lib/server/projects/lock';
import { projectScope } from '@/lib/server/projects/scope';
import { insertStopWork, numbersOf } from './stop-work-rows';

async function read(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<StopWorkView[]> {
  return reader.$queryRaw<StopWorkView[]>`
    SELECT s.id, s.no, s.level, CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS compound, s.reason, s.issued_on::text AS "issuedOn", s.issuer AS "issuedBy",
      s.inspection_id AS "inspectionId", s.file_id AS "fileId", s.lifted_on::text AS "liftedOn", s.lift_reason AS "liftReason", s.lift_file_id AS "liftFileId", s.version,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'content', f.content, 'status', f.status) ORDER BY f.created_at, f.id), '[]')
        FROM stop_work_finding n JOIN finding f ON f.id = n.finding_id WHERE n.stop_work_id = s.id) AS findings
    FROM stop_work s LEFT JOIN compound c ON c.id = s.compound_id
    WHERE ${projectScope(actor, Prisma.sql`s.project_id`, Prisma.sql`s.county_id`)} AND ${where} ORDER BY (s.lifted_on IS NOT NULL), s.issued_on DESC, s.id DESC LIMIT 200`;
}

/** 停工通知 of a project, those that stand first. */
export const stopWorksOf = (reader: Reader, actor: Actor, projectId: string): Promise<StopWorkView[]> =>
  read(reader, actor, Prisma.sql`s.project_id = ${projectId}::uuid`);

const namedFindings = (tx: Tx, projectId: string, ids: readonly string[]): Promise<NamedFinding[]> =>
  tx.$queryRaw`
    SELECT id, grade, status, compound_id AS "compoundId", inspection_id IS NOT NULL AS inspected, inspected_on::text AS "inspectedOn", rechecked_on::text AS "recheckedOn",
      rectified_by AS "rectifiedBy" FROM finding WHERE project_id = ${projectId}::uuid AND id = ANY(${[...ids]}::uuid[])`;

/** Issued for what was found. */
export async function issueStopWork(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: StopWorkInput,
): Promise<Answer<StopWorkView>> {
  const level = levelFor(actor.role);
  if (!level) return forbidden();
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const project = held.value;
  const members = await tx.projectCompound.findMany({ where: { projectId, live: true }, select: { compoundId: true } });
  const ground = {
    compounds: members.map(({ compoundId }) => compoundId),
    findings: await namedFindings(tx, projectId, input.findingIds),
    numbers: await numbersOf(tx, projectId),
    today: project.today,
  };
  const file = await takeFile(tx, actor, project, { fileId: input.fileId, wanted: 'scan', field: 'fileId' });
  const against = [...stopWorkReasons(input, ground), ...file.reasons];
  if (against.length > 0) return refused(against);
  const { no, reason, issuedOn, findingIds } = input;
  const more = { fileId: input.fileId ?? null, compoundId: input.compoundId ?? null, inspectionId: null, level };
  const id = await insertStopWork(tx, actor, project, { no, reason, issuedOn, findingIds, ...more });
  const [view] = await read(tx, actor, Prisma.sql`s.id = ${id}::uuid`);
  return view ? created(view, { version: view.version }) : notFound();
}

interface Which {
  projectId: string;
  id: string;
  version: number;
}

/** 复工. */
export async function liftStopWork(
  tx: Tx,
  actor: Actor,
  { projectId, id, version }: Which,
  input: LiftInput,
): Promise<Answer<StopWorkView>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const project = held.value;
  const of = Prisma.sql`s.id = ${id}::uuid AND s.project_id = ${projectId}::uuid`;
  const [note] = await read(tx, actor, of);
  if (!note) return notFound();
  if (note.version !== version) return conflict(note, input, note.version);
  const findings = await namedFindings(
    tx,
    projectId,
    note.findings.map((one) => one.id),
  );
  const stop = {
    ...{ no: note.no, level: note.level, issuedOn: note.issuedOn as CalendarDate, lifted: note.liftedOn !== null },
    findings,
  };
  const file = await takeFile(tx, actor, project, { fileId: input.fileId, wanted: 'scan', field: 'fileId' });
  const by = { level: levelFor(actor.role), accountId: actor.accountId };
  const against = [...liftReasons(stop, input, by, project.today), ...file.reasons];
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: 'stopWork.lift', reason: input.reason });
  await tx.$executeRaw`
    UPDATE stop_work SET lifted_on = ${input.liftedOn}::date, lift_reason = ${input.reason}, lift_file_id = ${input.fileId}::uuid, lifted_by = ${actor.accountId}::uuid, version = version + 1
    WHERE id = ${id}::uuid`;
  const [view] = await read(tx, actor, of);
  return view ? done(view, { version: view.version }) : notFound();
}
