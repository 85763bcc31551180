import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readImport } from '@/lib/server/imports/read-import';
import { type Cells, metaSheet, workbookOf } from '@/tests/support/sheets';
import { makeWorld, type World } from '@/tests/support/world';
import { clerkOf } from './imports';

let world: World;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await sleep(200);
  await world.end();
});

function startWorker(): ChildProcess {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/server/jobs/main.ts'];
  const worker = spawn(process.execPath, args, { env: process.env, stdio: 'ignore' });
  workers.push(worker);
  return worker;
}

async function until<T>(what: string, ask: () => Promise<T | undefined | false>, ms = 90_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(30)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`not in time: ${what}`);
}

const survey = () => {
  const homes = Array.from(
    { length: 4_000 },
    (_, n): Cells => ['文化路小区', '1栋', `${n % 40}单元`, String(n), 88.33, `业主${n}`],
  );
  return workbookOf({
    ...metaSheet('532302', '禄丰市'),
    小区: [
      ['小区名称', '建成年份'],
      ['文化路小区', 1990],
    ],
    楼栋: [
      ['小区名称', '楼栋'],
      ['文化路小区', '1栋'],
    ],
    户: [['小区名称', '楼栋', '单元', '房号', '专有面积', '业主姓名'], ...homes],
  });
};

it('a worker killed in the middle of writing leaves nothing behind, and another finishes the job', async () => {
  const clerk = clerkOf(world, 'lufengClerk');
  const read = await clerk.upload(await survey());
  expect(read.counts.household).toEqual({ new: 4_000 });
  // the queued reading was done here already: taken up again, it finds nothing to do
  await readImport({ batchId: read.id, accountId: clerk.accountId });
  expect((await clerk.confirm(read.id)).status).toBe(202);
  const first = startWorker();
  await until('the first rows', async () => (await clerk.detail(read.id)).progress.done > 0);
  first.kill('SIGKILL');
  const count = async (table: string) =>
    Number((await world.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);
  await until(
    'the end of its transaction',
    async () =>
      (
        await world.owner.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
        )
      ).rowCount === 0,
  );
  expect(await count('household')).toBe(0);
  expect((await clerk.detail(read.id)).status).toBe('applying');
  startWorker();
  await until('the second worker', async () => (await clerk.detail(read.id)).status === 'applied');
  expect([await count('compound'), await count('building'), await count('household'), await count('owner')]).toEqual([
    1, 1, 4_000, 4_000,
  ]);
}, 200_000);
