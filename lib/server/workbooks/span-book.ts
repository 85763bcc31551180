import 'server-only';
import ExcelJS, { type Alignment, type Worksheet } from 'exceljs';
import { type SpanCell, type SpanTable, widthOf } from '@/lib/domain/papers/span-table';
import { signsOf } from '@/lib/server/papers/measures';
import { sameBytes } from '@/lib/server/papers/same-bytes';
import { exactNumber } from './cells';
import { PAGE_FOOTER } from './sheet-look';

const LETTERS = { name: '宋体', size: 10 };
const EDGE = { style: 'thin' as const, color: { argb: 'FF000000' } };
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };
/** A column of the sheet is counted in figures of its letters, two millimetres wide; a sign takes two of them. */
const MM = 2;
const LINE = 13;

/** Over the table: the mark, the title, and whose it is, each on a row of its own across all columns. */
function opening(sheet: Worksheet, { mark, title, head, columns }: SpanTable): void {
  const across = (text: string, size: number, horizontal: Alignment['horizontal'], bold: boolean) => {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, columns.length);
    row.getCell(1).style = { font: { ...LETTERS, size, bold }, alignment: { horizontal, vertical: 'middle' } };
    row.height = size * 2;
  };
  if (mark) across(mark, 14, 'left', true);
  across(title, 18, 'center', true);
  across(head.join('　　'), 11, 'left', false);
}

function headRow(sheet: Worksheet, { columns }: SpanTable): number {
  const row = sheet.addRow(columns.map(({ name }) => name));
  row.height = 24;
  row.eachCell((one) => {
    const alignment = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
    one.style = { font: { ...LETTERS, bold: true }, border: EDGES, alignment };
  });
  return row.number;
}

/** Merged cells do not make their row higher by themselves: how many lines a text takes is reckoned from the width it has. */
function linesOf(table: SpanTable, one: SpanCell): number {
  const room = Math.max(1, (widthOf(table, one) / MM - 1) / 2);
  return one.text.split('\n').reduce((sum, text) => sum + Math.max(1, Math.ceil(signsOf(text) / room)), 0);
}

const heightOf = (table: SpanTable, cells: readonly SpanCell[]): number =>
  Math.max(20, ...cells.map((one) => (linesOf(table, one) / one.rows) * LINE + 4));

/** Counts and places are numbers too: as text each would bear a spreadsheet's mark of doubt. */
const COUNT = /^(0|[1-9]\d{0,8})$/;

/** Two places; 万元 with every fen has up to six. */
const figureFormat = (text: string): string => (/\.\d{3,}$/.test(text) ? '0.00####' : '0.00');

function put(sheet: Worksheet, at: number, one: SpanCell): void {
  const { text, column, columns, rows, left, figure } = one;
  const first = sheet.getCell(at, column + 1);
  first.value = text === '' ? null : figure || COUNT.test(text) ? exactNumber(text) : text;
  if (columns > 1 || rows > 1) sheet.mergeCells(at, column + 1, at + rows - 1, column + columns);
  for (let row = at; row < at + rows; row++)
    for (let reach = column + 1; reach <= column + columns; reach++)
      sheet.getCell(row, reach).style = {
        numFmt: figure ? figureFormat(text) : COUNT.test(text) ? '0' : '@',
        ...{ font: LETTERS, border: EDGES },
        alignment: { horizontal: left ? 'left' : 'center', vertical: 'middle', wrapText: true },
      };
}

function addForm(book: ExcelJS.Workbook, name: string, table: SpanTable): void {
  const sheet = book.addWorksheet(name, { headerFooter: PAGE_FOOTER });
  sheet.columns = table.columns.map(({ width }) => ({ width: width / MM }));
  opening(sheet, table);
  const head = headRow(sheet, table);
  sheet.views = [{ state: 'frozen', xSplit: table.frozen ?? 0, ySplit: head }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: table.landscape ? 'landscape' : 'portrait',
    ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
    printTitlesRow: `${head}:${head}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  table.rows.forEach((cells, at) => {
    for (const one of cells) put(sheet, head + 1 + at, one);
    sheet.getRow(head + 1 + at).height = heightOf(table, cells);
  });
}

/** Forms as sheets of one workbook: cells merged as they are printed, figures as numbers, one A4 wide; the same forms give the same bytes. */
export async function spanBooks(forms: readonly { name: string; table: SpanTable }[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.created = new Date(0);
  book.modified = new Date(0);
  for (const { name, table } of forms) addForm(book, name, table);
  return sameBytes(new Uint8Array(await book.xlsx.writeBuffer()));
}

export const spanBook = (name: string, table: SpanTable): Promise<Buffer> => spanBooks([{ name, table }]);
