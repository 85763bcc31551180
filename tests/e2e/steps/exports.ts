import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';

/** Exports what the list in sight shows, and fetches it from one's exports. */
export async function exportListed(page: Page, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: '导出所列' }).click();
  await page.getByRole('button', { name: format }).click();
  await page.getByRole('region', { name: '提示消息' }).getByRole('link', { name: '查看进度' }).click();
  const line = page.getByRole('table', { name: '您导出的文件' }).getByRole('row').nth(1);
  await expect(line).toContainText('可下载', { timeout: 30_000 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    line.getByRole('link', { name: '下载' }).click(),
  ]);
  return readFile(await download.path());
}

/** The first sheet of it, row by row. */
export async function exportedRows(page: Page): Promise<ExcelJS.CellValue[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await exportListed(page, 'Excel 表格（.xlsx）')) as unknown as ExcelJS.Buffer);
  const rows: ExcelJS.CellValue[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as ExcelJS.CellValue[]).slice(1)));
  return rows;
}

/** All that a workbook says, sheet after sheet. */
export async function wordsOfBook(file: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const words: string[] = [];
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => void words.push(cell.text)));
  return words.join('\n');
}
