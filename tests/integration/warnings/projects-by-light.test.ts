import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as projectsRoute from '@/app/api/v1/projects/route';
import type { ProjectList } from '@/lib/domain/projects/answers';
import { freshen } from '@/lib/server/warnings/fresh';
import { type ProjectMade, projectRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';
import { exported, opened, records, sheetOf } from '../exports/support';
import { finding, itIs, milestone, month } from './random';

let world: World;
let late: ProjectMade;
let good: ProjectMade;
let unplanned: ProjectMade;
let foreign: ProjectMade;

/** 2020年5月20日: one past a limit, one on its way, one that no plan holds yet, and one of another county that has begun nothing. */
beforeAll(async () => {
  world = await makeWorld();
  await itIs(world, '2020-05-20');
  [late, good] = [
    await projectRow(world, { county: 'lufeng', stage: 8 }),
    await projectRow(world, { county: 'lufeng', stage: 8 }),
  ];
  unplanned = await projectRow(world, { county: 'lufeng', stage: 3 });
  foreign = await projectRow(world, { county: 'shuangbai', stage: 8 });
  await finding(world, late, '2020-05-01', '2020-05-10');
  for (const project of [late, good]) {
    await milestone(world, project, 'start', '2020-02-10');
    for (const [at, percent] of [30, 55, 82].entries()) await month(world, project, `2020-0${at + 2}-01`, percent);
  }
}, 60_000);
afterAll(() => world.end());

async function list(as: Person, query = ''): Promise<ProjectList> {
  const called = await world.call(projectsRoute.GET, { as, path: `/api/v1/projects${query}` });
  expect(called.status).toBe(200);
  return called.json as ProjectList;
}
const lights = ({ items }: ProjectList) => new Map(items.map(({ id, light }) => [id, light]));
const found = async (as: Person, query: string) => {
  const { items, total } = await list(as, query);
  expect(total).toBe(items.length);
  return new Set(items.map(({ id }) => id));
};

describe('改造项目列表的灯', () => {
  test('what nobody has reckoned yet has no light, and is found under none', async () => {
    expect([...lights(await list('prefectureBureau')).values()]).toEqual([null, null, null, null]);
    for (const light of ['red', 'yellow', 'green', 'none'])
      expect((await found('prefectureBureau', `?light=${light}`)).size).toBe(0);
  });

  test('reckoned, each line has the light of the watch list', async () => {
    await freshen({});
    expect(lights(await list('prefectureBureau'))).toEqual(
      new Map([
        [late.id, 'red'],
        [good.id, 'green'],
        [unplanned.id, 'none'],
        [foreign.id, 'red'],
      ]),
    );
  });

  test('narrowed to a light, within one’s own county, together with other conditions and page by page', async () => {
    expect(await found('prefectureBureau', '?light=red')).toEqual(new Set([late.id, foreign.id]));
    expect(await found('prefectureBureau', `?light=red&county=${world.shuangbai.id}`)).toEqual(new Set([foreign.id]));
    expect(await found('lufengClerk', '?light=red')).toEqual(new Set([late.id]));
    expect(await found('lufengClerk', `?light=red&county=${world.shuangbai.id}`)).toEqual(new Set());
    expect(await found('shuangbaiClerk', '?light=green')).toEqual(new Set());
    expect(await found('lufengClerk', '?light=none&stage=3')).toEqual(new Set([unplanned.id]));
    const first = await list('prefectureBureau', '?light=red&limit=1');
    expect([first.items.length, first.total]).toEqual([1, 2]);
    const second = await list('prefectureBureau', `?light=red&limit=1&cursor=${first.nextCursor}`);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id))).toEqual(new Set([late.id, foreign.id]));
  });

  test('a community sees the light of its own projects, and another community none', async () => {
    expect((await found('lufengCommunity', '?light=red')).has(late.id)).toBe(true);
    expect((await found('lufengCommunity', '?light=red')).has(foreign.id)).toBe(false);
    expect((await found('lufengCommunity2', '?light=red')).size).toBe(0);
  });

  test('a colour that does not exist is refused', async () => {
    const called = await world.call(projectsRoute.GET, { as: 'lufengClerk', path: '/api/v1/projects?light=amber' });
    expect(called.status).toBe(400);
  });

  test('what was recorded since takes the light away: green is never shown of what is not reckoned', async () => {
    await finding(world, good, '2020-05-01', '2020-05-10');
    expect(lights(await list('lufengClerk')).get(good.id)).toBeNull();
    expect(await found('lufengClerk', '?light=green')).toEqual(new Set());
  });

  test('a file of the list reckons first, and says the light in words', async () => {
    const rows = records(
      sheetOf(await opened(await exported(world, 'lufengClerk', { kind: 'projects-list' })), '改造项目'),
    );
    expect(new Map(rows.map((row) => [row.项目编号, row.灯]))).toEqual(
      new Map((await list('lufengClerk')).items.map(({ code, id }) => [code, id === unplanned.id ? '不亮灯' : '红灯'])),
    );
    const red = { kind: 'projects-list', query: { light: 'green' } };
    expect(records(sheetOf(await opened(await exported(world, 'lufengClerk', red)), '改造项目'))).toEqual([]);
  });
});
