import 'server-only';
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '@/lib/server/db/pool';
import type { Tx } from '@/lib/server/db/with-actor';
import { env } from '@/lib/server/env';
import { DatabaseClockLimiter } from './database-clock-limiter';

export const TRIES = 10;
const WINDOW_SECONDS = 15 * 60;

/** Which tries are counted together: those of one account from anywhere, or those from a browser that account has used before. */
export type Bucket = string;

const keyed = (text: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`anju-try:${text}`).digest('base64url');

/** By name, whether or not such an account exists: a lock-out tells nobody which do. Keyed, for a password may be typed as the name. */
export const openBucket = (username: string): Bucket => `open:${keyed(username.trim().toLowerCase())}`;
export const deviceBucket = (accountId: string, deviceId: string): Bucket => `device:${accountId}:${deviceId}`;

/** Lines that unknown names leave in that time: from one address, and from everywhere. */
export const NOTES = { address: 20, all: 200 } as const;

type Kind = 'tries' | keyof typeof NOTES;
const limiters = new WeakMap<pg.Pool, Map<Kind, DatabaseClockLimiter>>();

/** Counted in the database by one atomic statement, outside any request's transaction: a refusal that rolls back still counts. */
function limiter(kind: Kind = 'tries'): DatabaseClockLimiter {
  const ofPool = limiters.get(pool()) ?? new Map<Kind, DatabaseClockLimiter>();
  limiters.set(pool(), ofPool);
  const known = ofPool.get(kind);
  if (known) return known;
  const made = new DatabaseClockLimiter({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'sign_in_try',
    tableCreated: true,
    keyPrefix: '',
    points: kind === 'tries' ? TRIES : NOTES[kind],
    duration: WINDOW_SECONDS,
  });
  ofPool.set(kind, made);
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

type Note = 'one' | 'last' | 'none';

async function noteOf(kind: keyof typeof NOTES, key: string): Promise<Note> {
  try {
    await limiter(kind).consume(key);
    return 'one';
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    return thrown.consumedPoints === NOTES[kind] + 1 ? 'last' : 'none';
  }
}

/** Whether a try under an unknown name may leave a line, and whether that line is the last for a while. */
export async function takeNote(address: string | null): Promise<Note> {
  const own = await noteOf('address', `note:${keyed(address ?? '')}`);
  return own === 'none' ? 'none' : combined(own, await noteOf('all', 'note:all'));
}

const combined = (own: Note, all: Note): Note => (all === 'one' ? own : all);

/** The right password ends the count of its own bucket only: an officer who gets in does not hand an attacker ten new tries. */
export async function forgetTries(bucket: Bucket): Promise<void> {
  await limiter().delete(bucket);
}

/** With a reset every way in is open again: from anywhere, and from the browsers that the person has used before. */
export async function forgetAllTries(tx: Tx, account: { id: string; username: string }): Promise<void> {
  await tx.$executeRaw`DELETE FROM sign_in_try WHERE key = ${openBucket(account.username)} OR key LIKE ${deviceBucket(account.id, '%')}`;
}
