#!/usr/bin/env node
// npm test: check, unit, integration on real PostgreSQL, some planted bugs, production build, drills in short form and
// browser tests on the built application.
// Everything it starts it stops, and everything it makes it removes; the last line counts all runners together.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endAll, stopOnSignals } from './children.mjs';
import { rel } from './paths.mjs';
import { build, checkNode, generate, install } from './prepare.mjs';
import { explain, step } from './progress.mjs';
import { readReports } from './test-reports.mjs';
import { BUILD_ENV, DRILLS, runner, vitestRun } from './test-runner.mjs';

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-test-'));
const report = (name) => path.join(reports, `${name}.json`);
let served = { apps: [], stop: async () => {} };
const leave = stopOnSignals(async () => {
  await endAll();
  await served.stop();
  fs.rmSync(reports, { recursive: true, force: true });
});

async function browserTests() {
  const { ensureBrowser } = await import('./browser.mjs');
  const { startTestApps } = await import('./test-app.mjs');
  const browser = await step('浏览器 browser', ensureBrowser);
  const lines = Math.min(2, os.availableParallelism());
  served = await step('被测系统 application', async () => startTestApps(lines), { slow: true });
  const env = { ANJU_E2E_APPS: JSON.stringify(served.apps), PLAYWRIGHT_CHROMIUM: browser };
  const args = [rel('node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json', ...process.argv.slice(2)];
  return runner('浏览器测试 browser tests', args, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report('browser') });
}

const finished = [];

async function all() {
  checkNode();
  await step('安装 packages', async () => ((await install()) ? '已安装 installed' : '已是最新 up to date'), {
    slow: true,
  });
  await step('数据接口 client', async () => ((await generate()) ? '已生成 generated' : '已是最新 up to date'));
  const check = await runner('检查与单元测试 check and unit tests', [
    rel('scripts/check.mjs'),
    '--json',
    report('unit'),
  ]);
  finished.push({ ...check, file: report('unit') });
  const integration = await runner('集成测试 integration tests', vitestRun(['integration'], report('integration')));
  finished.push({ ...integration, file: report('integration') });
  const proved = ['unit', 'integration'].flatMap((name) => ['--proved', report(name)]);
  const plants = [rel('scripts/plants.mjs'), '--short', '--report', report('plants'), ...proved];
  finished.push({ ...(await runner('植入错误（短）planted bugs, short form', plants)), file: report('plants') });
  await step('生产构建 build', async () => ((await build(BUILD_ENV)) ? '已构建 built' : '已是最新 up to date'), {
    slow: true,
  });
  const { ensureNginx } = await import('./nginx.mjs');
  await step('nginx', ensureNginx);
  const short = { ANJU_DRILL: 'short' };
  const drill = await runner('演练（短）drills, short form', vitestRun(DRILLS, report('drill')), short);
  finished.push({ ...drill, file: report('drill') });
  finished.push({ ...(await browserTests()), file: report('browser') });
}

try {
  await all();
} catch (error) {
  explain(error);
  finished.push({ name: '未能进行 could not run', ok: false, file: '' });
}
const { passed, failed, lines } = readReports(finished);
for (const line of lines) console.log(line);
console.log(`\n${passed} passed, ${failed} failed`);
await leave(failed ? 1 : 0);
