import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as overviewRoute from '@/app/api/v1/funds/overview/route';
import * as docxRoute from '@/app/api/v1/statistics/[table]/docx/route';
import * as tableRoute from '@/app/api/v1/statistics/[table]/route';
import * as xlsxRoute from '@/app/api/v1/statistics/[table]/xlsx/route';
import type { FundOverview } from '@/lib/domain/funds/overview-answers';
import type { StatisticsAnswer } from '@/lib/domain/statistics/answers';
import type { TableName } from '@/lib/domain/statistics/shape';
import { projectRow } from '../../support/project-rows';
import { type Called, makeWorld, type Person, type World } from '../../support/world';
import { opened, sheetOf } from '../exports/support';
import { fundable, moveMoney } from '../funds/random';

let world: World;

/** Three projects of 禄丰市, one without a funding plan; one of 双柏县. */
beforeAll(async () => {
  world = await makeWorld();
  const projects = [...(await fundable(world, 'lufeng', 2)), ...(await fundable(world, 'shuangbai', 1))];
  await moveMoney(world, projects, 20_200_630, 240);
  await projectRow(world, { county: 'lufeng', stage: 3 });
}, 60_000);
afterAll(() => world.end());

const routes = { json: tableRoute.GET, xlsx: xlsxRoute.GET, docx: docxRoute.GET };
const call = (as: Person, table: string, query = '', kind: keyof typeof routes = 'json'): Promise<Called> =>
  world.call(routes[kind], {
    as,
    params: { table },
    path: `/api/v1/statistics/${table}${kind === 'json' ? '' : `/${kind}`}${query}`,
  });
const read = async (as: Person, table: TableName, query = ''): Promise<StatisticsAnswer> => {
  const answer = await call(as, table, query);
  expect(answer.status).toBe(200);
  return answer.json;
};
const bytesOf = async (as: Person, table: TableName, kind: 'xlsx' | 'docx', query = ''): Promise<Buffer> => {
  const answer = await call(as, table, query, kind);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.response.arrayBuffer());
};
const totalOf = (data: StatisticsAnswer, code: string) =>
  data.groups.flatMap(({ rows }) => rows).find((row) => row.code === code)?.total;

describe('who reads them', () => {
  test.each<[Person, string[]]>([
    ['prefectureLeader', ['禄丰市', '双柏县']],
    ['prefectureFinance', ['禄丰市', '双柏县']],
    ['lufengLeader', ['禄丰市']],
    ['lufengFinance', ['禄丰市']],
    ['shuangbaiClerk', ['双柏县']],
  ])('%s: %j', async (who, counties) => {
    expect((await read(who, 'finance')).units.map(({ name }) => name)).toEqual(counties);
  });

  test.each(['json', 'xlsx', 'docx'] as const)(
    'as %s: the leader of another county gets 404, as do a town and who asks for no table',
    async (kind) => {
      const foreign = `?county=${world.shuangbai.id}`;
      expect((await call('lufengLeader', 'finance', foreign, kind)).status).toBe(404);
      expect((await call('lufengTown', 'finance', '', kind)).status).toBe(404);
      expect((await call('lufengEntity', 'finance', '', kind)).status).toBe(403);
      expect((await call('lufengClerk', 'everything', '', kind)).status).toBe(404);
      expect((await call('prefectureLeader', 'finance', foreign, kind)).status).toBe(200);
    },
  );

  test('a county counts nothing of another', async () => {
    const [all, lufeng, shuangbai] = await Promise.all([
      read('prefectureBureau', 'national'),
      read('lufengClerk', 'national'),
      read('shuangbaiClerk', 'national'),
    ]);
    expect([all, lufeng, shuangbai].map((data) => totalOf(data, 'projects')?.value)).toEqual(['4', '3', '1']);
  });
});

describe('财政资金表', () => {
  test('is what 资金总览 says; where a project has no funding plan, what is planned is not whole', async () => {
    const overview: FundOverview = (await world.call(overviewRoute.GET, { as: 'lufengClerk' })).json;
    const data = await read('lufengClerk', 'finance');
    for (const measure of ['allocated', 'pool', 'received', 'paid', 'left'] as const)
      expect(totalOf(data, `fund.${measure}.total`)).toEqual({ value: overview.totals[measure], missing: 0 });
    expect(overview.totals.paid).not.toBe('0.00');
    for (const { source, ...one } of overview.sources)
      expect(totalOf(data, `fund.received.${source}`)?.value).toBe(one.received);
    expect(totalOf(data, 'fund.planned.total')).toEqual({ value: overview.totals.planned, missing: 1 });
    expect(data.unfilled).toContainEqual(
      expect.objectContaining({
        ...{ code: 'fund.planned.total', kind: 'partial', missing: 1 },
        reason: '1个项目没有资金筹措计划，未计入',
      }),
    );
    expect(data.unfilled).toContainEqual(expect.objectContaining({ code: 'never.loans', kind: 'never', units: [] }));
  });
});

describe('月报表', () => {
  test('is of the month before unless one is named; a month that has not come is refused with what was found', async () => {
    const data = await read('lufengClerk', 'county-month');
    const [now] = (
      await world.owner.query<{ month: string }>(
        `SELECT to_char(anju_today() - interval '1 month', 'YYYY-MM') AS month`,
      )
    ).rows;
    expect(data.month).toBe(now?.month);
    const ahead = await call('lufengClerk', 'county-month', '?month=2099-01');
    expect(ahead.status).toBe(422);
    expect(ahead.json).toMatchObject({ reasons: [{ code: 'statistics.monthAhead', field: 'month' }] });
    expect((await call('lufengClerk', 'county-month', '?month=2020-13')).status).toBe(400);
    expect((await call('lufengClerk', 'county-month', '?year=2050')).status).toBe(422);
  });

  test('before the money moved there was none; compounds without a plan leave their works blank', async () => {
    const data = await read('lufengClerk', 'county-month', '?month=2015-01');
    expect(totalOf(data, 'fund.paid.total')).toEqual({ value: '0.00', missing: 0 });
    const works = totalOf(await read('lufengClerk', 'national'), 'works.planned.基础类');
    expect(works).toEqual({ value: null, missing: 3 });
  });
});

describe('the files', () => {
  test('the workbook: the table with numbers, beside it the cells that are not filled; made twice, the same bytes', async () => {
    const data = await read('prefectureBureau', 'finance');
    const bytes = await bytesOf('prefectureBureau', 'finance', 'xlsx');
    expect((await bytesOf('prefectureBureau', 'finance', 'xlsx')).equals(bytes)).toBe(true);
    const book = await opened(bytes);
    const sheet = sheetOf(book, '统计报表');
    expect(sheet.getCell('A1').value).toBe('城镇老旧小区改造资金情况表');
    const cells = new Map<number, { values: unknown[]; note: unknown }>();
    sheet.eachRow((row) => {
      const [, no, , , ...rest] = row.values as unknown[];
      if (typeof no === 'number') cells.set(no, { values: rest.slice(0, 3), note: rest[3] });
    });
    const rows = data.groups.flatMap((group) => group.rows);
    expect(cells.size).toBe(rows.length);
    for (const { no, total, values } of rows)
      expect(cells.get(no)?.values).toEqual(
        [total, ...values].map(({ value }) => (value === null ? '—' : Number(value))),
      );
    const list = sheetOf(book, '未能填报的单元格');
    const listed: unknown[] = [];
    list.eachRow((row) => {
      if (typeof row.getCell(1).value === 'number') listed.push([row.getCell(1).value, row.getCell(5).value]);
    });
    expect(listed).toEqual(data.unfilled.map(({ no, reason }) => [no, reason]));
  });

  test('the paper: upright A4 with the list behind it; made twice, the same bytes', async () => {
    const bytes = await bytesOf('lufengClerk', 'national', 'docx', '?year=2020');
    expect((await bytesOf('lufengClerk', 'national', 'docx', '?year=2020')).equals(bytes)).toBe(true);
    const xml = new TextDecoder().decode(unzipSync(new Uint8Array(bytes))['word/document.xml']);
    for (const words of ['填报单位：禄丰市', '基础类改造内容', '未能填报的单元格', '养老服务设施数', '系统未记录'])
      expect(xml).toContain(words);
    expect(xml).not.toContain('w:orient="landscape"');
  });
});
