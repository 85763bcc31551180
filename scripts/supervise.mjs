// The two processes of the application: the server and the worker of its jobs. One that dies is begun again.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { begin, isStopping } from './children.mjs';
import { sleep } from './embedded-pg-process.mjs';
import { rel } from './paths.mjs';
import { Advice } from './progress.mjs';

const LONGEST_PAUSE = 30_000;
/** For what had been serving: people wait for it, and it is known to start. */
const LONGEST_AFTER_SERVING = 4_000;
const CALM_MS = 60_000;
/** Node's arguments for a process that ends when who began it is killed outright; it needs a channel ('ipc'). */
export const LEAVING = ['--import', pathToFileURL(rel('scripts/leave-with-parent.mjs')).href];

const WORKER = rel('lib/server/jobs/main.ts');
// A heap that is kept small is collected in time: 100,000 rows are imported under 512 MiB (the reading thread has its own).
const HEAP = ['--max-old-space-size=224', '--max-semi-space-size=16'];
/** Node's arguments for a worker. */
export const WORKER_ARGS = [...HEAP, '--conditions=react-server', '--import', 'tsx', WORKER];
// A page makes a megabyte that is gone with its answer: with room for many of them a sixth of the processor time is saved. And an
// office asks in bursts: after half a minute's rest a process had given the room back and thrown its compiled code away, and each
// answer cost half as much again until both were there anew.
const AWAKE = ['--min-semi-space-size=64', '--max-semi-space-size=64', '--no-flush-bytecode'];
/** Node's arguments for the server. */
export const SERVER_ARGS = [...AWAKE, rel('scripts/serve.mjs')];
const exit = (child) =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });

/** A process that is kept alive: which one it is now, and how to end it for good. */
class Kept {
  #stopped = false;
  #served = false;

  constructor(name, start) {
    this.name = name;
    this.start = start;
    this.#begin();
  }

  #begin() {
    this.child = this.start();
    this.#served = false;
    // its first word is that it is ready
    this.child.once('message', () => {
      this.#served = true;
    });
  }

  get pid() {
    return this.child.pid;
  }

  get over() {
    return this.#stopped || isStopping();
  }

  /** Begins it again whenever it ends, with a pause that doubles until it has lived for a minute, and stays short for what has served. */
  async watch() {
    for (let pause = 1000; ; ) {
      const since = Date.now();
      const why = await exit(this.child);
      if (this.over) return;
      if (Date.now() - since > CALM_MS) pause = 1000;
      if (this.#served) pause = Math.min(pause, LONGEST_AFTER_SERVING);
      const wait = pause / 1000;
      console.error(`✗ ${this.name} 退出 ended (${why})，${wait} 秒后重启 starting again in ${wait} s`);
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      if (this.over) return;
      this.#begin();
    }
  }

  async stop(signal = 'SIGTERM') {
    this.#stopped = true;
    if ((this.child.exitCode ?? this.child.signalCode) !== null) return;
    const ended = exit(this.child);
    this.child.kill(signal);
    await ended;
  }
}

/**
 * What drills want otherwise: Node's arguments before the script, and where its output goes.
 * @typedef {{ dev?: boolean, node?: string[], output?: 'inherit' | number }} How
 */
const beginNode = (args, env, { node = [], output = 'inherit' } = {}) =>
  begin(process.execPath, [...LEAVING, ...node, ...args], { stdio: ['ignore', output, output, 'ipc'], env });

/**
 * Resolves when it serves. A first start that fails is the caller's to explain; later deaths are mended here.
 * @param {NodeJS.ProcessEnv} env
 * @param {How} [options]
 */
export async function superviseServer(env, { dev = false, ...how } = {}) {
  const args = [...SERVER_ARGS, ...(dev ? ['--dev'] : [])];
  const kept = new Kept('网页服务 server', () => beginNode(args, env, how));
  const ready = new Promise((resolve) => kept.child.once('message', () => resolve(true)));
  const first = await Promise.race([ready, exit(kept.child)]);
  if (first !== true)
    throw new Advice(`网页服务没有起来 The server did not start (${first}); its own words are above.`);
  void kept.watch();
  return kept;
}

/**
 * The jobs (imports, thumbnails, sealing of the audit) are worked off here. Never keeps the server from serving.
 * @param {NodeJS.ProcessEnv} env
 * @param {How} [how]
 */
export async function superviseWorker(env, how) {
  if (!fs.existsSync(WORKER)) return null;
  const kept = new Kept('后台任务 worker', () => beginNode(WORKER_ARGS, env, how));
  const early = Promise.race([exit(kept.child), sleep(1500).then(() => null)]);
  void kept.watch();
  if ((await early) === null) return kept;
  console.error(
    `✗ 后台任务没有起来，导入暂不能进行 The worker did not start (${await early}): imports wait until it does.`,
  );
  return null;
}

/**
 * The nightly backup: a process of its own, that alone knows the backup's role. null: nobody makes them by the clock here.
 * @param {NodeJS.ProcessEnv} env
 * @param {How} [how]
 */
export function superviseBackups(env, how) {
  if (env.ANJU_BACKUP_AT === 'off' || !env.ANJU_BACKUP_URL) return null;
  const args = ['--max-old-space-size=160', '--conditions=react-server', '--import', 'tsx'];
  const kept = new Kept('夜间备份 backups', () => beginNode([...args, rel('scripts/backup-nightly.ts')], env, how));
  void kept.watch();
  return kept;
}

/** PostgreSQL killed outright is brought up again on its port; the pools find it there. */
export function superviseDatabase(bringUp, isUp) {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy || isStopping() || isUp()) return;
    busy = true;
    console.error('✗ 数据库中断，正在恢复 the database is gone, bringing it up again');
    await bringUp().catch((error) => console.error(error.message));
    busy = false;
  }, 1000);
  timer.unref();
  return () => clearInterval(timer);
}
