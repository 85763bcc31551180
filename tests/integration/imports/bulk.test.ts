import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as personal from '@/app/api/v1/audit/[id]/personal/route';
import * as undo from '@/app/api/v1/imports/[id]/undo/route';
import { createBuilding } from '@/lib/server/compounds/buildings';
import { createCompound } from '@/lib/server/compounds/commands';
import { createHousehold } from '@/lib/server/compounds/households';
import { SET_ALL, settingsOf } from '@/lib/server/db/settings';
import { withActor } from '@/lib/server/db/with-actor';
import { makeWorld, type World } from '@/tests/support/world';
import { bareWorkbook } from '../../support/bare-workbook';
import { clerkOf } from './imports';

let world: World;
let clerk: ReturnType<typeof clerkOf>;
beforeAll(async () => {
  world = await makeWorld();
  clerk = clerkOf(world, 'lufengClerk');
});
afterAll(() => world.end());

const count = async (sql: string, ...values: unknown[]) =>
  Number((await world.owner.query<{ n: string }>(sql, values)).rows[0]?.n);

/** Records of which the audit does not hold exactly what was written when they were made, by one line and no second. */
const UNPROVED = `
  WITH made AS (SELECT * FROM audit_line WHERE before IS NULL), owners AS (SELECT * FROM made WHERE entity = 'owner'),
  values AS (
    SELECT entity_id, after ->> 'audit_key_id' AS key, after ->> 'audit_cipher' AS cipher FROM made
    WHERE entity IN ('owner', 'owner_personal') AND after ? 'audit_cipher'
  ), links AS (
    SELECT after AS doc FROM made WHERE entity = 'household_owner'
    UNION ALL
    SELECT jsonb_build_object('owner_id', entity_id, 'compound_id', after -> 'compound_id', 'county_id', after -> 'county_id',
      'subdistrict_id', after -> 'subdistrict_id', 'community_id', after -> 'community_id') || d
    FROM owners, jsonb_array_elements(after -> 'dwellings') d
  )
  SELECT 'household ' || h.id AS what FROM household h
    WHERE h.version = 1 AND 1 <> (SELECT count(*) FROM made l WHERE l.entity = 'household' AND l.entity_id = h.id::text AND l.after = to_jsonb(h) - 'sort_key')
  UNION ALL SELECT 'owner ' || o.id FROM owner o
    WHERE o.version = 1 AND 1 <> (SELECT count(*) FROM owners l WHERE l.entity_id = o.id::text AND l.after - 'audit_key_id' - 'audit_cipher' - 'dwellings' = to_jsonb(o))
  UNION ALL SELECT 'owner_personal ' || p.owner_id FROM owner_personal p
    WHERE 1 <> (SELECT count(*) FROM values v WHERE v.entity_id = p.owner_id::text AND v.key = p.audit_key_id::text AND v.cipher = p.audit_cipher::text)
  UNION ALL SELECT 'household_owner ' || x.household_id FROM household_owner x
    WHERE x.ended_at IS NULL AND 1 <> (SELECT count(*) FROM links l WHERE l.doc = to_jsonb(x))
  UNION ALL SELECT 'line ' || l.id FROM audit_line l WHERE NOT EXISTS (SELECT 1 FROM audit_pending p WHERE p.line_id = l.id)`;
const unproved = async () => (await world.owner.query<{ what: string }>(UNPROVED)).rows.map(({ what }) => what);

/** Kept figures beside those that a count finds. */
const TOTALS = `
  SELECT c.id, coalesce(t.registered_buildings = (SELECT count(*) FROM building b WHERE b.compound_id = c.id AND b.status = 'active')
    AND t.registered_households = (SELECT count(*) FROM household h WHERE h.compound_id = c.id AND h.status = 'active')
    AND t.registered_exclusive_area = (SELECT coalesce(sum(h.exclusive_area), 0) FROM household h WHERE h.compound_id = c.id AND h.status = 'active')
    AND t.households_without_owner = (SELECT count(*) FROM household h WHERE h.compound_id = c.id AND h.status = 'active'
      AND NOT EXISTS (SELECT 1 FROM household_owner x WHERE x.household_id = h.id AND x.ended_at IS NULL)), false) AS agree
  FROM compound c LEFT JOIN compound_total t ON t.compound_id = c.id`;
const SUM = `SELECT (SELECT coalesce(sum(households), 0) FROM survey_total WHERE dimension = 'all')
    - (SELECT coalesce(sum(t.households), 0) FROM compound_total t JOIN compound c ON c.id = t.compound_id WHERE c.status = 'active') AS n`;
async function totalsAgree() {
  const { rows } = await world.owner.query<{ id: string; agree: boolean }>(TOTALS);
  expect(rows.filter(({ agree }) => !agree)).toEqual([]);
  expect(await count(SUM)).toBe(0);
}

interface Dwelling {
  compound: number;
  building: number;
  area: number | null;
  owner: string | null;
  phone: string | null;
}
const dwelling: fc.Arbitrary<Dwelling> = fc.record({
  compound: fc.nat(1),
  building: fc.nat(2),
  area: fc.option(fc.integer({ min: 1000, max: 20_000 }), { nil: null }),
  owner: fc.option(fc.constantFrom('张三', '李小明', '王芳、赵强', '欧阳娜娜'), { nil: null }),
  phone: fc.option(fc.constantFrom('13800000001', '13800000002'), { nil: null }),
});

let serial = 0;
/** A workbook of new compounds, buildings and dwellings. */
function sheetOf(dwellings: readonly Dwelling[]): Buffer {
  const round = ++serial;
  const name = (n: number) => `批量${round}号院${n}`;
  const buildings = [0, 1].flatMap((c) => [0, 1, 2].map((b) => [name(c), `${b + 1}栋`, 2]));
  return bareWorkbook({
    小区: [
      ['小区名称', '建成年份'],
      [name(0), 1990],
      [name(1), 1995],
    ],
    楼栋: [['小区名称', '楼栋', '单元数'], ...buildings],
    户: [
      ['小区名称', '楼栋', '单元', '房号', '专有面积', '业主姓名', '联系电话'],
      ...dwellings.map((one, n) => [
        name(one.compound),
        `${one.building + 1}栋`,
        '1单元',
        String(101 + n),
        one.area === null ? null : one.area / 100,
        one.owner,
        one.owner === null ? null : one.phone,
      ]),
    ],
  });
}

async function applied(bytes: Buffer): Promise<string> {
  const read = await clerk.upload(bytes);
  expect([read.status, read.errors, read.refusal]).toEqual(['previewed', 0, []]);
  expect((await clerk.confirm(read.id)).status).toBe(202);
  expect((await clerk.apply(read.id)).status).toBe('applied');
  return read.id;
}

describe('written in bulk', () => {
  it('has the totals and the audit lines of the same records written one by one', { timeout: 120_000 }, async () => {
    const actor = world.actors.lufengClerk;
    const value = <T>(answer: { ok?: boolean; value?: T }) => (answer as { value: { id: string } }).value;
    await withActor(actor, async (tx) => {
      const compound = value(await createCompound(tx, actor, { name: '逐条登记小区', yearBuilt: 1990 }));
      const building = value(await createBuilding(tx, actor, { compoundId: compound.id, name: '1栋' }));
      const owners = [{ kind: 'person' as const, name: '张三', phone: '13800000001' }];
      await createHousehold(tx, actor, { buildingId: building.id, room: '101', exclusiveArea: 8833n, owners });
    });
    expect(await count('SELECT count(*) AS n FROM household')).toBe(1);
    expect(await unproved()).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.array(dwelling, { minLength: 1, maxLength: 12 }), async (dwellings) => {
        await applied(sheetOf(dwellings));
        await totalsAgree();
        expect(await unproved()).toEqual([]);
      }),
      { numRuns: 4, seed: 20203, endOnFailure: true },
    );
  });

  it('an owner of two dwellings is one owner with one line, and both are taken back', async () => {
    const home = { building: 0, compound: 0, area: 8833, owner: '同一人', phone: '13900000009' };
    const before = await count(`SELECT count(*) AS n FROM owner WHERE status = 'active'`);
    const id = await applied(sheetOf([home, { ...home, building: 1 }]));
    expect(await count(`SELECT count(*) AS n FROM owner WHERE status = 'active'`)).toBe(before + 1);
    const lines = await world.owner.query<{ entity: string; dwellings: number | null }>(
      `SELECT entity, jsonb_array_length(after -> 'dwellings') AS dwellings FROM audit_line
       WHERE entity IN ('owner', 'owner_personal', 'household_owner') AND after ->> 'phone_masked' = '139****0009'`,
    );
    expect(lines.rows).toEqual([{ entity: 'owner', dwellings: 2 }]);
    const back = await world.call(undo.POST, {
      as: 'lufengClerk',
      method: 'POST',
      params: { id },
      body: { reason: '传错了文件' },
    });
    expect(back.status).toBe(200);
    expect(await count(`SELECT count(*) AS n FROM owner WHERE status = 'active'`)).toBe(before);
    await totalsAgree();
  });

  it('the values of an owner can be revealed from that one line', async () => {
    await applied(sheetOf([{ building: 0, compound: 0, area: 1, owner: '钱多多', phone: '13700000007' }]));
    const line = await count(
      `SELECT id AS n FROM audit_line WHERE entity = 'owner' AND after ->> 'phone_masked' = '137****0007'`,
    );
    const shown = await world.call(personal.POST, {
      as: 'lufengClerk',
      method: 'POST',
      params: { id: String(line) },
      body: { reason: '核对业主申诉' },
    });
    expect(shown.json).toEqual({ before: null, after: { name: '钱多多', phone: '13700000007', idNumber: null } });
  });
});

describe('rows that come with their place', () => {
  const asApp = async (work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      const settings = [...settingsOf(world.actors.lufengClerk), ['app.placed', 'on'] as const];
      await client.query(SET_ALL, [settings.map(([name]) => name), settings.map(([, value]) => value)]);
      return await work(client).then(
        () => 'written',
        (error: Error) => (error as Error & { constraint?: string }).constraint ?? error.message,
      );
    } finally {
      await client.end();
    }
  };
  const building = async () => (await world.owner.query<{ id: string }>('SELECT id FROM building LIMIT 1')).rows[0]?.id;
  const homeElsewhere = (
    room: string,
  ) => `INSERT INTO household (building_id, compound_id, county_id, subdistrict_id, community_id, unit_no, room, sort_key)
    SELECT id, compound_id, county_id, $2, $3, '', ${room}, 'x' FROM building WHERE id = $1`;
  const elsewhere = () => {
    const [, town] = world.lufeng.subdistricts;
    return [town?.id, town?.communities[0]?.id];
  };

  it('are refused where it is not that of what they stand in', async () => {
    const values = [await building(), ...elsewhere()];
    expect(await asApp((client) => client.query(homeElsewhere(`'901'`), values))).toBe('household_placed');
  });

  it('are checked whatever the statement sets on its way', async () => {
    const values = [await building(), ...elsewhere()];
    const room = `(SELECT '902' || left(set_config('app.placed', 'off', true), 0))`;
    const outcome = await asApp(async (client) => {
      await client.query(homeElsewhere(room), values);
      const { rows } = await client.query(`SELECT 1 FROM household WHERE room = '902' AND subdistrict_id = $1`, [
        values[1],
      ]);
      if (rows.length === 0) throw new Error('placed by the database');
    });
    expect(['household_placed', 'placed by the database']).toContain(outcome);
  });

  it('an owner whose values come later has a line for each', async () => {
    const outcome = await asApp(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `INSERT INTO owner (compound_id, county_id, subdistrict_id, community_id, kind, name_masked)
         SELECT id, county_id, subdistrict_id, community_id, 'person', '分*' FROM compound LIMIT 1 RETURNING id`,
      );
      await client.query(
        `INSERT INTO owner_personal (owner_id, county_id, subdistrict_id, community_id, key_id, cipher, audit_key_id, audit_cipher)
         SELECT id, county_id, subdistrict_id, community_id, id, 'x', id, 'x' FROM owner WHERE id = $1`,
        [rows[0]?.id],
      );
      const lines = await client.query(`SELECT entity FROM audit_line WHERE entity_id = $1 ORDER BY id`, [rows[0]?.id]);
      expect(lines.rows).toEqual([{ entity: 'owner' }, { entity: 'owner_personal' }]);
    });
    expect(outcome).toBe('written');
  });
});
