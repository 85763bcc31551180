import 'server-only';
import type pg from 'pg';
import type PgBoss from 'pg-boss';
import { pool } from '@/lib/server/db/pool';
import { KeptFault } from '@/lib/server/log';
import { JOBS_SCHEMA } from './boss';

const LOCK_CLASS = 7270738;
const LOCK = `${LOCK_CLASS}, hashtext($1::text)`;

const on = (client: pg.PoolClient): PgBoss.Db => ({ executeSql: (text, values) => client.query(text, values) });

/** A job in the hands of this process. Only who holds it can say how it ended. */
export interface Held<D> {
  job: PgBoss.JobWithMetadata<D>;
  complete: () => Promise<void>;
  fail: (thrown: unknown) => Promise<void>;
  letGo: () => Promise<void>;
}

/**
 * Takes the next job and, in the same transaction, a lock in its name on a connection that does nothing else: an active job without its lock
 * is one whose process is gone (kill -9, power), from the first moment on. How it ended is written on the same connection, so that a process
 * that lost the lock, and perhaps the job to another, can't end it.
 */
export async function holdNext<D extends object>(boss: PgBoss, name: string): Promise<Held<D> | null> {
  const { client, giveBack } = await lent();
  try {
    await client.query('BEGIN');
    const options = { includeMetadata: true as const, batchSize: 1, db: on(client) };
    const [job] = (await boss.fetch<D>(name, options)) as PgBoss.JobWithMetadata<D>[];
    if (job) await client.query(`SELECT pg_advisory_lock(${LOCK})`, [job.id]);
    await client.query('COMMIT');
    if (job) return heldBy(boss, { client, giveBack }, job);
    giveBack();
    return null;
  } catch (error) {
    giveBack(error as Error);
    throw error;
  }
}

interface Lent {
  client: pg.PoolClient;
  /** One that broke meanwhile, or is said to have, is not lent again. */
  giveBack: (error?: Error) => void;
}

/** The connection is lent to many jobs one after the other: what listened for one of them goes with it. */
async function lent(): Promise<Lent> {
  const client = await pool().connect();
  let broken: Error | undefined;
  const heard = (error: Error) => {
    broken = error;
  };
  client.on('error', heard);
  const giveBack = (error?: Error) => {
    client.off('error', heard);
    client.release(error ?? broken);
  };
  return { client, giveBack };
}

function heldBy<D>(boss: PgBoss, { client, giveBack }: Lent, job: PgBoss.JobWithMetadata<D>): Held<D> {
  const db = { db: on(client) };
  return {
    job,
    complete: async () => {
      await boss.complete(job.name, job.id, {}, db);
    },
    fail: async (thrown) => {
      const { message, code } = new KeptFault(thrown);
      await boss.fail(job.name, job.id, { message, code }, db);
    },
    letGo: async () => {
      const lost = await client
        .query(`SELECT pg_advisory_unlock(${LOCK})`, [job.id])
        .then(() => undefined)
        .catch((error: Error) => error);
      giveBack(lost);
    },
  };
}

const ORPHANS = `SELECT id, name FROM ${JOBS_SCHEMA}.job j WHERE state = 'active'
    AND NOT EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ${LOCK_CLASS}
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.objid::bigint = (hashtext(j.id::text)::bigint & 4294967295))`;
const STILL_ORPHAN = `SELECT 1 FROM ${JOBS_SCHEMA}.job WHERE name = $1 AND id = $2 AND state = 'active' FOR UPDATE`;

/** Jobs whose process is gone go back to the queue, or are given up after their last try. Of several rescuers one has it. */
export async function rescueOrphans(boss: PgBoss): Promise<string[]> {
  const { rows } = await pool().query<{ id: string; name: string }>(ORPHANS);
  const rescued: string[] = [];
  for (const { id, name } of rows) if (await rescue(boss, name, id)) rescued.push(id);
  return rescued;
}

async function rescue(boss: PgBoss, name: string, id: string): Promise<boolean> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const free = await client.query<{ free: boolean }>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS free`, [id]);
    const mine = free.rows[0]?.free === true && (await client.query(STILL_ORPHAN, [name, id])).rowCount === 1;
    if (mine)
      await boss.fail(
        name,
        id,
        { message: 'the process that ran it is gone', code: 'PROCESS_GONE' },
        { db: on(client) },
      );
    await client.query('COMMIT');
    return mine;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
