import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { onTestFinished } from 'vitest';
import { META_SHEET, TEMPLATE_VERSION } from '@/lib/domain/imports/template';

export type Cells = (string | number | boolean | Date | null | { formula: string; result?: string | number })[];

/** A workbook with the given sheets, rows from the first on; blank rows are []. */
export async function workbookOf(sheets: Record<string, Cells[]>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const [index, cells] of rows.entries())
      for (const [column, value] of cells.entries())
        if (value !== null) sheet.getCell(index + 1, column + 1).value = value;
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The sheet by which a workbook says that it is ours. */
export const metaSheet = (county: string, countyName: string, version = TEMPLATE_VERSION): Record<string, Cells[]> => ({
  [META_SHEET]: [
    ['version', version],
    ['county', county],
    ['countyName', countyName],
  ],
});

/** In a folder of its own, removed when the test is over. */
export async function asFile(bytes: Uint8Array, name = 'x.xlsx'): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-sheet-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** 天长市 2021: a real public list, not in our template. */
export const realList = (): Promise<Buffer> =>
  readFile(path.join(import.meta.dirname, '..', 'fixtures', '天长市2021年计划表.xlsx'));
