import 'server-only';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { reason } from '@/lib/domain/kernel/result';
import type { GridMessage, GridTask, ReadMessage, ReadTask } from '../types';

const START = path.join(process.cwd(), 'lib', 'server', 'imports', 'reading', 'thread-start.mjs');
// A build that sees a worker being made bundles what it starts: this one starts from the sources, with their loader.
const threads = process.getBuiltinModule('node:worker_threads');
const HEAP_MB = 192;
/** A thread that a long file has made bigger than this is ended after it, and its memory with it. */
const KEPT_HEAP_MB = 80;
/** The next thread is made when the file that was just read has probably been seen to. */
const PAUSE_MS = 5_000;

/** What the thread says: a message of the file, or, at its end, how big its heap is. */
type Said = { message: ReadMessage | GridMessage } | { heapMiB: number };
type Signal = Said | { failed: Error } | { ended: true };

/** A thread that waits for its task. It keeps no process alive. */
function makeThread(): Worker {
  const thread = new threads.Worker(START, {
    execArgv: ['--conditions=react-server'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
  });
  thread.unref();
  return thread;
}

let spare: Worker | undefined;
let keeping = false;

/** From now on a thread stands ready for the next file: loading its code takes as long as reading thousands of rows. For the worker of the jobs. */
export function keepThreadReady(): void {
  keeping = true;
  if (!spare) keep(makeThread());
}

function keep(thread: Worker): void {
  const gone = () => {
    if (spare === thread) spare = undefined;
  };
  thread.unref();
  thread.once('error', gone).once('exit', gone);
  spare = thread;
}

function takeThread(): Worker {
  const thread = spare ?? makeThread();
  spare = undefined;
  return thread.removeAllListeners();
}

/** One that has read its file to the end and stayed small is ready for the next, its code compiled; any other goes. */
async function putBack(thread: Worker, heapMiB: number | null): Promise<void> {
  thread.removeAllListeners();
  if (keeping && !spare && heapMiB !== null && heapMiB <= KEPT_HEAP_MB) return keep(thread);
  await thread.terminate();
  if (keeping) setTimeout(keepThreadReady, PAUSE_MS).unref();
}

/** Reads in a thread of its own with a heap of its own: a file that needs more is refused, and the process goes on. */
export const readInThread = (task: ReadTask): AsyncGenerator<ReadMessage> =>
  inThread(task) as AsyncGenerator<ReadMessage>;
export const gridInThread = (task: GridTask): AsyncGenerator<GridMessage> =>
  inThread(task) as AsyncGenerator<GridMessage>;

async function* inThread(task: ReadTask | GridTask): AsyncGenerator<ReadMessage | GridMessage> {
  const worker = takeThread();
  const waiting: Signal[] = [];
  let wake: (() => void) | undefined;
  let heapMiB: number | null = null;
  const signal = (one: Signal) => {
    waiting.push(one);
    wake?.();
  };
  worker.on('message', (said: Said) => signal(said));
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
      if ('heapMiB' in next) {
        heapMiB = next.heapMiB;
        return;
      }
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
    await putBack(worker, heapMiB);
  }
}
