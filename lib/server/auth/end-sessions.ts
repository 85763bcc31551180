import 'server-only';
import { pool } from '@/lib/server/db/pool';
import type { Tx } from '@/lib/server/db/with-actor';
import { recordSignInFact } from './sign-in';

export type EndReason = 'sign_out' | 'password_change' | 'password_reset' | 'role_change' | 'disabled';

/** Every session of that person, from the next request on; in the transaction of what ends them. */
export async function endSessionsIn(tx: Tx, accountId: string, why: EndReason): Promise<void> {
  await tx.$queryRaw`SELECT auth_end_sessions(${accountId}::uuid, ${why})`;
}

/** The same with nothing else to change. */
export async function endSessions(accountId: string, why: EndReason, requestId: string | null): Promise<void> {
  await pool().query('SELECT auth_end_sessions($1, $2)', [accountId, why]);
  await recordSignInFact(accountId, `account.${why}`, {}, requestId);
}
