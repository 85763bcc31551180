import 'server-only';
import { createHmac } from 'node:crypto';
import type { Actor } from '@/lib/server/actor';
import { type Answer, failure } from '@/lib/server/answer';
import type { Writer } from '@/lib/server/db/with-writer';
import { env } from '@/lib/server/env';

/** Keyed: bodies may hold a password, which a plain digest in the table would let be guessed at leisure. */
export const digestOfRequest = (method: string, path: string, body: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`anju-request:${method} ${path}\n${body}`).digest('hex');

interface Kept {
  request_hash: string;
  status: number;
  answer: unknown;
}

/**
 * Runs `work` once for a key. The key is claimed first (a second sender with the same key waits here for the first one's end),
 * and the answer is kept in the same transaction as the effect, so that a crash leaves both or neither.
 */
export async function once<T>(
  tx: Writer,
  actor: Actor,
  key: string,
  hash: string,
  work: () => Promise<Answer<T>>,
): Promise<Answer<unknown>> {
  const claimed =
    await tx.$executeRaw`INSERT INTO idempotency_key (account_id, county_id, key, request_hash, status, answer)
    VALUES (${actor.accountId}::uuid, ${actor.countyId}::uuid, ${key}, ${hash}, 0, '{}') ON CONFLICT DO NOTHING`;
  if (claimed === 0) {
    const [kept] = await tx.$queryRaw<Kept[]>`SELECT request_hash, status, answer FROM idempotency_key
      WHERE account_id = ${actor.accountId}::uuid AND key = ${key}`;
    if (!kept) return failure(409, 'busy_retry');
    if (kept.request_hash !== hash) return failure(422, 'idempotency_key_reused');
    return { ...(kept.answer as { ok: true; value: unknown }), headers: { 'idempotent-replay': 'true' } };
  }
  const answer = await work();
  if (answer.ok) {
    await tx.$executeRaw`UPDATE idempotency_key SET status = ${answer.status ?? 200}, answer = ${JSON.stringify(answer)}::jsonb
      WHERE account_id = ${actor.accountId}::uuid AND key = ${key}`;
  }
  return answer;
}
