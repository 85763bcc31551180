import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as budgetsRoute from '@/app/api/v1/annual-plans/[id]/budgets/route';
import * as confirmRoute from '@/app/api/v1/annual-plans/[id]/confirm/route';
import * as planRoute from '@/app/api/v1/annual-plans/[id]/route';
import * as whatIfRoute from '@/app/api/v1/annual-plans/[id]/what-if/route';
import * as plansRoute from '@/app/api/v1/annual-plans/route';
import * as rankingRoute from '@/app/api/v1/ranking/route';
import type { PlanDetail, RankedAnswer, WhatIfAnswer } from '@/lib/domain/annual/answers';
import { planPaper } from '@/lib/server/annual/plan-paper';
import { planWorkbook } from '@/lib/server/annual/plan-workbook';
import { accepted, type YearProject, yearProject } from '../../support/annual-rows';
import { asking } from '../../support/asking';
import { type CountyResult, finalSeason } from '../../support/final-season';
import { insert, makeWorld, type Person, type World } from '../../support/world';
import { opened, records, sheetOf } from '../exports/support';

let world: World;
let year2019: string;
let lufengs: YearProject;
let shuangbais: YearProject;
const ask = asking(() => world);
const bureau = 'prefectureBureau';

/** Two applications alike in every factor: 禄丰市's was the earlier one, so that it is ahead where nothing else tells them apart. */
beforeAll(async () => {
  world = await makeWorld();
  const { owner, prefectureId, rulebookId, lufeng, shuangbai } = world;
  year2019 = await insert(owner, 'programme_year', {
    ...{ prefecture_id: prefectureId, year: 2019, rulebook_id: rulebookId, target_share: 30 },
    ...{ start_by: '2020-02-29', complete_by: '2020-05-31' },
  });
  lufengs = await yearProject(world, lufeng, { name: '禄丰的', asks: { local: 500_000 } });
  shuangbais = await yearProject(world, shuangbai, { name: '双柏的', asks: { local: 500_000 } });
  for (const one of [lufengs, shuangbais]) await accepted(world, one);
});
afterAll(() => world.end());

const season = (results: CountyResult[], isFinal: boolean) =>
  finalSeason(world.owner, {
    ...{ prefectureId: world.prefectureId, rulebookId: world.rulebookId, programmeYearId: year2019 },
    ...{ by: world.actors.prefectureBureau.accountId, consentNo: '楚政复〔2020〕3号', consentOn: '2020-03-01' },
    ...{ results, isFinal },
  });
const ranked = async (as: Person = bureau) => {
  const answer = await world.call(rankingRoute.GET, { as, path: '/api/v1/ranking?year=2020' });
  return (answer.json as { items: RankedAnswer[] }).items;
};
const order = async (as?: Person) =>
  (await ranked(as)).map(({ project, rank, preference }) => [project.name, rank, preference?.points ?? null]);
const pot = (amount: string) => ({ budgets: [{ countyId: null, source: 'local', amount }], minimum: [] });
const detail = async (id: string, as: Person = bureau): Promise<PlanDetail> =>
  (await ask('GET', planRoute.GET, as, { id })).json;
const chosen = ({ entries }: PlanDetail) =>
  entries.filter(({ verdict }) => verdict?.chosen).map(({ project }) => project.name);
const linesOf = async (plan: PlanDetail) => records(sheetOf(await opened(await planWorkbook(plan)), '年度实施计划'));

describe('优秀倾斜', () => {
  let before: PlanDetail;

  test('without a result nobody is preferred, and a plan is confirmed', async () => {
    expect(await order()).toEqual([
      ['禄丰的', 1, null],
      ['双柏的', 2, null],
    ]);
    const [first, second] = await ranked();
    expect(first?.total).toBe(second?.total);
    const draft = (await ask('POST', plansRoute.POST, bureau, {}, { body: { year: 2020 } })).json as PlanDetail;
    const rich = await ask('PUT', budgetsRoute.PUT, bureau, { id: draft.id }, { version: 1, body: pot('500000') });
    const confirmed = await ask(...(['POST', confirmRoute.POST, bureau, { id: draft.id }] as const), {
      version: rich.json.version,
      body: { documentNo: '楚住建发〔2020〕8号', documentOn: '2020-03-20' },
    });
    before = confirmed.json as PlanDetail;
    expect(chosen(before)).toEqual(['禄丰的']);
    expect(planPaper(before, '楚雄州住建局').body[0]).not.toContain('加');
  });

  test('a season that is not final prefers nobody', async () => {
    const id = await season(
      [
        { countyId: world.lufeng.id, total: 9_300, grade: 'excellent', rank: 2, vetoed: true },
        { countyId: world.shuangbai.id, total: 9_200, grade: 'excellent', rank: 1 },
      ],
      false,
    );
    expect((await order()).map(([, , points]) => points)).toEqual([null, null]);
    await world.owner.query(
      `UPDATE scorecard SET status = 'final', total = CASE county_id WHEN $2::uuid THEN 9300 ELSE 9200 END, grade = CASE county_id WHEN $2::uuid THEN 'unqualified' ELSE 'excellent' END,
         rank = CASE county_id WHEN $2::uuid THEN 2 ELSE 1 END, vetoed = county_id = $2::uuid WHERE season_id = $1`,
      [id, world.lufeng.id],
    );
    expect((await order()).map(([, , points]) => points)).toEqual([null, null]);
    await world.owner.query(
      `UPDATE score_season SET status = 'closed', consent_no = '楚政复〔2020〕3号', consent_on = '2020-03-01', closed_by = $2, closed_at = anju_now() WHERE id = $1`,
      [id, world.actors.prefectureBureau.accountId],
    );
  });

  test('once final the excellent county is ahead by its 5.00, the vetoed one has none; each county sees its own', async () => {
    expect(await order()).toEqual([
      ['双柏的', 1, '5.00'],
      ['禄丰的', 2, null],
    ]);
    const [ahead, behind] = await ranked();
    expect(Number(ahead?.total) - Number(behind?.total)).toBeCloseTo(5, 9);
    expect(ahead?.factors).toEqual(behind?.factors);
    expect(ahead?.preference).toMatchObject({
      ...{ year: 2019, grade: { name: '优秀' }, consentNo: '楚政复〔2020〕3号', consentOn: '2020-03-01' },
      clause: '决定/优秀倾斜',
    });
    expect(await order('shuangbaiClerk')).toEqual([['双柏的', null, '5.00']]);
    expect(await order('lufengClerk')).toEqual([['禄丰的', null, null]]);
  });

  test('the plan that was confirmed before stays as it was', async () => {
    expect(await detail(before.id)).toEqual(before);
  });

  test('the adjustment ranks anew, tries it out with its source, says it on paper and keeps it', async () => {
    const draft = (await ask('POST', plansRoute.POST, bureau, {}, { body: { year: 2020 } })).json as PlanDetail;
    expect(draft.entries[0]).toMatchObject({ project: { name: '双柏的' }, preference: { points: '5.00' } });
    const supposed = await ask('POST', whatIfRoute.POST, bureau, { id: draft.id }, { body: pot('1000000') });
    expect(supposed.json as WhatIfAnswer).toMatchObject({ comesIn: [{ name: '双柏的', preference: '5.00' }] });
    const rich = await ask('PUT', budgetsRoute.PUT, bureau, { id: draft.id }, { version: 1, body: pot('1000000') });
    const confirmed = await ask(...(['POST', confirmRoute.POST, bureau, { id: draft.id }] as const), {
      version: rich.json.version,
      body: { documentNo: '楚住建发〔2020〕9号', documentOn: '2020-04-20', reason: '资金增加' },
    });
    const plan = confirmed.json as PlanDetail;
    expect(plan.entries.map(({ project, preference }) => [project.name, preference?.points ?? null])).toEqual([
      ['双柏的', '5.00'],
      ['禄丰的', null],
    ]);
    const paper = planPaper(plan, '楚雄州住建局');
    expect(paper.body[0]).toContain(
      '双柏县2019年度绩效评价优秀（楚政复〔2020〕3号，2020年3月1日），其申请总分各加5.00分。',
    );
    expect(paper.tables[0]?.head).toContain('其中加分');
    expect(paper.tables[0]?.rows.map((row) => row[6])).toEqual(['5.00', '—']);
    expect((await linesOf(plan)).map((line) => [line.项目, line.优秀倾斜加分, line.加分依据])).toEqual([
      ['双柏的', 5, '2019年度绩效评价优秀（楚政复〔2020〕3号，2020年3月1日）'],
      ['禄丰的', null, null],
    ]);
    expect(Object.keys((await linesOf(before))[0] ?? {})).not.toContain('优秀倾斜加分');
    // what the rule book or a result says later moves nothing that was kept
    const { rows } = await world.owner.query(
      `SELECT score -> 'preference' ->> 'points' AS points FROM annual_plan_entry WHERE plan_id = $1 ORDER BY rank`,
      [plan.id],
    );
    expect(rows).toEqual([{ points: '5.00' }, { points: null }]);
  });
});
