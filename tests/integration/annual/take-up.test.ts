import { afterAll, beforeAll, expect, test } from 'vitest';
import * as budgetsRoute from '@/app/api/v1/annual-plans/[id]/budgets/route';
import * as confirmRoute from '@/app/api/v1/annual-plans/[id]/confirm/route';
import * as plansRoute from '@/app/api/v1/annual-plans/route';
import * as projectRoute from '@/app/api/v1/projects/[id]/route';
import type { PlanDetail } from '@/lib/domain/annual/answers';
import { withActor } from '@/lib/server/db/with-actor';
import { projectEvents } from '@/lib/server/projects/events';
import { accepted, type YearProject, yearProject } from '../../support/annual-rows';
import { insert, makeWorld, type World } from '../../support/world';

let world: World;
let [late, other]: YearProject[] = [];
let next: string;

beforeAll(async () => {
  world = await makeWorld();
  next = await insert(world.owner, 'programme_year', {
    ...{ prefecture_id: world.prefectureId, rulebook_id: world.rulebookId, year: 2021, target_share: 100 },
    ...{ start_by: '2021-02-28', complete_by: '2021-06-30' },
  });
  late = await yearProject(world, world.lufeng, { name: '上年落选', asks: { local: 100_000 } });
  other = await yearProject(world, world.lufeng, { name: '本年新建', programmeYearId: next, asks: { local: 100_000 } });
  await accepted(world, late, { year: next });
});
afterAll(() => world.end());

const yearOf = async (project: YearProject) =>
  (await world.call(projectRoute.GET, { as: 'lufengClerk', params: { id: project.id } })).json as {
    year: number;
    code: string;
  };

/** The draft of 2021 with enough money, and the attempt to confirm it. */
async function confirm(plan: PlanDetail) {
  return world.call(confirmRoute.POST, {
    as: 'prefectureBureau',
    method: 'POST',
    params: { id: plan.id },
    headers: { 'if-match': `"${plan.version}"` },
    body: { documentNo: '楚住建发〔2021〕3号', documentOn: '2021-03-01' },
  });
}

test('a project left out one year goes over to the year whose plan takes it up, and a compound stands in one project of that year', async () => {
  const draft = (await world.call(plansRoute.POST, { as: 'prefectureBureau', method: 'POST', body: { year: 2021 } }))
    .json as unknown as PlanDetail;
  const plan = (
    await world.call(budgetsRoute.PUT, {
      as: 'prefectureBureau',
      method: 'PUT',
      params: { id: draft.id },
      headers: { 'if-match': `"${draft.version}"` },
      body: { budgets: [{ countyId: null, source: 'local', amount: '500000' }], minimum: [] },
    })
  ).json as unknown as PlanDetail;

  // the compound is in a project of 2021 as well: of two years both may hold it, of one year only one
  const both = 'INSERT INTO project_compound (project_id, compound_id, county_id, created_by) VALUES ($1, $2, $3, $4)';
  const { owner, lufeng, actors } = world;
  await owner.query(both, [other?.id, late?.compoundId, lufeng.id, actors.lufengClerk.accountId]);
  const refused = await confirm(plan);
  expect(refused.status).toBe(422);
  expect(refused.json).toMatchObject({
    reasons: [
      { code: 'annual.compoundTwice', params: { project: '上年落选', other: `${other?.code ?? ''} 本年新建` } },
    ],
  });
  await expect(
    owner.query('UPDATE project SET programme_year_id = $2 WHERE id = $1', [late?.id, next]),
  ).rejects.toMatchObject({ constraint: 'project_compound_one_a_year' });

  await owner.query(
    'UPDATE project_compound SET live = false, left_reason = $3 WHERE project_id = $1 AND compound_id = $2',
    [...[other?.id, late?.compoundId], '移出'],
  );
  expect((await confirm(plan)).status).toBe(200);
  const moved = await yearOf(late as YearProject);
  expect(moved).toMatchObject({ year: 2021, code: late?.code });
  const [event] = await withActor(actors.lufengClerk, (tx) => projectEvents(tx, actors.lufengClerk, late?.id ?? ''));
  expect(event).toMatchObject({ kind: 'yearChanged', documentNo: '楚住建发〔2021〕3号', documentOn: '2021-03-01' });
  const { rows } = await owner.query(
    `SELECT year, sum(projects)::int AS projects FROM project_total t JOIN programme_year y ON y.id = t.programme_year_id GROUP BY year HAVING sum(projects) > 0`,
  );
  expect(rows).toEqual([{ year: 2021, projects: 2 }]);
});
