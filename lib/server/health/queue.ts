import 'server-only';
import { type Ask, askPool } from '@/lib/server/db/ask';

export interface QueueFacts {
  workerSeenSecondsAgo: number | null;
  oldestWaitingSeconds: number | null;
  failedLastDay: number;
}

const STATE = `SELECT
  (SELECT extract(epoch FROM now() - max(seen_at))::float8 FROM worker_seen) AS seen,
  (SELECT extract(epoch FROM now() - min(greatest(created_on, start_after)))::float8 FROM pgboss.job WHERE state < 'active' AND start_after <= now()) AS oldest,
  (SELECT count(*)::int FROM pgboss.job WHERE state = 'failed' AND completed_on > now() - interval '1 day') AS failed`;

/** Whether anybody works, how long the oldest job has waited, how many were given up since yesterday. */
export async function queueFacts(ask: Ask = askPool): Promise<QueueFacts> {
  const [row] = await ask<{ seen: number | null; oldest: number | null; failed: number }>(STATE);
  return {
    workerSeenSecondsAgo: row?.seen ?? null,
    oldestWaitingSeconds: row?.oldest ?? null,
    failedLastDay: row?.failed ?? 0,
  };
}
