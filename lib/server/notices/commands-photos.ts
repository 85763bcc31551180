import 'server-only';
import type { NoticeView } from '@/lib/domain/notices/answers';
import { photoReasons } from '@/lib/domain/notices/photos';
import type { NoticePhotoInput } from '@/lib/domain/notices/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { lockNotice } from './locked';
import { noticeView } from './queries';

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
  const attached = await tx.noticePhoto.findFirst({ where: { noticeId: id, fileId }, select: { id: true } });
  const { status, startsOn, today } = notice;
  const reasons = photoReasons({
    status,
    startsOn,
    today,
    takenOn,
    file: { name: file.name, isPicture: file.mediaType.startsWith('image/'), isAttached: attached !== null },
  });
  if (reasons.length > 0) return refused(reasons);
  const { countyId, subdistrictId, communityId } = notice;
  await tx.storedFile.update({ where: { id: fileId }, data: { countyId, subdistrictId, communityId } });
  await tx.$executeRaw`
    INSERT INTO notice_photo (notice_id, file_id, county_id, place, taken_on, created_by)
    VALUES (${id}::uuid, ${fileId}::uuid, ${countyId}::uuid, ${place}, ${takenOn}::date, ${actor.accountId}::uuid)`;
  const view = await noticeView(tx, actor, id);
  return view ? created(view, { version: view.version }) : notFound();
}
