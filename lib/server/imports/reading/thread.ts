import 'server-only';
import { parentPort } from 'node:worker_threads';
import type { ReadTask } from '../types';
import { readFile } from './read-file';

/** The reading thread: it is told what to read, and reads on when a message was taken up, so that nothing piles up. */
async function run(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('not a thread');
  const told = <T>() => new Promise<T>((resolve) => port.once('message', resolve));
  const task = await told<ReadTask>();
  for await (const message of readFile(task)) {
    const next = told<'next'>();
    port.postMessage(message);
    await next;
  }
  port.close();
}

await run();
