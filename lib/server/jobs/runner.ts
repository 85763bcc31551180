import 'server-only';
import type PgBoss from 'pg-boss';
import { sealAudit } from '@/lib/server/audit/seal';
import { pool } from '@/lib/server/db/pool';
import { expireExports } from '@/lib/server/exports/expire';
import { failExport, makeExport } from '@/lib/server/exports/make-export';
import { fileStore } from '@/lib/server/files/store';
import { applyImport } from '@/lib/server/imports/apply-import';
import { failImport } from '@/lib/server/imports/batch';
import { readImport } from '@/lib/server/imports/read-import';
import { keepThreadReady } from '@/lib/server/imports/reading/in-thread';
import { makeBoss } from './boss';
import type { Jobs } from './enqueue';
import { JobRefused } from './job-actor';
import { rescueOrphans, whileHeld } from './liveness';

type Name = keyof Jobs | 'audit.seal' | 'imports.clean';

/** What each kind of job does, and what is said when its last try failed. */
interface Handler<D> {
  run: (data: D) => Promise<unknown>;
  givenUp?: (data: D) => Promise<void>;
}

const HANDLERS: { [N in keyof Jobs]: Handler<Jobs[N]> } = {
  'import.read': { run: readImport, givenUp: failImport },
  'import.apply': { run: applyImport, givenUp: failImport },
  'export.make': { run: makeExport, givenUp: failExport },
};

const EMPTY: Record<'audit.seal' | 'imports.clean', () => Promise<unknown>> = {
  'audit.seal': sealAudit,
  'imports.clean': async () => {
    await pool().query('SELECT anju_clean_imports()');
    await expireExports();
    await fileStore().tidy();
  },
};

const log = (event: string, details: Record<string, unknown>) =>
  console.error(JSON.stringify({ level: 'info', event, ...details }));

/** One job: held by a lock while it runs. A refusal ends it for good; a fault is thrown, so that it is tried again. */
async function perform<D extends object>(
  name: Name,
  handler: Handler<D>,
  job: PgBoss.JobWithMetadata<D>,
): Promise<void> {
  await whileHeld(job.id, async () => {
    try {
      await handler.run(job.data);
    } catch (thrown) {
      const last = job.retryCount >= job.retryLimit || thrown instanceof JobRefused;
      log('job.failed', { name, id: job.id, last, error: String((thrown as Error)?.stack ?? thrown) });
      if (last) await handler.givenUp?.(job.data);
      if (thrown instanceof JobRefused) return;
      throw thrown;
    }
  });
}

async function work<D extends object>(boss: PgBoss, name: Name, handler: Handler<D>): Promise<void> {
  const options = { includeMetadata: true as const, pollingIntervalSeconds: 0.5 };
  await boss.work<D>(name, options, async ([job]: PgBoss.JobWithMetadata<D>[]) => {
    if (job) await perform(name, handler, job);
  });
}

/** Each server asks; per slot of time the queue takes one. */
function everySoOften(boss: PgBoss, name: keyof typeof EMPTY, seconds: number): NodeJS.Timeout {
  const ask = () => {
    boss
      .send(name, {}, { singletonSeconds: seconds })
      .catch((error: Error) => log('job.unsent', { name, error: error.message }));
  };
  ask();
  return setInterval(ask, (seconds * 1000) / 2);
}

export interface Runner {
  stop: () => Promise<void>;
}

const RESCUE_MS = 5_000;
const GRACE_MS = 20_000;

export async function startRunner(): Promise<Runner> {
  const boss = makeBoss({ supervise: true });
  await boss.start();
  keepThreadReady();
  for (const [name, handler] of Object.entries(HANDLERS)) await work(boss, name as Name, handler as Handler<object>);
  for (const [name, run] of Object.entries(EMPTY)) await work(boss, name as Name, { run });
  const timers = [
    everySoOften(boss, 'audit.seal', 60),
    everySoOften(boss, 'imports.clean', 3_600),
    setInterval(() => {
      rescueOrphans(boss)
        .then((ids) => ids.length > 0 && log('job.rescued', { ids }))
        .catch((error: Error) => log('job.rescue-failed', { error: error.message }));
    }, RESCUE_MS),
  ];
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await boss.stop({ graceful: true, wait: true, timeout: GRACE_MS });
    },
  };
}
