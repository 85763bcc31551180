import 'server-only';
import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { ENTITIES, type Entity } from '@/lib/domain/imports/fields';
import { SHEET_NAMES } from '@/lib/domain/imports/template';
import { SheetWriter, type Workbook } from '@/lib/server/workbooks/sheet-writer';
import { surveySheet } from './survey-columns';
import { type WorkbookFacts, writeGuide, writeMeta } from './survey-guide';

/** The register's rows by sheet, in pages; `id`, `version` and a value for each field of the template. */
export type RowPages = (entity: Entity) => AsyncIterable<Record<string, unknown>[]>;

/** Columns that stay in sight: the names by which a row is known. */
const FROZEN: Record<Entity, number> = { compound: 2, building: 2, household: 4 };

export function openWorkbook(out: Writable): Workbook {
  return new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    // Shared strings would be held until the end; inline ones leave with their row.
    useSharedStrings: false,
    useStyles: true,
    zip: { zlib: { level: 6 } },
  });
}

/** The one workbook that is template and export. Sheets are finished one after the other, so that nothing but the row in hand is held. */
export async function writeSurveyWorkbook(
  out: Writable,
  facts: WorkbookFacts,
  pages: RowPages | null,
  onRows: (count: number) => Promise<void> = async () => {},
): Promise<void> {
  const workbook = openWorkbook(out);
  writeGuide(workbook, facts);
  for (const entity of ENTITIES) {
    const { columns, example, cells } = surveySheet(entity, facts.facilities, facts.places);
    const sheet = new SheetWriter(workbook, SHEET_NAMES[entity], columns, FROZEN[entity]);
    sheet.example(example);
    for await (const rows of pages?.(entity) ?? []) {
      for (const row of rows) await sheet.add(cells(row));
      await onRows(rows.length);
    }
    sheet.end();
  }
  writeMeta(workbook, facts);
  await workbook.commit();
}
