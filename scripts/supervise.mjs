// The two processes of the application: the server and the worker of its jobs. One that dies is begun again.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { begin, isStopping } from './children.mjs';
import { sleep } from './embedded-pg-process.mjs';
import { rel } from './paths.mjs';
import { Advice } from './progress.mjs';

const LONGEST_PAUSE = 30_000;
const CALM_MS = 60_000;
const leave = ['--import', pathToFileURL(rel('scripts/leave-with-parent.mjs')).href];
const withIpc = { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] };

export const WORKER = rel('lib/server/jobs/main.ts');
const exit = (child) =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });

/** Begins it again whenever it ends, with a pause that doubles until it has lived for a minute. */
async function keepAlive(name, first, start) {
  let child = first;
  for (let pause = 1000; ; ) {
    const since = Date.now();
    const why = await exit(child);
    if (isStopping()) return;
    if (Date.now() - since > CALM_MS) pause = 1000;
    console.error(`✗ ${name} 退出 ended (${why})，${pause / 1000} 秒后重启 starting again in ${pause / 1000} s`);
    await sleep(pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    if (isStopping()) return;
    child = start();
  }
}

/** Resolves when it serves. A first start that fails is the caller's to explain; later deaths are mended here. */
export async function superviseServer(env, { dev = false } = {}) {
  const start = () =>
    begin(process.execPath, [...leave, rel('scripts/serve.mjs'), ...(dev ? ['--dev'] : [])], { ...withIpc, env });
  const child = start();
  const ready = new Promise((resolve) => child.once('message', () => resolve(true)));
  const first = await Promise.race([ready, exit(child)]);
  if (first !== true)
    throw new Advice(`网页服务没有起来 The server did not start (${first}); its own words are above.`);
  void keepAlive('网页服务 server', child, start);
}

/** The jobs (imports, thumbnails, sealing of the audit) are worked off here. Never keeps the server from serving. */
export async function superviseWorker(env) {
  if (!fs.existsSync(WORKER)) return false;
  // A heap that is kept small is collected in time: 100,000 rows are imported under 512 MiB (the reading thread has its own).
  const heap = ['--max-old-space-size=224', '--max-semi-space-size=8'];
  const args = [...leave, ...heap, '--conditions=react-server', '--import', 'tsx', WORKER];
  const start = () => begin(process.execPath, args, { ...withIpc, env });
  const child = start();
  void keepAlive('后台任务 worker', child, start);
  const early = await Promise.race([exit(child), sleep(1500).then(() => null)]);
  if (early !== null)
    console.error(
      `✗ 后台任务没有起来，导入暂不能进行 The worker did not start (${early}): imports wait until it does.`,
    );
  return early === null;
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
  }, 2000);
  timer.unref();
}
