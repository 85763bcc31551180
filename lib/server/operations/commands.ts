import 'server-only';
import { type Answer, clash, done, notFound } from '@/lib/server/answer';
import { record } from '@/lib/server/audit/record';
import type { Tx } from '@/lib/server/db/with-actor';
import { sender } from '@/lib/server/jobs/boss';
import { onTx } from '@/lib/server/jobs/enqueue';
import { failedJobName } from './queues';
import { mayTryAgain } from './try-again';

/** Puts a job that was given up back into its queue; of two who ask at once, one does. */
export async function tryAgain(tx: Tx, id: string): Promise<Answer<{ id: string; name: string }>> {
  const name = await failedJobName(tx, id);
  if (!name) return notFound();
  if (!mayTryAgain(name)) return clash('job_not_again');
  await sender().retry(name, id, { db: onTx(tx) });
  await record(tx, {
    action: 'operations.retry',
    entity: 'job',
    entityId: id,
    countyId: null,
    details: { kind: name },
  });
  return done({ id, name });
}
