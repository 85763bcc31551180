import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';

/** Read once is read: the first time stays. */
export async function markRead(tx: Tx, actor: Actor, id: string): Promise<Answer<undefined>> {
  const count = await tx.$executeRaw`UPDATE notification SET read_at = coalesce(read_at, anju_now())
    WHERE id = ${id}::uuid AND account_id = ${actor.accountId}::uuid`;
  return count === 0 ? notFound() : done(undefined, { status: 204 });
}

/** All up to the newest that was shown, which must be one's own: what came meanwhile nobody has read. */
export async function markAllRead(tx: Tx, actor: Actor, upTo: string): Promise<Answer<undefined>> {
  const shown = await markRead(tx, actor, upTo);
  if (!shown.ok) return shown;
  await tx.$executeRaw`UPDATE notification SET read_at = anju_now()
    WHERE account_id = ${actor.accountId}::uuid AND read_at IS NULL AND id < ${upTo}::uuid`;
  return shown;
}
