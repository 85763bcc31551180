import 'server-only';
import type { InspectionDetail } from '@/lib/domain/inspections/answers';
import { type Sighting, sightingOf } from '@/lib/domain/inspections/repeats';
import { inspectionReasons, placeOf } from '@/lib/domain/inspections/rules';
import type { FoundInput, InspectionInput } from '@/lib/domain/inspections/schema';
import { sameNumber } from '@/lib/domain/inspections/stop-work';
import { levelFor } from '@/lib/domain/inspections/types';
import type { Reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, forbidden, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Tx } from '@/lib/server/db/with-actor';
import { takeFile } from '@/lib/server/projects/files';
import { type HeldProject, holdForWork } from '@/lib/server/projects/lock';
import { type Ground, groundOf } from './ground';
import { inspectionDetail } from './queries';
import { insertStopWork, numbersOf } from './stop-work-rows';

type Check = InspectionInput['checks'][number];

/** Every picture and paper that it names goes where the project is; each that cannot is a reason. */
async function takeFiles(tx: Tx, actor: Actor, project: HeldProject, input: InspectionInput): Promise<Reason[]> {
  const files = [
    ...input.photoFileIds.map((fileId, at) => ({ fileId, wanted: 'photo' as const, field: `photoFileIds.${at}` })),
    ...input.checks.map(({ finding }, at) => ({
      fileId: finding?.photoFileId,
      wanted: 'photo' as const,
      field: `checks.${at}.finding.photoFileId`,
    })),
    { fileId: input.stopWork?.fileId, wanted: 'scan' as const, field: 'stopWork.fileId' },
  ];
  const reasons: Reason[] = [];
  for (const file of files) reasons.push(...(await takeFile(tx, actor, project, file)).reasons);
  return reasons;
}

interface Act {
  tx: Tx;
  actor: Actor;
  project: HeldProject;
  input: InspectionInput;
  ground: Ground;
  inspectionId: string;
}

async function newFinding(
  { tx, actor, project, input, ground, inspectionId }: Act,
  check: Check,
  found: FoundInput,
  sighting: Sighting,
) {
  const point = ground.ground.points.find(({ code }) => code === check.code);
  const { compoundId, buildingId } = placeOf(input);
  const [of, no] = sighting.kind === 'repeat' ? [sighting.of, sighting.no] : [null, 1];
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO finding (project_id, county_id, compound_id, building_id, kind, grade, item, place, content, responsible, responsible_party_id, inspected_on, limit_on, photo_file_id,
      inspection_id, check_code, repeat_of, repeat_no, created_by)
    VALUES (${project.id}::uuid, ${project.countyId}::uuid, ${compoundId}::uuid, ${buildingId}::uuid, ${point?.kind ?? ''}, ${found.grade}, ${point?.item ?? null}, ${found.place},
      ${found.content}, ${ground.partyName(found.partyId) ?? found.responsible ?? null}, ${found.partyId ?? null}::uuid, ${input.inspectedOn}::date, ${found.limitOn}::date,
      ${found.photoFileId ?? null}::uuid, ${inspectionId}::uuid, ${check.code}, ${of}::uuid, ${no}::int, ${actor.accountId}::uuid) RETURNING id`;
  return row?.id ?? '';
}

/** The finding that stands was seen once more; what had been reported put right is open again, with what was said. */
async function seenAgain({ tx, actor, input }: Act, found: FoundInput, of: string, reopens: boolean): Promise<string> {
  await (reopens
    ? tx.$executeRaw`
        UPDATE finding SET times_seen = times_seen + 1, status = 'open', rechecked_on = ${input.inspectedOn}::date, recheck_note = ${found.content}, rechecked_by = ${actor.accountId}::uuid,
          version = version + 1, updated_at = anju_now() WHERE id = ${of}::uuid`
    : tx.$executeRaw`UPDATE finding SET times_seen = times_seen + 1, version = version + 1, updated_at = anju_now() WHERE id = ${of}::uuid`);
  return of;
}

/** What a wrong point comes to: a finding of its own, or one that is there. */
async function findingOf(act: Act, check: Check, found: FoundInput): Promise<{ id: string; sighting: Sighting }> {
  const { input, ground } = act;
  const wrong = { ...placeOf(input), check: check.code, on: input.inspectedOn };
  const sighting = sightingOf(wrong, ground.earlier);
  switch (sighting.kind) {
    case 'again':
      return { sighting, id: await seenAgain(act, found, sighting.of, sighting.reopens) };
    case 'past':
      return { sighting, id: sighting.of };
    default:
      return { sighting, id: await newFinding(act, check, found, sighting) };
  }
}

async function keepChecks(act: Act): Promise<string[]> {
  const { tx, project, input, ground, inspectionId } = act;
  const named: string[] = [];
  const rows: object[] = [];
  for (const check of input.checks) {
    const point = ground.ground.points.find(({ code }) => code === check.code);
    const found = check.finding && (await findingOf(act, check, check.finding));
    if (found && found.sighting.kind !== 'past') named.push(found.id);
    rows.push({
      ...{ code: check.code, kind: point?.kind, item: point?.item ?? null, result: check.result },
      note: check.note ?? check.finding?.content ?? null,
      photo: check.finding?.photoFileId ?? null,
      ...{ sighting: found?.sighting.kind ?? null, finding: found?.id ?? null },
    });
  }
  await tx.$executeRaw`
    INSERT INTO inspection_check (inspection_id, project_id, county_id, code, kind, item, result, note, photo_file_id, sighting, finding_id)
    SELECT ${inspectionId}::uuid, ${project.id}::uuid, ${project.countyId}::uuid, one ->> 'code', one ->> 'kind', one ->> 'item', one ->> 'result', one ->> 'note', (one ->> 'photo')::uuid,
      one ->> 'sighting', (one ->> 'finding')::uuid FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) one`;
  return named;
}

async function insertInspection(tx: Tx, actor: Actor, project: HeldProject, input: InspectionInput): Promise<string> {
  const { compoundId, buildingId } = placeOf(input);
  const { position } = input;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO inspection (project_id, county_id, compound_id, building_id, kinds, level, inspected_on, participants, summary, device_at, latitude_e6, longitude_e6, accuracy_m, inspector, created_by)
    VALUES (${project.id}::uuid, ${project.countyId}::uuid, ${compoundId}::uuid, ${buildingId}::uuid, ${[...new Set(input.kinds)]}::text[], ${levelFor(actor.role) ?? ''}, ${input.inspectedOn}::date,
      ${input.participants ?? null}, ${input.summary ?? null}, ${input.deviceAt ?? null}::timestamptz, ${position?.latitudeE6 ?? null}::int, ${position?.longitudeE6 ?? null}::int,
      ${position?.accuracyM ?? null}::int, coalesce(current_setting('app.actor', true), ''), ${actor.accountId}::uuid) RETURNING id`;
  const id = row?.id ?? '';
  await tx.$executeRaw`
    INSERT INTO inspection_photo (inspection_id, file_id, project_id, county_id, position)
    SELECT ${id}::uuid, file, ${project.id}::uuid, ${project.countyId}::uuid, at FROM unnest(${[...new Set(input.photoFileIds)]}::uuid[]) WITH ORDINALITY o (file, at)`;
  return id;
}

/** One act: the inspection, its points, its photos, what was found, and the stop-work note; all of it, or nothing with every reason. */
/**
 * A phone that never heard the answer sends the same inspection again, perhaps when its key has long been forgotten: one person begins one inspection of a
 * project at one instant of the device, and it is kept once. Behind the project's lock, so that two at once are one.
 */
async function arrivedBefore(
  tx: Tx,
  actor: Actor,
  projectId: string,
  { deviceAt }: InspectionInput,
): Promise<Answer<InspectionDetail> | null> {
  if (deviceAt === undefined) return null;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM inspection WHERE project_id = ${projectId}::uuid AND created_by = ${actor.accountId}::uuid AND device_at = ${deviceAt}::timestamptz`;
  const view = row && (await inspectionDetail(tx, actor, row.id));
  return view ? created(view) : null;
}

export async function addInspection(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: InspectionInput,
): Promise<Answer<InspectionDetail>> {
  const level = levelFor(actor.role);
  if (!level) return forbidden();
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const project = held.value;
  const there = await arrivedBefore(tx, actor, projectId, input);
  if (there) return there;
  const ground = await groundOf(tx, projectId, await rulebookOf(tx, project.rulebookId));
  const numbers = input.stopWork ? await numbersOf(tx, projectId) : [];
  const against = [
    ...inspectionReasons(input, ground.ground),
    ...(input.stopWork ? sameNumber(input.stopWork.no, numbers, 'stopWork.no') : []),
    ...(await takeFiles(tx, actor, project, input)),
  ];
  if (against.length > 0) return refused(against);
  const inspectionId = await insertInspection(tx, actor, project, input);
  const named = await keepChecks({ tx, actor, project, input, ground, inspectionId });
  const { stopWork } = input;
  if (stopWork) {
    const compoundId = stopWork.scope === 'compound' ? (input.compoundId ?? null) : null;
    await insertStopWork(tx, actor, project, {
      ...{ no: stopWork.no, reason: stopWork.reason, issuedOn: input.inspectedOn, fileId: stopWork.fileId ?? null },
      ...{ compoundId, inspectionId, level, findingIds: named },
    });
  }
  const view = await inspectionDetail(tx, actor, inspectionId);
  return view ? created(view) : notFound();
}
