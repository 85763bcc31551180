import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as budgetsRoute from '@/app/api/v1/annual-plans/[id]/budgets/route';
import * as confirmRoute from '@/app/api/v1/annual-plans/[id]/confirm/route';
import * as docxRoute from '@/app/api/v1/annual-plans/[id]/docx/route';
import * as entryRoute from '@/app/api/v1/annual-plans/[id]/entries/[projectId]/route';
import * as listRoute from '@/app/api/v1/annual-plans/[id]/list.xlsx/route';
import * as planRoute from '@/app/api/v1/annual-plans/[id]/route';
import * as whatIfRoute from '@/app/api/v1/annual-plans/[id]/what-if/route';
import * as plansRoute from '@/app/api/v1/annual-plans/route';
import * as rankingRoute from '@/app/api/v1/ranking/route';
import type { PlanDetail, RankedAnswer, WhatIfAnswer } from '@/lib/domain/annual/answers';
import { planOfProject } from '@/lib/server/annual/plan-of-project';
import { programmeProgress } from '@/lib/server/annual/progress';
import { withActor } from '@/lib/server/db/with-actor';
import { accepted, type YearProject, yearProject } from '../../support/annual-rows';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
let best: YearProject;
let dear: YearProject;
let cheap: YearProject;
let foreign: YearProject;

beforeAll(async () => {
  world = await makeWorld();
  const { lufeng, shuangbai } = world;
  best = await yearProject(world, lufeng, { name: '最愿改', agree: 10, asks: { local: 600_000 } });
  dear = await yearProject(world, lufeng, { name: '太贵', agree: 9, asks: { local: 820_000, residents: 10_000 } });
  cheap = await yearProject(world, lufeng, { name: '便宜', agree: 8, asks: { local: 300_000 } });
  foreign = await yearProject(world, shuangbai, { name: '双柏的', agree: 7, asks: { local: 100_000 } });
  for (const one of [best, dear, cheap, foreign]) await accepted(world, one);
});
afterAll(() => world.end());

const codesOf = (json: unknown) => (json as { reasons?: { code: string }[] }).reasons?.map(({ code }) => code);
const create = (as: Person = 'prefectureBureau') =>
  world.call(plansRoute.POST, { as, method: 'POST', body: { year: 2020 } });
const detail = async (id: string, as: Person = 'prefectureBureau') =>
  (await world.call(planRoute.GET, { as, params: { id } })).json as PlanDetail;
const send = (
  handler: typeof budgetsRoute.PUT,
  method: 'PUT' | 'POST',
  id: string,
  body: object,
  { as = 'prefectureBureau', version, projectId }: { as?: Person; version?: number; projectId?: string } = {},
) =>
  world.call(handler, {
    as,
    method,
    params: { id, ...(projectId ? { projectId } : {}) },
    body,
    ...(version ? { headers: { 'if-match': `"${version}"` } } : {}),
  });
const pot = (amount: string) => ({ budgets: [{ countyId: null, source: 'local', amount }], minimum: [] });
const DOCUMENT = { documentNo: '楚住建发〔2020〕8号', documentOn: '2020-03-20' };
const names = (plan: PlanDetail, chosen: boolean) =>
  plan.entries.filter(({ verdict }) => verdict?.chosen === chosen).map(({ project }) => project.name);

describe('ranking', () => {
  test('the prefecture and its partners see the order of all; a county its own, without rank', async () => {
    const ask = async (as: Person) =>
      (
        (await world.call(rankingRoute.GET, { as, path: '/api/v1/ranking?year=2020' })).json as {
          items: RankedAnswer[];
        }
      ).items;
    const all = await ask('prefectureFinance');
    expect(all.map(({ rank, project }) => [rank, project.name])).toEqual([
      [1, '最愿改'],
      [2, '太贵'],
      [3, '便宜'],
      [4, '双柏的'],
    ]);
    const willingness = all[1]?.factors.find(({ factor }) => factor === 'willingness');
    expect(willingness).toMatchObject({ score: '90.00', weight: 40 });
    expect(willingness?.parts[0]).toMatchObject({ part: '9', whole: '10', points: '90.00' });
    expect((await ask('shuangbaiClerk')).map(({ rank, project }) => [rank, project.name])).toEqual([[null, '双柏的']]);
    expect((await world.call(rankingRoute.GET, { as: 'lufengTown', path: '/api/v1/ranking?year=2020' })).status).toBe(
      403,
    );
    const unknown = await world.call(rankingRoute.GET, { as: 'prefectureBureau', path: '/api/v1/ranking?year=2031' });
    expect(codesOf(unknown.json)).toEqual(['annual.yearUnknown']);
  });
});

describe('the plan of a year', () => {
  let plan: PlanDetail;

  test('is begun by the prefecture bureau alone, one draft at a time', async () => {
    for (const as of ['lufengClerk', 'prefectureFinance'] as const) expect((await create(as)).status).toBe(403);
    const both = await Promise.all([create(), create('prefectureBureau2')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    plan = both.find(({ status }) => status === 201)?.json as unknown as PlanDetail;
    expect(plan).toMatchObject({ no: 1, status: 'draft', whole: true, weights: { condition: 40 } });
    expect(names(plan, true)).toEqual([]);
  });

  test('money decides in ranking order; what is lacking is said exactly', async () => {
    const answer = await send(budgetsRoute.PUT, 'PUT', plan.id, pot('1000000'), { version: plan.version });
    plan = answer.json as unknown as PlanDetail;
    expect(names(plan, true)).toEqual(['最愿改', '便宜', '双柏的']);
    expect(plan.entries[1]?.verdict).toMatchObject({
      why: 'money',
      short: [{ source: 'local', amount: '420000.00' }],
      extra: [{ source: 'local', amount: '420000.00' }],
      withOthers: false,
    });
    expect(plan.budgets).toEqual([{ countyId: null, source: 'local', amount: '1000000.00', used: '1000000.00' }]);
    const stale = await send(budgetsRoute.PUT, 'PUT', plan.id, pot('5'), { version: plan.version - 1 });
    expect(stale.status).toBe(409);
    const stranger = { ...pot('5'), minimum: [{ countyId: world.prefectureId, minimum: 1 }] };
    expect((await send(budgetsRoute.PUT, 'PUT', plan.id, stranger, { version: plan.version })).status).toBe(404);
  });

  test('what if there were more: who comes in and who falls out, and nothing is saved', async () => {
    const answer = await send(whatIfRoute.POST, 'POST', plan.id, pot('1420000'), { as: 'prefectureFinance' });
    expect(answer.json as unknown as WhatIfAnswer).toMatchObject({
      was: 3,
      chosen: 2,
      comesIn: [{ name: '太贵' }],
      fallsOut: [{ name: '便宜' }, { name: '双柏的' }],
    });
    expect((await detail(plan.id)).version).toBe(plan.version);
    const county = await send(whatIfRoute.POST, 'POST', plan.id, pot('1'), { as: 'lufengClerk' });
    expect(codesOf(county.json)).toEqual(['annual.wholePrefecture']);
  });

  test('locks need their reason, and hold; a lock beyond the money is refused at the end, loudly', async () => {
    const lock = (lockTo: 'in' | 'out' | null, why?: string) =>
      send(
        entryRoute.PUT,
        'PUT',
        plan.id,
        { lock: lockTo, reason: why },
        { version: plan.version, projectId: dear.id },
      );
    expect(codesOf((await lock('in')).json)).toEqual(['annual.lockReason']);
    plan = (await lock('in', '州政府督办')).json as unknown as PlanDetail;
    expect(names(plan, true)).toEqual(['太贵', '双柏的']);
    const poor = await send(budgetsRoute.PUT, 'PUT', plan.id, pot('600000'), { version: plan.version });
    plan = poor.json as unknown as PlanDetail;
    expect(plan.lockShort).toEqual([dear.id]);
    const refused = await send(confirmRoute.POST, 'POST', plan.id, DOCUMENT, { version: plan.version });
    expect(codesOf(refused.json)).toEqual(['annual.lockShort']);
    plan = (await lock(null)).json as unknown as PlanDetail;
    plan = (await send(budgetsRoute.PUT, 'PUT', plan.id, pot('1000000'), { version: plan.version }))
      .json as unknown as PlanDetail;
    const absent = { version: plan.version, projectId: world.lufeng.id };
    expect((await send(entryRoute.PUT, 'PUT', plan.id, { lock: 'out', reason: '无' }, absent)).status).toBe(404);
  });

  test('a county reads its own rows of a draft, and no choice', async () => {
    const own = await detail(plan.id, 'shuangbaiClerk');
    expect(own.entries.map(({ project, verdict, rank }) => [project.name, verdict, rank])).toEqual([
      ['双柏的', null, null],
    ]);
    expect(own).toMatchObject({ whole: false, counties: [{ id: world.shuangbai.id }] });
  });

  test('two confirm at once: exactly one; targets are set, and nothing changes any more', async () => {
    const confirm = (as: Person) => send(confirmRoute.POST, 'POST', plan.id, DOCUMENT, { as, version: plan.version });
    const both = await Promise.all([confirm('prefectureBureau'), confirm('prefectureBureau2')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    plan = await detail(plan.id);
    expect(plan).toMatchObject({ status: 'confirmed', documentNo: DOCUMENT.documentNo });
    expect(names(plan, true)).toEqual(['最愿改', '便宜', '双柏的']);
    expect(plan.entries[1]?.verdict?.short).toEqual([{ source: 'local', amount: '420000.00' }]);
    const { rows } = await world.owner.query(
      'SELECT county_id, compounds, households FROM county_target WHERE plan_id = $1 ORDER BY compounds DESC',
      [plan.id],
    );
    expect(rows).toEqual([
      { county_id: world.lufeng.id, compounds: 2, households: 20 },
      { county_id: world.shuangbai.id, compounds: 1, households: 10 },
    ]);
    const again = await send(budgetsRoute.PUT, 'PUT', plan.id, pot('1'), { version: plan.version });
    expect(codesOf(again.json)).toEqual(['annual.confirmed']);
    // what is recorded later moves no score that was confirmed
    await world.owner.query('UPDATE compound SET decisive_year = 1960 WHERE id = $1', [cheap.compoundId]);
    expect((await detail(plan.id)).entries).toEqual(plan.entries);
    const own = await detail(plan.id, 'shuangbaiClerk');
    expect(own.entries.map(({ project, rank }) => [project.name, rank])).toEqual([['双柏的', 4]]);
  });

  test('who stands in it may begin its drawings; the programme counts it', async () => {
    const { prefectureBureau, lufengClerk } = world.actors;
    await withActor(lufengClerk, async (tx) => {
      expect(await planOfProject(tx, best.id)).toMatchObject({ year: 2020, no: 1, rank: 1 });
      expect(await planOfProject(tx, dear.id)).toBeNull();
      expect(await planOfProject(tx, foreign.id)).toBeNull();
    });
    const bases = [{ countyId: world.lufeng.id, name: '禄丰市', surveyed: 10 }];
    await world.owner.query('UPDATE project SET stage = 10 WHERE id = $1', [best.id]);
    const progress = await withActor(prefectureBureau, (tx) =>
      programmeProgress(tx, prefectureBureau, [{ year: 2020, targetShare: 70, bases }]),
    );
    expect(progress.get(2020)?.counties[0]).toMatchObject({ needed: 7, planned: 2, completedSoFar: 1, missing: 6 });
    await world.owner.query('UPDATE project SET stage = 6 WHERE id = $1', [best.id]);
  });

  test('is adjusted by document with a reason, starting from the former', async () => {
    const draft = (await create()).json as unknown as PlanDetail;
    expect(draft).toMatchObject({ no: 2, former: { no: 1, comesIn: [], fallsOut: [] } });
    expect(
      draft.entries
        .filter(({ lock }) => lock === 'in')
        .map(({ project }) => project.name)
        .toSorted(),
    ).toEqual(['便宜', '双柏的', '最愿改'].toSorted());
    const rich = (await send(budgetsRoute.PUT, 'PUT', draft.id, pot('2000000'), { version: draft.version }))
      .json as unknown as PlanDetail;
    expect(rich.former?.comesIn).toMatchObject([{ name: '太贵' }]);
    const bare = await send(confirmRoute.POST, 'POST', draft.id, DOCUMENT, { version: rich.version });
    expect(codesOf(bare.json)).toEqual(['annual.adjustmentReason']);
    const ahead = { documentNo: '楚住建发〔2020〕9号', documentOn: '2999-01-01', reason: '资金增加' };
    expect(codesOf((await send(confirmRoute.POST, 'POST', draft.id, ahead, { version: rich.version })).json)).toEqual([
      'annual.documentInFuture',
    ]);
    const body = { ...ahead, documentOn: '2020-04-20' };
    const done = await send(confirmRoute.POST, 'POST', draft.id, body, { version: rich.version });
    expect(done.json).toMatchObject({ status: 'confirmed', reason: '资金增加' });
    await withActor(world.actors.lufengClerk, async (tx) => {
      expect(await planOfProject(tx, dear.id)).toMatchObject({ no: 2 });
    });
  });

  test('prints as an official paper and as a list', async () => {
    for (const [handler, type] of [
      [docxRoute.GET, 'wordprocessingml'],
      [listRoute.GET, 'spreadsheetml'],
    ] as const) {
      const answer = await world.call(handler, { as: 'lufengClerk', params: { id: plan.id } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain(type);
    }
  });
});
