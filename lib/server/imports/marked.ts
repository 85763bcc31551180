import 'server-only';
import { createWriteStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stream as excel, type Fill } from 'exceljs';
import type { FindingLevel } from '@/lib/domain/imports/answers';
import type { Locale } from '@/lib/i18n/config';
import { sentences } from '@/lib/i18n/sentences';
import type { Tx } from '@/lib/server/db/with-actor';
import { fileStore } from '@/lib/server/files/store';
import type { Batch } from './batch';
import { readCsv } from './reading/csv';
import { columnOf, type SheetRow, sheetRows } from './reading/sheet';
import { sniff } from './reading/sniff';
import { openWorkbook } from './reading/workbook';
import { openZip } from './reading/zip';

interface Mark {
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
  rows: () => AsyncIterable<SheetRow[]>;
}

async function sheetsOf(path: string): Promise<{ sheets: Sheet[]; close: () => void }> {
  const { kind, size } = await sniff(path);
  if (kind === 'csv') {
    const rows = await readCsv(path);
    async function* all() {
      yield rows;
    }
    return { sheets: [{ name: 'CSV', rows: all }], close: () => {} };
  }
  const zip = await openZip(path, size);
  const workbook = await openWorkbook(zip);
  const sheets = workbook.sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => ({ name: sheet.name, rows: () => sheetRows(workbook, sheet) }));
  return { sheets, close: () => zip.close() };
}

/** The clerk's own rows with the cells in question coloured and explained, and a first sheet that lists every finding. */
async function write(out: PassThrough, path: string, marks: readonly Mark[]): Promise<void> {
  const book = new excel.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const list = book.addWorksheet('核对结果', { views: [{ state: 'frozen', ySplit: 1 }] });
  list.columns = [{ width: 10 }, { width: 18 }, { width: 12 }, { width: 100 }];
  list.addRow(['程度', '工作表', '单元格', '说明']).commit();
  const words: Record<FindingLevel, string> = { error: '错误', warning: '提醒', info: '说明' };
  for (const { level, sheet, cell, rowNo, message } of marks)
    list.addRow([words[level], sheet, cell ?? (rowNo === null ? '' : String(rowNo)), message]).commit();
  list.commit();
  const { sheets, close } = await sheetsOf(path);
  try {
    for (const sheet of sheets)
      await copySheet(
        book,
        sheet,
        marks.filter((mark) => mark.sheet === sheet.name),
      );
  } finally {
    close();
  }
  await book.commit();
}

async function copySheet(
  book: InstanceType<typeof excel.xlsx.WorkbookWriter>,
  sheet: Sheet,
  marks: readonly Mark[],
): Promise<void> {
  const target = book.addWorksheet(sheet.name.slice(0, 31));
  const byRow = new Map<number, Mark[]>();
  for (const mark of marks) if (mark.rowNo !== null) byRow.set(mark.rowNo, [...(byRow.get(mark.rowNo) ?? []), mark]);
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      const written = target.getRow(row.rowNo);
      for (const [index, value] of row.cells.entries()) if (value !== null) written.getCell(index + 1).value = value;
      const cells = new Map<number, Mark[]>();
      for (const mark of byRow.get(row.rowNo) ?? []) {
        const column = mark.cell ? columnOf(mark.cell) + 1 : 1;
        cells.set(column, [...(cells.get(column) ?? []), mark]);
      }
      for (const [column, found] of cells) {
        const cell = written.getCell(column);
        cell.fill = FILLS[WORST.find((level) => found.some((mark) => mark.level === level)) ?? 'info'];
        cell.note = found.map((mark) => mark.message).join('\n');
      }
      written.commit();
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  target.commit();
}

/** The marked workbook as a stream; a fault on the way breaks it off. */
export async function markedWorkbook(batch: Batch, marks: readonly Mark[]): Promise<Readable> {
  const { file, release } = await fileStore().scratch();
  await pipeline(fileStore().get(batch.storageKey), createWriteStream(file, { mode: 0o600 }));
  const out = new PassThrough();
  void write(out, file, marks)
    .catch((error: Error) => out.destroy(error))
    .finally(release);
  return out;
}
