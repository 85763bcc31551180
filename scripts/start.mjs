#!/usr/bin/env node
// npm start: everything from a fresh clone to a running application. npm run dev: the same without the build.
// Settings: scripts/settings.mjs. ANJU_VERBOSE=1 shows what the steps print.
import fs from 'node:fs';
import { endAll, run, stopOnSignals } from './children.mjs';
import { isAlive, isPortFree, withLock } from './embedded-pg-process.mjs';
import { dataDir, rel } from './paths.mjs';
import { build, checkNode, generate, install } from './prepare.mjs';
import { Advice, explain, step } from './progress.mjs';
import { readSecrets } from './secrets.mjs';
import { readSettings } from './settings.mjs';
import { superviseBackups, superviseDatabase, superviseServer, superviseWorker } from './supervise.mjs';

const dev = process.argv.includes('--dev');
const began = performance.now();
let serving = false;
let database = { stop: async () => {} };
const leave = stopOnSignals(async () => {
  if (serving) console.log('\n正在停止 stopping …');
  await endAll();
  await database.stop();
});

async function checkPort({ PORT, HOST, ANJU_PUBLIC_PORT }) {
  if (ANJU_PUBLIC_PORT && !(await isPortFree(Number(ANJU_PUBLIC_PORT), HOST)))
    throw new Advice(
      `端口 ${ANJU_PUBLIC_PORT}（居民地址）已被占用，请另设 ANJU_PUBLIC_PORT Port ${ANJU_PUBLIC_PORT} of the residents' address is taken: set another ANJU_PUBLIC_PORT`,
    );
  if (await isPortFree(Number(PORT), HOST)) return;
  throw new Advice(
    `端口 ${PORT} 已被占用。换一个：PORT=${Number(PORT) + 1} npm start\nPort ${PORT} is taken (an Anju that runs already?). Choose another: PORT=${Number(PORT) + 1} npm start`,
  );
}

/** What the processes that serve may know: the app's role, and no other. */
function environmentOfApp(settings) {
  const { ANJU_OWNER_URL, ANJU_VERIFIER_URL, ANJU_BACKUP_URL, ...rest } = process.env;
  const known = { DATABASE_URL: database.appUrl, ANJU_EMBEDDED: database.embedded ? '1' : '0' };
  if (database.embedded) known.ANJU_ON_ORPHAN = 'release main';
  return { ...rest, ...settings, ...known, NODE_ENV: dev ? 'development' : 'production' };
}

/** What the nightly backup may know: its own role, and not the app's. */
function environmentOfBackups(settings) {
  const { DATABASE_URL, ANJU_ON_ORPHAN, ...rest } = environmentOfApp(settings);
  return { ...rest, ANJU_BACKUP_URL: database.backupUrl ?? '' };
}

/** Beside the data is better than nowhere; a burnt disk takes both along. */
function tellBackups(settings) {
  if (settings.ANJU_BACKUP_AT === 'off') return '已关闭 off (ANJU_BACKUP_AT)';
  if (!superviseBackups(environmentOfBackups(settings))) return '没有 none: ANJU_BACKUP_URL 未设置 is not set';
  const beside = settings.ANJU_BACKUP_DIR.startsWith(settings.ANJU_DATA_DIR);
  const advice = beside ? '，建议改到另一块磁盘 better on another disk (ANJU_BACKUP_DIR)' : '';
  return `${settings.ANJU_BACKUP_AT} → ${settings.ANJU_BACKUP_DIR}${advice}`;
}

async function loadStart(settings) {
  const script = rel('prisma/seed/start.ts');
  if (!fs.existsSync(script) || !database.ownerUrl) return;
  const env = { ...environmentOfApp(settings), ANJU_OWNER_URL: database.ownerUrl };
  const args = ['--conditions=react-server', '--import', 'tsx', script];
  await step(
    '基础数据 rule book, units, demonstration',
    async () => void (await run(process.execPath, args, { env, quiet: false })),
    {
      slow: true,
    },
  );
}

async function prepare(settings) {
  await step('安装 packages', async () => ((await install()) ? '已安装 installed' : '已是最新 up to date'), {
    slow: true,
  });
  await step('数据库 database', async () => {
    const { openDatabase } = await import('./database.mjs');
    database = await openDatabase({ env: { ...process.env, ...settings } });
    const where = database.embedded ? '内置 embedded' : '外部 external';
    return database.applied.length ? `${where}，迁移 migrations +${database.applied.length}` : where;
  });
  await step('数据接口 client', async () => ((await generate()) ? '已生成 generated' : '已是最新 up to date'));
  await loadStart(settings);
  if (dev) return;
  const made = () => build(environmentOfApp(settings));
  await step('生产构建 build', async () => ((await made()) ? '已构建 built' : '已是最新 up to date'), { slow: true });
}

async function start() {
  checkNode();
  fs.mkdirSync(dataDir(), { recursive: true });
  const settings = readSettings(process.env, readSecrets());
  await checkPort(settings);
  await withLock(`${settings.ANJU_DATA_DIR}/prepare.lock`, () => prepare(settings), 30 * 60_000);
  const env = environmentOfApp(settings);
  await step('后台任务 worker', async () => ((await superviseWorker(env)) ? '运行中 running' : '未运行 not running'));
  await step('夜间备份 backups', async () => tellBackups(settings));
  await step('网页服务 server', async () => void (await superviseServer(env, { dev })));
  if (database.embedded) {
    const { ensureEmbeddedPostgres } = await import('./embedded-pg.mjs');
    let { pid } = database.embedded;
    superviseDatabase(
      async () => {
        ({ pid } = await ensureEmbeddedPostgres());
      },
      () => isAlive(pid),
    );
  }
  serving = true;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const local =
    settings.HOST === '127.0.0.1'
      ? '（仅本机；其他机器访问请设 HOST=0.0.0.0 或前置反向代理 this machine only: set HOST=0.0.0.0 or put a reverse proxy in front）'
      : '';
  const residents = settings.ANJU_PUBLIC_URL
    ? `\n  ${settings.ANJU_PUBLIC_URL}  居民地址，由端口 ${settings.ANJU_PUBLIC_PORT} 提供 the residents' address, served by port ${settings.ANJU_PUBLIC_PORT}`
    : '';
  console.log(
    `\n安居已就绪 Anju is ready after ${seconds} s\n  ${settings.NEXTAUTH_URL}  ${local}${residents}\n  Ctrl-C 停止 to stop\n`,
  );
}

try {
  await start();
} catch (error) {
  explain(error);
  await leave(1);
}
