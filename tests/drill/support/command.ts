import type { ChildProcess } from 'node:child_process';
import { begin } from '@/scripts/children.mjs';

export interface Ended {
  code: number | string | null;
  output: string;
}

/** A command of the office as a real process, under the eyes of the drill. */
export interface Command {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** As the power cut does it. */
  kill: () => void;
}

const TYPESCRIPT = ['--conditions=react-server', '--import', 'tsx'];

export function command(script: string, args: string[], env: Record<string, string | undefined>): Command {
  const node = script.endsWith('.ts') ? TYPESCRIPT : [];
  const child = begin(process.execPath, [...node, script, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  }) as ChildProcess;
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code: code ?? signal, output: Buffer.concat(chunks).toString() }));
  });
  return { child, ended, kill: () => child.kill('SIGKILL') };
}
