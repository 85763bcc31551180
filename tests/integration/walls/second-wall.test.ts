import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withActorClient } from '@/lib/server/db/with-actor';
import { fillEveryTable } from '../../support/rows';
import { makeWorld, type Place, type World } from '../../support/world';

/** What has no county and no prefecture, and why everyone may read it. */
const SAME_FOR_ALL: Record<string, string> = {
  rulebook_version: 'the law is public',
  installation: 'one row: which installation this is',
  anju_clock: 'one row: the clock',
  sign_in_try: 'counters of tries, no names',
  request_count: 'counters of requests, no names',
  worker_seen: 'that a worker lives',
  job_due: 'due times of scheduled work',
};
/** Reached by the database itself only. */
const HIDDEN_FROM_ALL = ['audit_pending', 'satisfaction_count', 'works_figure'];

let world: World;
let tables: { name: string; place: 'county_id' | 'prefecture_id' | 'account' | null }[];
let foreign: { prefectureId: string; county: Place };

/** A second prefecture with one county: "foreign" for tables that belong to a prefecture. */
async function secondPrefecture(owner: pg.Client): Promise<{ prefectureId: string; county: Place }> {
  const { rows } = await owner.query<{ p: string; c: string }>('SELECT anju_new_id() AS p, anju_new_id() AS c');
  const ids = rows[0];
  if (!ids) throw new Error('no ids');
  await owner.query(
    `INSERT INTO unit (id, prefecture_id, kind, code, name, pinyin, valid_from) VALUES ($1, $1, 'prefecture', '532900', '邻州', 'lin zhou', '2000-01-01')`,
    [ids.p],
  );
  await owner.query(
    `INSERT INTO unit (id, prefecture_id, parent_id, county_id, kind, code, name, pinyin, valid_from) VALUES ($2, $1, $1, $2, 'county', '532901', '邻县', 'lin xian', '2000-01-01')`,
    [ids.p, ids.c],
  );
  await owner.query(
    `INSERT INTO account (prefecture_id, county_id, unit_id, username, display_name, role) VALUES ($1, $2, $2, 'neighbour', '邻县 住建局', 'county_bureau')`,
    [ids.p, ids.c],
  );
  return { prefectureId: ids.p, county: { id: ids.c, subdistricts: [] } };
}

async function everyTable(owner: pg.Client) {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text) AS columns FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations' GROUP BY 1 ORDER BY 1`,
  );
  return rows.map(({ name, columns }) => {
    const place = (['county_id', 'prefecture_id'] as const).find((column) => columns.includes(column)) ?? null;
    return { name, place };
  });
}

beforeAll(async () => {
  world = await makeWorld();
  const fill = (prefectureId: string, county: Place, code: string, account: string) =>
    fillEveryTable(world.owner, { prefectureId, county, code, account, rulebookId: world.rulebookId });
  await fill(world.prefectureId, world.lufeng, '532302', world.actors.lufengClerk.accountId);
  await fill(world.prefectureId, world.shuangbai, '532322', world.actors.shuangbaiClerk.accountId);
  foreign = await secondPrefecture(world.owner);
  const neighbour = await world.owner.query<{ id: string }>(`SELECT id FROM account WHERE username = 'neighbour'`);
  await fill(foreign.prefectureId, foreign.county, '532901', neighbour.rows[0]?.id ?? '');
  tables = await everyTable(world.owner);
});
afterAll(() => world.end());

/** Rows of a table that are not this county's: another county's, or another prefecture's. */
const foreignRows = (table: { name: string; place: string | null }) =>
  table.place === 'county_id'
    ? `SELECT count(*)::int AS n FROM ${table.name} WHERE county_id IS NOT NULL AND county_id <> $1`
    : `SELECT count(*)::int AS n FROM ${table.name} WHERE prefecture_id <> $1`;

describe('the second wall, over every table there is', () => {
  it('knows a class for every table', () => {
    expect(tables.length).toBeGreaterThan(30);
    const unplaced = tables.filter(({ name, place }) => !place && !(name in SAME_FOR_ALL)).map(({ name }) => name);
    expect(unplaced).toEqual([]);
  });

  it('forces row security on every table, also for the role that owns it', async () => {
    const { rows } = await world.owner.query(
      `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
  });

  it('shows the owner a foreign row in every table, and a county clerk of 禄丰市 none, without any filter', async () => {
    const placed = tables.filter(({ place, name }) => place && !HIDDEN_FROM_ALL.includes(name));
    expect(placed.length).toBeGreaterThan(25);
    for (const table of placed) {
      const mine = table.place === 'county_id' ? world.lufeng.id : world.prefectureId;
      const seen = await world.owner.query<{ n: number }>(foreignRows(table), [mine]);
      expect(seen.rows[0]?.n, `${table.name}: the owner must see a foreign row first`).toBeGreaterThan(0);
      const leaked = await withActorClient(world.actors.lufengClerk, async (client) => {
        // account_password shows its rows' numbers, never its hashes
        const countable =
          table.name === 'account_password' ? 'SELECT count(account_id)::int AS n FROM account_password' : null;
        if (countable) return (await client.query<{ n: number }>(countable)).rows[0]?.n === 1 ? 0 : 1;
        return (await client.query<{ n: number }>(foreignRows(table), [mine])).rows[0]?.n;
      });
      expect(leaked, `${table.name}: foreign rows for the clerk of 禄丰市`).toBe(0);
    }
  });

  it('shows a session without an actor nothing at all', async () => {
    const client = new (await import('pg')).default.Client({ connectionString: world.database.appUrl });
    await client.connect();
    for (const { name } of tables.filter(
      (table) =>
        !(table.name in SAME_FOR_ALL) && !HIDDEN_FROM_ALL.includes(table.name) && table.name !== 'account_password',
    )) {
      const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
      expect(rows[0]?.n, name).toBe(0);
    }
    await client.end();
  });

  it('refuses to write a row into another county, and hits no foreign row with an update', async () => {
    const into = withActorClient(world.actors.lufengClerk, (client) =>
      client.query(
        `INSERT INTO compound (county_id, code, name, pinyin, search_text) VALUES ($1, '532322-0099', '越界小区', 'yue jie', '越界')`,
        [world.shuangbai.id],
      ),
    );
    await expect(into).rejects.toMatchObject({ code: '42501' });
    const hit = await withActorClient(world.actors.lufengClerk, (client) =>
      client.query(`UPDATE compound SET remarks = '改' WHERE county_id = $1`, [world.shuangbai.id]),
    );
    expect(hit.rowCount).toBe(0);
  });

  it('keeps a community officer to the own community and personal data to those who may see it', async () => {
    const count = (actor: keyof World['actors'], sql: string) =>
      withActorClient(world.actors[actor], async (client) => (await client.query<{ n: number }>(sql)).rows[0]?.n);
    expect(await count('lufengCommunity', 'SELECT count(*)::int AS n FROM compound')).toBe(2);
    expect(await count('lufengCommunity2', 'SELECT count(*)::int AS n FROM compound')).toBe(0);
    expect(await count('lufengEntity', 'SELECT count(*)::int AS n FROM compound')).toBe(0);
    for (const [person, n] of [
      ['lufengClerk', 1],
      ['lufengCommunity', 1],
      ['lufengFinance', 0],
      ['lufengTown', 0],
      ['prefectureBureau', 0],
    ] as const) {
      expect(await count(person, 'SELECT count(*)::int AS n FROM owner_personal'), person).toBe(n);
    }
    expect(await count('prefectureBureau', 'SELECT count(*)::int AS n FROM owner')).toBe(2);
  });

  it('lets nobody read a password hash, change a line of the audit or empty it', async () => {
    const as = (sql: string) => withActorClient(world.actors.prefectureBureau, (client) => client.query(sql));
    await expect(as('SELECT hash FROM account_password')).rejects.toMatchObject({ code: '42501' });
    await expect(as(`UPDATE audit_line SET actor = '别人'`)).rejects.toMatchObject({ code: '42501' });
    await expect(as('DELETE FROM audit_line')).rejects.toMatchObject({ code: '42501' });
    await expect(as('DELETE FROM compound')).rejects.toMatchObject({ code: '42501' });
    for (const sql of [`UPDATE audit_line SET actor = '别人'`, 'DELETE FROM audit_line', 'TRUNCATE audit_line'])
      await expect(world.owner.query(sql), sql).rejects.toMatchObject({ code: '42501' });
  });

  it('connects as a role that owns nothing and can bypass nothing', async () => {
    const { rows } = await withActorClient(world.actors.lufengClerk, (client) =>
      client.query(
        `SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = current_user`,
      ),
    );
    expect(rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 });
  });
});
