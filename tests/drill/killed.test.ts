import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type World } from '@/tests/support/world';
import { type Drill, openDrill, type Served } from './support/drill';
import { between, LONG, pause, rounds, until } from './support/form';
import { beginWriting, type Reckoning, reckon } from './support/writers';

/** The issue's own limit. */
const BACK_MS = 10_000;

let drill: Drill & { world: World };
let server: Served;
let cookie: string;

beforeAll(async () => {
  drill = await openDrill();
  server = await drill.serve();
  cookie = await openSession(drill.world.actors.lufengClerk.accountId);
});
afterAll(() => drill?.end());

const clerk = () => server.client(cookie);
const crew = (label: string) => ({ client: clerk, world: drill.world, label });

/** From now until the list is answered again. */
async function backAfter(): Promise<number> {
  const from = performance.now();
  await until('the list of compounds', 60_000, async () => {
    const answer = await clerk().ask('/api/v1/compounds?limit=1', { patience: 5_000 });
    return answer.status === 200;
  });
  return performance.now() - from;
}

function expectNothingLost(what: string, found: Reckoning, pauses: number[]): void {
  const slowest = Math.round(Math.max(...pauses));
  console.log(
    `${what}: ${found.acknowledged} acknowledged, ${found.retried} of them after a retry; back after at most ${slowest} ms`,
  );
  expect(found.lost, 'acknowledged and not there').toEqual([]);
  expect(found.twice, 'there twice').toEqual([]);
  expect(found.changed, 'another answer to the same key').toEqual([]);
  expect(found.acknowledged).toBeGreaterThan(0);
  expect(slowest).toBeLessThan(BACK_MS);
}

/** The world's own connection died with the database. */
async function ownerAgain(): Promise<void> {
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: drill.database.ownerUrl, options: '-c TimeZone=UTC' });
  owner.on('error', () => {});
  await until('the owner', 20_000, async () => {
    await owner.connect();
    return true;
  });
  drill.world.owner = owner;
}

test('the database is killed again and again while people write: nothing acknowledged is lost, nothing is there twice', async () => {
  const { pid } = server;
  const stop = beginWriting(crew('database'), 6);
  const pauses: number[] = [];
  for (let round = 0; round < rounds(3, 20); round++) {
    await pause(between(600, LONG ? 4_000 : 1_500));
    if (round % 3 === 1) drill.cluster.killBackend();
    else drill.cluster.killPostmaster();
    await pause(50);
    pauses.push(await backAfter());
    expect(server.pid, 'the server lived through it').toBe(pid);
  }
  await pause(500);
  const written = await stop();
  await ownerAgain();
  expectNothingLost('database', await reckon(crew('database'), written), pauses);
  expect(server.printed(), 'no error went past those who listen').not.toMatch(/process\.(uncaught|unhandled)/);
});

test('the server is killed again and again while people write: it comes back by itself, with the same promise', async () => {
  const stop = beginWriting(crew('server'), 6);
  const pauses: number[] = [];
  for (let round = 0; round < rounds(2, 8); round++) {
    await pause(between(600, LONG ? 4_000 : 1_500));
    const { pid } = server;
    server.kill();
    await until('another process', 20_000, async () => server.pid !== pid);
    pauses.push(await backAfter());
  }
  expectNothingLost('server', await reckon(crew('server'), await stop()), pauses);
});
