// Processes begun here: none is left behind, whatever ends us.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { ROOT } from './paths.mjs';
import { Advice } from './progress.mjs';

const children = new Set();
let stopping = false;
export const isStopping = () => stopping;

export function begin(command, args, options = {}) {
  if (stopping) throw new Advice('已中止 stopped');
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
}

/** Runs to its end. Quiet: what it printed is shown only when it fails. Answers its output. */
export async function run(command, args, { env = process.env, quiet = true, advice, allow = [0] } = {}) {
  const piped = quiet && !process.env.ANJU_VERBOSE;
  const child = begin(command, args, { env, stdio: piped ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  const chunks = [];
  child.stdout?.on('data', (chunk) => chunks.push(chunk));
  child.stderr?.on('data', (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  const output = Buffer.concat(chunks).toString();
  if (allow.includes(code)) return output;
  if (stopping) throw new Advice('已中止 stopped');
  const how = `${command.split('/').pop()} ${args.slice(0, 3).join(' ')} … → ${code}`;
  throw new Advice([output.trim(), `失败 failed: ${how}`, advice?.(output)].filter(Boolean).join('\n'));
}

const over = (child) =>
  new Promise((resolve) => ((child.exitCode ?? child.signalCode) !== null ? resolve() : child.once('exit', resolve)));

/** TERM to all, KILL to those that are still there after the grace. */
export async function endAll(graceMs = 15_000) {
  stopping = true;
  const all = [...children];
  for (const child of all) child.kill('SIGTERM');
  const late = setTimeout(() => all.map((child) => child.kill('SIGKILL')), graceMs);
  await Promise.all(all.map(over));
  clearTimeout(late);
}

const parentOf = (pid) => {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')[1]);
  } catch {
    return 0;
  }
};

/** `npm start` runs `sh -c "node …"`, and a signal to npm ends the shell but not us: watch parent and grandparent. */
function whenOrphaned(act) {
  const parent = process.ppid;
  const grand = process.env.npm_lifecycle_event ? parentOf(parent) : 0;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grand <= 1 || parentOf(parent) === grand)) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}

/** Calls `stop` once on Ctrl-C, TERM, HUP, or when npm is gone; then leaves. */
export function stopOnSignals(stop) {
  let called = false;
  const once = async (code) => {
    if (called) return;
    called = true;
    await stop().catch((error) => console.error(error));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => once(0));
  whenOrphaned(() => once(0));
  // the terminal may be gone before us
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return once;
}
