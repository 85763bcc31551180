import 'server-only';
import type PgBoss from 'pg-boss';
import { pool } from '@/lib/server/db/pool';
import { JOBS_SCHEMA } from './boss';

const LOCK_CLASS = 7270738;
const lockKey = 'hashtext($1::text)';

/**
 * While a job runs, a connection of its own holds a lock in its name. A process that dies (kill -9, power) loses the connection and the
 * lock with it; others see a job that is active and unlocked, and take it up.
 */
export async function whileHeld<T>(jobId: string, work: () => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK_CLASS}, ${lockKey})`, [jobId]);
    return await work();
  } finally {
    const broken = await client
      .query(`SELECT pg_advisory_unlock(${LOCK_CLASS}, ${lockKey})`, [jobId])
      .then(() => undefined)
      .catch((error: Error) => error);
    client.release(broken);
  }
}

const ORPHANS = `SELECT id, name FROM ${JOBS_SCHEMA}.job j
  WHERE state = 'active' AND started_on < now() - $1 * interval '1 millisecond'
    AND NOT EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ${LOCK_CLASS}
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.objid::bigint = (hashtext(j.id::text)::bigint & 4294967295))`;

/** Jobs whose process is gone go back to the queue (or fail, after their last try). `graceMs`: between taking a job and locking it. */
export async function rescueOrphans(boss: PgBoss, graceMs = 5_000): Promise<string[]> {
  const { rows } = await pool().query<{ id: string; name: string }>(ORPHANS, [graceMs]);
  for (const { id, name } of rows) await boss.fail(name, id, { message: 'the process that ran it is gone' });
  return rows.map(({ id }) => id);
}
