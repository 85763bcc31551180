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

/** More than all connections of the larger pool can keep together: at the latest then one of them is full. */
const MOST = 16 * 150;
const statement = (index: number) => Prisma.raw(`SELECT count(*)::int AS n${index} FROM county_counter`);

const hotReads = (sql: Prisma.Sql) => withReader(world.actors.lufengClerk, (reader) => reader.$queryRaw(sql));
const commands = (sql: Prisma.Sql) => withActor(world.actors.lufengClerk, (tx) => tx.$queryRaw(sql));

test.each([
  ['hot reads', hotReads, readPool],
  ['commands', commands, pool],
])(
  'a database whose %s are never the same twice keeps the plans of a few, and answers all',
  async (_, ask, open) => {
    const admin = await connect(world.database.adminUrl);
    const served = new Set<number>();
    const isOneEnded = async () => {
      const { rowCount } = await admin.query('SELECT 1 FROM pg_stat_activity WHERE pid = ANY($1)', [[...served]]);
      return (rowCount ?? 0) < served.size;
    };
    let asked = 0;
    // one after the other: how many connections take turns is the pool's own affair
    while (asked < MOST && !(asked % 50 === 0 && (await isOneEnded()))) {
      await ask(statement(asked++));
      const { rows } = await open().query<{ pid: number; kept: number }>(
        'SELECT pg_backend_pid() AS pid, (SELECT count(*)::int FROM pg_prepared_statements) AS kept',
      );
      expect(rows[0]?.kept).toBeLessThanOrEqual(150);
      served.add(rows[0]?.pid ?? 0);
    }
    await expect.poll(isOneEnded, { timeout: 15_000 }).toBe(true);
    // each is used until it is full, not ended after every question
    expect(asked).toBeGreaterThanOrEqual(100);
    await admin.end();
  },
  60_000,
);
