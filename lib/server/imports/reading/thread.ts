import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadTask } from '../types';
import { readFile } from './read-file';

/** The reading thread: one message at a time; the next is read when the last was taken, so that nothing piles up. */
async function run(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('not a thread');
  const taken = () => new Promise<void>((resolve) => port.once('message', () => resolve()));
  for await (const message of readFile(workerData as ReadTask)) {
    const next = taken();
    port.postMessage(message);
    await next;
  }
  port.close();
}

await run();
