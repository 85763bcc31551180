import 'server-only';
import { randomUUID } from 'node:crypto';
import { pool } from '@/lib/server/db/pool';
import { log } from '@/lib/server/log';

const EVERY_MS = 5_000;

/** This worker's row, renewed while its event loop turns; a stop in good order takes it away. */
export async function beginHeartbeat(): Promise<{ stop: () => Promise<void> }> {
  const id = randomUUID();
  const beat = () =>
    pool().query('INSERT INTO worker_seen (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET seen_at = now()', [id]);
  await pool().query(`DELETE FROM worker_seen WHERE seen_at < now() - interval '1 day'`);
  await beat();
  const timer = setInterval(() => {
    beat().catch((error: Error) => log.warn('worker.unseen', {}, error));
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await pool().query('DELETE FROM worker_seen WHERE id = $1', [id]);
    },
  };
}
