import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { FindingView } from '@/lib/domain/projects/answers';
import { type FindingState, findingReasons, recheckReasons, rectifyReasons } from '@/lib/domain/projects/findings';
import type { FindingInput, RecheckInput, RectifyInput } from '@/lib/domain/projects/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { takeFile } from './files';
import { type HeldProject, holdForWork } from './lock';
import { projectScope } from './scope';

async function read(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<FindingView[]> {
  return reader.$queryRaw<FindingView[]>`
    SELECT f.id, CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS compound,
      CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name) END AS building, f.inspection_id AS "inspectionId", f.check_code AS "check", f.repeat_no AS "repeatNo",
      f.times_seen AS "timesSeen", f.kind, f.grade, f.item, f.place, f.content, f.responsible,
      f.inspected_on::text AS "inspectedOn", f.limit_on::text AS "limitOn", f.photo_file_id AS "photoFileId", f.status, f.rectified_on::text AS "rectifiedOn", f.rectification,
      f.rectified_file_id AS "rectifiedFileId", f.rectified_by AS "rectifiedBy", f.rechecked_on::text AS "recheckedOn", f.recheck_note AS "recheckNote", f.version
    FROM finding f LEFT JOIN compound c ON c.id = f.compound_id LEFT JOIN building b ON b.id = f.building_id
    WHERE ${projectScope(actor, Prisma.sql`f.project_id`, Prisma.sql`f.county_id`)} AND ${where}
    ORDER BY (f.status = 'closed'), f.limit_on, f.created_at, f.id LIMIT 500`;
}

export const findingsOf = (reader: Reader, actor: Actor, projectId: string): Promise<FindingView[]> =>
  read(reader, actor, Prisma.sql`f.project_id = ${projectId}::uuid`);

async function answered(
  tx: Tx,
  actor: Actor,
  id: string,
  answer: typeof created | typeof done,
): Promise<Answer<FindingView>> {
  const [view] = await read(tx, actor, Prisma.sql`f.id = ${id}::uuid`);
  return view ? answer(view, { version: view.version }) : notFound();
}

/** Anyone who inspects writes down what is not right, with the day by which it must be. */
export async function addFinding(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: FindingInput,
): Promise<Answer<FindingView>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const project = held.value;
  const rulebook = await rulebookOf(tx, project.rulebookId);
  const members = await tx.projectCompound.findMany({
    where: { projectId, live: true },
    select: { compoundId: true },
  });
  const ground = {
    kinds: rulebook.inspections.kinds,
    menu: rulebook.menu,
    compounds: members.map(({ compoundId }) => compoundId),
    today: project.today,
  };
  const photo = await takeFile(tx, actor, project, {
    fileId: input.photoFileId,
    wanted: 'photo',
    field: 'photoFileId',
  });
  const against = [...findingReasons(input, ground), ...photo.reasons];
  if (against.length > 0) return refused(against);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO finding (project_id, county_id, compound_id, kind, grade, item, place, content, responsible, inspected_on, limit_on, photo_file_id, created_by)
    VALUES (${projectId}::uuid, ${project.countyId}::uuid, ${input.compoundId ?? null}::uuid, ${input.kind}, ${input.grade}, ${input.item ?? null}, ${input.place}, ${input.content},
      ${input.responsible ?? null}, ${input.inspectedOn}::date, ${input.limitOn}::date, ${input.photoFileId ?? null}::uuid, ${actor.accountId}::uuid) RETURNING id`;
  return answered(tx, actor, row?.id ?? '', created);
}

interface Which {
  projectId: string;
  id: string;
  version: number;
}

interface Held {
  project: HeldProject;
  state: FindingState;
}

async function hold(tx: Tx, actor: Actor, { projectId, id, version }: Which, sent: unknown): Promise<Answer<Held>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const [finding] = await read(tx, actor, Prisma.sql`f.id = ${id}::uuid AND f.project_id = ${projectId}::uuid`);
  if (!finding) return notFound();
  if (finding.version !== version) return conflict(finding, sent, finding.version);
  const { status, rectifiedBy } = finding;
  const inspectedOn = finding.inspectedOn as CalendarDate;
  const rectifiedOn = finding.rectifiedOn as CalendarDate | null;
  return done({ project: held.value, state: { status, rectifiedBy, inspectedOn, rectifiedOn } });
}

/** Put right: what was done, when, and a picture of it. */
export async function rectify(tx: Tx, actor: Actor, which: Which, input: RectifyInput): Promise<Answer<FindingView>> {
  const held = await hold(tx, actor, which, input);
  if (!held.ok) return held;
  const { project, state } = held.value;
  const file = await takeFile(tx, actor, project, { fileId: input.fileId, wanted: 'photo', field: 'fileId' });
  const against = [...rectifyReasons(state, input.rectifiedOn, project.today), ...file.reasons];
  if (against.length > 0) return refused(against);
  await tx.$executeRaw`
    UPDATE finding SET status = 'rectified', rectified_on = ${input.rectifiedOn}::date, rectification = ${input.rectification}, rectified_file_id = ${input.fileId ?? null}::uuid,
      rectified_by = ${actor.accountId}::uuid, version = version + 1, updated_at = anju_now() WHERE id = ${which.id}::uuid`;
  return answered(tx, actor, which.id, done);
}

/** Looked at again by somebody else: closed, or open once more with what was said. */
export async function recheck(tx: Tx, actor: Actor, which: Which, input: RecheckInput): Promise<Answer<FindingView>> {
  const held = await hold(tx, actor, which, input);
  if (!held.ok) return held;
  const { project, state } = held.value;
  const note = input.note ?? null;
  const against = recheckReasons(state, { ...input, note, account: actor.accountId }, project.today);
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: input.passed ? 'finding.close' : 'finding.reopen', ...(note ? { reason: note } : {}) });
  await tx.$executeRaw`
    UPDATE finding SET status = ${input.passed ? 'closed' : 'open'}, rechecked_on = ${input.recheckedOn}::date, recheck_note = ${note}, rechecked_by = ${actor.accountId}::uuid,
      version = version + 1, updated_at = anju_now() WHERE id = ${which.id}::uuid`;
  return answered(tx, actor, which.id, done);
}
