// What the bench trusts: each case's own check. An answer that is wrong in one place must never be timed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as compound from '@/app/api/v1/compounds/[id]/route';
import * as compounds from '@/app/api/v1/compounds/route';
import * as dashboard from '@/app/api/v1/dashboards/survey/route';
import { readCases } from '@/tests/bench/cases';
import type { BenchCase, Place } from '@/tests/bench/types';
import { statementsOf } from '@/tests/bench/world';
import { makeWorld, type World } from '@/tests/support/world';

let world: World;
let place: Place;
let cases: BenchCase[];

const ELIGIBLE = { yearBuilt: 1992, legalTitle: true, insideTown: true, facilitiesIncomplete: true };
const NOT_RULED_OUT = {
  inShantytownPlan: false,
  plannedDemolition: false,
  mainlySelfBuilt: false,
  urbanVillage: false,
};

beforeAll(async () => {
  world = await makeWorld();
  for (let n = 1; n <= 60; n++) {
    const some = n % 3 === 0 ? {} : { ...ELIGIBLE, ...NOT_RULED_OUT };
    const body = {
      name: `第${n}号院`,
      willingness: 'strong',
      statedHouseholds: n,
      facilities: { septicTanks: 'poor' },
      ...some,
    };
    const made = await world.call(compounds.POST, { as: 'lufengClerk', method: 'POST', body });
    if (made.status !== 201) throw new Error(JSON.stringify(made.json));
    place = { scale: 1, lufengId: world.lufeng.id, compoundId: (made.json as { id: string }).id, projectId: '' };
  }
  cases = (await readCases()).cases;
});
afterAll(() => world?.end());

const named = (name: string): BenchCase => {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
};

async function expected(one: BenchCase): Promise<unknown> {
  const { text, values } = one.sql?.(place) ?? { text: '', values: [] };
  const { rows } = await world.owner.query<{ body: string }>(text, values);
  return JSON.parse(rows[0]?.body ?? 'null');
}

const answered = (text: string, contentType = 'application/json') => ({ status: 200, contentType, text });

const HANDLERS = { compounds, compound, dashboard };
const ASKED = {
  'compounds-list': ['compounds', 'lufengClerk'],
  'compounds-list-prefecture': ['compounds', 'prefectureBureau'],
  'compound-detail': ['compound', 'lufengClerk'],
  'survey-dashboard': ['dashboard', 'prefectureBureau'],
  'survey-dashboard-county': ['dashboard', 'lufengClerk'],
} as const;

async function productSays(name: keyof typeof ASKED): Promise<string> {
  const [handler, as] = ASKED[name];
  const path = named(name).request(place);
  const answer = await world.call(HANDLERS[handler].GET, { as, path, params: { id: place.compoundId } });
  expect(answer.status).toBe(200);
  return JSON.stringify(answer.json);
}

/** One digit of the answer, made another one. */
const WRONG: Record<keyof typeof ASKED, [find: RegExp, put: string][]> = {
  'compounds-list': [
    [/"total":60/, '"total":61'],
    [/"households":1\b/, '"households":2'],
    [/"items":\[\{.*?\},\{"id"/, '"items":[{"id"'],
  ],
  'compounds-list-prefecture': [[/"total":60/, '"total":59']],
  'compound-detail': [
    [/"version":1/, '"version":2'],
    [/"name":"第60号院"/, '"name":"第6号院"'],
  ],
  'survey-dashboard': [
    [/"compounds":60/, '"compounds":61'],
    [/"households":1830/, '"households":1829'],
    [/"poor":40/, '"poor":41'],
  ],
  'survey-dashboard-county': [[/"compounds":60/, '"compounds":59']],
};

describe.each(Object.keys(ASKED) as (keyof typeof ASKED)[])('%s', (name) => {
  test("the product's answer is what the SQL says", async () => {
    const one = named(name);
    one.check(answered(await productSays(name)), await expected(one));
  });
  test('an answer that is wrong in one place is caught', async () => {
    const one = named(name);
    const right = await productSays(name);
    const sql = await expected(one);
    for (const [find, put] of WRONG[name]) {
      const wrong = right.replace(find, put);
      expect(wrong, String(find)).not.toBe(right);
      expect(() => one.check(answered(wrong), sql), String(find)).toThrow();
    }
    expect(() => one.check(answered('{}'), sql)).toThrow();
  });
});

describe('pages', () => {
  test('a list page without one of its compounds, or in another order, is caught', async () => {
    const one = named('page-compounds');
    const rows = (await expected(one)) as [string, string, number][];
    const page = (list: typeof rows) => list.map(([id, name]) => `<a href="/compounds/${id}">${name}</a>`).join('');
    one.check(answered(page(rows), 'text/html'), rows);
    for (const wrong of [rows.slice(1), rows.slice(0, -1), [...rows].reverse()])
      expect(() => one.check(answered(page(wrong), 'text/html'), rows)).toThrow();
    expect(() => one.check({ ...answered(page(rows), 'text/html'), status: 500 }, rows)).toThrow();
    expect(() => one.check(answered(page(rows)), rows)).toThrow();
  });
  test('a dashboard page that shows another figure is caught', async () => {
    const one = named('page-dashboard');
    const figures = await expected(one);
    expect(figures).toEqual([60, 40]);
    one.check(answered('<p>60</p><p>40</p>', 'text/html'), figures);
    expect(() => one.check(answered('<p>61</p><p>40</p>', 'text/html'), figures)).toThrow();
  });
});

test('every case that is measured beside the bare servers has its SQL; names are apart', () => {
  const sql = cases.filter(({ yardstick }) => yardstick === 'sql').map(({ name }) => name);
  expect(Object.keys(statementsOf(cases, place)).sort()).toEqual([...sql].sort());
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});
