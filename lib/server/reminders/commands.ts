import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';

/** Put aside by this person, for this person: colleagues still see it. Again is the same. */
export async function putAside(tx: Tx, actor: Actor, id: string): Promise<Answer<undefined>> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM reminder WHERE id = ${id}::uuid AND prefecture_id = ${actor.prefectureId}::uuid AND county_id IS NOT DISTINCT FROM ${actor.countyId}::uuid`;
  if (found.length === 0) return notFound();
  await tx.$executeRaw`INSERT INTO reminder_aside (reminder_id, account_id, prefecture_id)
    VALUES (${id}::uuid, ${actor.accountId}::uuid, ${actor.prefectureId}::uuid) ON CONFLICT DO NOTHING`;
  return done(undefined, { status: 204 });
}
