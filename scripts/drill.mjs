#!/usr/bin/env node
// npm run drill: faults, soak and races on real processes of the built application, in their long form (npm test runs
// the short one). `npm run drill -- tests/drill/x.test.ts` runs one file. ANJU_DRILL_SEED=n repeats a run's moments.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endAll, stopOnSignals } from './children.mjs';
import { build, checkNode, generate, install } from './prepare.mjs';
import { explain, step } from './progress.mjs';
import { readReports } from './test-reports.mjs';
import { BUILD_ENV, runner, vitestRun } from './test-runner.mjs';

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-drill-report-'));
const leave = stopOnSignals(async () => {
  await endAll();
  fs.rmSync(reports, { recursive: true, force: true });
});

async function drill() {
  checkNode();
  await step('安装 packages', async () => ((await install()) ? '已安装 installed' : '已是最新 up to date'), {
    slow: true,
  });
  await step('数据接口 client', async () => ((await generate()) ? '已生成 generated' : '已是最新 up to date'));
  await step('生产构建 build', async () => ((await build(BUILD_ENV)) ? '已构建 built' : '已是最新 up to date'), {
    slow: true,
  });
  const file = path.join(reports, 'drill.json');
  const args = vitestRun('drill', file, process.argv.slice(2));
  return { ...(await runner('演练 drills', args, { ANJU_DRILL: 'long' })), file };
}

const finished = await drill().catch((error) => {
  explain(error);
  return { name: '未能进行 could not run', ok: false, file: '' };
});
const { passed, failed } = readReports([finished]);
console.log(`\n${passed} passed, ${failed} failed`);
await leave(failed ? 1 : 0);
