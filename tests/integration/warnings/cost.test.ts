import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as watchRoute from '@/app/api/v1/watch/route';
import { fraction, plus, roundHalfUp, sumOfFractions } from '@/lib/domain/kernel/fraction';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import { suppose } from '@/lib/domain/scorecards/what-if';
import type { WatchAnswer } from '@/lib/domain/warnings/answers';
import { clockAt } from '../../support/clock';
import { yearOf } from '../../support/fund-rows';
import { type ProjectMade, projectRow, stageRow } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';
import { lufengFacts } from '../scorecards/reading';
import { itIs, milestone } from './random';

let world: World;
let project: ProjectMade;
let foreign: ProjectMade;
let planId: string;

/** 禄丰市 must complete six compounds; 双柏县 is set none. */
beforeAll(async () => {
  world = await makeWorld();
  await itIs(world, '2020-06-20');
  project = await projectRow(world, { stage: 8, compounds: 2 });
  foreign = await projectRow(world, { county: 'shuangbai', stage: 8 });
  for (const one of [project, foreign]) await milestone(world, one, 'start', '2020-02-10');
  const by = world.actors.prefectureBureau.accountId;
  planId = await insert(world.owner, 'annual_plan', {
    ...{ prefecture_id: world.prefectureId, programme_year_id: await yearOf(world), no: 1, title: '年度计划' },
    ...{ weights: '{}', created_by: by },
  });
  for (const one of [project, foreign])
    await world.owner.query(
      'INSERT INTO annual_plan_entry (plan_id, project_id, county_id, chosen) VALUES ($1, $2, $3, true)',
      [...[planId, one.id, one.countyId]],
    );
  await world.owner.query(
    'INSERT INTO county_target (plan_id, county_id, compounds, households) VALUES ($1, $2, 6, 100)',
    [...[planId, world.lufeng.id]],
  );
  await world.owner.query(
    `UPDATE annual_plan SET status = 'confirmed', document_no = '1号', document_on = '2020-03-01', confirmed_at = anju_now(), confirmed_by = $2 WHERE id = $1`,
    [planId, by],
  );
});
afterAll(() => world.end());

const list = async (as: Person): Promise<WatchAnswer> => {
  const { status, json } = await world.call(watchRoute.GET, { as, path: '/api/v1/watch' });
  expect(status).toBe(200);
  return json;
};
const costOf = async ({ id }: ProjectMade, as: Person = 'lufengClerk') =>
  (await list(as)).items.find((one) => one.project.id === id)?.cost;
const completed = (compound: string | null, on: string) =>
  insert(world.owner, 'milestone', {
    ...{ project_id: project.id, county_id: project.countyId, compound_id: compound, kind: 'completion' },
    ...{ status: 'accepted', actual_on: on, stated_on: on, first_received_at: `${on}T23:59:59.999+08:00` },
    ...{ accepted_at: '2020-07-10T10:00+08:00', reported_by: world.actors.lufengClerk.accountId },
    decided_by: world.actors.prefectureBureau.accountId,
  });

/** The score itself says the same: what completing it today would bring of the three ratios, and what it would not bring any more. */
async function byTheScore() {
  const facts = await lufengFacts(world);
  const ratios = (of: typeof facts) =>
    sumOfFractions(
      criteriaOf(scoreOf(of, chuxiong2020)).flatMap(({ formula, exact }) => (formula.kind === 'ratio' ? [exact] : [])),
    );
  const then = ratios(suppose(facts, { projects: [project.id], on: facts.today, accepted: true }));
  const now = ratios(facts);
  const minus = (a: typeof now, b: typeof now) => roundHalfUp(plus(a, { n: -b.n, d: b.d }));
  return { lost: minus(fraction(3_500 * 2, 6), then), open: minus(then, now) };
}

describe('影响得分', () => {
  test('期限以前都还可挽回；期限过了，时限的分已失；和得分算的一样', async () => {
    expect(await costOf(project)).toEqual({ lost: 0, open: 1167 });
    expect(await byTheScore()).toEqual({ lost: 0, open: 1167 });
    await clockAt(world.owner, '2020-07-01T10:00+08:00');
    expect(await costOf(project)).toEqual({ lost: 333, open: 833 });
    expect(await byTheScore()).toEqual({ lost: 333, open: 833 });
  });

  test('按时竣工的小区只差验收；第八、第九阶段完成以后随之变', async () => {
    await completed(project.compounds[0]?.id ?? '', '2020-06-30');
    expect(await costOf(project)).toEqual({ lost: 167, open: 500 });
    expect(await byTheScore()).toEqual({ lost: 167, open: 500 });
    await stageRow(world, project.id, 8, '2020-07-05');
    await world.owner.query('UPDATE project SET stage = 9 WHERE id = $1', [project.id]);
    expect(await costOf(project)).toEqual({ lost: 167, open: 167 });
    expect(await byTheScore()).toEqual({ lost: 167, open: 167 });
    await world.owner.query('UPDATE project SET stage = 10 WHERE id = $1', [project.id]);
    expect(await costOf(project)).toEqual({ lost: 167, open: 0 });
    expect(await byTheScore()).toEqual({ lost: 167, open: 0 });
  });

  test('没有任务的县市，没有分；社区、乡镇不看得分', async () => {
    const all = await list('prefectureLeader');
    expect([all.scored, all.items.find((one) => one.project.id === foreign.id)?.cost]).toEqual([true, null]);
    expect(all.items.find((one) => one.project.id === project.id)?.cost).toEqual({ lost: 167, open: 0 });
    const own = await list('lufengCommunity');
    expect(own.scored).toBe(false);
    expect(own.items.map(({ cost }) => cost)).toEqual([null]);
  });

  test('年度计划没有列入的项目，建成建不成都不影响得分；和得分算的一样', async () => {
    const outside = await projectRow(world, { stage: 8 });
    await milestone(world, outside, 'start', '2020-02-10');
    expect(await costOf(outside)).toEqual({ lost: 0, open: 0 });
    const facts = await lufengFacts(world);
    const then = suppose(facts, { projects: [outside.id], on: facts.today, accepted: true });
    expect(scoreOf(then, chuxiong2020).value).toBe(scoreOf(facts, chuxiong2020).value);
  });
});
