import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A worker process on the test's database, and what it says. */
export interface Worker {
  process: ChildProcess;
  /** its log so far, line by line */
  lines: () => Record<string, unknown>[];
  said: () => string;
  kill: (signal?: NodeJS.Signals) => Promise<void>;
}

export function startWorker(env: Record<string, string> = {}): Worker {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/server/jobs/main.ts'];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ANJU_LOG: 'json', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    process: child,
    said: () => text,
    lines: () =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await over;
    },
  };
}

export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  ms = 120_000,
): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(40)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`not in time: ${what}`);
}
