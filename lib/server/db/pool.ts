import 'server-only';
import pg from 'pg';
import { env } from '@/lib/server/env';

declare global {
  var anjuPool: pg.Pool | undefined;
  var anjuReadPool: pg.Pool | undefined;
}

function makePool(max: number, pipeline: boolean): pg.Pool {
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max,
    pipeline,
    // A database that swallows packets must not hold a page: the client gives up by itself.
    connectionTimeoutMillis: 4_000,
    query_timeout: 20_000,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
    application_name: 'anju',
    // adapter-pg drops the offset of timestamptz: only UTC comes back right.
    options: '-c TimeZone=UTC',
  });
  // Without a listener a dying server ends the process.
  made.on('error', (error) =>
    console.error(JSON.stringify({ level: 'warn', event: 'db.idle-error', message: error.message })),
  );
  return made;
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
