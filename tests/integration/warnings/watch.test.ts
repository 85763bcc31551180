import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as watchRoute from '@/app/api/v1/watch/route';
import type { WatchAnswer } from '@/lib/domain/warnings/answers';
import { withActor } from '@/lib/server/db/with-actor';
import { freshLights } from '@/lib/server/tasks/lights';
import { tasksFor } from '@/lib/server/tasks/queries';
import { lightOfProject, watchList } from '@/lib/server/warnings/watch';
import { type ProjectMade, projectRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';
import { finding, itIs, milestone, month } from './random';

let world: World;
let late: ProjectMade;
let slow: ProjectMade;
let good: ProjectMade;
let foreign: ProjectMade;

/** 2020年5月20日: one past its limit, one too slow, one on its way, one of another county that has begun nothing. */
beforeAll(async () => {
  world = await makeWorld();
  await itIs(world, '2020-05-20');
  [late, slow, good] = [await works(), await works(), await works()];
  foreign = await projectRow(world, { county: 'shuangbai', stage: 8 });
  await finding(world, late, '2020-05-01', '2020-05-10');
  for (const [project, paces] of [
    [late, [30, 55, 80]],
    [slow, [10, 20, 30]],
    [good, [30, 55, 82]],
  ] as const)
    for (const [at, percent] of paces.entries()) await month(world, project, `2020-0${at + 2}-01`, percent);
}, 60_000);
afterAll(() => world.end());

async function works(): Promise<ProjectMade> {
  const project = await projectRow(world, { county: 'lufeng', stage: 8 });
  await milestone(world, project, 'start', '2020-02-10');
  return project;
}

async function list(as: Person, query = ''): Promise<WatchAnswer> {
  const called = await world.call(watchRoute.GET, { as, path: `/api/v1/watch${query}` });
  expect(called.status).toBe(200);
  return called.json as WatchAnswer;
}
const lights = ({ items }: WatchAnswer) => items.map(({ project, light }) => [project.id, light]);

describe('预警清单', () => {
  test('the prefecture sees all counties, the gravest light and the nearest date first', async () => {
    const all = await list('prefectureBureau');
    expect(lights(all)).toEqual([
      [foreign.id, 'red'],
      [late.id, 'red'],
      [slow.id, 'yellow'],
      [good.id, 'green'],
    ]);
    expect(all).toMatchObject({ today: '2020-05-20', total: 4, totals: { red: 2, yellow: 1, green: 1 } });
    expect(all.items[2]).toMatchObject({
      ...{ county: { id: world.lufeng.id }, year: 2020, percent: 3000, dueOn: '2020-06-30' },
      forecast: {
        kind: 'projected',
        earliest: '2020-11-30',
        middle: '2020-11-30',
        latest: '2020-11-30',
        from: '2020-04-30',
      },
      reasons: [
        { code: 'light.paceMisses', params: { date: '2020-11-30', due: '2020-06-30' }, clause: '决定/竣工预测' },
      ],
    });
    // 29 Feb to 30 June are 122 days, of which 81 are over
    expect(all.items[2]?.expected).toBe(6639);
  });

  test('a county sees its own, and nothing of another by asking for it', async () => {
    const own = await list('lufengClerk');
    expect(own).toMatchObject({ total: 3, totals: { red: 1, yellow: 1, green: 1 } });
    const other = await list('lufengClerk', `?county=${world.shuangbai.id}`);
    expect(other).toMatchObject({ total: 0, totals: { red: 0, yellow: 0, green: 0 }, items: [] });
    expect(await lightOfProject(world.actors.lufengClerk, foreign.id)).toBeNull();
  });

  test('narrowed by light, county and year; the totals stay those of all lights', async () => {
    const yellow = await list('prefectureBureau', '?light=yellow');
    expect([lights(yellow), yellow.total, yellow.totals.red]).toEqual([[[slow.id, 'yellow']], 1, 2]);
    expect((await list('prefectureBureau', `?county=${world.shuangbai.id}`)).total).toBe(1);
    expect((await list('prefectureBureau', '?year=2019')).total).toBe(0);
    expect((await list('prefectureBureau', '?page=2')).items).toEqual([]);
  });

  test.each(['?light=none', '?light=blue', '?page=0', '?year=20', '?county=x', '?why=1'])(
    'an address that means nothing is refused: %s',
    async (query) =>
      expect((await world.call(watchRoute.GET, { as: 'prefectureBureau', path: `/api/v1/watch${query}` })).status).toBe(
        400,
      ),
  );

  test('leaders look at it; a community sees the projects with a compound of its own', async () => {
    expect((await list('prefectureLeader')).total).toBe(4);
    const own = await list('lufengCommunity');
    expect(own).toMatchObject({ total: 3, totals: { red: 1, yellow: 1, green: 1 } });
    expect((await list('lufengCommunity2')).total).toBe(0);
  });
});

describe('待办', () => {
  const task = async (as: Person) => {
    const actor = world.actors[as];
    await freshLights(actor);
    const { items } = await withActor(actor, (tx) => tasksFor(tx, actor));
    return items.find(({ kind }) => kind === 'lights');
  };

  test('one line says how many are red and how many have turned yellow this week', async () => {
    const line = { light: 'red', href: '/watch?light=red' };
    expect(await task('lufengClerk')).toMatchObject({ ...line, params: { red: 1, yellow: 1 } });
    expect(await task('prefectureBureau')).toMatchObject({ ...line, params: { red: 2, yellow: 1 } });
    expect(await task('lufengCommunity')).toBeUndefined();
  });

  test('a week later the yellow one is no news, and what was put right is gone', async () => {
    await itIs(world, '2020-05-28');
    await world.owner.query(
      `UPDATE finding SET status = 'rectified', rectified_on = '2020-05-28', rectification = '已修' WHERE project_id = $1`,
      [late.id],
    );
    expect(await task('lufengClerk')).toBeUndefined();
    const { totals } = await watchList(world.actors.lufengClerk, { page: 1 });
    expect(totals).toEqual({ red: 0, yellow: 1, green: 2 });
  });
});
