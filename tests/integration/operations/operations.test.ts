import { afterAll, beforeAll, expect, test } from 'vitest';
import * as readyRoute from '@/app/api/health/ready/route';
import * as retry from '@/app/api/v1/operations/jobs/[id]/retry/route';
import * as operations from '@/app/api/v1/operations/route';
import { operationsAnswer } from '@/lib/domain/operations/answers';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const look = async () =>
  operationsAnswer.parse(
    (await world.call(operations.GET, { as: 'prefectureBureau', path: '/api/v1/operations' })).json,
  );
const again = (id: string, as: Person = 'prefectureBureau') =>
  world.call(retry.POST, { as, method: 'POST', params: { id } });
async function failed(name: string, data: object, code: string | null = '23505'): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    `INSERT INTO pgboss.job (name, data, state, started_on, completed_on, retry_count, retry_limit, output)
     VALUES ($1, $2, 'failed', now(), now(), 2, 2, jsonb_build_object('code', $3::text, 'message', '王丽 13887654321')) RETURNING id`,
    [name, JSON.stringify(data), code],
  );
  return rows[0]?.id ?? '';
}
const state = async (id: string) =>
  (await world.owner.query<{ state: string }>('SELECT state::text FROM pgboss.job WHERE id = $1', [id])).rows[0]?.state;

test('the administrators of the prefecture see it, and nobody else', async () => {
  for (const as of ['prefectureFinance', 'prefectureLeader', 'lufengClerk', 'lufengCommunity'] as const)
    expect((await world.call(operations.GET, { as })).status).toBe(403);
  expect((await world.call(operations.GET)).status).toBe(401);
  const seen = await look();
  expect(seen.database.version).toMatch(/^\d+/);
  expect(seen.queues.map(({ name }) => name)).toContain('import.apply');
  expect(seen.worker).toEqual({ count: 0, seenAt: null });
  expect(Number(seen.disk?.total)).toBeGreaterThan(0);
});

test('says the same as readiness', async () => {
  const { faults, warnings } = (await (await readyRoute.GET()).json()) as { faults: string[]; warnings: string[] };
  const seen = await look();
  expect([seen.faults, seen.warnings]).toEqual([faults, warnings]);
});

test('what was given up is told by code only, and tried again where that is safe: once, and on record', async () => {
  const safe = await failed('export.make', {
    exportId: world.prefectureId,
    accountId: world.actors.lufengClerk.accountId,
  });
  const unsafe = await failed('import.apply', {
    batchId: world.prefectureId,
    accountId: world.actors.lufengClerk.accountId,
  });
  const odd = await failed('file.thumbnail', {}, '王丽');
  const seen = await look();
  expect(JSON.stringify(seen)).not.toMatch(/王丽|13887654321/);
  expect(seen.warnings).toContain('jobs_failed');
  expect(seen.failed.find(({ id }) => id === safe)).toMatchObject({ code: '23505', tries: 3, mayTryAgain: true });
  expect(seen.failed.find(({ id }) => id === odd)?.code).toBeNull();
  const no = await again(unsafe);
  expect([no.status, (no.json as { code: string }).code, await state(unsafe)]).toEqual([
    409,
    'job_not_again',
    'failed',
  ]);
  const both = await Promise.all([again(safe), again(safe, 'prefectureBureau2')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect(await state(safe)).toBe('retry');
  const lines = await world.owner.query(`SELECT entity_id FROM audit_line WHERE action = 'operations.retry'`);
  expect(lines.rows).toEqual([{ entity_id: safe }]);
  expect((await again(safe)).status).toBe(404);
  expect((await again(odd, 'lufengClerk')).status).toBe(403);
});

test('a backup, the seal of the audit and a worker stand there with their times', async () => {
  await world.owner.query(
    `INSERT INTO backup_run (kind, status, started_at, finished_at, size_bytes, file_name, prefecture_id) VALUES ('manual', 'done', anju_now(), anju_now(), 123456, 'anju.tar', $1)`,
    [world.prefectureId],
  );
  await world.owner.query('SELECT anju_audit_seal()');
  await world.owner.query('INSERT INTO worker_seen (id) VALUES (anju_new_id())');
  const seen = await look();
  expect(seen.backup.runs[0]).toMatchObject({ status: 'done', sizeBytes: '123456', kind: 'manual' });
  expect(seen.backup.lastGoodAt).not.toBeNull();
  expect(seen.audit.sealedAt).not.toBeNull();
  expect(seen.worker.count).toBe(1);
});
