// What the bench trusts of the watch list: as many rows of progress as the scale says, and product and best SQL say the same of the lights that follow.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as watchRoute from '@/app/api/v1/watch/route';
import { readCases } from '@/tests/bench/cases';
import { makeProgress } from '@/tests/bench/progress-data';
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
  await makeProjects(admin, 1 / 6);
  await makeProgress(admin, 1 / 6);
  place = { scale: 1, lufengId: world.lufeng.id, compoundId: '', projectId: '' };
  cases = (await readCases(['watch-list'])).cases;
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await world?.end();
});

const counted = async () =>
  (
    await admin.query(`SELECT (SELECT count(*)::int FROM progress_item) AS items, (SELECT count(*)::int FROM project_month) AS months,
      (SELECT count(DISTINCT light)::int FROM project_light) AS lights, (SELECT sum(projects)::int FROM light_total) AS kept, (SELECT count(*)::int FROM project) AS projects,
      (SELECT count(*)::int FROM project_light WHERE changes <> counted) AS stale`)
  ).rows[0];

test('a sixth of the rows of scale 1, every light among them; more after it grows, and nothing to be reckoned', async () => {
  const before = await counted();
  expect(before.items).toBeGreaterThan(9_800);
  expect(before.items).toBeLessThan(10_200);
  expect(before).toMatchObject({ months: (before.projects - 1) * 24, kept: before.projects, stale: 0 });
  expect(before.lights).toBeGreaterThanOrEqual(3);
  await makeProjects(admin, 1 / 5);
  await makeProgress(admin, 1 / 5);
  const after = await counted();
  expect(after.items).toBeGreaterThan(before.items);
  expect(after).toMatchObject({ months: (after.projects - 1) * 24, kept: after.projects, stale: 0 });
});

test.each([
  ['watch-list', 'lufengClerk'],
  ['watch-list-prefecture', 'prefectureBureau'],
] as const)('%s', async (name, as: Person) => {
  const one = cases.find((found) => found.name === name);
  const { text, values } = one?.sql?.(place) ?? { text: '', values: [] };
  const { rows } = await admin.query<{ body: string }>(text, values);
  const answer = await world.call(watchRoute.GET, { as, path: one?.request(place) });
  const said = JSON.stringify(answer.json);
  const expected = JSON.parse(rows[0]?.body ?? 'null');
  const check = (body: string) =>
    one?.check({ status: answer.status, contentType: 'application/json', text: body }, expected);
  check(said);
  expect(() => check(said.replace(/"red":\d+/, (found) => `${found}1`))).toThrow();
  expect(() => check(said.replace(/"percent":\d+/, (found) => `${found}1`))).toThrow();
});
