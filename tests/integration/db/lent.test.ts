import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { pool, readPool } from '@/lib/server/db/pool';
import { withActor, withActorClient } from '@/lib/server/db/with-actor';
import { withReader } from '@/lib/server/db/with-reader';
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

describe('who holds a connection', () => {
  const clerk = () => world.actors.lufengClerk;
  const refused = 'a second connection is asked for inside a transaction';

  test.each([
    ['a command', (inside: () => Promise<unknown>) => withActor(clerk(), inside)],
    ['a command on the bare driver', (inside: () => Promise<unknown>) => withActorClient(clerk(), inside)],
  ])('in %s is refused a second one of the same pool: all could hold one and wait for another', async (_, hold) => {
    await expect(hold(() => pool().query('SELECT 1'))).rejects.toThrow(refused);
    await expect(hold(() => withActor(clerk(), async () => 1))).rejects.toThrow(refused);
    // what reads is another pool, and its holders ask nothing further
    await expect(hold(() => withReader(clerk(), async () => 1))).resolves.toBe(1);
  });

  test('in a hot read is refused one of any pool', async () => {
    await expect(withReader(clerk(), () => withReader(clerk(), async () => 1))).rejects.toThrow(refused);
    await expect(withReader(clerk(), () => withActor(clerk(), async () => 1))).rejects.toThrow(refused);
  });

  test('may ask again when it has given it back, also of what began inside', async () => {
    let later: Promise<unknown> = Promise.resolve();
    await withActor(clerk(), async () => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => pool().query('SELECT 1'));
    });
    await expect(later).resolves.toMatchObject({ rowCount: 1 });
  });
});
