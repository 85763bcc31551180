import 'server-only';
import type { CompoundFile } from '@/lib/domain/compounds/answers';
import { reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, notFound, refused } from '@/lib/server/answer';
import { reassess } from '@/lib/server/compounds/assess';
import { setAct, type Tx } from '@/lib/server/db/with-actor';

export async function filesOf(tx: Tx, actor: Actor, compoundId: string): Promise<CompoundFile[]> {
  const [row] = await tx.$queryRaw<{ doc: CompoundFile[] }[]>`
    SELECT coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'caption', f.caption, 'takenOn', f.taken_on,
      'createdAt', f.created_at, 'createdBy', a.display_name,
      'file', json_build_object('id', s.id, 'name', s.name, 'mediaType', s.media_type, 'size', s.size, 'sha256', s.sha256,
        'width', s.width, 'height', s.height, 'thumbnail', s.media_type LIKE 'image/%', 'createdAt', s.created_at))
      ORDER BY f.taken_on DESC NULLS LAST, f.created_at DESC), '[]'::json) AS doc
    FROM compound_file f JOIN stored_file s ON s.id = f.file_id LEFT JOIN account a ON a.id = f.created_by
    WHERE f.compound_id = ${compoundId}::uuid AND f.retired_at IS NULL AND f.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row?.doc ?? [];
}

interface Attachment {
  fileId: string;
  kind: 'photo' | 'document';
  caption?: string | null | undefined;
  takenOn?: string | null | undefined;
}

/** The file goes where the compound is, so that the same people see both. */
export async function attachFile(
  tx: Tx,
  actor: Actor,
  compoundId: string,
  input: Attachment,
): Promise<Answer<CompoundFile>> {
  const compound = await tx.compound.findFirst({
    where: { id: compoundId, status: 'active', countyId: { in: [...actor.counties] } },
    select: { countyId: true, subdistrictId: true, communityId: true },
  });
  const file = await tx.storedFile.findUnique({ where: { id: input.fileId } });
  if (!compound || !file) return notFound();
  const reasons = [
    ...(input.kind === 'photo' && !file.mediaType.startsWith('image/')
      ? [reason('file.notPicture', { name: file.name }, { field: 'fileId' })]
      : []),
    ...((await tx.compoundFile.findFirst({ where: { compoundId, fileId: file.id, retiredAt: null } }))
      ? [reason('file.attachedAlready', { name: file.name }, { field: 'fileId' })]
      : []),
  ];
  if (reasons.length > 0) return refused(reasons);
  await tx.storedFile.update({ where: { id: file.id }, data: compound });
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO compound_file (compound_id, file_id, county_id, kind, caption, taken_on, created_by)
    VALUES (${compoundId}::uuid, ${file.id}::uuid, ${compound.countyId}::uuid, ${input.kind}, ${input.caption ?? null},
      ${input.takenOn ?? null}::date, ${actor.accountId}::uuid) RETURNING id`;
  await reassess(tx, [compoundId]);
  const made = (await filesOf(tx, actor, compoundId)).find((one) => one.id === row?.id);
  return made ? created(made) : notFound();
}

export async function retireFile(
  tx: Tx,
  actor: Actor,
  compoundId: string,
  attachmentId: string,
  why: string,
): Promise<Answer<{ id: string }>> {
  await setAct(tx, { action: 'compound.file.retire', reason: why });
  const changed = await tx.$executeRaw`
    UPDATE compound_file SET retired_at = anju_now(), retired_reason = ${why}
    WHERE id = ${attachmentId}::uuid AND compound_id = ${compoundId}::uuid AND retired_at IS NULL AND county_id = ANY(${[...actor.counties]}::uuid[])
      AND EXISTS (SELECT 1 FROM compound c WHERE c.id = ${compoundId}::uuid AND c.status = 'active')`;
  if (changed === 0) return notFound();
  await reassess(tx, [compoundId]);
  return done({ id: attachmentId });
}
