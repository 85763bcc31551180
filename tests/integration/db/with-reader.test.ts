import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '@/lib/server/db/sql';
import { withReader } from '@/lib/server/db/with-reader';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.owner.query(
    `INSERT INTO county_counter (county_id, name, value) VALUES ($1, 'read', 7), ($2, 'read', 9)`,
    [world.lufeng.id, world.shuangbai.id],
  );
});
afterAll(() => world.end());

type Who = keyof World['actors'];

describe.each([
  ['whose end follows', { atOnce: false }],
  ['whose end travels with it', { atOnce: true }],
])('a reading transaction on the bare driver, %s', (_, how) => {
  const counters = (who: Who) =>
    withReader(
      world.actors[who],
      (reader) =>
        reader.$queryRaw<{ value: number }[]>`SELECT value FROM county_counter WHERE name = 'read' ORDER BY value`,
      how,
    );

  it('shows each actor its own rows, also when many share the connections', async () => {
    const many = Array.from({ length: 40 }, (_, index): Who => (index % 2 ? 'lufengClerk' : 'shuangbaiClerk'));
    const seen = await Promise.all(many.map(async (who) => [who, (await counters(who)).map(({ value }) => value)]));
    for (const [who, values] of seen) expect([who, values]).toEqual([who, [who === 'lufengClerk' ? 7 : 9]]);
  });

  it('leaves nothing of the actor on the connection', async () => {
    await counters('lufengClerk');
    const { readPool } = await import('@/lib/server/db/pool');
    const idle = await Promise.all(
      Array.from({ length: readPool().totalCount }, () =>
        readPool().query<{ account: string | null; rows: string }>(
          `SELECT nullif(current_setting('app.account', true), '') AS account, (SELECT count(*) FROM county_counter) AS rows`,
        ),
      ),
    );
    for (const { rows } of idle) expect(rows[0]).toEqual({ account: null, rows: '0' });
  });

  it('cannot write, whatever the query says', async () => {
    const write = withReader(
      world.actors.lufengClerk,
      (reader) => reader.$queryRaw`UPDATE county_counter SET value = 8 WHERE name = 'read'`,
      how,
    );
    await expect(write).rejects.toMatchObject({ code: '25006' });
    expect(await counters('lufengClerk')).toEqual([{ value: 7 }]);
  });

  it('says what was wrong with a query, and the connection serves the next one', async () => {
    const broken = withReader(world.actors.lufengClerk, (reader) => reader.$queryRaw`SELECT 1 / 0`, how);
    await expect(broken).rejects.toMatchObject({ code: '22012' });
    const thrown = withReader(world.actors.lufengClerk, () => Promise.reject(new Error('above the query')), how);
    await expect(thrown).rejects.toThrow('above the query');
    expect(await counters('lufengClerk')).toEqual([{ value: 7 }]);
  });
});

describe('a reading transaction that asks all at once', () => {
  const count = `SELECT count(*)::int AS n FROM county_counter`;

  it('may ask several things in its turn, also behind what is known already', async () => {
    const both = await withReader(
      world.actors.lufengClerk,
      async (reader) => {
        await Promise.resolve();
        return Promise.all([reader.$queryRaw(Prisma.raw(count)), reader.$queryRaw(Prisma.raw(count))]);
      },
      { atOnce: true },
    );
    expect(both).toEqual([[{ n: 1 }], [{ n: 1 }]]);
  });

  it('is refused what it asks after its turn, where the wall would show it nothing', async () => {
    const late = withReader(
      world.actors.lufengClerk,
      async (reader) => {
        await reader.$queryRaw(Prisma.raw(count));
        return reader.$queryRaw(Prisma.raw(count));
      },
      { atOnce: true },
    );
    await expect(late).rejects.toThrow('asked after its turn');
  });
});
