import 'server-only';
import { pool } from '@/lib/server/db/pool';
import { startRunner } from './runner';

/** The worker process (npm start begins and supervises it): works jobs off until it is told to stop, and lets a running one finish. */
const runner = await startRunner();
let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 25_000).unref();
  await runner.stop().catch(() => {});
  await pool()
    .end()
    .catch(() => {});
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
process.on('unhandledRejection', (error) => console.error('unhandled', error));
process.send?.({ ready: true });
