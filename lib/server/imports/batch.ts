import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { pool } from '@/lib/server/db/pool';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import type { Jobs } from '@/lib/server/jobs/enqueue';
import { JobRefused, jobActor } from '@/lib/server/jobs/job-actor';
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
    { soon: true },
  );
}

/** The file is none that can be read, for this reason. */
export async function refuse(actor: Actor, batchId: string, why: Reason): Promise<void> {
  await withActor(
    actor,
    (tx) => tx.$executeRaw`UPDATE import_batch SET status = 'refused', refusal = ${JSON.stringify([why])}::jsonb,
      read_at = anju_now(), version = version + 1 WHERE id = ${batchId}::uuid`,
  );
}

/** Who asked, if the account may still do it: a job that was asked for by somebody who was moved or disabled since then is not done. */
export async function actorOfImport({ batchId, accountId }: Jobs['import.read']): Promise<Actor> {
  const actor = await jobActor(accountId, batchId);
  const inReach = await withActor(actor, (tx) => findBatch(tx, actor, batchId));
  if (!inReach || !can(actor.role, 'import.run'))
    throw new JobRefused('job.noLongerAllowed', { name: actor.displayName });
  return actor;
}

/** After the last try: the import says that it failed and why, instead of waiting for ever. */
export async function failImport(job: Jobs['import.read']): Promise<void> {
  const why = await actorOfImport(job).then(
    () => reason('import.job.fault'),
    (thrown: unknown) =>
      thrown instanceof JobRefused ? reason(thrown.code, thrown.params) : reason('import.job.fault'),
  );
  await pool().query('SELECT anju_give_up_import($1, $2)', [job.batchId, JSON.stringify([why])]);
}
