import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAway } from '@/lib/server/db/away';
import { pool } from '@/lib/server/db/pool';
import { log } from '@/lib/server/log';
import { takeConsole } from '@/lib/server/log/line.mjs';
import { type Runner, startRunner } from './runner';

/** The worker process (npm start begins and supervises it): works jobs off until it is told to stop, and lets a running one finish. */
takeConsole();
process.on('unhandledRejection', (error) => log.error('process.unhandled', {}, error));
process.on('uncaughtException', (error) => {
  // what Node itself would print is the whole fault, with the row that PostgreSQL quotes
  log.error('process.uncaught', {}, error);
  process.exit(1);
});

/** A database that is away when the worker begins will be back: there is nothing to end for. */
async function begun(): Promise<Runner> {
  for (;;) {
    try {
      return await startRunner();
    } catch (error) {
      if (!isAway(error)) throw error;
      log.warn('worker.database-away', {}, error);
      await sleep(2_000);
    }
  }
}

let stopping = false;
let runner: Runner | null = null;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 25_000).unref();
  await runner?.stop().catch((error) => log.warn('worker.stop', {}, error));
  await pool()
    .end()
    .catch(() => {});
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
runner = await begun();
log.info('worker.ready');
process.send?.({ ready: true });
