import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/server/db/pool';
import { withActor } from '@/lib/server/db/with-actor';
import { enqueue } from '@/lib/server/jobs/enqueue';
import { type Ear, openEar } from '@/lib/server/jobs/wake';
import { startWorker, until, type Worker } from '../../support/workers';
import { makeWorld, type World } from '../../support/world';

/** A job is begun when it is there, not when somebody next looks. */
let world: World;
let ear: Ear | undefined;
let worker: Worker | undefined;
beforeAll(async () => {
  world = await makeWorld();
});
afterEach(async () => {
  ear?.stop();
  await worker?.kill();
});
afterAll(() => world.end());

const NOBODYS = { fileId: '00000000-0000-7000-8000-000000000000' };
const ask = (then?: () => void) =>
  withActor(world.actors.lufengClerk, async (tx) => {
    await enqueue(tx, 'file.thumbnail', NOBODYS);
    then?.();
  });
const UNDONE = `SELECT 1 FROM pgboss.job WHERE name = 'file.thumbnail' AND state < 'completed'`;
/** As the app's own role: only to it (and to a superuser) PostgreSQL says what its connections do. */
const listeners = async () =>
  (
    await pool().query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN anju_jobs' AND state = 'idle'`,
    )
  ).rows.map(({ pid }) => pid);
async function cut(): Promise<number> {
  const pids = await listeners();
  for (const pid of pids) await pool().query('SELECT pg_terminate_backend($1)', [pid]);
  return pids.length;
}

test('a job is heard of when its transaction commits, and never where it does not', async () => {
  const heard: string[] = [];
  ear = openEar((name) => heard.push(name));
  await ear.keep();
  await ask(() => expect(heard).toEqual([]));
  await until('the word', async () => heard.length > 0);
  expect(heard).toEqual(['file.thumbnail']);
  const fault = new Error('taken back');
  const taken = ask(() => {
    throw fault;
  });
  await expect(taken).rejects.toBe(fault);
  await sleep(200);
  expect(heard).toHaveLength(1);
});

test('a line that was cut is replaced, and nothing is heard twice', async () => {
  const heard: string[] = [];
  ear = openEar((name) => heard.push(name));
  await ear.keep();
  expect(await cut()).toBe(1);
  await sleep(100);
  // the first may be the one that finds it dead
  await ear.keep().catch(() => {});
  await ear.keep();
  await ask();
  await until('the word', async () => heard.length > 0);
  await sleep(100);
  expect(heard).toEqual(['file.thumbnail']);
});

test('a worker begins a job at once, also after its line was cut', async () => {
  worker = startWorker();
  const { lines } = worker;
  await until('ready', async () => lines().some(({ event }) => event === 'worker.ready'));
  await until('listening', async () => (await listeners()).length > 0);
  /** From the beginning of the transaction that asked to the beginning of the work: with looking alone it would be a quarter of a second. */
  const median = async () => {
    await world.owner.query(`DELETE FROM pgboss.job WHERE name = 'file.thumbnail'`);
    for (let n = 0; n < 9; n++) {
      await ask();
      await until('the job', async () => (await world.owner.query(UNDONE)).rowCount === 0);
      await sleep(37 * n);
    }
    const { rows } = await world.owner.query<{ ms: number }>(
      `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM started_on - created_on) * 1000)::float8 AS ms FROM pgboss.job
       WHERE name = 'file.thumbnail'`,
    );
    return rows[0]?.ms ?? Number.NaN;
  };
  expect(await median()).toBeLessThan(150);
  const before = await listeners();
  expect(await cut()).toBe(1);
  await until('listening anew', async () => (await listeners()).some((pid) => !before.includes(pid)));
  expect(await median()).toBeLessThan(150);
}, 120_000);
