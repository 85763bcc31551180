import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role } from '@/lib/domain/accounts/roles';
import type { Actor } from '@/lib/server/actor';
import { pool, readPool } from '@/lib/server/db/pool';
import { withActor, withActorClient } from '@/lib/server/db/with-actor';
import { withReader } from '@/lib/server/db/with-reader';
import { breaches, foreignRows, type Table, tablesOf } from '../../support/every/cells';
import { otherPrefecture } from '../../support/every/side';
import { fillEveryTable, register } from '../../support/rows';
import { makeWorld, type World } from '../../support/world';

let world: World;
let tables: Table[];
let actors: Record<Role, Actor>;

function everyRole({ actors: people }: World): Record<Role, Actor> {
  const as = (actor: Actor, role: Role): Actor => ({ ...actor, role });
  return {
    prefecture_bureau: people.prefectureBureau,
    prefecture_drc: as(people.prefectureFinance, 'prefecture_drc'),
    prefecture_finance: people.prefectureFinance,
    prefecture_leader: people.prefectureLeader,
    county_bureau: people.lufengClerk,
    county_drc: as(people.lufengFinance, 'county_drc'),
    county_finance: people.lufengFinance,
    county_leader: people.lufengLeader,
    town: people.lufengTown,
    community: people.lufengCommunity,
    implementing_entity: people.lufengEntity,
    supervisor: as(people.lufengEntity, 'supervisor'),
  };
}

beforeAll(async () => {
  world = await makeWorld();
  actors = everyRole(world);
  const neighbour = await otherPrefecture(world);
  const { prefectureId, rulebookId, lufeng, shuangbai } = world;
  for (const place of [
    { prefectureId, county: lufeng, code: '532302', account: actors.county_bureau.accountId },
    { prefectureId, county: shuangbai, code: '532322', account: world.actors.shuangbaiClerk.accountId },
    {
      prefectureId: neighbour.prefectureId,
      county: neighbour.county,
      code: '532901',
      account: neighbour.clerkId,
    },
  ])
    await fillEveryTable(world.owner, { ...place, rulebookId });
  // beside the own community, and beside the own subdistrict
  const [town, otherTown] = lufeng.subdistricts;
  for (const [n, beside] of [{ ...town, communities: town?.communities.slice(1) }, otherTown].entries())
    await register(world.owner, { id: lufeng.id, subdistricts: [beside] } as typeof lufeng, `beside-${n}`);
  tables = await tablesOf(world.owner);
});
afterAll(() => world.end());

describe('the cells of the access matrix that are foreign, as plain SQL in the app’s role', () => {
  test.each(ROLES)('%s reads, changes, deletes and places no row elsewhere, in any table', async (role) => {
    const rows = await foreignRows(world.owner, actors[role], tables);
    expect(rows.length).toBeGreaterThan(30);
    expect(await breaches(actors[role], rows)).toEqual([]);
  });

  test('every table that has places has a foreign row to be kept from the clerk', async () => {
    const rows = await foreignRows(world.owner, actors.county_bureau, tables);
    const placed = tables.filter(({ columns }) => columns.some((name) => /^(?:county|prefecture)_id$/.test(name)));
    // its rows live until the sealing that follows their transaction
    const kept = placed.filter(({ name }) => name !== 'audit_pending');
    const untried = kept.filter(({ name }) => !rows.some(({ table }) => table.name === name));
    expect(untried.map(({ name }) => name)).toEqual([]);
  });

  test('beside the own community there is something that the community officer must not see', async () => {
    const beside = `subdistrict_id = '${actors.community.subdistrictId}' AND community_id <> '${actors.community.communityId}'`;
    for (const table of ['compound', 'building', 'household', 'owner', 'compound_lineage', 'account', 'unit']) {
      const count = `SELECT count(*)::int AS n FROM ${table} WHERE ${beside}`;
      const there = await world.owner.query<{ n: number }>(count);
      expect(there.rows[0]?.n, table).toBeGreaterThan(0);
      const seen = await withActorClient(actors.community, (client) => client.query<{ n: number }>(count));
      expect(seen.rows[0]?.n, table).toBe(0);
    }
  });
});

describe('nobody', () => {
  const asNobody = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };

  test('without an actor no row that belongs somewhere is read, changed, deleted or placed', async () => {
    const rows = await foreignRows(world.owner, actors.implementing_entity, tables);
    const wrong = await asNobody(async (client) => {
      const found: string[] = [];
      for (const { table, where, row } of rows) {
        const names = table.columns.join(', ');
        const column = table.changeable ?? table.columns[0];
        const commands: [string, unknown[]][] = [
          [`SELECT 1 FROM ${table.name} WHERE ${where}`, []],
          [`UPDATE ${table.name} SET ${column} = ${column} WHERE ${where}`, []],
          [`DELETE FROM ${table.name} WHERE ${where}`, []],
          [
            `INSERT INTO ${table.name} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${table.name}, $1)`,
            [row],
          ],
        ];
        for (const [sql, values] of commands) {
          const said = await client.query(sql, values).then(
            ({ rowCount }) => rowCount,
            (error: { code: string }) => error.code,
          );
          if (said !== 0 && said !== '42501') found.push(`${said}: ${sql.slice(0, 80)}`);
        }
      }
      return found;
    });
    expect(wrong).toEqual([]);
  });

  test('whoever asks next on a connection is nobody again: what was set is gone with its transaction', async () => {
    const clerk = actors.county_bureau;
    await withActor(clerk, (tx) => tx.compound.count());
    await withActorClient(clerk, (client) => client.query('SELECT 1'));
    await withActorClient(clerk, (client) => client.query('nonsense')).catch(() => {});
    await withReader(clerk, (reader) => reader.$queryRaw`SELECT 1`);
    const left = `SELECT current_setting(name, true) AS value FROM unnest(ARRAY['app.account', 'app.level', 'app.counties', 'app.prefecture', 'app.personal', 'app.token']) AS name`;
    for (const one of [pool(), readPool()]) {
      // a reader answers before its COMMIT has come back
      await expect.poll(() => one.idleCount).toBeGreaterThan(0);
      const clients = await Promise.all(Array.from({ length: one.idleCount }, () => one.connect()));
      for (const client of clients) {
        const { rows } = await client.query<{ value: string | null }>(left);
        expect(rows.filter(({ value }) => value)).toEqual([]);
        expect((await client.query('SELECT 1 FROM compound')).rowCount).toBe(0);
      }
      for (const client of clients) client.release();
    }
  });
});
