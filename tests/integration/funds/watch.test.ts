import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as idleRoute from '@/app/api/v1/funds/idle/route';
import * as paceRoute from '@/app/api/v1/funds/pace/route';
import * as shortagesRoute from '@/app/api/v1/funds/shortages/route';
import * as workbookRoute from '@/app/api/v1/funds/watch.xlsx/route';
import type { IdleAnswer, PaceAnswer, ShortageAnswer } from '@/lib/domain/funds/watch-answers';
import { fundedProject, movedRow, paidRow } from '../../support/fund-rows';
import type { ProjectMade } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let idle: ProjectMade;
let fresh: ProjectMade;
let poor: ProjectMade;

/** So many days before the database's today. */
async function ago(days: number): Promise<string> {
  const { rows } = await world.owner.query<{ day: string }>('SELECT (anju_today() - $1::int)::text AS day', [days]);
  return rows[0]?.day ?? '';
}

beforeAll(async () => {
  world = await makeWorld();
  const { lufeng, shuangbai } = world;
  idle = await fundedProject(world, { name: '闲置', plan: { central: 500 }, contractSum: 400 });
  fresh = await fundedProject(world, { name: '新到', plan: { central: 100 }, contractSum: 100 });
  poor = await fundedProject(world, {
    county: 'shuangbai',
    name: '缺钱',
    plan: { central: 700, residents: 50 },
    contractSum: 600,
  });
  const moved = (
    project: ProjectMade | null,
    movement: 'allocated' | 'received' | 'assigned',
    amount: number,
    on: string,
  ) => movedRow(world, project === poor ? shuangbai : lufeng, { projectId: project?.id ?? null, movement, amount, on });
  await moved(idle, 'allocated', 500, await ago(200));
  await moved(idle, 'received', 300, await ago(200));
  await moved(idle, 'received', 100, await ago(90));
  const wrong = await moved(idle, 'received', 50, await ago(150));
  await insert(world.owner, 'ledger_entry', {
    ...{ county_id: lufeng.id, kind: 'reversed', reverses_id: wrong, source: 'central', earmark: 'general', amount: 1 },
    ...{ entry_on: await ago(149), voucher_no: '冲', note: '重复登记', created_by: world.actors.lufengClerk.accountId },
    programme_year_id: (await world.owner.query('SELECT id FROM programme_year WHERE year = 2020')).rows[0].id,
  });
  await paidRow(world, idle, { amount: 120, on: await ago(60) });
  await moved(idle, 'received', 60, await ago(89));
  await moved(fresh, 'allocated', 100, await ago(300));
  await moved(fresh, 'received', 100, await ago(300));
  await paidRow(world, fresh, { amount: 100, on: await ago(1) });
  await moved(null, 'allocated', 70, await ago(100));
  await moved(fresh, 'assigned', 20, await ago(5));
  await moved(poor, 'allocated', 200, await ago(91));
  await moved(poor, 'received', 30, await ago(91));
  await moved(poor, 'allocated', 10, await ago(3));
});
afterAll(() => world.end());

const get = async <T>(handler: typeof idleRoute.GET, as: Person, query = '') =>
  (await world.call(handler, { as, path: `/api/v1/x${query}` })).json as T;
const idleOf = (as: Person, query = '') => get<IdleAnswer>(idleRoute.GET, as, query);
const shortOf = (as: Person, query = '') => get<ShortageAnswer>(shortagesRoute.GET, as, query);

describe('idle money', () => {
  test('first in, first out: of 460 received and 120 paid, 280 came ninety days ago or before; the pool of the county too', async () => {
    const { items, total, idle: sum, days } = await idleOf('lufengClerk');
    expect(days).toBe(90);
    expect(items.map((row) => [row.project?.name ?? null, row.left, row.idle, row.days])).toEqual([
      ['闲置', '340.00', '280.00', 200],
      [null, '50.00', '50.00', 100],
    ]);
    expect([total, sum]).toEqual([2, '330.00']);
  });

  test('filters, and pages beyond the end', async () => {
    expect((await idleOf('lufengClerk', '?place=pool')).items).toHaveLength(1);
    expect((await idleOf('lufengClerk', '?source=bonds')).items).toEqual([]);
    expect((await idleOf('lufengClerk', '?year=2019')).total).toBe(0);
    expect((await idleOf('lufengClerk', '?page=2')).items).toEqual([]);
  });

  test('the prefecture sees all counties, a county its own, a town none', async () => {
    expect((await idleOf('prefectureFinance')).total).toBe(3);
    expect((await idleOf('shuangbaiClerk')).items).toMatchObject([{ project: { name: '缺钱' }, idle: '30.00' }]);
    expect((await idleOf('shuangbaiClerk', `?county=${world.lufeng.id}`)).total).toBe(0);
    expect((await idleOf('lufengTown')).total).toBe(0);
  });
});

describe('shortages', () => {
  test('of the plan, of what was allocated, of what the contracts ask for: each by hand', async () => {
    const { items, sums, total } = await shortOf('prefectureBureau');
    expect(items.map((row) => [row.project.name, row.gap, row.late, row.lateDays, row.short])).toEqual([
      ['缺钱', '540.00', '170.00', 91, '570.00'],
      ['闲置', '0.00', '40.00', 200, '0.00'],
    ]);
    expect(items[0]?.gaps).toEqual([
      { source: 'central', kind: '', amount: '490.00' },
      { source: 'residents', kind: '', amount: '50.00' },
    ]);
    expect([sums, total]).toEqual([{ gap: '540.00', late: '210.00', short: '570.00' }, 2]);
  });

  test('by kind and county; whoever is not of the bodies sees none', async () => {
    const names = async (as: Person, query: string) =>
      (await shortOf(as, query)).items.map(({ project }) => project.name);
    expect(await names('prefectureBureau', '?kind=gap')).toEqual(['缺钱']);
    expect(await names('lufengClerk', '?kind=late')).toEqual(['闲置']);
    expect(await names('lufengClerk', `?county=${world.shuangbai.id}`)).toEqual([]);
    expect(await names('lufengEntity', '')).toEqual([]);
  });
});

test('the pace is of what a year received, county by county; who received nothing is not judged', async () => {
  const all = (await get<{ items: PaceAnswer[] }>(paceRoute.GET, 'prefectureLeader')).items;
  // 2020 is over: all of it should be paid
  expect(all.map(({ county, received, paid, state, behind }) => [county.id, received, paid, state, behind])).toEqual([
    [world.lufeng.id, '560.00', '220.00', 'farBehind', 6072],
    [world.shuangbai.id, '30.00', '0.00', 'farBehind', 10_000],
  ]);
  expect((await get<{ items: PaceAnswer[] }>(paceRoute.GET, 'shuangbaiClerk')).items).toHaveLength(1);
});

test('both lists go out as one workbook', async () => {
  const { status, response } = await world.call(workbookRoute.GET, { as: 'lufengClerk' });
  expect(status).toBe(200);
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
});

test('a withdrawn project lacks nothing', async () => {
  await world.owner.query(`UPDATE project SET status = 'withdrawn' WHERE id = $1`, [poor.id]);
  expect((await shortOf('prefectureBureau', '?kind=gap')).items).toEqual([]);
});
