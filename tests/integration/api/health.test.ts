import disk from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GET as live } from '@/app/api/health/live/route';
import { GET as ready } from '@/app/api/health/ready/route';
import { pool } from '@/lib/server/db/pool';
import { clockFaults, roleFacts, roleFaults } from '@/lib/server/health/checks';
import { refusalText, startFaults } from '@/lib/server/health/refuse-to-start';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const look = async () => {
  const answer = await ready();
  return {
    status: answer.status,
    body: (await answer.json()) as { status: string; faults: string[]; warnings: string[] },
  };
};

/** The same process with the pool of another database address. */
async function connectedTo<T>(url: string, work: () => Promise<T>): Promise<T> {
  const own = globalThis.anjuPool;
  const other = Object.create(pool()) as ReturnType<typeof pool>;
  const { default: pg } = await import('pg');
  const there = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000, max: 2 });
  there.on('error', () => {});
  other.query = there.query.bind(there) as typeof other.query;
  globalThis.anjuPool = other;
  try {
    return await work();
  } finally {
    globalThis.anjuPool = own;
    void there.end();
  }
}

test('the process lives, whatever the database does', async () => {
  expect(await live().json()).toEqual({ status: 'live' });
});

test('ready as the app role on a migrated database with a place for files', async () => {
  expect(await look()).toMatchObject({ status: 200, body: { status: 'ready', faults: [] } });
});

test('a look says by codes what somebody has to see to, and nothing else', async () => {
  const { body } = await look();
  expect(Object.keys(body)).toEqual(['status', 'faults', 'warnings']);
  expect([...body.faults, ...body.warnings].join(' ')).toMatch(/^[a-z_ ]*$/);
});

test('whether a worker lives, and what waits, is told while people are served', async () => {
  const { owner } = world;
  expect((await look()).body.warnings).toContain('worker_away');
  await owner.query('INSERT INTO worker_seen (id) VALUES (anju_new_id())');
  expect((await look()).body.warnings).not.toContain('worker_away');
  await owner.query(`UPDATE worker_seen SET seen_at = now() - interval '31 seconds'`);
  expect((await look()).body.warnings).toContain('worker_away');
  await owner.query('UPDATE worker_seen SET seen_at = now()');
  const waiting = (since: string) =>
    owner.query(
      `INSERT INTO pgboss.job (name, created_on, start_after) VALUES ('file.thumbnail', now() - $1::interval, now() - $1::interval)`,
      [since],
    );
  await waiting('9 minutes');
  expect((await look()).body.warnings).not.toContain('queue_stuck');
  await waiting('11 minutes');
  expect(await look()).toMatchObject({ status: 200, body: { status: 'ready', warnings: ['queue_stuck'] } });
  await owner.query(`UPDATE pgboss.job SET state = 'failed', completed_on = now()`);
  expect((await look()).body.warnings).toEqual(['jobs_failed']);
  await owner.query(`UPDATE pgboss.job SET completed_on = now() - interval '25 hours'`);
  expect((await look()).body.warnings).toEqual([]);
});

test('a backup that failed, and one that is older than a night and a half', async () => {
  const { owner } = world;
  await owner.query(`UPDATE installation SET created_at = anju_now() - interval '37 hours'`);
  expect((await look()).body.warnings).toEqual(['backup_overdue']);
  const ran = (status: string, ago: string) =>
    owner.query(
      `INSERT INTO backup_run (kind, status, started_at, finished_at, size_bytes, file_name) VALUES ('scheduled', $1, anju_now() - $2::interval, anju_now(), 1, 'x')`,
      [status, ago],
    );
  await ran('done', '35 hours');
  expect((await look()).body.warnings).toEqual([]);
  await ran('failed', '2 hours');
  expect((await look()).body.warnings).toEqual(['backup_failed']);
  await owner.query(`UPDATE backup_run SET started_at = started_at - interval '2 hours'`);
  expect((await look()).body.warnings).toEqual(['backup_overdue', 'backup_failed']);
  await ran('done', '1 minute');
  expect((await look()).body.warnings).toEqual([]);
});

test('a full disk sends requests elsewhere; one that fills up is told in time; one that does not answer holds nobody', async () => {
  const { storageState } = await import('@/lib/server/health/storage');
  const free = (bytes: number) =>
    vi.spyOn(disk, 'statfs').mockResolvedValue({ bavail: bytes, bsize: 1, blocks: 4 * bytes } as never);
  free(1024 ** 3);
  expect(await storageState()).toEqual({ faults: [], disk: { free: 1024 ** 3, total: 4 * 1024 ** 3 } });
  expect(await look()).toMatchObject({ status: 200, body: { warnings: ['disk_low'] } });
  free(100 * 1024 ** 2);
  expect(await look()).toMatchObject({ status: 503, body: { faults: ['disk_full'], warnings: [] } });
  vi.spyOn(disk, 'statfs').mockReturnValue(new Promise(() => {}) as never);
  const began = Date.now();
  expect(await look()).toMatchObject({ status: 503, body: { faults: ['storage_silent'] } });
  expect(Date.now() - began).toBeLessThan(2_000);
  vi.restoreAllMocks();
});

test('a migration that the database lacks, and one that this release does not know, are told apart', async () => {
  await world.owner.query(
    `UPDATE _prisma_migrations SET migration_name = '29990101000000_other' WHERE migration_name LIKE '%baseline_snapshot'`,
  );
  expect((await look()).body.faults).toEqual(['migrations_pending', 'migrations_unknown']);
  await world.owner.query(
    `UPDATE _prisma_migrations SET migration_name = '20261123095000_baseline_snapshot' WHERE migration_name LIKE '2999%'`,
  );
  expect((await look()).status).toBe(200);
});

test('the owner of the tables and a superuser are refused, in words', async () => {
  expect(await connectedTo(world.database.ownerUrl, startFaults)).toContain('role_owns_tables');
  const admin = await connectedTo(world.database.adminUrl, startFaults);
  expect(admin).toEqual(expect.arrayContaining(['role_superuser', 'role_bypasses_row_security', 'role_owns_tables']));
  expect(refusalText(admin)).toContain('superuser');
  expect((await connectedTo(world.database.ownerUrl, look)).status).toBe(503);
  expect(roleFaults(await roleFacts())).toEqual([]);
});

test('a moved clock is no fault only where it is allowed', async () => {
  await world.owner.query('UPDATE anju_clock SET shift_ms = 1000');
  expect(clockFaults(await roleFacts())).toEqual([]);
  const facts = { ...(await roleFacts()) };
  expect(facts.shift_ms).toBe('1000');
  await world.owner.query('UPDATE anju_clock SET shift_ms = 0');
});

test('a database that swallows packets is away within two seconds or so, and nothing of its address is told', async () => {
  const silent: Server = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  const began = Date.now();
  const { status, body } = await connectedTo(`postgresql://u:secret@127.0.0.1:${port}/d`, look);
  expect([status, body.faults]).toEqual([503, ['database_away']]);
  expect(Date.now() - began).toBeLessThan(3_000);
  expect(JSON.stringify(body)).not.toMatch(/secret|127\.0\.0\.1|postgres/);
  silent.close();
});
