// An office at work: long, 60 people for five minutes, each something every 5 s; short, 20 people for a quarter of a minute.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMONSTRATION_PASSWORD, PEOPLE } from '@/prisma/seed/demonstration/people';
import { type Drill, openDemonstrationDrill, type Served } from './support/drill';
import { chance, LONG, pause } from './support/form';
import { Deskworker } from './support/person';

const SHIFT = LONG ? { people: 60, seconds: 300, every: 5, warm: 60 } : { people: 20, seconds: 15, every: 3, warm: 6 };
/** Of every process, ANJU_DB_POOL. */
const POOL = 20;
/**
 * Flat: what is left after a collection may grow by a tenth and 8 MiB from the end of the warming up to the end (caches
 * have an upper bound, but not all are full by then); the whole process by a quarter and 32 MiB, for V8 grows its room
 * in steps and gives it back late. A leak of a kilobyte a request would show as more in five minutes.
 */
const HEAP = { share: 1.1, more: 8 };
const WHOLE = { share: 1.25, more: 32 };

let drill: Drill;
let server: Served;
let heapFile: string;
let owner: pg.Client;

beforeAll(async () => {
  drill = await openDemonstrationDrill();
  heapFile = path.join(drill.files, 'heap.json');
  const watched = path.join(import.meta.dirname, 'support', 'heap-on-signal.mjs');
  server = await drill.serve({ node: ['--expose-gc', '--import', watched], env: { ANJU_HEAP_FILE: heapFile } });
  await drill.work();
  owner = new pg.Client({ connectionString: drill.database.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end().catch(() => {});
  await drill?.end();
});

const mib = (bytes: number) => Math.round(bytes / 1024 / 1024);

interface Memory {
  heap: number;
  whole: number;
}

/** MiB that the server keeps after it has collected. */
async function memory(): Promise<Memory> {
  rmSync(heapFile, { force: true });
  process.kill(server.pid, 'SIGUSR2');
  for (let tries = 0; !existsSync(heapFile); tries++) {
    if (tries > 200) throw new Error('the server does not say what it keeps');
    await pause(50);
  }
  const { heapUsed, external, rss } = JSON.parse(readFileSync(heapFile, 'utf8')) as NodeJS.MemoryUsage;
  return { heap: mib(heapUsed + external), whole: mib(rss) };
}

interface Connections {
  open: number;
  stuck: number;
}

async function connections(): Promise<Connections> {
  const { rows } = await owner.query<Connections>(
    `SELECT count(*)::int AS open, count(*) FILTER (WHERE state LIKE 'idle in transaction%' AND state_change < now() - interval '10 s')::int AS stuck
     FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE '%\\_\\_app'`,
  );
  return rows[0] ?? { open: 0, stuck: 0 };
}

/** Jobs that are due and not done. */
async function waitingJobs(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND start_after <= now()`,
  );
  return rows[0]?.n ?? 0;
}

const WORKERS = /^(?!zhou)\w+\.(zjj[12]|zhen1|sq1-[12])$/;
const LEADERS = /^zhou\.(zjj[12]|fgw1|czj1|ld1)$/;

async function crew(): Promise<Deskworker[]> {
  const [leaders, workers] = [LEADERS, WORKERS].map((which) => PEOPLE.filter(({ username }) => which.test(username)));
  const all = [...(leaders ?? []).slice(0, 2), ...(workers ?? []), ...(leaders ?? []).slice(2)];
  const people: Deskworker[] = [];
  for (const { username, role } of all.slice(0, SHIFT.people)) {
    const client = server.client();
    const answer = await client.signIn(username, DEMONSTRATION_PASSWORD);
    if (answer.status !== 200) throw new Error(`${username}: ${answer.status} ${answer.text}`);
    const person = new Deskworker(username, role, client);
    await person.arrive();
    people.push(person);
  }
  return people;
}

/** Begins somewhere within the first interval, as people do, and ends with the shift. */
async function shift(person: Deskworker, until: number): Promise<void> {
  await pause(chance() * SHIFT.every * 1000);
  while (performance.now() < until) {
    const began = performance.now();
    await person.act();
    await pause(Math.max(0, SHIFT.every * 1000 - (performance.now() - began)));
  }
}

const percentile = (values: number[], share: number) =>
  Math.round([...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0);

test(`${SHIFT.people} people for ${SHIFT.seconds} s: no error, memory flat, no connection lost, no queue that grows`, async () => {
  const people = await crew();
  expect(people).toHaveLength(SHIFT.people);
  const until = performance.now() + SHIFT.seconds * 1000;
  const work = Promise.all(people.map((person) => shift(person, until)));
  await pause(SHIFT.warm * 1000);
  const warm = await memory();
  let most = 0;
  while (performance.now() < until) {
    most = Math.max(most, (await connections()).open);
    await pause(1000);
  }
  await work;
  const end = await memory();

  const all = people.flatMap(({ ms }) => ms);
  const sum = (of: (person: Deskworker) => number) => people.reduce((total, person) => total + of(person), 0);
  const said = {
    answers: all.length,
    writes: sum(({ writes }) => writes),
    conflicts: sum(({ conflicts }) => conflicts),
    p50: percentile(all, 0.5),
    p99: percentile(all, 0.99),
    heapMiB: [warm.heap, end.heap],
    wholeMiB: [warm.whole, end.whole],
    connections: most,
  };
  console.log(`soak: ${JSON.stringify(said)}`);

  const errors = people.flatMap(({ errors }) => errors);
  expect(errors, `${errors.join('\n')}\n${server.printed().slice(-4000)}`).toEqual([]);
  expect(server.printed()).not.toMatch(/uncaught|unhandled|route\.fault/);
  expect(all.length).toBeGreaterThan((SHIFT.people * SHIFT.seconds) / SHIFT.every / 4);
  expect(said.writes).toBeGreaterThan(0);
  expect(end.heap).toBeLessThanOrEqual(warm.heap * HEAP.share + HEAP.more);
  expect(end.whole).toBeLessThanOrEqual(warm.whole * WHOLE.share + WHOLE.more);
  // the server's and the worker's pools, and what the queue itself opens
  expect(most).toBeLessThanOrEqual(2 * POOL + 4);
  expect((await connections()).stuck).toBe(0);
  for (let tries = 0; (await waitingJobs()) > 0 && tries < 60; tries++) await pause(1000);
  expect(await waitingJobs()).toBe(0);
});
