import type { ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { begin } from '@/scripts/children.mjs';
import { freePort } from '@/scripts/embedded-pg-process.mjs';
import { rel } from '@/scripts/paths.mjs';

export interface Running {
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if ((child.exitCode ?? child.signalCode) !== null) resolve();
    else child.once('exit', () => resolve());
  });

const LEAVE = ['--import', pathToFileURL(rel('scripts/leave-with-parent.mjs')).href];

/** A Node process that says by its first message that it is ready. */
export async function startNode(args: string[], env: Record<string, string | undefined>): Promise<Running> {
  const port = String(await freePort());
  const child: ChildProcess = begin(process.execPath, [...LEAVE, ...args], {
    env: { ...process.env, ...env, PORT: port, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = new Promise<boolean>((resolve) => child.once('message', () => resolve(true)));
  const first = await Promise.race([ready, ended(child)]);
  if (first !== true) throw new Error(`${args.at(-1)} did not start`);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended(child);
  };
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop };
}
