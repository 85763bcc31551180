import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { rel } from '@/scripts/paths.mjs';
import { type Running, startNode } from './processes';

export interface Seen {
  /** the longest time that the event loop was held since last asked, ms */
  heldMs: number;
  /** the most memory that the process has had, MiB */
  peakMiB: number;
}

export interface Watched extends Running {
  seen: () => Promise<Seen>;
}

const WATCH = ['--import', pathToFileURL(rel('tests/bench/watch.mjs')).href];

/** A process of the product that tells what it took. `folder` is where it writes it down. */
export async function startWatched(args: string[], env: NodeJS.ProcessEnv, folder: string): Promise<Watched> {
  const file = path.join(folder, `watch-${Math.random().toString(36).slice(2)}.json`);
  const running = await startNode([...WATCH, ...args], { ...env, ANJU_WATCH_FILE: file });
  const seen = async () => {
    rmSync(file, { force: true });
    process.kill(running.pid, 'SIGUSR2');
    for (let tries = 0; !existsSync(file); tries++) {
      if (tries > 500) throw new Error('the process does not say what it took');
      await sleep(20);
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Seen;
  };
  return { ...running, seen };
}
