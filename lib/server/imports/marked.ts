import 'server-only';
import { createWriteStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Cell, stream as excel, type Fill, type Row, type Worksheet } from 'exceljs';
import type { FindingLevel } from '@/lib/domain/imports/answers';
import { columnOf } from '@/lib/domain/imports/cell-address';
import { type Facility, FINDINGS_SHEET, META_SHEET } from '@/lib/domain/imports/template';
import type { Locale } from '@/lib/i18n/config';
import { sentences } from '@/lib/i18n/sentences';
import type { Tx } from '@/lib/server/db/with-actor';
import { LISTS_SHEET, type Places } from '@/lib/server/exports/survey-columns';
import { fileStore } from '@/lib/server/files/store';
import { headerStyle, pageSetupOf, type SheetColumn, validationsOf } from '@/lib/server/workbooks/sheet-look';
import { SheetWriter, setValidations } from '@/lib/server/workbooks/sheet-writer';
import type { Batch } from './batch';
import { lookOf, type SheetLook } from './marked-look';
import { readCsv } from './reading/csv';
import { type SheetRow, sheetRows } from './reading/sheet';
import { sniff } from './reading/sniff';
import { openWorkbook } from './reading/workbook';
import { openZip } from './reading/zip';

export interface Mark {
  level: FindingLevel;
  sheet: string;
  cell: string | null;
  rowNo: number | null;
  message: string;
}

const FILLS: Record<FindingLevel, Fill> = {
  error: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF8B4B4' } },
  warning: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE29B' } },
  info: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFCFE3F8' } },
};
const WORST: FindingLevel[] = ['error', 'warning', 'info'];

export async function marksOf(tx: Tx, batchId: string, locale: Locale): Promise<Mark[]> {
  const rows = await tx.importFinding.findMany({ where: { batchId }, orderBy: { seq: 'asc' } });
  const sentence = await sentences(locale);
  return rows.map(({ level, sheet, cell, rowNo, code, params }) => ({
    level: level as FindingLevel,
    sheet,
    cell,
    rowNo,
    message: sentence(`reasons.${code}`, params as Record<string, string | number>),
  }));
}

interface Sheet {
  name: string;
  hidden: boolean;
  rows: () => AsyncIterable<SheetRow[]>;
}

async function sheetsOf(path: string): Promise<{ sheets: Sheet[]; close: () => void }> {
  const { kind, size } = await sniff(path);
  if (kind === 'csv') {
    const rows = await readCsv(path);
    async function* all() {
      yield rows;
    }
    return { sheets: [{ name: 'CSV', hidden: false, rows: all }], close: () => {} };
  }
  const zip = await openZip(path, size);
  const workbook = await openWorkbook(zip);
  const sheets = workbook.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    rows: () => sheetRows(workbook, sheet),
  }));
  return { sheets, close: () => zip.close() };
}

/** The names that the dropdowns offer stand on a hidden sheet of the workbook. */
async function placesOf(sheets: readonly Sheet[]): Promise<Places> {
  const places = { subdistricts: [] as string[], communities: [] as string[] };
  const lists = sheets.find(({ name, hidden }) => hidden && name === LISTS_SHEET);
  if (!lists) return places;
  for await (const rows of lists.rows())
    for (const { cells } of rows) {
      if (cells[0]) places.subdistricts.push(String(cells[0]));
      if (cells[1]) places.communities.push(String(cells[1]));
    }
  return places;
}

type Book = InstanceType<typeof excel.xlsx.WorkbookWriter>;

const LIST_COLUMNS: SheetColumn[] = ['程度', '工作表', '单元格', '说明'].map((header, index) => ({
  header,
  width: [10, 18, 12, 100][index] ?? 12,
  format: '@',
}));

/** The first sheet lists every finding. */
async function writeFindings(book: Book, marks: readonly Mark[]): Promise<void> {
  const list = new SheetWriter(book, FINDINGS_SHEET, LIST_COLUMNS, 0);
  const words: Record<FindingLevel, string> = { error: '错误', warning: '提醒', info: '说明' };
  for (const { level, sheet, cell, rowNo, message } of marks)
    await list.add([words[level], sheet, cell ?? (rowNo === null ? '' : String(rowNo)), message]);
  list.end();
}

/** How a sheet of that name is laid out again, from its first rows. */
type LookFor = (name: string, rows: readonly SheetRow[], places: Places) => SheetLook;

/** The clerk's own rows, with the cells in question coloured and explained; mended, it can be sent in again. */
async function write(out: PassThrough, path: string, marks: readonly Mark[], look: LookFor) {
  const book = new excel.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  await writeFindings(book, marks);
  const { sheets, close } = await sheetsOf(path);
  try {
    const places = await placesOf(sheets);
    for (const sheet of sheets.filter(({ name }) => name !== FINDINGS_SHEET))
      await copySheet(
        book,
        sheet,
        marks.filter((mark) => mark.sheet === sheet.name),
        (rows) => look(sheet.name, rows, places),
      );
  } finally {
    close();
  }
  await book.commit();
}

/** Rows below the last one that still get dropdowns and help. */
const ROOM = 1_000;

function layOut(book: Book, { name, hidden }: Sheet, { headerRow, columns, frozen }: SheetLook): Worksheet {
  const target = book.addWorksheet(name.slice(0, 31), {
    state: hidden || name === META_SHEET ? 'hidden' : 'visible',
    ...(headerRow === null
      ? {}
      : {
          views: [{ state: 'frozen', xSplit: frozen, ySplit: headerRow }],
          pageSetup: pageSetupOf(columns, frozen, headerRow),
        }),
  });
  target.columns = columns.map(({ width, hidden: unseen, format }) => ({
    width,
    hidden: unseen ?? false,
    ...(headerRow === null ? {} : { style: { numFmt: format } }),
  }));
  return target;
}

async function copySheet(
  book: Book,
  sheet: Sheet,
  marks: readonly Mark[],
  look: (first: readonly SheetRow[]) => SheetLook,
): Promise<void> {
  const byRow = new Map<number, Mark[]>();
  for (const mark of marks) if (mark.rowNo !== null) byRow.set(mark.rowNo, [...(byRow.get(mark.rowNo) ?? []), mark]);
  let laid: { target: Worksheet; look: SheetLook } | undefined;
  let last = 0;
  for await (const rows of sheet.rows()) {
    if (!laid) {
      const found = look(rows);
      laid = { target: layOut(book, sheet, found), look: found };
    }
    for (const row of rows) {
      const written = laid.target.getRow(row.rowNo);
      for (const [index, value] of row.cells.entries()) if (value !== null) written.getCell(index + 1).value = value;
      if (row.rowNo === laid.look.headerRow) styleHeader(written, laid.look.columns);
      for (const [column, found] of byColumn(byRow.get(row.rowNo) ?? [])) markCell(written.getCell(column), found);
      written.commit();
      last = row.rowNo;
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  laid ??= { target: layOut(book, sheet, look([])), look: look([]) };
  const { target, look: found } = laid;
  if (found.headerRow !== null) setValidations(target, validationsOf(found.columns, found.headerRow + 1, last + ROOM));
  target.commit();
}

function styleHeader(row: Row, columns: readonly SheetColumn[]): void {
  row.height = 30;
  for (const [index, { required }] of columns.entries()) row.getCell(index + 1).style = headerStyle(required);
}

function byColumn(marks: readonly Mark[]): Map<number, Mark[]> {
  const cells = new Map<number, Mark[]>();
  for (const mark of marks) {
    const column = mark.cell ? columnOf(mark.cell) + 1 : 1;
    cells.set(column, [...(cells.get(column) ?? []), mark]);
  }
  return cells;
}

function markCell(cell: Cell, marks: readonly Mark[]): void {
  // a style of its own: the one of the column is shared by all its cells
  cell.style = {
    ...cell.style,
    fill: FILLS[WORST.find((level) => marks.some((mark) => mark.level === level)) ?? 'info'],
  };
  cell.note = marks.map((mark) => mark.message).join('\n');
}

/** The marked workbook as a stream; a fault on the way breaks it off. */
export async function markedWorkbook(
  batch: Batch,
  marks: readonly Mark[],
  facilities: readonly Facility[],
): Promise<Readable> {
  const { file, release } = await fileStore().scratch();
  await pipeline(fileStore().get(batch.storageKey), createWriteStream(file, { mode: 0o600 }));
  return markedCopy({ file, release }, marks, (name, rows, places) => lookOf(name, rows, facilities, places));
}

/** A scratch file as its marked copy; the file goes when the copy is written. */
export function markedCopy(
  { file, release }: { file: string; release: () => Promise<void> },
  marks: readonly Mark[],
  look: LookFor,
): Readable {
  const out = new PassThrough();
  void write(out, file, marks, look)
    .catch((error: Error) => out.destroy(error))
    .finally(release);
  return out;
}
