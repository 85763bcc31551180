import 'server-only';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { NoticeView } from '@/lib/domain/notices/answers';
import type { NoticePhotoInput } from '@/lib/domain/notices/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { type LockedNotice, lockNotice } from './locked';
import { noticeView } from './queries';

/** Posted between publication and now: an older picture shows another paper. */
function dayReasons({ startsOn, today }: LockedNotice, takenOn: string): Reason[] {
  const isWithin = startsOn !== null && takenOn >= startsOn && takenOn <= today;
  return isWithin
    ? []
    : [reason('notices.photoDay', { found: takenOn, from: startsOn ?? '', to: today }, { field: 'takenOn' })];
}

/** The posted paper, photographed. The picture goes where the notice is, so that the same people see both. */
export async function attachPhoto(
  tx: Tx,
  actor: Actor,
  id: string,
  { fileId, place, ...input }: NoticePhotoInput,
): Promise<Answer<NoticeView>> {
  const notice = await lockNotice(tx, actor, id);
  const file = await tx.storedFile.findUnique({ where: { id: fileId }, select: { name: true, mediaType: true } });
  if (!notice || !file) return notFound();
  const takenOn = input.takenOn ?? notice.today;
  const reasons = [
    ...(notice.status === 'published' ? dayReasons(notice, takenOn) : [reason('notices.notPublished')]),
    ...(file.mediaType.startsWith('image/')
      ? []
      : [reason('file.notPicture', { name: file.name }, { field: 'fileId' })]),
    ...((await tx.noticePhoto.findFirst({ where: { noticeId: id, fileId }, select: { id: true } }))
      ? [reason('file.attachedAlready', { name: file.name }, { field: 'fileId' })]
      : []),
  ];
  if (reasons.length > 0) return refused(reasons);
  const { countyId, subdistrictId, communityId } = notice;
  await tx.storedFile.update({ where: { id: fileId }, data: { countyId, subdistrictId, communityId } });
  await tx.$executeRaw`
    INSERT INTO notice_photo (notice_id, file_id, county_id, place, taken_on, created_by)
    VALUES (${id}::uuid, ${fileId}::uuid, ${countyId}::uuid, ${place}, ${takenOn}::date, ${actor.accountId}::uuid)`;
  const view = await noticeView(tx, actor, id);
  return view ? created(view, { version: view.version }) : notFound();
}
