// What `npm run bench` runs (scripts/bench.mjs has prepared packages, client and build).
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { endAll, stopOnSignals } from '@/scripts/children.mjs';
import { rel } from '@/scripts/paths.mjs';
import { explain, step } from '@/scripts/progress.mjs';
import { readCases } from './cases';
import { thisMachine } from './machine';
import { measureCase } from './measure';
import { readOptions } from './options';
import { report } from './table';
import type { Row } from './types';
import { type BenchDatabase, openDatabase, openWorld } from './world';
import { buildBareNext } from './yardsticks/bare-next';

const undo: (() => Promise<void>)[] = [];
const leave = stopOnSignals(async () => {
  await endAll();
  for (const one of undo.reverse()) await one();
});

async function atScale(database: BenchDatabase, nextDir: string, scale: number): Promise<Row[]> {
  await step(
    `数据 data × ${scale}`,
    async () => {
      const { compounds, buildings, households } = await database.growTo(scale);
      return `${compounds} compounds, ${buildings} buildings, ${households} households`;
    },
    { slow: true },
  );
  const world = await openWorld(database, cases, nextDir, scale);
  const rows: Row[] = [];
  try {
    const loads = options.connections.map((connections) => ({ connections, seconds: options.seconds }));
    for (const one of cases) {
      const measured = await measureCase(database, world, one, loads);
      for (const { connections, product } of measured) {
        const cpu = `${product.cpuApp?.toFixed(2)} + ${product.cpuDb?.toFixed(2)} ms CPU`;
        console.log(`  ${one.name} × ${connections}: ${product.perSecond.toFixed(0)}/s, ${cpu}`);
      }
      rows.push(...measured);
    }
  } finally {
    await world.stop();
  }
  return rows;
}

async function all(): Promise<void> {
  const now = new Date();
  const bareNext = await step('对照 bare Next', buildBareNext, { slow: true });
  undo.push(bareNext.remove);
  const database = await step('数据库 database', openDatabase, { slow: true });
  undo.push(database.destroy);
  const rows: Row[] = [];
  for (const scale of options.scales) rows.push(...(await atScale(database, bareNext.dir, scale)));
  const order = cases.map(({ name }) => name);
  rows.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name) || a.scale - b.scale);
  const text = report(rows, thisMachine(database.version, now));
  const out = path.resolve(options.out ?? rel('.data', 'bench', 'bench.md'));
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, text);
  console.log(`\n${text}\n${out}`);
}

const options = readOptions(process.argv.slice(2));
const cases = await readCases(options.cases);
try {
  await all();
  await leave(0);
} catch (error) {
  explain(error);
  await leave(1);
}
