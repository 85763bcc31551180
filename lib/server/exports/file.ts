import 'server-only';
import { Readable } from 'node:stream';
import { rightReasons } from '@/lib/domain/exports/rules';
import type { Actor } from '@/lib/server/actor';
import { clash, type Denied, forbidden, gone, notFound } from '@/lib/server/answer';
import { record } from '@/lib/server/audit/record';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { fileStore } from '@/lib/server/files/store';
import { oneExport } from './jobs';
import { boundTo, exportKey } from './keys';
import { unsealing } from './sealed-file';

interface Found {
  ok: true;
  name: string;
  mediaType: string;
  size: number;
  storageKey: string;
  key: Buffer;
}

/** Fetching is asked as making is: who lost the right since then does not get the file. Each fetch of personal data is on record. */
async function find(tx: Tx, actor: Actor, id: string): Promise<Found | Denied> {
  const view = await oneExport(tx, actor.accountId, id);
  if (!view) return notFound();
  const { kind, unmasked, county } = view;
  if (rightReasons(actor, { kind, county: county?.id ?? null, unmasked }).length > 0) return forbidden();
  if (view.status === 'expired') return gone('export_expired');
  if (view.status !== 'done') return clash('export_not_ready');
  const row = await tx.exportJob.findUnique({ where: { id }, select: { fileId: true, reason: true } });
  const file = row?.fileId ? await tx.storedFile.findUnique({ where: { id: row.fileId } }) : null;
  const key = await exportKey(tx, id);
  if (!file || !key) return gone('export_expired');
  if (unmasked)
    await record(tx, {
      action: 'export.fetch',
      entity: 'export_job',
      entityId: id,
      countyId: county?.id ?? null,
      details: { file: file.name },
      reason: row?.reason ?? undefined,
    });
  const { name, mediaType, size, storageKey } = file;
  return { ok: true, name, mediaType, size, storageKey, key };
}

async function whole(bytes: AsyncIterable<Buffer>): Promise<boolean> {
  try {
    for await (const _ of bytes);
    return true;
  } catch {
    return false;
  }
}

const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Read through once before a byte leaves, then streamed: a damaged file says so instead of arriving broken. */
export async function exportFile(actor: Actor, id: string): Promise<Response | Denied> {
  const found = await withActor(actor, (tx) => find(tx, actor, id));
  if (!found.ok) return found;
  const { key, storageKey, name, mediaType, size } = found;
  const store = fileStore();
  if (!(await store.exists(storageKey))) return gone('file_missing');
  const clear = () => unsealing(key, boundTo(id), store.get(storageKey));
  if (!(await whole(clear()))) return gone('file_damaged');
  const body = Readable.toWeb(Readable.from(clear())) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encoded(name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    },
  });
}
