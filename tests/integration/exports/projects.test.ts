import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as exportsRoute from '@/app/api/v1/exports/route';
import * as projectsRoute from '@/app/api/v1/projects/route';
import type { ExportView } from '@/lib/domain/exports/answers';
import { parseMoney, sumMoney } from '@/lib/domain/kernel/money';
import type { ProjectList, ProjectRow } from '@/lib/domain/projects/answers';
import { makeExport } from '@/lib/server/exports/make-export';
import { projectRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';
import { ask, exported, look, opened, records, sheetOf, view } from './support';

let world: World;
let compound = '';

/** More than the list reads at once, many with the same name and sum: their order is settled by what they are, not by luck. */
const MANY = 230;

beforeAll(async () => {
  world = await makeWorld();
  const row = (name: string, more: object = {}) => ({ row: { name, pinyin: 'a', ...more } });
  const first = await projectRow(world, { stage: 6, ...row('=1+1片区改造', { estimate: 401_200_010, budget: 7 }) });
  compound = first.compounds[0]?.name ?? '';
  await projectRow(world, { stage: 11, ...row('已完成片区改造', { final_account: 99, audited: 98 }) });
  await projectRow(world, { county: 'shuangbai', stage: 6, ...row('妥甸片区改造', { estimate: 300_000_033 }) });
  await world.owner.query(
    `INSERT INTO project (county_id, prefecture_id, programme_year_id, rulebook_id, code, name, pinyin, stage, estimate, created_by)
     SELECT county_id, prefecture_id, programme_year_id, rulebook_id, '532302-2020-' || n, '批量片区' || n % 9, 'pi ' || n % 9, 2, n % 7 * 1000001, created_by
     FROM project, generate_series(1001, $2) n WHERE id = $1`,
    [first.id, 1000 + MANY],
  );
});
afterAll(() => world.end());

const rowsOf = async (as: Person, body: object = {}) =>
  records(sheetOf(await opened(await exported(world, as, { kind: 'projects-list', ...body })), '改造项目'));

/** All pages of the list that this person sees. */
async function listed(as: Person, query: Record<string, string> = {}): Promise<ProjectRow[]> {
  const items: ProjectRow[] = [];
  for (let cursor = ''; ; ) {
    const address = new URLSearchParams({ ...query, limit: '50', ...(cursor ? { cursor } : {}) });
    const page = (await world.call(projectsRoute.GET, { as, path: `/api/v1/projects?${address}` })).json as ProjectList;
    items.push(...page.items);
    if (!page.nextCursor) return items;
    cursor = page.nextCursor;
  }
}

/** Exact: what the sheet holds as a number is read with its two places, what the list says as it is written. */
function fenOf(sum: unknown): bigint {
  const read = parseMoney(typeof sum === 'number' ? sum.toFixed(2) : String(sum));
  if (!read.ok) throw new Error(`not a sum: ${sum}`);
  return read.value;
}
const sumOf = (sums: readonly unknown[]) => sumMoney(sums.filter((one) => one !== null).map(fenOf));

describe('what the list of projects shows, as a file', () => {
  test('a county finds its own, every page of them, and nothing of another', async () => {
    const rows = await rowsOf('lufengClerk');
    expect(rows).toHaveLength(MANY + 2);
    expect(new Set(rows.map(({ 县市 }) => 县市))).toEqual(new Set(['禄丰市']));
    expect(await rowsOf('shuangbaiClerk')).toMatchObject([{ 项目名称: '妥甸片区改造', '概算（元）': 3000000.33 }]);
  });

  test.each([
    ['as it stands', {}],
    ['by name, from the end', { sort: 'name', order: 'desc' }],
    ['by estimate', { sort: 'estimate', order: 'desc' }],
    ['of a stage', { stage: '2', sort: 'updated' }],
    ['searched', { q: '片区3' }],
  ] as [string, Record<string, string>][])('the rows of the list in its order: %s', async (_, query) => {
    const rows = await rowsOf('prefectureBureau', { query });
    const list = await listed('prefectureBureau', query);
    expect(list.length).toBeGreaterThan(1);
    expect(rows.map(({ 项目编号 }) => 项目编号)).toEqual(list.map(({ code }) => code));
  });

  test('the sums are those of the list to the fen', async () => {
    const rows = await rowsOf('prefectureBureau');
    const list = await listed('prefectureBureau');
    expect(sumOf(rows.map((row) => row['概算（元）']))).toBe(sumOf(list.map(({ estimate }) => estimate)));
    expect(sumOf(list.map(({ estimate }) => estimate))).toBeGreaterThan(701_200_043n);
    expect(rows.map((row) => row.户数)).toEqual(list.map(({ households }) => households));
    expect(rows.find((row) => row.项目名称 === '=1+1片区改造')).toMatchObject({
      ...{ 阶段序号: 6, 阶段: '进行施工图设计', 状态: '进行中', 年度: 2020 },
      ...{ '概算（元）': 4012000.1, '预算（元）': 0.07, '决算（元）': null },
    });
    expect(rows.find((row) => row.项目名称 === '已完成片区改造')).toMatchObject({
      ...{ 阶段序号: null, 阶段: '全部完成', '决算（元）': 0.99, '审定（元）': 0.98 },
    });
  });

  test('the prefecture’s filter holds: one county, one stage, a compound’s name', async () => {
    const query = { county: world.shuangbai.id, stage: '6' };
    expect(await rowsOf('prefectureBureau', { query })).toMatchObject([{ 项目名称: '妥甸片区改造' }]);
    expect(await rowsOf('lufengClerk', { query: { stage: '6', q: compound } })).toMatchObject([
      { 项目名称: '=1+1片区改造' },
    ]);
    expect(await rowsOf('lufengClerk', { query: { status: 'withdrawn' } })).toEqual([]);
  });

  test('the columns that the list shows; as csv with two places, and nothing that a spreadsheet would run', async () => {
    const body = {
      kind: 'projects-list',
      format: 'csv',
      query: { stage: '6' },
      columns: ['name', 'estimate', 'budget'],
    };
    const bytes = await exported(world, 'lufengClerk', body);
    const rows = parse<Record<string, string>>(bytes, { bom: true, columns: true });
    expect(rows.map((row) => ({ ...row, 项目编号: '' }))).toEqual([
      { 项目编号: '', 项目名称: "'=1+1片区改造", '概算（元）': '4012000.10', '预算（元）': '0.07' },
    ]);
  });
});

describe('who may', () => {
  test('another county is not found; who only works on projects or at a place takes nothing away', async () => {
    const foreign = { kind: 'projects-list', query: { county: world.shuangbai.id } };
    expect((await ask(world, 'lufengClerk', foreign)).status).toBe(404);
    expect((await ask(world, 'lufengClerk', { kind: 'projects-list', county: world.shuangbai.id })).status).toBe(404);
    for (const as of ['lufengEntity', 'lufengTown', 'lufengCommunity', 'lufengLeader'] as const)
      expect((await ask(world, as, { kind: 'projects-list' })).status, as).toBe(403);
    for (const wrong of [{ columns: ['area'] }, { query: { decade: '1990' } }, { query: { cursor: 'x' } }])
      expect((await ask(world, 'lufengClerk', { kind: 'projects-list', ...wrong })).status).toBe(400);
  });

  test('it is on record with what was asked, and found again among one’s own exports', async () => {
    const { id } = view(await ask(world, 'lufengClerk', { kind: 'projects-list', query: { stage: '6' } }));
    await makeExport({ exportId: id, accountId: world.actors.lufengClerk.accountId });
    const made = await look(world, 'lufengClerk', id);
    expect(made).toMatchObject({ kind: 'projects-list', status: 'done', progress: { done: 1, total: 1 } });
    expect(made.file?.name).toMatch(/^改造项目列表-\d{8}-\d{4}\.xlsx$/);
    const list = await world.call(exportsRoute.GET, { as: 'lufengClerk', path: '/api/v1/exports?limit=1' });
    expect((list.json as { items: ExportView[] }).items[0]?.id).toBe(id);
    const { rows } = await world.owner.query(
      `SELECT after FROM audit_line WHERE action = 'export.make' AND entity_id = $1`,
      [id],
    );
    expect(rows).toMatchObject([{ after: { kind: 'projects-list', format: 'xlsx', rows: 1, query: { stage: 6 } } }]);
  });
});
