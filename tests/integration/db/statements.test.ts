import { afterAll, beforeAll, expect, test } from 'vitest';
import { pool, readPool } from '@/lib/server/db/pool';
import { Prisma } from '@/lib/server/db/sql';
import { withActor } from '@/lib/server/db/with-actor';
import { withReader } from '@/lib/server/db/with-reader';
import { connect } from '@/scripts/roles.mjs';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const MANY = 400;
const statement = (index: number) => Prisma.raw(`SELECT count(*)::int AS n${index} FROM county_counter`);

/** One after the other, so that a few connections would serve them all. */
async function askedOf(ask: (sql: Prisma.Sql) => Promise<unknown>, open: typeof pool): Promise<Set<number>> {
  const served = new Set<number>();
  for (let index = 0; index < MANY; index++) {
    await ask(statement(index));
    const { rows } = await open().query<{ pid: number; kept: number }>(
      'SELECT pg_backend_pid() AS pid, (SELECT count(*)::int FROM pg_prepared_statements) AS kept',
    );
    expect(rows[0]?.kept).toBeLessThanOrEqual(150);
    served.add(rows[0]?.pid ?? 0);
  }
  return served;
}

const hotReads = (sql: Prisma.Sql) => withReader(world.actors.lufengClerk, (reader) => reader.$queryRaw(sql));
const commands = (sql: Prisma.Sql) => withActor(world.actors.lufengClerk, (tx) => tx.$queryRaw(sql));

test.each([
  ['hot reads', hotReads, readPool],
  ['commands', commands, pool],
])('a database whose %s are never the same twice keeps the plans of a few, and answers all', async (_, ask, open) => {
  const served = await askedOf(ask, open);
  // each is used until it is full; the pool keeps a few at once
  expect(served.size).toBeGreaterThan(1);
  expect(served.size).toBeLessThanOrEqual(8);
  const admin = await connect(world.database.adminUrl);
  const alive = () =>
    admin.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE pid = ANY($1)', [[...served]]);
  await expect.poll(async () => (await alive()).rows.length, { timeout: 15_000 }).toBeLessThan(served.size);
  await admin.end();
});
