import { figuresOf } from './arithmetic';
import { load, runUp, type Target, warm } from './load';
import type { Running } from './processes';
import type { Answered, BenchCase, Figures, Row, Sample } from './types';
import type { BenchDatabase, World } from './world';

const ROUNDS = 3;

function targetOf(world: World, one: BenchCase): Target {
  const cookie = one.as ? world.cookies.get(one.as) : undefined;
  return {
    url: `${world.product.url}${one.request(world.place)}`,
    pid: world.product.pid,
    headers: cookie ? { cookie } : {},
  };
}

const beside = (running: Running, path: string): Target => ({
  url: `${running.url}${path}`,
  pid: running.pid,
  headers: {},
});

/** Product, bare Next, bare http: those of them that this case is measured with. */
function targetsOf(world: World, one: BenchCase) {
  const product = targetOf(world, one);
  if (one.yardstick === 'none') return { product, next: null, bare: null };
  const [next, bare] = one.yardstick === 'empty' ? ['/empty', '/empty'] : [`/sql/${one.name}`, `/${one.name}`];
  return { product, next: beside(world.next, next), bare: beside(world.bare, bare) };
}

async function fetched({ url, headers }: Target): Promise<Answered> {
  const response = await fetch(url, { headers, redirect: 'manual' });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
}

async function expectedOf(database: BenchDatabase, world: World, one: BenchCase): Promise<unknown> {
  if (!one.sql) return null;
  const { rows } = await database.db.query<{ body: string }>(one.sql(world.place));
  return JSON.parse(rows[0]?.body ?? 'null');
}

export class WrongAnswer extends Error {}

/** Throws unless the product answers what the SQL says, and the yardsticks the same. */
export async function checkCase(database: BenchDatabase, world: World, one: BenchCase): Promise<void> {
  const expected = await expectedOf(database, world, one);
  const { product, next, bare } = targetsOf(world, one);
  try {
    one.check(await fetched(product), expected);
    for (const yardstick of [next, bare]) {
      if (!yardstick) continue;
      const { status, text } = await fetched(yardstick);
      const wanted = JSON.stringify(one.yardstick === 'empty' ? {} : expected);
      if (status !== 200 || JSON.stringify(JSON.parse(text)) !== wanted)
        throw new Error(`${yardstick.url} answers another`);
    }
  } catch (error) {
    throw new WrongAnswer(`${one.name}, scale ${world.place.scale}: ${(error as Error).message}`, { cause: error });
  }
}

interface Asked {
  connections: number;
  seconds: number;
}

interface Runner {
  target: Target;
  rate: number;
  samples: Sample[];
}

/** The three one after the other, round by round, so that what disturbs the machine disturbs them alike. */
async function rounds(runners: readonly Runner[], postmaster: number, { connections, seconds }: Asked): Promise<void> {
  for (const runner of runners) runner.samples = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const runner of runners) {
      const { target, rate, samples } = runner;
      const asked = { connections, seconds: seconds / ROUNDS, rate };
      await runUp(target, asked);
      const sample = await load(target, postmaster, asked);
      runner.rate = sample.requests / sample.seconds;
      samples.push(sample);
    }
  }
}

const figures = (runner: Runner | undefined): Figures | null => (runner ? figuresOf(runner.samples) : null);

/** Checks, warms, measures and checks again: nothing wrong is ever timed, and nothing that went wrong under load is kept. */
export async function measureCase(
  database: BenchDatabase,
  world: World,
  one: BenchCase,
  loads: readonly Asked[],
): Promise<Row[]> {
  await checkCase(database, world, one);
  const targets = targetsOf(world, one);
  const runners: Runner[] = [];
  for (const target of [targets.product, targets.next, targets.bare])
    if (target) runners.push({ target, rate: await warm(target), samples: [] });
  const rows: Row[] = [];
  for (const asked of loads) {
    await rounds(runners, database.postmaster, asked);
    const [product, next, bare] = runners.map(figures);
    if (!product) throw new Error(`${one.name} was not measured`);
    const { name, says, goals = {} } = one;
    const at = { scale: world.place.scale, connections: asked.connections };
    rows.push({ name, says, ...at, product, next: next ?? null, bare: bare ?? null, goals });
  }
  await checkCase(database, world, one);
  return rows;
}
