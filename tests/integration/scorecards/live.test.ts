import { afterAll, beforeAll, expect, it } from 'vitest';
import * as criteria from '@/app/api/v1/scorecards/live/[id]/criteria/[criterion]/route';
import * as one from '@/app/api/v1/scorecards/live/[id]/route';
import * as whatIf from '@/app/api/v1/scorecards/live/[id]/what-if/route';
import * as board from '@/app/api/v1/scorecards/live/route';
import type { BoardAnswer, CriterionRows, LiveAnswer, WhatIfAnswer } from '@/lib/domain/scorecards/live-answers';
import { seasonOpening } from '@/lib/domain/scorecards/season/schema';
import { withActor } from '@/lib/server/db/with-actor';
import { withReader } from '@/lib/server/db/with-reader';
import { annexToPrint } from '@/lib/server/scorecards/annex-print';
import { scorecardOfCounty } from '@/lib/server/scorecards/season/county';
import { openSeason } from '@/lib/server/scorecards/season/open';
import { clockAt } from '../../support/clock';
import { type ProjectMade, projectRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';
import { targets } from './season-ground';

let world: World;
let made: ProjectMade;
beforeAll(async () => {
  world = await makeWorld();
  await clockAt(world.owner, '2020-05-20T10:00+08:00');
  made = await projectRow(world, { stage: 8 });
});
afterAll(() => world.end());

type Route = Parameters<World['call']>[0];
async function get<T>(
  route: { GET: Route },
  as: Person,
  params: Record<string, string>,
  query: Record<string, string>,
) {
  const path = `/api/v1/scorecards/live?${new URLSearchParams(query)}`;
  const answer = await world.call(route.GET, { as, params, path });
  return { status: answer.status, value: answer.json as T };
}
const lufeng = () => ({ id: world.lufeng.id });
const year = '2020';

it('每个县市看本县的得分，州看全州的；别的县市当作没有', async () => {
  const all = await get<BoardAnswer>(board, 'prefectureLeader', {}, { year });
  expect(all.value.items.map(({ county }) => county.name).sort()).toEqual(['双柏县', '禄丰市']);
  const own = await get<BoardAnswer>(board, 'lufengFinance', {}, { year });
  expect(own.value.items.map(({ county }) => county.name)).toEqual(['禄丰市']);
  const foreign = await get(one, 'lufengClerk', { id: world.shuangbai.id }, { year });
  expect(foreign.status).toBe(404);
  expect((await get(one, 'lufengCommunity', lufeng(), { year })).status).toBe(403);
});

it('没有定目标的年度，三项比率没有分，也这样说', async () => {
  const { value } = await get<LiveAnswer>(one, 'lufengClerk', lufeng(), { year });
  expect(value.target).toBeNull();
  const found = value.groups.flatMap(({ indicators }) => indicators.flatMap((own) => own.criteria));
  const none = found.filter(({ formula }) => formula.kind === 'noTarget');
  expect(none.map(({ id, value: points }) => [id, points])).toEqual([
    ['5.1', 0],
    ['6.1', 0],
    ['7.1', 0],
  ]);
});

it('假如项目按时竣工：逐项说明得分怎样变；别县的项目什么也不变', async () => {
  await targets(world, made, { lufeng: 1, shuangbai: 0 });
  const ask = { year, on: '2020-06-30', accepted: 'true' };
  const { value } = await get<WhatIfAnswer>(whatIf, 'lufengClerk', lufeng(), { ...ask, project: made.id });
  expect(value.moved.map(({ criterion, from, to }) => [criterion, from, to])).toEqual([
    ['5.1', 0, 2_000],
    ['6.1', 0, 1_000],
    ['7.1', 0, 500],
  ]);
  expect(value.to - value.from).toBe(3_500);
  const foreign = await projectRow(world, { stage: 8, county: 'shuangbai' });
  const same = await get<WhatIfAnswer>(whatIf, 'lufengClerk', lufeng(), { ...ask, project: foreign.id });
  expect(same.value).toMatchObject({ moved: [], from: value.from, to: value.from });
  expect((await get(whatIf, 'lufengClerk', lufeng(), { year, on: '六月底', project: made.id })).status).toBe(400);
});

it('一项的全部记录，缺的在前；没有这一项的当作没有', async () => {
  const params = (criterion: string) => ({ ...lufeng(), criterion });
  const { value } = await get<CriterionRows>(criteria, 'lufengClerk', params('5.1'), { year });
  expect(value.tests[0]?.rows).toMatchObject([{ kind: 'compound', projectId: made.id, met: false, earnable: true }]);
  expect(value.criterion.formula).toEqual({ kind: 'ratio', found: 0, of: 1, points: 2_000 });
  expect((await get(criteria, 'lufengClerk', params('9.9'), { year })).status).toBe(404);
});

it('考核和评价表的页面也只给本县市的', async () => {
  const read = async (as: Person, county: string) => {
    const actor = world.actors[as];
    return withReader(actor, async (reader) => [
      await scorecardOfCounty(reader, actor, county, 2020),
      await annexToPrint(reader, actor, { county, year: 2020, form: 'printed' }),
    ]);
  };
  const bureau = world.actors.prefectureBureau;
  await withActor(bureau, (tx) => openSeason(tx, bureau, seasonOpening.parse({ year: 2020, selfDueOn: '2020-12-31' })));
  const [card, print] = await read('lufengClerk', world.lufeng.id);
  expect([card !== null, print !== null]).toEqual([true, true]);
  expect(await read('lufengClerk', world.shuangbai.id)).toEqual([null, null]);
});
