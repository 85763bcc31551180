import 'server-only';
import type PgBoss from 'pg-boss';
import { pool } from '@/lib/server/db/pool';
import { log } from '@/lib/server/log';

/** Scheduled work and when it is due, by the database's clock: every so many seconds, or each day from a time of the office's clock on. */
type Due = { everySeconds: number } | { dailyFrom: `${number}:${number}` };

const SCHEDULE = {
  'audit.seal': { everySeconds: 60 },
  'imports.clean': { everySeconds: 3_600 },
  'lights.reckon': { everySeconds: 300 },
  // each day, so that a server that slept through the first of the month keeps it when it wakes
  'month.end': { dailyFrom: '00:00' },
  'reminders.make': { dailyFrom: '00:10' },
  'scores.keep': { everySeconds: 600 },
  'works.fold': { everySeconds: 300 },
} as const satisfies Record<string, Due>;
export type Scheduled = keyof typeof SCHEDULE;

/** The due time that is running now, as a name that every process gives it. A day that was slept through is taken up on waking. */
const slotOf = (due: Due): { sql: string; value: string } =>
  'everySeconds' in due
    ? { sql: `floor(extract(epoch FROM now()) / $2::int)::bigint::text`, value: String(due.everySeconds) }
    : { sql: `((anju_now() AT TIME ZONE 'Asia/Shanghai') - $2::interval)::date::text`, value: due.dailyFrom };

/** Asks for the work of this due time, unless somebody has: the row that says so and the job are written together. */
async function askFor(boss: PgBoss, name: Scheduled): Promise<boolean> {
  const { sql, value } = slotOf(SCHEDULE[name]);
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const taken = await client.query(
      `INSERT INTO job_due (name, slot) SELECT $1, ${sql} ON CONFLICT DO NOTHING RETURNING slot`,
      [name, value],
    );
    const mine = taken.rowCount === 1;
    if (mine) await boss.send(name, {}, { db: { executeSql: (text, values) => client.query(text, values) } });
    await client.query('COMMIT');
    return mine;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** What is due now; for each worker, every few seconds. */
export async function askForDue(boss: PgBoss): Promise<void> {
  for (const name of Object.keys(SCHEDULE) as Scheduled[]) {
    await askFor(boss, name).catch((error: Error) => log.warn('job.unsent', { name }, error));
  }
}

/** Due times of long ago: nobody takes them again. */
export async function forgetOldDues(): Promise<void> {
  await pool().query(`DELETE FROM job_due WHERE taken_at < now() - interval '7 days'`);
}
