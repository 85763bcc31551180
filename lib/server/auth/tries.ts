import 'server-only';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '@/lib/server/db/pool';

export const TRIES = 10;
const WINDOW_SECONDS = 15 * 60;

/** Which tries are counted together: those of one account from anywhere, or those from a browser that account has used before. */
export type Bucket = string;

/** By name, whether or not such an account exists: a lock-out tells nobody which do. */
export const openBucket = (username: string): Bucket =>
  `open:${createHash('sha256').update(username.trim().toLowerCase()).digest('base64url')}`;
export const deviceBucket = (accountId: string, deviceId: string): Bucket => `device:${accountId}:${deviceId}`;

const limiters = new WeakMap<pg.Pool, RateLimiterPostgres>();

/** Counted in the database by one atomic statement, outside any request's transaction: a refusal that rolls back still counts. */
function limiter(): RateLimiterPostgres {
  const known = limiters.get(pool());
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'sign_in_try',
    tableCreated: true,
    keyPrefix: '',
    points: TRIES,
    duration: WINDOW_SECONDS,
  });
  limiters.set(pool(), made);
  return made;
}

export type Try = { allowed: true } | { allowed: false; seconds: number; first: boolean };

/** Takes a try before the password is looked at, so that twenty at once are counted as twenty. */
export async function takeTry(bucket: Bucket): Promise<Try> {
  try {
    await limiter().consume(bucket);
    return { allowed: true };
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    const seconds = Math.max(1, Math.ceil(thrown.msBeforeNext / 1000));
    return { allowed: false, seconds, first: thrown.consumedPoints === TRIES + 1 };
  }
}

/** The right password ends the count of its own bucket only: an officer who gets in does not hand an attacker ten new tries. */
export async function forgetTries(bucket: Bucket): Promise<void> {
  await limiter().delete(bucket);
}

/** After a reset every way in is open again: from anywhere, and from the browsers that the person has used before. */
export async function forgetAllTries(account: { id: string; username: string }): Promise<void> {
  const keys = [openBucket(account.username), deviceBucket(account.id, '%')];
  await pool().query('DELETE FROM sign_in_try WHERE key = $1 OR key LIKE $2', keys);
}
