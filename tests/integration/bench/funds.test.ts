// What the bench trusts of the ledger: its entries keep the sums that a recount gives, and product and best SQL say the same of them.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as overviewRoute from '@/app/api/v1/funds/overview/route';
import { readCases } from '@/tests/bench/cases';
import { makeEntries } from '@/tests/bench/funds-data';
import { makeProjects } from '@/tests/bench/projects-data';
import type { BenchCase, Place } from '@/tests/bench/types';
import { register } from '@/tests/support/rows';
import { makeWorld, type Person, type World } from '@/tests/support/world';

let world: World;
let place: Place;
let cases: BenchCase[];
let admin: pg.Client;

beforeAll(async () => {
  world = await makeWorld();
  await register(world.owner, world.lufeng, '532302');
  await register(world.owner, world.shuangbai, '532322');
  admin = new pg.Client({ connectionString: world.database.adminUrl, options: '-c TimeZone=UTC' });
  await admin.connect();
  await makeProjects(admin, 0.05);
  await makeEntries(admin, 0.1);
  place = { scale: 1, lufengId: world.lufeng.id, compoundId: '', projectId: '' };
  cases = (await readCases(['funds-overview'])).cases;
});
afterAll(async () => {
  await admin?.end();
  await world?.end();
});

test('as many entries as the scale says, again after it grows', async () => {
  const count = async () =>
    (
      await admin.query<{ n: number; kept: number }>(
        'SELECT (SELECT count(*)::int FROM ledger_entry) AS n, (SELECT sum(entries)::int FROM ledger_total) AS kept',
      )
    ).rows;
  expect(await count()).toEqual([{ n: 2000, kept: 2000 }]);
  await makeEntries(admin, 0.2);
  expect(await count()).toEqual([{ n: 4000, kept: 4000 }]);
});

test.each([
  ['funds-overview', 'lufengClerk'],
  ['funds-overview-prefecture', 'prefectureBureau'],
] as const)('%s', async (name, as: Person) => {
  const one = cases.find((found) => found.name === name);
  const { text, values } = one?.sql?.(place) ?? { text: '', values: [] };
  const { rows } = await admin.query<{ body: string }>(text, values);
  const answer = await world.call(overviewRoute.GET, { as, path: one?.request(place) });
  const said = JSON.stringify(answer.json);
  const expected = JSON.parse(rows[0]?.body ?? 'null');
  const check = (body: string) =>
    one?.check({ status: answer.status, contentType: 'application/json', text: body }, expected);
  check(said);
  expect(() => check(said.replace(/"paid":"\d+/, (found) => `${found}1`))).toThrow();
});
