import 'server-only';
import type { Reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import type { Mapping, Proposal } from './types';

export interface Batch {
  id: string;
  countyId: string;
  status: string;
  kind: 'template' | 'mapped';
  fileName: string;
  storageKey: string;
  version: number;
  mapping: Mapping | null;
  proposal: Proposal | null;
}

/** The batch as this account may see it; null for another county's, which looks like none. */
export async function findBatch(tx: Tx, actor: Actor, id: string): Promise<Batch | null> {
  const row = await tx.importBatch.findFirst({ where: { id, countyId: { in: [...actor.counties] } } });
  if (!row) return null;
  const file = await tx.storedFile.findUniqueOrThrow({ where: { id: row.fileId }, select: { storageKey: true } });
  return {
    id: row.id,
    countyId: row.countyId,
    status: row.status,
    kind: row.kind === 'mapped' ? 'mapped' : 'template',
    fileName: row.fileName,
    storageKey: file.storageKey,
    version: row.version,
    mapping: row.mapping as unknown as Mapping | null,
    proposal: row.proposal as unknown as Proposal | null,
  };
}

/** Progress, seen by others at once: in a transaction of its own. */
export async function tellProgress(actor: Actor, batchId: string, done: number, total?: number): Promise<void> {
  await withActor(
    actor,
    (tx) =>
      tx.$executeRaw`UPDATE import_batch SET progress_done = ${done}::int, progress_total = coalesce(${total ?? null}::int, progress_total),
        heartbeat_at = anju_now() WHERE id = ${batchId}::uuid`,
  );
}

export async function closeWith(
  actor: Actor,
  batchId: string,
  status: 'refused' | 'failed',
  reasons: readonly Reason[],
): Promise<void> {
  await withActor(
    actor,
    (tx) => tx.$executeRaw`UPDATE import_batch SET status = ${status}, refusal = ${JSON.stringify(reasons)}::jsonb,
      read_at = anju_now(), version = version + 1 WHERE id = ${batchId}::uuid`,
  );
}

/** counts by entity and action, and how many findings of each level there are. */
const RECOUNT = `UPDATE import_batch b SET counts = coalesce((SELECT jsonb_object_agg(entity, actions) FROM (
      SELECT entity, jsonb_object_agg(action, n) AS actions FROM (
        SELECT entity, action, count(*) AS n FROM import_row WHERE batch_id = b.id GROUP BY entity, action) x GROUP BY entity) y), '{}'),
    errors = (SELECT count(*) FROM import_finding WHERE batch_id = b.id AND level = 'error'),
    warnings = (SELECT count(*) FROM import_finding WHERE batch_id = b.id AND level = 'warning')
  WHERE b.id = $1::uuid`;

export async function recount(tx: Tx, batchId: string): Promise<void> {
  await tx.$executeRawUnsafe(RECOUNT, batchId);
}
