import 'server-only';
import { pool } from './pool';

const KEPT_MS = 5_000;
let sample: { at: number; taken: number } | null = null;

/** The database's time, for pages that show a moment relative to now: the app server's clock may be wrong, its stop-watch is not. */
export async function databaseNow(): Promise<Date> {
  if (!sample || performance.now() - sample.taken > KEPT_MS) {
    const { rows } = await pool().query<{ now: Date }>('SELECT anju_now() AS now');
    if (rows[0]) sample = { at: rows[0].now.getTime(), taken: performance.now() };
  }
  if (!sample) throw new Error('the database has no time');
  return new Date(sample.at + performance.now() - sample.taken);
}
