import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as inspectionsRoute from '@/app/api/v1/inspections/route';
import * as inspectRoute from '@/app/api/v1/projects/[id]/inspections/route';
import type { InspectionList } from '@/lib/domain/inspections/answers';
import { begin, found, inspection } from '../../support/inspections';
import { projectAt, type StageProject } from '../../support/stage-project';
import { insert, makeWorld, type Person, type World } from '../../support/world';
import { ask, exported, opened, records, sheetOf } from './support';

let world: World;
let roof: StageProject;
const formula = '=HYPERLINK("http://evil.example","点我")';
/** More than a file reads at once. */
const MANY = 205;

async function inspect(project: StageProject, more: object, as: Person = 'lufengClerk'): Promise<void> {
  const body = inspection(project, more);
  const made = await world.call(inspectRoute.POST, { as, method: 'POST', params: { id: project.id }, body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.json));
}

beforeAll(async () => {
  world = await makeWorld();
  roof = await begin(world, await projectAt(world, 8, 'submit'));
  const stopWork = { no: '停〔2020〕1号', reason: '无防护', scope: 'project' };
  const edge = found('S-05', { grade: 'major', content: formula, limitOn: '2020-04-02' });
  await inspect(roof, { kinds: ['safety'], checks: [edge], stopWork });
  await inspect(roof, { inspectedOn: '2020-04-03' }, 'prefectureBureau');
  // of another county, and by itself
  const { rows } = await world.owner.query(
    `INSERT INTO project (county_id, prefecture_id, programme_year_id, rulebook_id, code, name, pinyin, stage, created_by)
     SELECT $2, prefecture_id, programme_year_id, rulebook_id, '532322-2020-901', '妥甸片区改造', 'tuo', 8, created_by FROM project WHERE id = $1 RETURNING id`,
    [roof.id, world.shuangbai.id],
  );
  const by = { created_by: world.actors.shuangbaiClerk.accountId };
  await insert(world.owner, 'finding', {
    ...{ project_id: rows[0].id, county_id: world.shuangbai.id, kind: 'quality', grade: 'minor', place: '1栋', ...by },
    ...{ content: '空鼓', inspected_on: '2020-04-01', limit_on: '2099-01-01' },
  });
}, 60_000);
afterAll(() => world.end());

const rowsOf = async (as: Person, kind: string, body: object = {}) =>
  records(
    sheetOf(
      await opened(await exported(world, as, { kind, ...body })),
      kind === 'findings-list' ? '质量安全问题' : '质量安全检查',
    ),
  );

describe('质量安全检查 as a file', () => {
  test('the rows of the list in its order, in words', async () => {
    const rows = await rowsOf('lufengClerk', 'inspections-list');
    const { items } = (await world.call(inspectionsRoute.GET, { as: 'lufengClerk', path: '/api/v1/inspections' }))
      .json as InspectionList;
    expect(rows.map(({ 检查日期 }) => 检查日期)).toEqual(items.map(({ inspectedOn }) => inspectedOn));
    expect(rows).toMatchObject([
      {
        ...{
          县市: '禄丰市',
          检查日期: '2020-04-01',
          检查层级: '县市检查',
          检查类别: '安全生产',
          合格项: 0,
          不合格项: 1,
        },
        ...{ 未销号问题: 1, 停工通知: '停〔2020〕1号' },
      },
      { 检查日期: '2020-04-03', 检查层级: '州级检查', 检查类别: '工程质量、安全生产', 未销号问题: 0, 停工通知: null },
    ]);
  });

  test('the filters of the page hold: level, kind, open, days', async () => {
    const days = async (query: object) =>
      (await rowsOf('prefectureBureau', 'inspections-list', { query })).map(({ 检查日期 }) => 检查日期);
    expect(await days({ level: 'prefecture' })).toEqual(['2020-04-03']);
    expect(await days({ open: 'yes' })).toEqual(['2020-04-01']);
    expect(await days({ kind: 'quality' })).toEqual(['2020-04-03']);
    expect(await days({ from: '2020-04-02', to: '2020-04-03' })).toEqual(['2020-04-03']);
    expect(await days({ county: world.shuangbai.id })).toEqual([]);
  });

  test('every page of them', async () => {
    await world.owner.query(
      `INSERT INTO inspection (project_id, county_id, kinds, level, inspected_on, inspector, created_by)
       SELECT project_id, county_id, '{quality}', 'county', '2020-03-02', '批量', created_by FROM inspection, generate_series(1, $2) WHERE project_id = $1 AND level = 'prefecture'`,
      [roof.id, MANY],
    );
    expect(await rowsOf('lufengClerk', 'inspections-list')).toHaveLength(MANY + 2);
  });
});

describe('质量安全问题 as a file', () => {
  test('one line a finding with what became of it; words that a spreadsheet would run are text', async () => {
    expect(await rowsOf('lufengClerk', 'findings-list')).toMatchObject([
      {
        ...{ 县市: '禄丰市', 部位: '2栋前', 检查类别: '安全生产', 检查层级: '县市检查', 问题: formula, 程度: '较重' },
        ...{ 检查要点: '高处作业系安全带，临边洞口有防护', 责任单位: '滇中建工', 检查日期: '2020-04-01' },
        ...{
          整改期限: '2020-04-02',
          逾期未整改: '是',
          状态: '待整改',
          第几次发生: 1,
          发现次数: 1,
          停工通知: '停〔2020〕1号',
        },
      },
    ]);
    const csv = await exported(world, 'lufengClerk', { kind: 'findings-list', format: 'csv' });
    expect(parse<Record<string, string>>(csv, { bom: true, columns: true })[0]?.问题).toBe(`'${formula}`);
  });

  test('the prefecture’s under the filters of the list; one by itself has no level', async () => {
    const found = async (query: object) =>
      (await rowsOf('prefectureBureau', 'findings-list', { query })).map(({ 部位 }) => 部位);
    expect(await found({})).toEqual(['2栋前', '1栋']);
    expect(await found({ county: world.shuangbai.id })).toEqual(['1栋']);
    expect(await found({ level: 'county' })).toEqual(['2栋前']);
    expect(await found({ kind: 'quality' })).toEqual(['1栋']);
    expect(await found({ project: roof.id, open: 'yes' })).toEqual(['2栋前']);
    const [other] = await rowsOf('shuangbaiClerk', 'findings-list');
    expect(other).toMatchObject({ 项目名称: '妥甸片区改造', 检查层级: null, 逾期未整改: null, 检查要点: null });
  });
});

test('whoever only works on projects takes nothing away; another county and a wrong filter are refused', async () => {
  for (const kind of ['inspections-list', 'findings-list']) {
    for (const as of ['lufengEntity', 'lufengTown', 'lufengCommunity', 'lufengLeader'] as const)
      expect((await ask(world, as, { kind })).status, as).toBe(403);
    expect((await ask(world, 'lufengClerk', { kind, query: { county: world.shuangbai.id } })).status).toBe(404);
    for (const query of [{ page: 2 }, { level: 'town' }, { from: '2020-02-30' }])
      expect((await ask(world, 'lufengClerk', { kind, query })).status, JSON.stringify(query)).toBe(400);
  }
});
