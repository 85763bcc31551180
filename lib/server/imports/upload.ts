import 'server-only';
import { createReadStream } from 'node:fs';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, failure, forbidden } from '@/lib/server/answer';
import { digestOfRequest, once } from '@/lib/server/api/idempotency';
import { withActor } from '@/lib/server/db/with-actor';
import { bodyToFile } from '@/lib/server/files/body-to-file';
import { cleanName } from '@/lib/server/files/clean-name';
import { fileStore, type Stored } from '@/lib/server/files/store';
import { enqueue } from '@/lib/server/jobs/enqueue';
import { LIMITS } from './reading/refusal';

const LIMIT = '30 MB';

/** What it is, the reading thread says. */
async function store(body: ReadableStream<Uint8Array>): Promise<Stored | null> {
  const { file, release } = await fileStore().scratch();
  try {
    if ((await bodyToFile(body, file, LIMITS.fileBytes)) === null) return null;
    return await fileStore().put(createReadStream(file));
  } finally {
    await release();
  }
}

export const nameOf = (sent: string): string => cleanName(sent).trim().slice(-120) || '导入.xlsx';

/** A workbook on its way in: kept, listed and queued in one transaction; with an Idempotency-Key once, however often it is sent. */
export async function uploadImport(
  actor: Actor,
  request: Request,
  sent: { name: string; idempotencyKey: string | null },
): Promise<Answer<unknown>> {
  const countyId = actor.countyId;
  if (countyId === null) return forbidden();
  if (Number(request.headers.get('content-length') ?? 0) > LIMITS.fileBytes)
    return failure(413, 'file_too_large', { limit: LIMIT });
  if (!request.body) return failure(400, 'file_empty');
  const stored = await store(request.body);
  if (!stored) return failure(413, 'file_too_large', { limit: LIMIT });
  if (stored.size === 0) return failure(400, 'file_empty');
  const fileName = nameOf(sent.name);
  return withActor(
    actor,
    async (tx) => {
      const take = async () => {
        const file = await tx.storedFile.create({
          data: {
            prefectureId: actor.prefectureId,
            countyId,
            purpose: 'import',
            name: fileName,
            mediaType: 'application/octet-stream',
            size: stored.size,
            sha256: stored.sha256,
            storageKey: stored.key,
            uploadedBy: actor.accountId,
          },
          select: { id: true },
        });
        const batch = await tx.importBatch.create({
          data: { countyId, createdBy: actor.accountId, kind: 'template', fileId: file.id, fileName },
          select: { id: true },
        });
        await enqueue(tx, 'import.read', { batchId: batch.id, accountId: actor.accountId });
        return created({ id: batch.id, status: 'uploaded' });
      };
      const { idempotencyKey: key } = sent;
      if (!key) return take();
      return once(tx, actor, key, digestOfRequest('POST', '/api/v1/imports', `${fileName} ${stored.sha256}`), take);
    },
    { action: 'import.upload' },
  );
}
