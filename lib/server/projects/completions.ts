import 'server-only';
import { stoppedReasons } from '@/lib/domain/inspections/stop-work';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { reason } from '@/lib/domain/kernel/result';
import {
  type CompletionFacts,
  completionReasons,
  type Place,
  placeKey,
  samePhotoReasons,
} from '@/lib/domain/projects/completions';
import type { CompletionsInput } from '@/lib/domain/projects/schema';
import type { PlannedItem, WorksAnswer } from '@/lib/domain/projects/works-answers';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { instant } from '@/lib/server/compounds/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { standingOf } from '@/lib/server/inspections/stop-work-rows';
import { takeFile } from './files';
import { type HeldProject, holdForWork } from './lock';
import { plansInForce } from './plan';
import { projectScope } from './scope';

/** What the plans have to be done, place by place, with what has been reported. */
export async function worksOf(reader: Reader, actor: Actor, projectId: string): Promise<WorksAnswer | null> {
  const [[project], items] = await Promise.all([
    reader.$queryRaw<{ startOn: string | null }[]>`
      SELECT (SELECT min(coalesce(k.start_on, k.signed_on))::text FROM contract k WHERE k.project_id = p.id AND k.status = 'active' AND k.kind IN ('construction', 'epc')) AS "startOn"
      FROM project p WHERE p.id = ${projectId}::uuid AND ${projectScope(actor)}`,
    reader.$queryRaw<PlannedItem[]>`
      SELECT json_build_object('id', c.id, 'name', c.name) AS compound, CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name) END AS building, i.item,
        CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'completedOn', d.completed_on, 'note', d.note, 'beforeFileId', d.before_file_id, 'photoFileId', d.photo_file_id,
          'reportedAt', ${instant('d.reported_at')}) END AS completion
      FROM (${plansInForce(projectId)}) v JOIN plan_item i ON i.plan_id = v.id AND i.answer = 'todo' JOIN compound c ON c.id = i.compound_id
      LEFT JOIN building b ON b.id = i.building_id
      LEFT JOIN item_completion d ON d.project_id = ${projectId}::uuid AND d.compound_id = i.compound_id AND d.building_id IS NOT DISTINCT FROM i.building_id AND d.item = i.item
        AND d.retired_at IS NULL
      ORDER BY c.pinyin, c.id, b.sort_key NULLS FIRST, b.id, i.item`,
  ]);
  if (!project) return null;
  const completed = items.filter(({ completion }) => completion !== null).length;
  return { items, planned: items.length, completed, startOn: project.startOn };
}

async function factsOf(tx: Tx, actor: Actor, project: HeldProject, places: readonly Place[]): Promise<CompletionFacts> {
  const works = await worksOf(tx, actor, project.id);
  const rulebook = await rulebookOf(tx, project.rulebookId);
  const buildings = await tx.building.findMany({
    where: { id: { in: places.flatMap(({ buildingId }) => buildingId ?? []) } },
    select: { id: true, name: true },
  });
  const items = works?.items ?? [];
  const key = ({ compound, building, item }: PlannedItem) =>
    placeKey({ compoundId: compound.id, buildingId: building?.id ?? null, item });
  return {
    planned: new Set(items.map(key)),
    done: new Set(items.filter(({ completion }) => completion).map(key)),
    startOn: (works?.startOn ?? null) as CalendarDate | null,
    today: project.today,
    nameOf: ({ compoundId, buildingId, item }) => {
      const place = buildingId
        ? buildings.find(({ id }) => id === buildingId)?.name
        : items.find(({ compound }) => compound.id === compoundId)?.compound.name;
      return [place, rulebook.menu.find(({ code }) => code === item)?.name ?? item].filter(Boolean).join(' ');
    },
  };
}

/** One or many items reported complete at once: all of them, or none and every reason. */
export async function reportCompletions(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: CompletionsInput,
): Promise<Answer<WorksAnswer>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const facts = await factsOf(tx, actor, held.value, input.items);
  const { beforeFileId, photoFileId } = input;
  const before = await takeFile(tx, actor, held.value, {
    fileId: beforeFileId,
    wanted: 'photo',
    field: 'beforeFileId',
  });
  const photo = await takeFile(tx, actor, held.value, { fileId: photoFileId, wanted: 'photo', field: 'photoFileId' });
  const against = [
    ...completionReasons(input.items, input.completedOn, facts),
    ...stoppedReasons(input.items, await standingOf(tx, projectId)),
    ...before.reasons,
    ...photo.reasons,
    ...samePhotoReasons(before.sha256, photo.sha256),
  ];
  if (against.length > 0) return refused(against);
  await tx.$executeRaw`
    INSERT INTO item_completion (project_id, county_id, compound_id, building_id, item, completed_on, before_file_id, photo_file_id, note, reported_by)
    SELECT ${projectId}::uuid, ${held.value.countyId}::uuid, (one ->> 'compoundId')::uuid, (one ->> 'buildingId')::uuid, one ->> 'item', ${input.completedOn}::date,
      ${beforeFileId ?? null}::uuid, ${photoFileId ?? null}::uuid, ${input.note ?? null}, ${actor.accountId}::uuid FROM jsonb_array_elements(${JSON.stringify(input.items)}::jsonb) one`;
  const works = await worksOf(tx, actor, projectId);
  return works ? created(works) : notFound();
}

/** Reported by mistake: taken back with the reason, and open again. */
export async function retireCompletion(
  tx: Tx,
  actor: Actor,
  { projectId, id }: { projectId: string; id: string },
  why: string,
): Promise<Answer<WorksAnswer>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const there = await tx.itemCompletion.findFirst({ where: { id, projectId }, select: { retiredAt: true } });
  if (!there) return notFound();
  if (there.retiredAt) return refused([reason('progress.retiredAlready')]);
  await setAct(tx, { action: 'completion.retire', reason: why });
  await tx.$executeRaw`UPDATE item_completion SET retired_at = anju_now(), retired_reason = ${why} WHERE id = ${id}::uuid`;
  const works = await worksOf(tx, actor, projectId);
  return works ? done(works) : notFound();
}
