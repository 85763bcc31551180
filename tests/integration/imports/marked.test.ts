import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as marked from '@/app/api/v1/imports/[id]/marked.xlsx/route';
import { metaSheet, realList, workbookOf } from '@/tests/support/sheets';
import { makeWorld, type World } from '@/tests/support/world';
import { clerkOf } from './imports';

let world: World;
let clerk: ReturnType<typeof clerkOf>;
beforeAll(async () => {
  world = await makeWorld();
  clerk = clerkOf(world, 'lufengClerk');
});
afterAll(() => world.end());

async function markedOf(id: string): Promise<ExcelJS.Workbook> {
  const answer = await world.call(marked.GET, { as: 'lufengClerk', params: { id } });
  expect(answer.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.response.arrayBuffer());
  return book;
}
const fillOf = (cell: ExcelJS.Cell) => (cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined);
const noteOf = (cell: ExcelJS.Cell) =>
  typeof cell.note === 'string' ? cell.note : (cell.note?.texts ?? []).map(({ text }) => text).join('');

it('the marked workbook names every cell, is laid out like ours, and can be mended and sent in again', async () => {
  const first = await clerk.upload(
    await workbookOf({
      ...metaSheet('532302', '禄丰市'),
      小区: [
        ['禄丰市排查表'],
        ['小区名称*', '建成年份', '建筑面积（㎡）', '产权性质', '编号（请勿改动）'],
        ['文化路小区', 1998, '三千多平米', '房改房', null],
        ['农机厂家属院', '去年', 8000, '房改房', null],
      ],
    }),
  );
  expect(first.errors).toBe(2);

  const book = await markedOf(first.id);
  expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['核对结果', 'visible'],
    ['_安居', 'hidden'],
    ['小区', 'visible'],
  ]);
  const list = book.getWorksheet('核对结果');
  const listed = list?.getRows(2, list.rowCount - 1)?.map((row) => [row.getCell(1).text, row.getCell(3).text]);
  expect(listed).toEqual(
    expect.arrayContaining([
      ['错误', 'C3'],
      ['错误', 'B4'],
    ]),
  );

  const sheet = book.getWorksheet('小区');
  if (!sheet) throw new Error('no sheet 小区');
  for (const address of ['C3', 'B4']) {
    expect(fillOf(sheet.getCell(address))).toBe('FFF8B4B4');
    expect(noteOf(sheet.getCell(address))).not.toBe('');
  }
  expect(fillOf(sheet.getCell('C4'))).toBeUndefined();
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
  expect(sheet.getColumn(5).hidden).toBe(true);
  expect(sheet.getCell('D3').dataValidation).toMatchObject({
    type: 'list',
    formulae: [expect.stringContaining('房改房')],
  });

  sheet.getCell('C3').value = 3100;
  sheet.getCell('B4').value = 1989;
  const again = await clerk.upload(Buffer.from(await book.xlsx.writeBuffer()), '摸底表-已标注.xlsx');
  expect(again).toMatchObject({ status: 'previewed', kind: 'template', errors: 0, counts: { compound: { new: 2 } } });
});

it('a marked workbook of another county is still known by its hidden sheet', async () => {
  const first = await clerk.upload(
    await workbookOf({
      ...metaSheet('532302', '禄丰市'),
      小区: [
        ['小区名称*', '建成年份'],
        ['文化路小区', '去年'],
      ],
    }),
  );
  const bytes = Buffer.from(await (await markedOf(first.id)).xlsx.writeBuffer());
  const there = await clerkOf(world, 'shuangbaiClerk').upload(bytes);
  expect(there.status).toBe('refused');
  expect(JSON.stringify(there.refusal)).toContain('禄丰市');
});

it('a list that is not ours keeps its rows, and its columns are wide enough to be read', async () => {
  const first = await clerk.upload(await realList(), '天长市.xlsx');
  const book = await markedOf(first.id);
  const sheet = book.worksheets[1];
  expect(sheet?.getColumn(3).width).toBeGreaterThanOrEqual(10);
  const own = new ExcelJS.Workbook();
  await own.xlsx.load((await realList()) as unknown as ArrayBuffer);
  expect(sheet?.getCell('C4').text).toBe(own.worksheets[0]?.getCell('C4').text);
});

it('one mistake is one error: what stands below it is read as it is, and nothing can be imported meanwhile', async () => {
  const sheets = (year: string | number) => ({
    ...metaSheet('532302', '禄丰市'),
    小区: [
      ['小区名称*', '建成年份'],
      ['河滨小区', year],
    ],
    楼栋: [
      ['小区名称*', '楼栋*'],
      ['河滨小区', '1栋'],
      ['河滨小区', '2栋'],
    ],
    户: [
      ['小区名称*', '楼栋*', '单元', '房号*'],
      ...['101', '102', '201'].map((room) => ['河滨小区', '1栋', '1单元', room]),
    ],
  });
  const wrong = await clerk.upload(await workbookOf(sheets('去年')));
  expect(wrong).toMatchObject({
    errors: 1,
    counts: { compound: { error: 1 }, building: { new: 2 }, household: { new: 3 } },
  });
  const errors = (await clerk.findings(wrong.id)).filter(({ level }) => level === 'error');
  expect(errors.map(({ cell, code }) => [cell, code])).toEqual([['B2', 'cell.year']]);
  expect((await clerk.confirm(wrong.id)).status).toBe(422);

  const right = await clerk.upload(await workbookOf(sheets(1998)));
  expect(right).toMatchObject({ errors: 0, counts: { building: { new: 2 }, household: { new: 3 } } });
});
