import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/server/auth/password-hash';
import { loadFixture } from '@/prisma/seed/fixture/load';
import { fixtureJsonSchema } from '@/prisma/seed/fixture/schema';
import { settle } from '@/prisma/seed/settle';
import { connectOwner } from '@/prisma/seed/shared/owner-client';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { PERSONAS } from '../../support/personas';

const root = path.resolve(import.meta.dirname, '../../..');
const file = async (name: string) => JSON.parse(await readFile(path.join(root, name), 'utf8'));

let database: TestDatabase;
let owner: pg.Client;
type Row = Record<string, unknown>;
let fixture: Record<'units' | 'users' | 'compounds' | 'buildings' | 'owners' | 'households', Row[]>;

beforeAll(async () => {
  database = await freshDatabase();
  process.env.DATABASE_URL = database.appUrl;
  owner = await connectOwner(database.ownerUrl);
  await settle(owner, { embedded: false, demo: '0' });
});
beforeEach(async () => {
  fixture = await file('tests/fixtures/e2e.json');
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const change = (list: keyof typeof fixture, index: number, fields: Row) =>
  Object.assign(fixture[list][index] ?? {}, fields);
const load = () => loadFixture(database.ownerUrl, fixture, 'e2e.json');
const rows = async (sql: string) => (await owner.query(sql)).rows;
const problemsOf = async (): Promise<string[]> => {
  const error = await load().then(
    () => null,
    (thrown) => thrown,
  );
  expect(error?.problems).toBeDefined();
  return error.problems;
};

describe('the format', () => {
  test('prisma/seed/fixture.schema.json is what the reader checks', async () => {
    expect(await file('prisma/seed/fixture.schema.json')).toEqual(fixtureJsonSchema());
  });

  test('the fixture of the browser tests fits it, and a misspelt field does not', () => {
    const fits = new Ajv({ strict: false, validateFormats: false }).compile(fixtureJsonSchema());
    expect(fits(fixture)).toBe(true);
    change('compounds', 0, { yearBuild: 1990 });
    expect(fits(fixture)).toBe(false);
  });

  test('its people are the personas: same user name, role, unit and password', () => {
    for (const persona of Object.values(PERSONAS)) {
      const user = fixture.users.find((one) => one.username === persona.username);
      expect(user).toMatchObject({
        role: persona.role,
        unit: persona.unitCode,
        password: persona.password,
        displayName: persona.displayName,
      });
    }
  });
});

describe('loading', () => {
  test('everything stands as the file says, eligibility and totals decided', async () => {
    expect(await load()).toEqual({ units: 10, users: 48, compounds: 8, buildings: 6, owners: 37, households: 36 });
    expect(await rows('SELECT eligibility, count(*)::int AS n FROM compound GROUP BY 1 ORDER BY 1')).toEqual([
      { eligibility: 'eligible', n: 4 },
      { eligibility: 'incomplete', n: 2 },
      { eligibility: 'ineligible', n: 2 },
    ]);
    expect(
      await rows(
        "SELECT sum(compounds)::int AS compounds, sum(households)::int AS households FROM survey_total WHERE dimension = 'all'",
      ),
    ).toEqual([{ compounds: 8, households: 96 }]);
    const [clerk] = await rows(
      "SELECT p.hash, a.must_change_password AS must FROM account a JOIN account_password p ON p.account_id = a.id WHERE username = 'lufeng.zjj1'",
    );
    expect(clerk.must).toBe(false);
    expect(await verifyPassword(clerk.hash, PERSONAS.lufengClerk.password)).toBe(true);
  });

  test('the same file again changes nothing', async () => {
    const state =
      'SELECT max(id)::text AS line, (SELECT sum(version)::int FROM compound) AS compounds, (SELECT count(*)::int FROM owner) AS owners FROM audit_line';
    await load();
    const before = await rows(state);
    await load();
    expect(await rows(state)).toEqual(before);
  });

  test('a changed value under the same key is changed, with its line in the audit', async () => {
    change('compounds', 0, { yearBuilt: 2003 });
    change('buildings', 0, { yearBuilt: 2003 });
    change('buildings', 1, { yearBuilt: 2003 });
    await load();
    expect(await rows("SELECT eligibility, decisive_year AS year FROM compound WHERE code = '532302-0001'")).toEqual([
      { eligibility: 'ineligible', year: 2003 },
    ]);
    const [line] = await rows(
      "SELECT actor, action, after FROM audit_line WHERE entity = 'compound' ORDER BY id DESC LIMIT 1",
    );
    expect(line).toMatchObject({ actor: '系统（数据文件 e2e.json）', action: 'seed.fixture' });
  });

  test('a dwelling sold: the owner who is no longer named has ended', async () => {
    fixture.owners.push({
      compound: '532302-0001',
      key: 'buyer',
      kind: 'person',
      name: '新业主',
      phone: '19900009999',
    });
    change('households', 1, { owners: ['buyer'] });
    await load();
    expect(
      await rows(`SELECT o.name_masked AS name, ho.ended_at IS NOT NULL AS ended FROM household_owner ho JOIN owner o ON o.id = ho.owner_id
        JOIN household h ON h.id = ho.household_id JOIN building b ON b.id = h.building_id JOIN compound c ON c.id = b.compound_id
        WHERE c.code = '532302-0001' AND b.name = '1栋' AND h.unit_no = '1单元' AND h.room = '201' ORDER BY 2`),
    ).toEqual([
      { name: '新**', ended: false },
      { name: '普**', ended: true },
    ]);
  });
});

describe('refusals name every problem, and nothing is loaded', () => {
  test('unknown fields, wrong words, missing ones: each with its path', async () => {
    change('compounds', 0, { yearBuild: 1990 });
    change('compounds', 1, { willingness: '强烈' });
    change('households', 0, { exclusiveArea: '约 66 平方米' });
    change('users', 0, { password: undefined });
    const problems = await problemsOf();
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).toContain('compounds.0.yearBuild: 不认识的项目“yearBuild”');
    expect(problems.join('\n')).toContain('compounds.1.willingness: 所填内容不在可选项中');
    expect(problems.join('\n')).toContain('households.0.exclusiveArea: 面积无法识别');
    expect(problems.join('\n')).toContain('users.0.password: 这一项必须填写');
  });

  test('references that lead nowhere', async () => {
    change('households', 0, { building: '9栋' });
    change('households', 1, { owners: ['nobody'] });
    change('compounds', 2, { facilities: { swimmingPool: 'good' } });
    expect(await problemsOf()).toEqual([
      expect.stringMatching(/^households\.0\.building: .*9栋/),
      expect.stringMatching(/^households\.1\.owners\.0: .*nobody/),
      expect.stringMatching(/^compounds\.2\.facilities\.swimmingPool: /),
    ]);
  });

  test('the same thing twice; a code of another county; a weak password; a role in the wrong place', async () => {
    fixture.buildings.push({ ...fixture.buildings[0] });
    change('compounds', 3, { county: '532322' });
    change('users', 0, { password: 'short' });
    fixture.users.push({ ...fixture.users[1], username: 'zhen.x', role: 'community', unit: '532302100' });
    const problems = await problemsOf();
    expect(problems.map((one) => one.split(':')[0])).toEqual([
      'buildings.6',
      'compounds.3.code',
      'users.0.password',
      'users.48.unit',
    ]);
  });

  test('what the database says otherwise: a unit of another name, a compound in no known community', async () => {
    await load();
    change('units', 0, { name: '金山街道' });
    change('compounds', 0, { community: '532399100001' });
    expect(await problemsOf()).toEqual([
      expect.stringMatching(/^units\.0\.name: .*金山镇/),
      expect.stringMatching(/^compounds\.0\.community: /),
    ]);
  });

  test('a retired compound stays retired', async () => {
    await load();
    await owner.query(
      "UPDATE compound SET status = 'retired', retired_at = now(), retired_reason = '拆除' WHERE code = '532322-0002'",
    );
    expect((await problemsOf()).join()).toContain('compounds 532322-0002: 该小区已不在册');
  });

  test('nothing of a refused file is there', async () => {
    await owner.query(
      "UPDATE compound SET status = 'active', retired_at = NULL, retired_reason = NULL WHERE code = '532322-0002'",
    );
    fixture.units.push({ code: '532322101', kind: 'subdistrict', name: '大庄镇', parent: '532322' });
    change('compounds', 0, { community: '532399100001' });
    await problemsOf();
    expect(await rows("SELECT 1 FROM unit WHERE code = '532322101'")).toEqual([]);
  });
});
