import 'server-only';
import { Worker } from 'node:worker_threads';
import { reason } from '@/lib/domain/kernel/result';
import type { ReadMessage, ReadTask } from '../types';

const HEAP_MB = 192;

type Signal = { message: ReadMessage } | { failed: Error } | { ended: true };

/** Reads in a thread of its own with a heap of its own: a file that needs more is refused, and the process goes on. */
export async function* readInThread(task: ReadTask): AsyncGenerator<ReadMessage> {
  const worker = new Worker(new URL('./thread-start.mjs', import.meta.url), {
    workerData: task,
    execArgv: ['--conditions=react-server'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
  });
  const waiting: Signal[] = [];
  let wake: (() => void) | undefined;
  const signal = (one: Signal) => {
    waiting.push(one);
    wake?.();
  };
  worker.on('message', (message: ReadMessage) => signal({ message }));
  worker.on('error', (failed) => signal({ failed: failed as Error }));
  worker.on('exit', () => signal({ ended: true }));
  try {
    for (;;) {
      if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const next = waiting.shift();
      if (!next) continue;
      if ('ended' in next) return;
      if ('failed' in next) {
        if ((next.failed as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw next.failed;
        yield { type: 'refused', reason: reason('import.file.tooBig') };
        return;
      }
      yield next.message;
      worker.postMessage('next');
    }
  } finally {
    await worker.terminate();
  }
}
