import 'server-only';
import type { FailedJob, QueueView } from '@/lib/domain/operations/answers';
import type { Tx } from '@/lib/server/db/with-actor';
import queues from '@/lib/server/jobs/queues.json';
import { mayTryAgain } from './try-again';

const SHOWN = 20;
const NAMES = queues.map(({ name }) => name);

interface QueueRow {
  name: string;
  waiting: number;
  running: number;
  failed: number;
  oldest: Date | null;
}

/** Each kind of work in the order of queues.json; those that only end what was given up show when they hold something. */
export async function queueViews(tx: Tx): Promise<QueueView[]> {
  const rows = await tx.$queryRaw<QueueRow[]>`
    SELECT name, count(*) FILTER (WHERE state < 'active' AND start_after <= now())::int AS waiting, count(*) FILTER (WHERE state = 'active')::int AS running,
      count(*) FILTER (WHERE state = 'failed')::int AS failed,
      min(greatest(created_on, start_after)) FILTER (WHERE state < 'active' AND start_after <= now()) AS oldest
    FROM pgboss.job GROUP BY name`;
  const found = new Map(rows.map((row) => [row.name, row]));
  return NAMES.flatMap((name) => {
    const row = found.get(name);
    const { waiting = 0, running = 0, failed = 0 } = row ?? {};
    if (name.endsWith('.given-up') && waiting + running + failed === 0) return [];
    return [{ name, waiting, running, failed, oldestWaitingAt: row?.oldest?.toISOString() ?? null }];
  });
}

interface FailedRow {
  id: string;
  name: string;
  failed: Date;
  tries: number;
  code: string | null;
}

/** A job of another prefecture's account or file is none: row security says whose they are. */
const OURS = `(j.data ->> 'accountId' IS NULL OR EXISTS (SELECT 1 FROM account a WHERE a.id = (j.data ->> 'accountId')::uuid))
  AND (j.data ->> 'fileId' IS NULL OR EXISTS (SELECT 1 FROM stored_file f WHERE f.id = (j.data ->> 'fileId')::uuid))`;

/** What was given up in the last three days, newest first: why, by a code that holds nothing of what was worked on. */
export async function failedJobs(tx: Tx): Promise<FailedJob[]> {
  const rows = await tx.$queryRawUnsafe<FailedRow[]>(
    `SELECT j.id, j.name, j.completed_on AS failed, j.retry_count + 1 AS tries, j.output ->> 'code' AS code
     FROM pgboss.job j WHERE j.state = 'failed' AND ${OURS} ORDER BY j.completed_on DESC, j.id LIMIT ${SHOWN}`,
  );
  return rows.map(({ id, name, failed, tries, code }) => ({
    id,
    name,
    failedAt: failed.toISOString(),
    tries,
    code: code && /^[\w.]{1,40}$/.test(code) ? code : null,
    mayTryAgain: mayTryAgain(name),
  }));
}

/** The name of a job that was given up, held until the transaction ends; null where this actor knows of none. */
export async function failedJobName(tx: Tx, id: string): Promise<string | null> {
  const rows = await tx.$queryRawUnsafe<{ name: string }[]>(
    `SELECT j.name FROM pgboss.job j WHERE j.id = $1::uuid AND j.state = 'failed' AND ${OURS} FOR UPDATE`,
    id,
  );
  return rows[0]?.name ?? null;
}
