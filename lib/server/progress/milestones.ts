import 'server-only';
import { calendarDateOf, endOfDay } from '@/lib/domain/kernel/calendar-date';
import type { MilestoneView } from '@/lib/domain/progress/answers';
import {
  isLate,
  type MilestoneGround,
  type MilestoneKind,
  milestoneReasons,
  milestoneReviewReasons,
} from '@/lib/domain/progress/milestones';
import type { MilestoneBody, MilestoneDecision } from '@/lib/domain/progress/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { takeFile } from '@/lib/server/projects/files';
import { type HeldProject, holdForWork, lockProject } from '@/lib/server/projects/lock';
import { plansInForce } from '@/lib/server/projects/plan';
import { projectScope } from '@/lib/server/projects/scope';

async function read(reader: Reader, actor: Actor, condition: Prisma.Sql): Promise<MilestoneView[]> {
  const rows = await reader.$queryRaw<MilestoneView[]>`
    SELECT m.id, m.kind, CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS compound, m.status, m.actual_on::text AS "actualOn", m.stated_on::text AS "statedOn",
      ${instant('m.first_received_at')} AS "firstReceivedAt", ${instant('m.accepted_at')} AS "acceptedAt", m.note, m.file_id AS "fileId", m.remark, m.material,
      CASE m.kind WHEN 'start' THEN y.start_by ELSE y.complete_by END::text AS "limitOn", m.version
    FROM milestone m JOIN project p ON p.id = m.project_id JOIN programme_year y ON y.id = p.programme_year_id LEFT JOIN compound c ON c.id = m.compound_id
    WHERE ${projectScope(actor)} AND ${condition} ORDER BY m.kind DESC, c.pinyin NULLS LAST, c.id`;
  return rows.map((row) => ({
    ...row,
    late: row.firstReceivedAt !== null && isLate(new Date(row.firstReceivedAt), endOfDay(calendarDateOf(row.limitOn))),
  }));
}

export const milestonesOf = (reader: Reader, actor: Actor, projectId: string): Promise<MilestoneView[]> =>
  read(reader, actor, Prisma.sql`m.project_id = ${projectId}::uuid`);

/** By when the programme year wants it begun and complete; null: not this person's project. */
export async function limitsOf(reader: Reader, projectId: string): Promise<Record<MilestoneKind, string> | null> {
  const [row] = await reader.$queryRaw<Record<MilestoneKind, string>[]>`
    SELECT y.start_by::text AS start, y.complete_by::text AS completion FROM project p JOIN programme_year y ON y.id = p.programme_year_id WHERE p.id = ${projectId}::uuid`;
  return row ?? null;
}

type GroundRow = Pick<MilestoneGround, 'compounds' | 'known' | 'contractFrom' | 'findingsOpen'>;

async function groundOf(tx: Tx, { id, today }: HeldProject): Promise<MilestoneGround> {
  const [row] = await tx.$queryRaw<GroundRow[]>`
    SELECT (SELECT min(coalesce(k.start_on, k.signed_on))::text FROM contract k WHERE k.project_id = p.id AND k.status = 'active' AND k.kind IN ('construction', 'epc')) AS "contractFrom",
      p.findings_open AS "findingsOpen",
      coalesce((SELECT json_agg(json_build_object('compoundId', m.compound_id, 'kind', m.kind, 'status', m.status, 'actualOn', m.actual_on)) FROM milestone m WHERE m.project_id = p.id), '[]') AS known,
      coalesce((SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'planned', (SELECT count(*)::int FROM plan_item i WHERE i.plan_id = v.id AND i.answer = 'todo'),
          'completed', (SELECT count(*)::int FROM plan_item i JOIN item_completion d ON d.project_id = p.id AND d.compound_id = i.compound_id AND d.building_id IS NOT DISTINCT FROM i.building_id
            AND d.item = i.item AND d.retired_at IS NULL WHERE i.plan_id = v.id AND i.answer = 'todo'),
          'lastOn', (SELECT max(d.completed_on) FROM item_completion d WHERE d.project_id = p.id AND d.compound_id = c.id AND d.retired_at IS NULL)) ORDER BY c.pinyin, c.id)
        FROM project_compound pc JOIN compound c ON c.id = pc.compound_id LEFT JOIN (${plansInForce(id)}) v ON v.compound_id = c.id WHERE pc.project_id = p.id AND pc.live), '[]') AS compounds
    FROM project p WHERE p.id = ${id}::uuid`;
  return { today, contractFrom: null, compounds: [], known: [], findingsOpen: 0, ...row };
}

/** A compound, or the project, was begun or is complete: with the day it really was, and the day that the county states. Sent anew after a return. */
export async function reportMilestone(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: MilestoneBody,
): Promise<Answer<MilestoneView>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const project = held.value;
  const file = await takeFile(tx, actor, project, { fileId: input.fileId, wanted: 'paper', field: 'fileId' });
  const against = [...milestoneReasons(input, await groundOf(tx, project)), ...file.reasons];
  if (against.length > 0) return refused(against);
  const { kind, compoundId, actualOn, statedOn } = input;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO milestone (project_id, county_id, compound_id, kind, actual_on, stated_on, note, file_id, file_sha256, first_received_at, reported_by)
    VALUES (${projectId}::uuid, ${project.countyId}::uuid, ${compoundId}::uuid, ${kind}, ${actualOn}::date, ${statedOn}::date, ${input.note ?? null}, ${input.fileId ?? null}::uuid, ${file.sha256},
      anju_now(), ${actor.accountId}::uuid)
    ON CONFLICT (project_id, compound_id, kind) DO UPDATE SET status = 'submitted', actual_on = excluded.actual_on, stated_on = excluded.stated_on, note = excluded.note,
      file_id = coalesce(excluded.file_id, milestone.file_id), file_sha256 = coalesce(excluded.file_sha256, milestone.file_sha256), received_at = anju_now(),
      first_received_at = coalesce(milestone.first_received_at, excluded.first_received_at), sent = milestone.sent + 1, reported_by = excluded.reported_by,
      version = milestone.version + 1, updated_at = anju_now()
    RETURNING id`;
  const [view] = await read(tx, actor, Prisma.sql`m.id = ${row?.id ?? ''}::uuid`);
  return view ? created(view, { version: view.version }) : notFound();
}

/** The prefecture accepts it, or gives it back; only a material correction gives up the first time of receipt (domain.md §5). */
export async function decideMilestone(
  tx: Tx,
  actor: Actor,
  { projectId, id, version }: { projectId: string; id: string; version: number },
  input: MilestoneDecision,
): Promise<Answer<MilestoneView>> {
  if (!(await lockProject(tx, actor, projectId))) return notFound();
  const here = Prisma.sql`m.id = ${id}::uuid AND m.project_id = ${projectId}::uuid`;
  const [there] = await read(tx, actor, here);
  if (!there) return notFound();
  if (there.version !== version) return conflict(there, input, there.version);
  const { accept, material, remark } = input;
  const against = milestoneReviewReasons({ status: there.status, accept, remark: remark ?? null });
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: accept ? 'milestone.accept' : 'milestone.return', ...(remark ? { reason: remark } : {}) });
  await tx.$executeRaw`
    UPDATE milestone SET status = ${accept ? 'accepted' : 'returned'}, accepted_at = CASE WHEN ${accept} THEN anju_now() END, decided_by = ${actor.accountId}::uuid, remark = ${remark ?? null},
      material = ${accept ? null : material}, first_received_at = CASE WHEN ${!accept && material} THEN NULL ELSE first_received_at END, version = version + 1, updated_at = anju_now()
    WHERE id = ${id}::uuid`;
  const [view] = await read(tx, actor, here);
  return view ? done(view, { version: view.version }) : notFound();
}
