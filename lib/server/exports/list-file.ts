import 'server-only';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { ExportFormat } from '@/lib/domain/exports/schema';
import { protectCsv } from '@/lib/domain/imports/csv-safety';
import { type Label, type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { Actor } from '@/lib/server/actor';
import { withActor } from '@/lib/server/db/with-actor';
import type { CellValue } from '@/lib/server/workbooks/cells';
import { SheetWriter } from '@/lib/server/workbooks/sheet-writer';
import type { FileColumn } from './list-columns';
import type { Progress } from './survey-export';
import { openWorkbook } from './survey-workbook';

interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total: number;
}

/** Every page of the list, as the list itself reads it: same filters, same order. */
export async function* pagesOf<Row>(
  read: (place: { limit: number; cursor?: string }) => Promise<Page<Row> | null>,
  progress: Progress,
): AsyncGenerator<Row[]> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 200, ...(cursor ? { cursor } : {}) });
    if (!page) throw new Error('the list refused its own cursor');
    if (!cursor) await progress.expect(page.total);
    yield page.items;
    await progress.advance(page.items.length);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

interface ListFile<Row, Key extends string> {
  sheet: Label;
  columns: readonly FileColumn<Row, Key>[];
  pages: AsyncIterable<Row[]>;
}

async function writeXlsx<Row, Key extends string>(
  out: Writable,
  { sheet: name, columns, pages }: ListFile<Row, Key>,
  locale: Locale,
): Promise<void> {
  const workbook = openWorkbook(out);
  const heads = columns.map(({ label, width, format }) => ({ header: labelIn(label, locale), width, format }));
  const sheet = new SheetWriter(workbook, labelIn(name, locale), heads, 2);
  for await (const rows of pages) for (const row of rows) await sheet.add(columns.map(({ cell }) => cell(row, locale)));
  sheet.end();
  await workbook.commit();
}

const BOM = '\ufeff';
const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** Numbers as the register says them (88.33); text that a spreadsheet would run is protected. */
function csvLine(cells: readonly CellValue[], formats: readonly string[]): string {
  const fields = cells.map((cell, index) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return formats[index] === '0.00' ? cell.toFixed(2) : String(cell);
    return quoted(protectCsv(cell));
  });
  return `${fields.join(',')}\r\n`;
}

async function writeCsv<Row, Key extends string>(
  out: Writable,
  { columns, pages }: ListFile<Row, Key>,
  locale: Locale,
): Promise<void> {
  const formats = columns.map(({ format }) => format);
  const send = async (chunk: string) => {
    if (!out.write(chunk)) await once(out, 'drain');
  };
  const header = columns.map(({ label }) => labelIn(label, locale));
  await send(BOM + csvLine(header, formats));
  const line = (row: Row) =>
    csvLine(
      columns.map(({ cell }) => cell(row, locale)),
      formats,
    );
  for await (const rows of pages) await send(rows.map(line).join(''));
  out.end();
}

async function nameOf(actor: Actor, name: Label, format: ExportFormat): Promise<string> {
  const [clock] = await withActor(
    actor,
    (tx) =>
      tx.$queryRaw<{ at: string }[]>`
        SELECT to_char(anju_now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD-HH24MI') AS at`,
  );
  return `${labelIn(name, actor.locale)}-${clock?.at ?? ''}.${format}`;
}

/** A list as a file in the language of who asked; answers what the file is called. */
export async function writeList<Row, Key extends string>(
  out: Writable,
  actor: Actor,
  { format, name, ...list }: ListFile<Row, Key> & { format: ExportFormat; name: Label },
): Promise<string> {
  await (format === 'csv' ? writeCsv : writeXlsx)(out, list, actor.locale);
  return nameOf(actor, name, format);
}
