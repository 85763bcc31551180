import 'server-only';
import type pg from 'pg';
import { pool } from '@/lib/server/db/pool';
import type { Tx } from '@/lib/server/db/with-actor';

const CHANNEL = 'anju_jobs';
const PROBE_MS = 3_000;

/** Told when the transaction commits, and to nobody when it doesn't: whoever listens finds the job there. */
export async function wake(tx: Tx, name: string): Promise<void> {
  await tx.$queryRawUnsafe(`SELECT pg_notify('${CHANNEL}', $1)::text`, name);
}

export interface Ear {
  /** Listens where nobody does (any more), and asks a line that is silent whether it still is one. To be called now and then. */
  keep: () => Promise<void>;
  stop: () => void;
}

/**
 * Hears of jobs at the moment that they are there. What is said while the line is down is lost: whoever uses this looks for jobs by itself
 * too, so that a lost word costs the time until the next look and nothing else.
 */
export function openEar(onJob: (name: string) => void): Ear {
  let line: { client: pg.PoolClient; hangUp: (error?: Error) => void } | null = null;
  const dial = async () => {
    const client = await pool().connect();
    const heard = ({ payload }: pg.Notification) => onJob(payload ?? '');
    const hangUp = (error?: Error) => {
      if (line?.client !== client) return;
      line = null;
      client.off('notification', heard).off('error', hangUp).off('end', hangUp);
      // it listens: nobody else is to have it
      client.release(error ?? true);
    };
    line = { client, hangUp };
    client.on('notification', heard).on('error', hangUp).on('end', hangUp);
    return line;
  };
  return {
    keep: async () => {
      const { client, hangUp } = line ?? (await dial());
      try {
        // said again it changes nothing, and is answered only where somebody is
        await client.query({ text: `LISTEN ${CHANNEL}`, query_timeout: PROBE_MS } as pg.QueryConfig);
      } catch (error) {
        hangUp(error as Error);
        throw error;
      }
    },
    stop: () => line?.hangUp(),
  };
}
