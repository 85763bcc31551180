// What `npm run bench` runs (scripts/bench.mjs has prepared packages, client and build).
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { endAll, stopOnSignals } from '@/scripts/children.mjs';
import { rel } from '@/scripts/paths.mjs';
import { explain, step } from '@/scripts/progress.mjs';
import { readCases } from './cases';
import { thisMachine } from './machine';
import { measureCase, WrongAnswer } from './measure';
import { readOptions } from './options';
import { measureScreens } from './screens';
import { report, screensReport } from './table';
import type { Row, WorkRow } from './types';
import { type BenchDatabase, openDatabase, openWorld } from './world';
import { buildBareNext } from './yardsticks/bare-next';

/** Cases that were not measured because of what they answered; the others' figures are kept, and the run fails. */
const wrong: string[] = [];
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
      const measured = await measureCase(database, world, one, loads).catch((error: unknown) => {
        if (!(error instanceof WrongAnswer)) throw error;
        console.error(`✗ ${error.message}`);
        wrong.push(error.message);
        return [];
      });
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

/** A prefecture that is gone, with all its processes, when the use of it is over: nothing of it runs beside the next. */
async function onDatabase<T>(use: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const database = await step('数据库 database', openDatabase, { slow: true });
  undo.push(database.destroy);
  try {
    return await use(database);
  } finally {
    undo.pop();
    await database.destroy();
  }
}

/** The cases at every scale, on one database that grows. */
async function measureCases(): Promise<{ rows: Row[]; version: string }> {
  const bareNext = await step('对照 bare Next', buildBareNext, { slow: true });
  undo.push(bareNext.remove);
  const rows: Row[] = [];
  const version = await onDatabase(async (database) => {
    for (const scale of options.scales) rows.push(...(await atScale(database, bareNext.dir, scale)));
    return database.version;
  });
  const order = cases.map(({ name }) => name);
  rows.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name) || a.scale - b.scale);
  return { rows, version };
}

/** Each on a prefecture of its own: what one has written is not what another finds. */
async function measureWorks(): Promise<{ rows: WorkRow[]; version: string }> {
  const rows: WorkRow[] = [];
  let version = '';
  for (const work of works) {
    const measured = await onDatabase(async (database) => {
      version = database.version;
      return work.run(database);
    });
    for (const { says, seconds, bare } of measured)
      console.log(`  ${says}: ${seconds.toFixed(1)} s, ${(seconds / bare).toFixed(2)} × bare`);
    rows.push(...measured);
  }
  return { rows, version };
}

async function write(text: string, name: string): Promise<void> {
  const out = path.resolve(options.out ?? rel('.data', 'bench', name));
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, text);
  console.log(`\n${text}\n${out}`);
}

async function all(): Promise<void> {
  const now = new Date();
  const of = cases.length > 0 ? await measureCases() : { rows: [], version: '' };
  const done = await measureWorks();
  await write(report(of.rows, thisMachine(of.version || done.version, now), { works: done.rows, wrong }), 'bench.md');
}

/** What a browser says of the pages. */
async function screens(): Promise<void> {
  const now = new Date();
  await onDatabase(async (database) => {
    const measured = await measureScreens(database, options);
    await write(screensReport(measured, thisMachine(database.version, now)), 'screens.md');
  });
}

const options = readOptions(process.argv.slice(2));
const { cases, works } = await readCases(options.cases);
try {
  await (options.screens ? screens() : all());
  await leave(wrong.length > 0 ? 1 : 0);
} catch (error) {
  explain(error);
  await leave(1);
}
