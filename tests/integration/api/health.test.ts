import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  return { status: answer.status, body: (await answer.json()) as { status: string; faults: string[] } };
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
