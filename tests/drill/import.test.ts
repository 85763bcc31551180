import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cells, metaSheet, workbookOf } from '@/tests/support/sheets';
import type { World } from '@/tests/support/world';
import type { Client } from './support/client';
import { type Drill, openDrill, type Running, type Served } from './support/drill';
import { between, pause, rounds, until } from './support/form';

const HOUSEHOLDS = rounds(3_000, 12_000);

let drill: Drill & { world: World };
let server: Served;
let worker: Running;
let clerk: Client;

beforeAll(async () => {
  drill = await openDrill();
  server = await drill.serve();
  worker = await drill.work();
  clerk = server.client(await drill.world.signIn('lufengClerk'));
});
afterAll(() => drill?.end());

async function survey(compound: string): Promise<Buffer> {
  const homes = Array.from(
    { length: HOUSEHOLDS },
    (_, n): Cells => [compound, '1栋', `${n % 40}单元`, String(n), 88.33, `业主${n}`],
  );
  const sheets = {
    ...metaSheet('532302', '禄丰市'),
    小区: [
      ['小区名称', '建成年份'],
      [compound, 1990],
    ],
    楼栋: [
      ['小区名称', '楼栋'],
      [compound, '1栋'],
    ],
    户: [['小区名称', '楼栋', '单元', '房号', '专有面积', '业主姓名'], ...homes],
  };
  return Buffer.from(await workbookOf(sheets));
}

interface Batch {
  id: string;
  status: string;
  progress: { done: number };
}
const detail = (id: string) => clerk.json<Batch>(`/api/v1/imports/${id}`, { patience: 5_000 });

const upload = (bytes: Buffer, key: string) =>
  clerk.ask('/api/v1/imports', {
    method: 'POST',
    rawBody: bytes,
    headers: {
      'x-file-name': encodeURIComponent('摸底表.xlsx'),
      'content-type': 'application/octet-stream',
      'idempotency-key': key,
    },
  });

const become = (id: string, status: string) =>
  until(`import ${status}`, 180_000, async () => {
    const batch = await detail(id);
    if (batch.status === 'failed') throw new Error('the import failed');
    return batch.status === status && batch;
  });

/** Killed at once, and begun again by what watches over it. */
async function killWorker(): Promise<void> {
  const { pid } = worker;
  worker.kill();
  await until('another worker', 60_000, async () => worker.pid !== pid);
}

const countOf = async (sql: string, ...values: unknown[]) =>
  Number((await drill.world.owner.query<{ n: string }>(sql, values)).rows[0]?.n);
const householdsOf = (name: string) =>
  countOf('SELECT count(*) AS n FROM household h JOIN compound c ON c.id = h.compound_id WHERE c.name = $1', name);

test('the worker is killed while it reads and while it applies: nothing half, and in the end one effect', async () => {
  for (let round = 0; round < rounds(1, 3); round++) {
    const name = `断电小区${round}`;
    const sent = await upload(await survey(name), `import-${round}`);
    expect(sent.status, sent.text).toBe(201);
    const { id } = JSON.parse(sent.text) as Batch;
    await pause(between(100, 600)); // somewhere in the reading
    await killWorker();
    await become(id, 'previewed');
    expect(await householdsOf(name)).toBe(0);

    const confirm = () =>
      clerk.ask(`/api/v1/imports/${id}/confirm`, { method: 'POST', headers: { 'idempotency-key': `confirm-${id}` } });
    expect((await confirm()).status).toBe(202);
    await until('the first rows applied', 60_000, async () => {
      const { status, progress } = await detail(id);
      return status === 'applied' || (status === 'applying' && progress.done > 0);
    });
    expect([0, HOUSEHOLDS], 'all or nothing is seen').toContain(await householdsOf(name));
    await killWorker();
    expect([0, HOUSEHOLDS]).toContain(await householdsOf(name));
    expect((await confirm()).status, 'confirmed again with the same key').toBe(202);
    await become(id, 'applied');
    expect(await householdsOf(name)).toBe(HOUSEHOLDS);
    expect(await countOf('SELECT count(*) AS n FROM compound WHERE name = $1', name)).toBe(1);
  }
});

test('the server is killed while a file is coming in: nothing half, and sent again it is one import', async () => {
  const bytes = await survey('断网小区');
  const first = upload(bytes, 'cut-upload').catch(() => null);
  await pause(between(5, 60));
  const { pid } = server;
  server.kill();
  await first;
  await until('another server', 20_000, async () => server.pid !== pid);
  const sent = await until('the upload', 30_000, async () => {
    const answer = await upload(bytes, 'cut-upload');
    return answer.status === 201 && answer;
  });
  const { id } = JSON.parse(sent.text) as Batch;
  await become(id, 'previewed');
  expect((JSON.parse((await upload(bytes, 'cut-upload')).text) as Batch).id).toBe(id);
  const batches = await countOf(
    'SELECT count(*) AS n FROM import_batch b WHERE EXISTS (SELECT 1 FROM stored_file f WHERE f.id = b.file_id AND f.size = $1)',
    bytes.length,
  );
  expect(batches).toBe(1);
});
