import 'server-only';
import { may } from '@/lib/domain/accounts/scopes';
import type { FileInfo } from '@/lib/domain/compounds/answers';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, gone, notFound } from '@/lib/server/answer';
import { digestOfRequest, once } from '@/lib/server/api/idempotency';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { enqueue } from '@/lib/server/jobs/enqueue';
import { isWhole, readWhole } from './read-whole';
import { type Received, receive } from './receive';
import { askForThumbnail } from './thumbnails';

interface Sent {
  name: string;
  purpose: 'photo' | 'document';
  idempotencyKey: string | null;
}

/** A file belongs where its uploader does; attached to a compound, it goes where the compound is. With an Idempotency-Key it is kept once. */
export async function upload(actor: Actor, request: Request, sent: Sent): Promise<Answer<unknown>> {
  const received = await receive(request, sent);
  if (!received.ok) return received;
  const { file } = received;
  const { purpose, idempotencyKey: key } = sent;
  return withActor(
    actor,
    (tx) => {
      const take = () => keepRow(tx, actor, purpose, file);
      const content = `${purpose} ${file.name} ${file.sha256}`;
      return key ? once(tx, actor, key, digestOfRequest('POST', '/api/v1/files', content), take) : take();
    },
    { action: 'file.upload' },
  );
}

const isPicture = (mediaType: string): boolean => mediaType.startsWith('image/');

/** The thumbnail is drawn by a job behind the answer, which exists exactly when the file does. */
async function keepRow(tx: Tx, actor: Actor, purpose: Sent['purpose'], file: Received): Promise<Answer<FileInfo>> {
  const row = await tx.storedFile.create({
    data: {
      prefectureId: actor.prefectureId,
      countyId: actor.countyId,
      subdistrictId: actor.subdistrictId,
      communityId: actor.communityId,
      purpose,
      name: file.name,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      storageKey: file.key,
      width: file.width,
      height: file.height,
      uploadedBy: actor.accountId,
    },
  });
  if (isPicture(file.mediaType)) await enqueue(tx, 'file.thumbnail', { fileId: row.id });
  return created({
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    width: row.width,
    height: row.height,
    thumbnail: isPicture(row.mediaType),
    createdAt: row.createdAt.toISOString(),
  });
}

interface Bytes {
  bytes: Buffer;
  name: string;
  mediaType: string;
}

/** Uploaded sheets and exports may hold personal data: they leave by their own routes only. Photos of ballots show names: for who collects and checks. */
const readable = (actor: Actor, id: string) =>
  withActor(actor, (tx) =>
    tx.storedFile.findFirst({
      where: { id, purpose: { in: ['photo', 'document', ...(may(actor, 'vote.check') ? ['ballot'] : [])] } },
      select: { name: true, mediaType: true, storageKey: true, thumbnailKey: true },
    }),
  );

/** Read whole (20 MB at most) and hashed before a byte leaves: a damaged file says so instead of arriving broken. */
export async function fileBytes(actor: Actor, id: string): Promise<Answer<Bytes>> {
  const row = await readable(actor, id);
  if (!row) return notFound();
  const bytes = await readWhole(row.storageKey);
  if (!bytes) return gone('file_missing');
  return isWhole(bytes, row.storageKey) ? done({ bytes, ...row }) : gone('file_damaged');
}

/** null: it is being drawn (just uploaded), or was lost and is asked for again. */
export async function thumbnailBytes(actor: Actor, id: string): Promise<Answer<Bytes | null>> {
  const row = await readable(actor, id);
  if (!row || !isPicture(row.mediaType)) return notFound();
  const bytes = row.thumbnailKey ? await readWhole(row.thumbnailKey) : null;
  if (bytes && row.thumbnailKey && isWhole(bytes, row.thumbnailKey))
    return done({ bytes, name: `${row.name}.webp`, mediaType: 'image/webp' });
  await askForThumbnail(id);
  return done(null);
}

/** Nothing to show yet: come again in a second. */
export const notYet = (): Response =>
  new Response(null, { status: 202, headers: { 'retry-after': '1', 'cache-control': 'no-store' } });

const SAFE_INLINE = /^image\/(?:jpeg|png|webp)$/;

/** Everything is a download, but pictures that we drew ourselves; nothing in it may run or fetch. */
export function fileResponse({ bytes, name, mediaType }: Bytes, inline: boolean): Response {
  const disposition = inline && SAFE_INLINE.test(mediaType) ? 'inline' : 'attachment';
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': disposition === 'inline' ? 'private, max-age=3600, immutable' : 'no-store',
    },
  });
}
