import 'server-only';
import { isAway } from '@/lib/server/db/away';
import { pool } from '@/lib/server/db/pool';
import { type Runner, startRunner } from './runner';

/** The worker process (npm start begins and supervises it): works jobs off until it is told to stop, and lets a running one finish. */
let stopping = false;
process.on('unhandledRejection', (error) => console.error('unhandled', error));

/** A database that is away when the worker begins will be back: there is nothing to end for. */
async function begun(): Promise<Runner> {
  for (;;) {
    try {
      return await startRunner();
    } catch (error) {
      if (!isAway(error)) throw error;
      console.error(
        JSON.stringify({ level: 'warn', event: 'worker.database-away', message: (error as Error).message }),
      );
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
}

let runner: Runner | null = null;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 25_000).unref();
  if (runner) await runner.stop().catch(() => {});
  await pool()
    .end()
    .catch(() => {});
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
runner = await begun().catch((error) => {
  console.error(error);
  process.exit(1);
});
process.send?.({ ready: true });
