import 'server-only';
import type pg from 'pg';
import { env } from '@/lib/server/env';
import { PatientClient } from './patient-client';
import { PatientPool } from './patient-pool';

declare global {
  var anjuPool: pg.Pool | undefined;
  var anjuReadPool: pg.Pool | undefined;
}

function makePool(max: number, pipeline: boolean): pg.Pool {
  return new PatientPool({
    connectionString: env().DATABASE_URL,
    Client: PatientClient,
    max,
    pipeline,
    // A database that swallows packets must not hold anybody: requests have their patience, all others this.
    connectionTimeoutMillis: 2_500,
    query_timeout: 20_000,
    // Both ends find out that the other is gone (a machine without power says no goodbye), and let go of its locks.
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    // An office asks in bursts: a connection made anew plans all its queries again.
    idleTimeoutMillis: 600_000,
    application_name: 'anju',
    // adapter-pg drops the offset of timestamptz: only UTC comes back right.
    options: '-c TimeZone=UTC -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5',
  } as pg.PoolConfig);
}

/** A read is done in milliseconds: a quarter of the connections carries them. */
const readers = (): number => Math.floor(env().ANJU_DB_POOL / 4);

/** One pool per process (kept across hot reloads in development). */
export function pool(): pg.Pool {
  globalThis.anjuPool ??= makePool(env().ANJU_DB_POOL - readers(), false);
  return globalThis.anjuPool;
}

/** For withReader: its queries are sent without waiting for one another. COPY and cursors cannot run on these. */
export function readPool(): pg.Pool {
  globalThis.anjuReadPool ??= makePool(readers(), true);
  return globalThis.anjuReadPool;
}
