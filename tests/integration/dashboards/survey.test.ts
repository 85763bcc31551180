import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET, POST } from '@/app/api/v1/dashboards/survey/route';
import type { SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { surveyDashboardSchema } from '@/lib/domain/dashboards/schema';
import { makeWorld, type Person, type World } from '../../support/world';
import { addCompound, addSurvey } from './compounds';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await addSurvey(world);
});
afterAll(() => world.end());

const PATH = '/api/v1/dashboards/survey';

async function look(as: Person, query = ''): Promise<SurveyDashboard> {
  const answer = await world.call(GET, { as, path: `${PATH}${query}` });
  expect(answer.status).toBe(200);
  return surveyDashboardSchema.parse(answer.json);
}

describe('who sees which figures', () => {
  test('the prefecture sees both counties, and one of them when it asks for it', async () => {
    const all = await look('prefectureBureau');
    expect(all.totals.all.compounds).toBe(5);
    expect(all.units.map(({ name, all: sums }) => [name, sums.compounds])).toEqual([
      ['禄丰市', 4],
      ['双柏县', 1],
    ]);
    const one = await look('prefectureLeader', `?county=${world.shuangbai.id}`);
    expect(one.unit).toMatchObject({ name: '双柏县', level: 'county' });
    expect(one.totals.all.compounds).toBe(1);
  });

  test('a county sees itself alone, by street, with what stands in no street', async () => {
    for (const person of ['lufengClerk', 'lufengLeader', 'lufengFinance'] as const) {
      const own = await look(person);
      expect(own.unit.name).toBe('禄丰市');
      expect(own.units.map(({ name, all }) => [name, all.compounds])).toEqual([
        ['金山镇', 2],
        ['广通镇', 1],
        ['', 1],
      ]);
    }
    expect((await look('shuangbaiClerk')).totals.all.compounds).toBe(1);
  });

  test("another county's id is not found, whoever of a county asks", async () => {
    for (const as of ['lufengClerk', 'lufengLeader', 'lufengTown', 'lufengCommunity'] as const) {
      const answer = await world.call(GET, { as, path: `${PATH}?county=${world.shuangbai.id}` });
      expect([answer.status, (answer.json as { code: string }).code]).toEqual([404, 'not_found']);
    }
  });

  test('a town sees its communities, a community its own compounds', async () => {
    const town = await look('lufengTown');
    expect(town.totals.all.compounds).toBe(2);
    expect(town.units.map(({ all }) => all.compounds)).toEqual([1, 1]);
    const community = await look('lufengCommunity');
    expect(community).toMatchObject({ by: null, units: [], unit: { level: 'community' } });
    expect(community.totals.eligible).toEqual({ compounds: 1, buildings: 2, households: 3, floorArea: '500.03' });
  });

  test.each([
    ['nobody', {}, 401, 'sign_in_required'],
    ['people of projects', { as: 'lufengEntity' }, 403, 'forbidden'],
    ['an unknown parameter', { as: 'lufengClerk', path: `${PATH}?countyy=1` }, 400, 'invalid_input'],
    ['no id', { as: 'lufengClerk', path: `${PATH}?county=lufeng` }, 400, 'invalid_input'],
  ] as const)('%s', async (_, options, status, code) => {
    const answer = await world.call(GET, options);
    expect([answer.status, (answer.json as { code: string }).code]).toEqual([status, code]);
  });

  test('nothing is written here', async () => {
    const answer = await world.call(POST, { as: 'prefectureBureau', method: 'POST', body: {} });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  });
});

describe('what the figures say', () => {
  test('the totals equal an independent count of the rows themselves', async () => {
    const { rows } = await world.owner.query(`
      SELECT c.eligibility, count(*)::int AS compounds,
        sum(coalesce(nullif((SELECT count(*) FROM building b WHERE b.compound_id = c.id AND b.status = 'active'), 0), c.stated_buildings, 0))::int AS buildings,
        sum(coalesce(nullif((SELECT count(*) FROM household h WHERE h.compound_id = c.id AND h.status = 'active'), 0), c.stated_households, 0))::int AS households,
        to_char(sum(coalesce(nullif((SELECT sum(floor_area) FROM building b WHERE b.compound_id = c.id AND b.status = 'active'), 0), c.stated_floor_area, 0)) / 100, 'FM999990.00') AS floor
      FROM compound c WHERE c.status = 'active' GROUP BY c.eligibility`);
    const { totals } = await look('prefectureBureau');
    for (const row of rows) {
      expect(totals[row.eligibility as 'eligible']).toEqual({
        compounds: row.compounds,
        buildings: row.buildings,
        households: row.households,
        floorArea: row.floor,
      });
    }
    expect(totals.all.compounds).toBe(
      totals.eligible.compounds + totals.ineligible.compounds + totals.incomplete.compounds,
    );
  });

  test('the units add up to the whole', async () => {
    const { totals, units } = await look('prefectureBureau');
    const hundredths = (text: string) => BigInt(text.replace('.', ''));
    expect(units.reduce((sum, { all }) => sum + all.households, 0)).toBe(totals.all.households);
    expect(units.reduce((sum, { all }) => sum + hundredths(all.floorArea), 0n)).toBe(hundredths(totals.all.floorArea));
  });

  test('missing facilities are ranked from eligible compounds alone', async () => {
    expect((await look('prefectureBureau')).facilities.map(({ key, missing }) => [key, missing])).toEqual([
      ['drainage', 2],
      ['roads', 1],
      ['parking', 1],
    ]);
  });

  test('why ineligible, and what keeps 资料不全 compounds undecided', async () => {
    const { reasons, missing, ready } = await look('lufengClerk');
    expect(reasons.ineligible.map(({ code }) => code).sort()).toEqual([
      'eligibility.builtTooLate',
      'eligibility.excluded.urbanVillage',
    ]);
    expect(reasons.incomplete).toEqual([{ code: 'eligibility.missing.yearBuilt', compounds: 1, households: 0 }]);
    expect(missing[0]).toMatchObject({ code: 'readiness.photos', compounds: 2 });
    expect(ready).toBe(1);
  });

  test('by decade; a compound without a year stands by itself', async () => {
    expect((await look('lufengClerk')).decades.map(({ key, all }) => [key, all.compounds])).toEqual([
      ['1980', 1],
      ['1990', 1],
      ['2000', 1],
      ['unknown', 1],
    ]);
  });

  test('what the county states beside what its register holds', async () => {
    expect((await look('lufengClerk')).register).toMatchObject({
      compounds: 4,
      registeredCompounds: 1,
      differing: 1,
      both: { buildings: 0, households: 1, floorArea: 1 },
      stated: { buildings: 0, households: 5, floorArea: '500.00' },
      registered: { buildings: 0, households: 3, floorArea: '500.03' },
    });
  });

  test('what a county adds is there at the next look of the prefecture', async () => {
    const before = await look('prefectureBureau');
    await addCompound(world, { name: '新增小区', county: 'shuangbai', eligibility: 'eligible', statedHouseholds: 7 });
    const after = await look('prefectureBureau');
    expect(after.totals.all.compounds).toBe(before.totals.all.compounds + 1);
    expect(after.totals.eligible.households).toBe(before.totals.eligible.households + 7);
    expect(Date.parse(after.asOf)).toBeGreaterThan(Date.parse(before.asOf));
  });
});
