// What the bench trusts of projects: the product and the best SQL, written apart, say the same of the same rows.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as projectRoute from '@/app/api/v1/projects/[id]/route';
import * as projectsRoute from '@/app/api/v1/projects/route';
import { readCases } from '@/tests/bench/cases';
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
  await makeProjects(admin, 0.14);
  const { rows } = await admin.query<{ id: string }>(`SELECT id FROM project WHERE code = '532302-B999999'`);
  place = { scale: 1, lufengId: world.lufeng.id, compoundId: '', projectId: rows[0]?.id ?? '' };
  cases = (await readCases(['projects-list', 'project-detail'])).cases;
});
afterAll(async () => {
  await admin?.end();
  await world?.end();
});

test.each([
  ['projects-list', projectsRoute, 'lufengClerk'],
  ['projects-list-prefecture', projectsRoute, 'prefectureBureau'],
  ['project-detail', projectRoute, 'lufengClerk'],
] as const)('%s', async (name, route, as: Person) => {
  const one = cases.find((found) => found.name === name);
  const { text, values } = one?.sql?.(place) ?? { text: '', values: [] };
  const { rows } = await admin.query<{ body: string }>(text, values);
  const answer = await world.call(route.GET, { as, path: one?.request(place), params: { id: place.projectId } });
  const said = JSON.stringify(answer.json);
  const expected = JSON.parse(rows[0]?.body ?? 'null');
  const check = (body: string) =>
    one?.check({ status: answer.status, contentType: 'application/json', text: body }, expected);
  check(said);
  // one digit of it, made another one
  expect(() => check(said.replace(/"(?:total|quantity)":"?\d+/, (found) => `${found}1`))).toThrow();
});
