import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as apply from '@/app/api/v1/progress/[month]/workbook/apply/route';
import * as workbook from '@/app/api/v1/progress/[month]/workbook/route';
import * as exported from '@/app/api/v1/progress/[month]/workbook.xlsx/route';
import * as report from '@/app/api/v1/projects/[id]/reports/[month]/route';
import * as submit from '@/app/api/v1/projects/[id]/reports/[month]/submit/route';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import type { MonthSheetAnswer } from '@/lib/domain/progress/sheet-answers';
import { asking, type Json } from '../../support/asking';
import { clockAt } from '../../support/clock';
import { nameTo, projectAt, type StageProject } from '../../support/stage-project';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(() => clockAt(world.owner, '2020-06-03T10:00+08:00'));

const ask = asking(() => world);
const month = '2020-05';
const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];

/** Known since March, and at stage 8 under contract: a road and a roof. */
async function building(stage = 8): Promise<StageProject & { code: string }> {
  const made = await projectAt(world, stage, 'submit');
  await world.owner.query(`UPDATE project SET created_at = '2020-03-01T09:00+08:00' WHERE id = $1`, [made.id]);
  const of = { project_id: made.id, county_id: world.lufeng.id, created_by: world.actors.lufengClerk.accountId };
  const company = await insert(world.owner, 'company', {
    ...{ county_id: world.lufeng.id, name: `建工 ${made.id}`, kinds: ['construction'], created_by: of.created_by },
  });
  await insert(world.owner, 'contract', {
    ...{ ...of, kind: 'construction', no: '施-1', name: '施工合同', company_id: company, amount: 100 },
    ...{ signed_on: '2020-03-01' },
  });
  const { rows } = await world.owner.query<{ code: string }>('SELECT code FROM project WHERE id = $1', [made.id]);
  return { ...made, code: rows[0]?.code ?? '' };
}

const items = ({ compoundId, buildingId }: StageProject, road: number, roof: number) => [
  { compoundId, buildingId: null, item: 'C-R07', percent: road, backReason: null },
  { compoundId, buildingId, item: 'B-R01', percent: roof, backReason: null },
];
const body = (made: StageProject, road: number, roof: number, more: object = {}) => ({
  ...{ investment: '300000.00', people: 12, problems: null, photos: [], items: items(made, road, roof), ...more },
});
const at = ({ id }: StageProject) => ({ id, month });
const read = async (made: StageProject): Promise<ReportAnswer> =>
  (await ask('GET', report.GET, 'lufengClerk', at(made))).json;
const keep = async (made: StageProject, what: object) =>
  ask('PUT', report.PUT, 'lufengClerk', at(made), { body: what, version: (await read(made)).version });

async function download(as: Person, county?: string) {
  const path = `/api/v1/progress/${month}/workbook.xlsx${county ? `?county=${county}` : ''}`;
  return world.call(exported.GET, { as, path, params: { month } });
}
async function bookOf(as: Person, county?: string): Promise<ExcelJS.Workbook> {
  const answer = await download(as, county);
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.response.arrayBuffer());
  return book;
}
const sheet = (book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const found = book.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
async function sendBack(book: ExcelJS.Workbook, as: Person = 'lufengClerk'): Promise<MonthSheetAnswer> {
  const answer = await world.call(workbook.POST, {
    ...{ as, method: 'POST', params: { month }, rawBody: new Uint8Array(await book.xlsx.writeBuffer()) },
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('月报.xlsx') },
  });
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
  return answer.json;
}
const confirm = ({ projects }: Pick<MonthSheetAnswer, 'projects'>, as: Person = 'lufengClerk') =>
  ask('POST', apply.POST, as, { month }, { body: { reports: projects.map((one) => one.report) } });

/** The row of a project, or of one of its items. */
function rowOf(page: ExcelJS.Worksheet, code: string, item?: string): ExcelJS.Row {
  let found: ExcelJS.Row | undefined;
  page.eachRow((row) => {
    if (row.getCell(1).text === code && (!item || row.getCell(5).text === item)) found = row;
  });
  if (!found) throw new Error(`no row of ${code} ${item ?? ''}`);
  return found;
}

describe('月报的 Excel 表', () => {
  it('导出再传回：什么也不改变；像公式的文字仍是文字；没有动工的项目没有进度行', async () => {
    const [one, early] = [await building(), await building(4)];
    await keep(one, body(one, 40, 10, { problems: '=HYPERLINK("http://x","看")\n第二行' }));
    const book = await bookOf('lufengClerk');
    const plain = rowOf(sheet(book, '项目'), one.code);
    expect([4, 5, 6, 7].map((column) => plain.getCell(column).value)).toEqual([
      ...['草稿', 300_000, 12],
      '=HYPERLINK("http://x","看")\n第二行',
    ]);
    const road = rowOf(sheet(book, '进度'), one.code, 'C-R07');
    expect([7, 8, 9].map((column) => road.getCell(column).value)).toEqual([0, 40, null]);
    expect(rowOf(sheet(book, '项目'), early.code).getCell(4).value).toBe('未填');
    expect(() => rowOf(sheet(book, '进度'), early.code)).toThrow('no row');
    const answer = await sendBack(book);
    expect([answer.projects, answer.findings, answer.errors]).toEqual([[], [], 0]);
    expect(answer.same).toBe(sheet(book, '项目').rowCount - 1 + sheet(book, '进度').rowCount - 1);
  });

  it('填好的表：先看会改变什么，确认后保存为草稿；照片留着，没有改的项目不动', async () => {
    const [one, other, third] = [await building(), await building(), await building()];
    await keep(one, body(one, 40, 10));
    await world.owner.query(
      `INSERT INTO progress_photo (report_id, project_id, county_id, file_id)
       SELECT id, project_id, county_id, $2 FROM progress_report WHERE project_id = $1`,
      [one.id, one.fileId],
    );
    const book = await bookOf('lufengClerk');
    const [plain, progress] = [sheet(book, '项目'), sheet(book, '进度')];
    rowOf(progress, one.code, 'C-R07').getCell(8).value = '５５％';
    const roof = rowOf(progress, one.code, 'B-R01').getCell(8);
    roof.value = 0.2;
    roof.style = { ...roof.style, numFmt: '0%' };
    rowOf(plain, other.code).getCell(5).value = '12.5万元';
    rowOf(plain, other.code).getCell(7).value = '缺材料';
    const answer = await sendBack(book);
    expect(answer.findings).toEqual([]);
    const shown = answer.projects.map(({ code, fields, items: changed }) => [
      code,
      fields.map(({ field, before, after }) => [field, before, after]),
      changed.map(({ before, after }) => [before, after]),
    ]);
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(
      expect.arrayContaining([
        [
          one.code,
          [],
          [
            [40, 55],
            [10, 20],
          ],
        ],
        [
          other.code,
          [
            ['investment', '0.00', '125000.00'],
            ['problems', null, '缺材料'],
          ],
          [],
        ],
      ]),
    );
    expect((await read(other)).version).toBe(0);
    expect(await confirm(answer)).toMatchObject({ status: 200, json: { projects: 2, items: 2 } });
    const lines = await world.owner.query(
      `SELECT entity_id, after FROM audit_line WHERE action = 'report.import' ORDER BY (after ->> 'percentages')::int`,
    );
    expect(lines.rows).toEqual([
      { entity_id: other.id, after: { month, percentages: 0 } },
      { entity_id: one.id, after: { month, percentages: 2 } },
    ]);
    expect(await read(one)).toMatchObject({
      ...{ status: 'draft', version: 2, percentBp: 3750 },
      content: { photos: [one.fileId] },
    });
    expect(await read(other)).toMatchObject({
      status: 'draft',
      version: 1,
      content: { investment: '125000.00', problems: '缺材料' },
    });
    expect(await read(third)).toMatchObject({ status: null, version: 0 });
    const after = await sendBack(await bookOf('lufengClerk'));
    expect([after.projects, after.findings]).toEqual([[], []]);
  });

  it('乱填的表：每个问题指到工作表和格子，一个项目也不保存', async () => {
    const [one, sent] = [await building(), await building()];
    await ask('POST', submit.POST, 'lufengClerk', at(sent), { body: body(sent, 10, 10), version: 0 });
    const theirs = await projectAt(world, 8, 'submit', {
      ...{ prefectureId: world.prefectureId, county: world.shuangbai, countyCode: '532322' },
      clerkId: world.actors.shuangbaiClerk.accountId,
    });
    const { rows } = await world.owner.query('SELECT code FROM project WHERE id = $1', [theirs.id]);
    const book = await bookOf('lufengClerk');
    const [plain, progress] = [sheet(book, '项目'), sheet(book, '进度')];
    const [mine, locked] = [rowOf(progress, one.code, 'C-R07'), rowOf(progress, sent.code, 'C-R07')];
    mine.getCell(8).value = 110;
    locked.getCell(8).value = 20;
    rowOf(plain, one.code).getCell(5).value = '三十万';
    const stray = plain.addRow([rows[0]?.code, '', 8, '', 5]);
    const answer = await sendBack(book);
    expect(answer.findings.map(({ sheet: name, cell, code }) => [name, cell, code])).toEqual([
      ['项目', `E${rowOf(plain, one.code).number}`, 'cell.money'],
      ['项目', `A${stray.number}`, 'progressSheet.project'],
      ['进度', `H${mine.number}`, 'report.percentOutside'],
      ['进度', `H${locked.number}`, 'report.locked.submitted'],
    ]);
    expect(answer.errors).toBe(4);
    expect(answer.findings[2]?.message).toContain('进度 110% 不在 0 到 100 之间');
    expect(answer.projects).toEqual([]);
  });

  it('少于上次而没有原因的只是提醒，可以存草稿，不能报送', async () => {
    const made = await building();
    await ask(
      'POST',
      submit.POST,
      'lufengClerk',
      { id: made.id, month: '2020-04' },
      { body: body(made, 40, 10), version: 0 },
    );
    await world.owner.query(
      `INSERT INTO progress_decision (sending_id, report_id, project_id, county_id, verdict, decided_by)
       SELECT id, report_id, project_id, county_id, 'accepted', $2 FROM progress_sending WHERE project_id = $1`,
      [made.id, world.actors.prefectureBureau.accountId],
    );
    await world.owner.query(
      `UPDATE progress_report SET status = 'accepted', accepted_no = 1, accepted_at = anju_now() WHERE project_id = $1`,
      [made.id],
    );
    const book = await bookOf('lufengClerk');
    const road = rowOf(sheet(book, '进度'), made.code, 'C-R07');
    expect([7, 8].map((column) => road.getCell(column).value)).toEqual([40, 40]);
    road.getCell(8).value = 30;
    const answer = await sendBack(book);
    expect(answer.findings.map(({ level, cell, code }) => [level, cell, code])).toEqual([
      ['warning', `I${road.number}`, 'report.backwards'],
    ]);
    expect((await confirm(answer)).status).toBe(200);
    const sent = await ask('POST', submit.POST, 'lufengClerk', at(made), { body: body(made, 30, 10), version: 1 });
    expect(codes(sent.json)).toEqual(['report.backwards']);
  });
});

describe('全部保存或一个也不保存', () => {
  async function twoChanged() {
    const [one, other] = [await building(), await building()];
    const book = await bookOf('lufengClerk');
    for (const { code } of [one, other]) rowOf(sheet(book, '项目'), code).getCell(6).value = 33;
    return { one, other, answer: await sendBack(book) };
  }

  it('核对之后有人改了其中一份：都不保存，说出是哪一个', async () => {
    const { one, other, answer } = await twoChanged();
    await keep(other, body(other, 5, 5));
    const late = await confirm(answer);
    expect([late.status, late.json.code, codes(late.json)]).toEqual([
      ...[409, 'version_conflict'],
      ['progressSheet.changedSince'],
    ]);
    expect([(await read(one)).version, (await read(other)).content.people]).toEqual([0, 12]);
  });

  it('其中一份已经报送、百分比不对、别县的项目：都不保存', async () => {
    const { one, other, answer } = await twoChanged();
    const [first, second] = answer.projects.map((project) => project.report);
    const post = (...reports: unknown[]) => ask('POST', apply.POST, 'lufengClerk', { month }, { body: { reports } });
    const wrong = {
      ...first,
      items: [{ ...items(one, 110, 0)[0], compoundId: first?.project === one.id ? one.compoundId : other.compoundId }],
    };
    expect(codes((await post(second, wrong)).json)).toEqual(['report.percentOutside']);
    expect(codes((await post(first, first)).json)).toEqual(['progressSheet.projectTwice']);
    const theirs = await projectAt(world, 8, 'submit', {
      ...{ prefectureId: world.prefectureId, county: world.shuangbai, countyCode: '532322' },
      clerkId: world.actors.shuangbaiClerk.accountId,
    });
    expect((await post(first, { ...second, project: theirs.id })).status).toBe(404);
    expect((await post(first, { ...second, project: (await projectAt(world, 10)).id })).status).toBe(404);
    const sent = await ask('POST', submit.POST, 'lufengClerk', at(other), { body: body(other, 1, 1), version: 0 });
    const { version } = sent.json;
    const locked = answer.projects.map((project) =>
      project.id === other.id ? { ...project.report, version } : project.report,
    );
    expect(codes((await post(...locked)).json)).toEqual(['report.locked.submitted']);
    expect((await read(one)).version).toBe(0);
  });

  it('两个人同时确认：一份表只保存一次', async () => {
    const { one, answer } = await twoChanged();
    const both = await Promise.all([confirm(answer), confirm(answer, 'lufengClerk2')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await read(one)).toMatchObject({ version: 1, content: { people: 33 } });
  });
});

describe('谁能下载和传回', () => {
  it('州级须写明县市；别的县市像不存在一样', async () => {
    await building();
    expect(codes((await download('prefectureBureau')).json)).toEqual(['progressSheet.countyMissing']);
    expect(sheet(await bookOf('prefectureBureau', world.lufeng.id), '项目').rowCount).toBeGreaterThan(1);
    expect((await download('lufengClerk', world.shuangbai.id)).status).toBe(404);
    expect((await download('prefectureBureau', world.rulebookId)).status).toBe(404);
    const denied = await world.call(workbook.POST, {
      ...{ as: 'prefectureBureau', method: 'POST', params: { month }, rawBody: new Uint8Array([1]) },
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'x.xlsx' },
    });
    expect(denied.status).toBe(403);
  });

  it('项目上的人只有自己的项目', async () => {
    const [mine, other] = [await building(), await building()];
    await nameTo(world, mine.id, world.actors.lufengEntity.accountId);
    const book = await bookOf('lufengEntity');
    const page = sheet(book, '项目');
    expect(page.rowCount).toBe(2);
    rowOf(page, mine.code).getCell(6).value = 7;
    const answer = await sendBack(book, 'lufengEntity');
    expect(answer.projects.map(({ code }) => code)).toEqual([mine.code]);
    expect((await confirm(answer, 'lufengEntity')).status).toBe(200);
    expect((await read(mine)).content.people).toBe(7);
    const [part] = answer.projects;
    if (!part) throw new Error('nothing changed');
    const theirs = { projects: [{ ...part, report: { ...part.report, project: other.id, version: 0 } }] };
    expect((await confirm(theirs, 'lufengEntity')).status).toBe(404);
  });
});
