import 'server-only';
import { createHash } from 'node:crypto';
import type { FileInfo } from '@/lib/domain/compounds/answers';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, gone, notFound } from '@/lib/server/answer';
import { digestOfRequest, once } from '@/lib/server/api/idempotency';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { type Received, receive } from './receive';
import { fileStore } from './store';

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
      thumbnailKey: file.thumbnailKey,
      width: file.width,
      height: file.height,
      uploadedBy: actor.accountId,
    },
  });
  return created({
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    width: row.width,
    height: row.height,
    thumbnail: row.thumbnailKey !== null,
    createdAt: row.createdAt.toISOString(),
  });
}

interface Bytes {
  bytes: Buffer;
  name: string;
  mediaType: string;
}

async function readWhole(key: string): Promise<Buffer | null> {
  const store = fileStore();
  if (!(await store.exists(key))) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of store.get(key)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Read whole (20 MB at most) and hashed before a byte leaves: a damaged file says so instead of arriving broken. */
export async function fileBytes(actor: Actor, id: string, which: 'file' | 'thumbnail'): Promise<Answer<Bytes>> {
  const row = await withActor(actor, (tx) =>
    // Uploaded sheets and exports may hold personal data: they leave by their own routes only.
    tx.storedFile.findFirst({
      where: { id, purpose: { in: ['photo', 'document'] } },
      select: { name: true, mediaType: true, storageKey: true, thumbnailKey: true },
    }),
  );
  const key = which === 'file' ? row?.storageKey : row?.thumbnailKey;
  if (!row || !key) return notFound();
  const bytes = await readWhole(key);
  if (!bytes) return gone('file_missing');
  if (createHash('sha256').update(bytes).digest('hex') !== key.split('/').at(-1)) return gone('file_damaged');
  return done(which === 'file' ? { bytes, ...row } : { bytes, name: `${row.name}.webp`, mediaType: 'image/webp' });
}

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
