import 'server-only';
import ExcelJS from 'exceljs';
import { sameBytes } from '@/lib/server/papers/same-bytes';
import type { CellValue } from './cells';
import { alignmentOf, headerStyle, PAGE_FOOTER, pageSetupOf, type SheetColumn } from './sheet-look';

/** One sheet of at most some thousand rows, made at once: the same rows are the same bytes. */
export async function smallBook(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly CellValue[])[],
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.created = new Date(0);
  book.modified = new Date(0);
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: pageSetupOf(columns, 1),
    headerFooter: PAGE_FOOTER,
  });
  sheet.columns = columns.map(({ width, format }) => ({
    width,
    style: { numFmt: format, alignment: { vertical: 'top', wrapText: true, ...alignmentOf(format) } },
  }));
  const head = sheet.addRow(columns.map(({ header }) => header));
  head.height = 30;
  for (const index of columns.keys()) head.getCell(index + 1).style = headerStyle();
  for (const row of rows) sheet.addRow([...row]);
  return sameBytes(new Uint8Array(await book.xlsx.writeBuffer()));
}
