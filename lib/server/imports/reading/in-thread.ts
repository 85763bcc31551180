import 'server-only';
import { Worker } from 'node:worker_threads';
import { reason } from '@/lib/domain/kernel/result';
import type { ReadMessage, ReadTask } from '../types';

const HEAP_MB = 192;

type Signal = { message: ReadMessage } | { failed: Error } | { ended: true };

/** A thread that waits for its task. It keeps no process alive. */
function makeThread(): Worker {
  const thread = new Worker(new URL('./thread-start.mjs', import.meta.url), {
    execArgv: ['--conditions=react-server'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
  });
  thread.unref();
  return thread;
}

let spare: Worker | undefined;
let keeping = false;

/** From now on a thread stands ready for the next file: loading its code takes as long as reading a thousand rows. For the worker of the jobs. */
export function keepThreadReady(): void {
  keeping = true;
  if (spare) return;
  const thread = makeThread();
  const gone = () => {
    if (spare === thread) spare = undefined;
  };
  thread.once('error', gone).once('exit', gone);
  spare = thread;
}

function takeThread(): Worker {
  const thread = spare ?? makeThread();
  spare?.removeAllListeners();
  spare = undefined;
  return thread;
}

/** Reads in a thread of its own with a heap of its own: a file that needs more is refused, and the process goes on. */
export async function* readInThread(task: ReadTask): AsyncGenerator<ReadMessage> {
  const worker = takeThread();
  const waiting: Signal[] = [];
  let wake: (() => void) | undefined;
  const signal = (one: Signal) => {
    waiting.push(one);
    wake?.();
  };
  worker.on('message', (message: ReadMessage) => signal({ message }));
  worker.on('error', (failed) => signal({ failed: failed as Error }));
  worker.on('exit', () => signal({ ended: true }));
  worker.ref();
  worker.postMessage(task);
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
      // the next message is read while this one is worked on; no more than that waits
      worker.postMessage('next');
      yield next.message;
    }
  } finally {
    await worker.terminate();
    if (keeping) keepThreadReady();
  }
}
