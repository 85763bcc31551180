import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pool, readPool } from '@/lib/server/db/pool';
import { log } from '@/lib/server/log';
import { connect } from '@/scripts/roles.mjs';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

test.each([
  ['writes', pool],
  ['hot reads', readPool],
])(
  'a connection that is lent for %s dies: it is told, ends nothing else, and the next one is another',
  async (_, open) => {
    const told = vi.spyOn(log, 'warn');
    const lent = await open().connect();
    const { rows } = await lent.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const admin = await connect(world.database.adminUrl);
    await admin.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await admin.end();
    await expect.poll(() => told.mock.calls.map(([event]) => event)).toContain('db.connection-lost');
    lent.release(true);
    const next = await open().query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    expect(next.rows[0]?.pid).not.toBe(rows[0]?.pid);
    vi.restoreAllMocks();
  },
);
