import 'server-only';
import { type Facility, ID_HEADER, templateColumns, VERSION_HEADER } from '@/lib/domain/imports/template';
import { type Places, surveySheet } from '@/lib/server/exports/survey-columns';
import type { SheetColumn } from '@/lib/server/workbooks/sheet-look';
import { entityOfSheet, headerPlan } from './reading/columns';
import type { SheetRow } from './reading/sheet';

/** How a sheet of the clerk's is laid out again: what the file said of its columns is not read, so it is worked out. */
export interface SheetLook {
  /** null: a list that is not ours; its head is not known. */
  headerRow: number | null;
  columns: SheetColumn[];
  frozen: number;
}

export const plain = (header: string, width: number, hidden = false): SheetColumn => ({
  header,
  width,
  format: '@',
  hidden,
});

/** A Chinese character takes the place of two. */
const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** A list that is not ours: as wide as what it holds. */
export function byContent(rows: readonly SheetRow[]): SheetLook {
  const widths: number[] = [];
  for (const { cells } of rows)
    for (const [index, cell] of cells.entries())
      widths[index] = Math.min(40, Math.max(widths[index] ?? 10, widthOf(String(cell ?? '')) + 2));
  return { headerRow: null, columns: Array.from(widths, (width) => plain('', width ?? 10)), frozen: 0 };
}

/** Our own sheets get their widths, dropdowns and help back, so that the marked workbook can be mended and sent in again. */
export function lookOf(
  name: string,
  rows: readonly SheetRow[],
  facilities: readonly Facility[],
  places: Places,
): SheetLook {
  const entity = entityOfSheet(name);
  const plan = entity && headerPlan(name, entity, rows.slice(0, 10), facilities);
  if (!entity || !plan) return byContent(rows);
  const ours = surveySheet(entity, facilities, places).columns;
  const byField = new Map(templateColumns(entity, facilities).map(({ spec }, index) => [spec.field, ours[index]]));
  const columns = byContent(rows).columns;
  for (const { column, spec } of plan.columns) columns[column] = byField.get(spec.field) ?? plain('', 12);
  if (plan.idColumn !== null) columns[plan.idColumn] = plain(ID_HEADER, 12, true);
  if (plan.versionColumn !== null) columns[plan.versionColumn] = plain(VERSION_HEADER, 12, true);
  return { headerRow: plan.headerRow, columns, frozen: 2 };
}
