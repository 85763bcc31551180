import 'server-only';
import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import type { GridTask, ReadTask } from '../types';
import { readFile } from './read-file';
import { readGrid } from './read-grid';

/** The reading thread: it is told what to read, and reads on when a message was taken up, so that nothing piles up. Then it waits for the next file. */
async function run(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('not a thread');
  const told = <T>() => new Promise<T>((resolve) => port.once('message', resolve));
  for (;;) {
    const task = await told<ReadTask | GridTask>();
    for await (const message of 'grid' in task ? readGrid(task) : readFile(task)) {
      const next = told<'next'>();
      port.postMessage({ message });
      await next;
    }
    port.postMessage({ heapMiB: getHeapStatistics().total_heap_size / 1024 / 1024 });
  }
}

await run();
