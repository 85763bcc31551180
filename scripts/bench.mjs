#!/usr/bin/env node
// npm run bench: the product beside a bare server and a bare Next route with the same SQL, in one run on one machine.
//   npm run bench -- [--scale 1,16] [--case <name>,…] [--connections 1,16] [--seconds 4] [--out file.md]
//   npm run bench -- --screens [--lighthouse]   the pages in a browser on a slowed processor (tests/bench/screens)
// Cases: tests/bench/cases. Everything it starts it stops; the table is printed and written to .data/bench/bench.md.
import { begin, endAll, stopOnSignals } from './children.mjs';
import { rel } from './paths.mjs';
import { build, checkNode, generate, install } from './prepare.mjs';
import { explain, step } from './progress.mjs';
import { SERVER_ARGS } from './supervise.mjs';
import { BUILD_ENV } from './test-runner.mjs';

const leave = stopOnSignals(() => endAll(30_000));

try {
  checkNode();
  await step('安装 packages', async () => ((await install()) ? '已安装 installed' : '已是最新 up to date'));
  await step('数据接口 client', async () => ((await generate()) ? '已生成 generated' : '已是最新 up to date'));
  const built = () => build(BUILD_ENV);
  await step('生产构建 build', async () => ((await built()) ? '已构建 built' : '已是最新 up to date'), { slow: true });
  // commands and bare drivers are measured in this process too: with the room for what lives shortly that the server has
  const room = SERVER_ARGS.filter((one) => one.startsWith('--'));
  const main = ['--conditions=react-server', '--import', 'tsx', rel('tests/bench/main.ts')];
  const args = [...room, ...main, ...process.argv.slice(2)];
  const child = begin(process.execPath, args);
  const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  await leave(code);
} catch (error) {
  explain(error);
  await leave(1);
}
