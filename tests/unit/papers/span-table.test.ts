import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { cell, type SpanTable } from '@/lib/domain/papers/span-table';
import { spanDocx } from '@/lib/server/papers/span-docx';
import { spanBook } from '@/lib/server/workbooks/span-book';

const table = (landscape = false): SpanTable => ({
  ...{ mark: '附件', title: '评价表', head: ['县市：禄丰市', '年度：2020年'], landscape },
  columns: [
    { name: '序号', width: 20 },
    { name: '标准', width: 116 },
    { name: '自评分', width: 20 },
  ],
  rows: [
    [cell(0, '1', { rows: 2 }), cell(1, '①第一条<规定>\n②=SUM(A1)', { left: true }), cell(2, '5.00', { figure: true })],
    [cell(1, '③'), cell(2, '', { figure: true })],
    [cell(0, '合计', { columns: 2 }), cell(2, '89.25', { figure: true })],
  ],
});
const documentOf = (bytes: Uint8Array) =>
  new TextDecoder().decode(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

it('docx: cells are merged as they are printed, the head comes again on each page, no row is torn', async () => {
  const xml = documentOf(await spanDocx(table(), '禄丰市'));
  expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(1);
  expect(xml).toMatch(/<w:gridSpan w:val="2"\/>/);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(4);
  expect(xml).toContain('①第一条&lt;规定&gt;');
  // the lines of its cells are smaller than those of a page
  expect(xml).not.toContain('<w:docGrid w:type="lines"');
});

it('docx: upright on 156 mm, across on 225 mm of A4', async () => {
  const size = (xml: string) => /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)?.slice(1).map(Number) ?? [];
  const area = (xml: string) => {
    const [left = 0, right = 0] = ['left', 'right'].map((side) =>
      Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]),
    );
    return Math.round((((size(xml)[0] ?? 0) - left - right) * 25.4) / 1440);
  };
  const [upright, across] = [documentOf(await spanDocx(table(), 'x')), documentOf(await spanDocx(table(true), 'x'))];
  expect(area(upright)).toBe(156);
  expect(area(across)).toBe(225);
  expect(size(across)).toEqual(size(upright).reverse());
  expect(across).toContain('w:orient="landscape"');
});

it('xlsx: merged alike; figures are numbers with two places, words stay words', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await spanBook('评价表', table(true))) as unknown as ArrayBuffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  // mark, title, head, names of the columns, then the rows
  expect(sheet.getCell('A4').value).toBe('序号');
  expect(sheet.getCell('A6').master.address).toBe('A5');
  expect(sheet.getCell('B7').master.address).toBe('A7');
  expect(sheet.getCell('C5').value).toBe(5);
  expect(sheet.getCell('C5').numFmt).toBe('0.00');
  expect(sheet.getCell('A5').value).toBe(1);
  expect(sheet.getCell('C6').value).toBeNull();
  expect(sheet.getCell('C7').value).toBe(89.25);
  expect(sheet.getCell('B5').value).toBe('①第一条<规定>\n②=SUM(A1)');
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
  expect(sheet.getRow(5).height).toBeGreaterThan(sheet.getRow(7).height);
});

it('the same form is the same bytes, and another is not', async () => {
  for (const make of [(one: SpanTable) => spanDocx(one, 'x'), (one: SpanTable) => spanBook('表', one)]) {
    const first = await make(table());
    await make(table(true));
    expect((await make(table())).equals(first)).toBe(true);
    expect((await make({ ...table(), title: '另一表' })).equals(first)).toBe(false);
  }
});
