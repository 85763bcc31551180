#!/usr/bin/env node
// npm run drill: faults, soak and races on real processes of the built application, in their long form, and every planted
// bug (npm test runs the short form of both). `npm run drill -- tests/drill/x.test.ts` runs one file and plants nothing.
// ANJU_DRILL_SEED=n repeats a run's moments.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endAll, stopOnSignals } from './children.mjs';
import { rel } from './paths.mjs';
import { build, checkNode, generate, install } from './prepare.mjs';
import { explain, step } from './progress.mjs';
import { readReports } from './test-reports.mjs';
import { BUILD_ENV, DRILLS, runner, vitestRun } from './test-runner.mjs';

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-drill-report-'));
const leave = stopOnSignals(async () => {
  await endAll();
  fs.rmSync(reports, { recursive: true, force: true });
});

const finished = [];

async function drill() {
  checkNode();
  await step('安装 packages', async () => ((await install()) ? '已安装 installed' : '已是最新 up to date'), {
    slow: true,
  });
  await step('数据接口 client', async () => ((await generate()) ? '已生成 generated' : '已是最新 up to date'));
  await step('生产构建 build', async () => ((await build(BUILD_ENV)) ? '已构建 built' : '已是最新 up to date'), {
    slow: true,
  });
  const some = process.argv.slice(2);
  const file = path.join(reports, 'drill.json');
  finished.push({ ...(await runner('演练 drills', vitestRun(DRILLS, file, some), { ANJU_DRILL: 'long' })), file });
  if (some.length > 0) return;
  const planted = path.join(reports, 'plants.json');
  const plants = [rel('scripts/plants.mjs'), '--report', planted, '--proved', file];
  finished.push({ ...(await runner('植入错误 planted bugs', plants)), file: planted });
}

try {
  await drill();
} catch (error) {
  explain(error);
  finished.push({ name: '未能进行 could not run', ok: false, file: '' });
}
const { passed, failed, lines } = readReports(finished);
for (const line of lines) console.log(line);
console.log(`\n${passed} passed, ${failed} failed`);
await leave(failed ? 1 : 0);
