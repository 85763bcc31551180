import 'server-only';
import type { ProjectAftercare } from '@/lib/domain/aftercare/answers';
import { checkReasons, propertyReasons } from '@/lib/domain/aftercare/rules';
import type { CheckInput, PropertyInput } from '@/lib/domain/aftercare/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import { fileFor, takeFile } from '@/lib/server/archive/files';
import { lockedProject } from '@/lib/server/archive/project';
import type { Tx } from '@/lib/server/db/with-actor';
import { standsOpen } from './handover';
import { aftercareOf, checksOf } from './queries';

/** Property service: by whom, or why not. */
export async function writeProperty(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: PropertyInput,
): Promise<Answer<ProjectAftercare>> {
  const ground = await lockedProject(tx, actor, id);
  if (!ground) return notFound();
  const { propertyService, propertyServiceReason } = ground;
  if (ground.version !== version)
    return conflict({ propertyService, reason: propertyServiceReason, version: ground.version }, input, ground.version);
  const reasons = [...standsOpen(ground), ...propertyReasons({ company: input.propertyService, why: input.reason })];
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE project SET property_service = ${input.propertyService}, property_service_reason = ${input.reason}, version = version + 1, updated_at = anju_now()
    WHERE id = ${id}::uuid`;
  const saved = await lockedProject(tx, actor, id);
  return saved ? done(await aftercareOf(tx, saved), { version: saved.version }) : notFound();
}

/** One of the later checks, recorded once. */
export async function recordCheck(
  tx: Tx,
  actor: Actor,
  { id, checkId }: { id: string; checkId: string },
  version: number,
  input: CheckInput,
): Promise<Answer<ProjectAftercare>> {
  const ground = await lockedProject(tx, actor, id);
  const check = ground && (await checksOf(tx, ground)).find((one) => one.id === checkId);
  if (!ground || !check) return notFound();
  if (check.version !== version) return conflict(check, input, check.version);
  const photo = input.photoFileId ? await fileFor(tx, id, input.photoFileId) : undefined;
  if (photo === null) return notFound();
  const reasons = [
    ...standsOpen(ground),
    ...checkReasons({
      recorded: check.checkedOn !== null,
      checkedOn: input.checkedOn,
      acceptedOn: ground.acceptedOn,
      today: ground.today,
      result: input.result,
      remarks: input.remarks ?? null,
      photo: !photo ? 'none' : photo.ofOther ? 'ofOther' : photo.isPicture ? 'picture' : 'noPicture',
    }),
  ];
  if (reasons.length > 0) return refused(reasons);
  if (input.photoFileId) await takeFile(tx, id, input.photoFileId);
  await tx.$executeRaw`
    UPDATE aftercare_check SET checked_on = ${input.checkedOn}::date, result = ${input.result}, remarks = ${input.remarks ?? null}, photo_file_id = ${input.photoFileId ?? null}::uuid,
      checked_by = ${actor.accountId}::uuid, recorded_at = anju_now(), version = version + 1 WHERE id = ${checkId}::uuid`;
  return done(await aftercareOf(tx, ground), { version: check.version + 1 });
}
