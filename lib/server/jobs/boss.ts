import 'server-only';
import PgBoss from 'pg-boss';
import { pool } from '@/lib/server/db/pool';
import { log } from '@/lib/server/log';

export const JOBS_SCHEMA = 'pgboss';

declare global {
  var anjuBoss: PgBoss | undefined;
}

/** The queue over the app's own pool. Tables and queues are the owner's work (scripts/jobs.mjs): here nothing migrates. */
export function makeBoss(options: Pick<PgBoss.MaintenanceOptions, 'supervise'> = { supervise: false }): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool().query(text, values) },
    schema: JOBS_SCHEMA,
    migrate: false,
    schedule: false,
    // what was given up can be tried again for three days
    archiveFailedAfterSeconds: 3 * 86_400,
    ...options,
  });
  boss.on('error', (error) => log.warn('jobs.error', {}, error));
  return boss;
}

/** For sending only: never started, so that it holds no timer in the web server. */
export function sender(): PgBoss {
  globalThis.anjuBoss ??= makeBoss();
  return globalThis.anjuBoss;
}
