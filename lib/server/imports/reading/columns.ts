import 'server-only';
import { columnName } from '@/lib/domain/imports/cell-address';
import { ENTITIES, type Entity, type FieldSpec } from '@/lib/domain/imports/fields';
import { proposeMapping } from '@/lib/domain/imports/header';
import type { ReadColumn } from '@/lib/domain/imports/read-row';
import type { Problem } from '@/lib/domain/imports/records';
import {
  EXAMPLE_MARK,
  type Facility,
  headerKey,
  ID_HEADER,
  SHEET_NAMES,
  type TemplateColumn,
  templateColumns,
  VERSION_HEADER,
} from '@/lib/domain/imports/template';
import type { SheetRow } from './sheet';

export interface SheetPlan {
  entity: Entity;
  headerRow: number;
  columns: ReadColumn[];
  idColumn: number | null;
  versionColumn: number | null;
  problems: Problem[];
}

const at = (sheet: string, rowNo: number, column: number): Pick<Problem, 'sheet' | 'rowNo' | 'cell'> => ({
  sheet,
  rowNo,
  cell: `${columnName(column)}${rowNo}`,
});

/** A sheet of our own: found by its name, its columns by their headers, wherever the clerk moved them. */
export function entityOfSheet(name: string): Entity | null {
  return ENTITIES.find((entity) => SHEET_NAMES[entity] === name.trim()) ?? null;
}

/** Header cells → columns. A header of an earlier version is found by the words it went by; one that nobody knows is named and left out. */
export function planSheet(
  sheet: string,
  entity: Entity,
  headerRow: number,
  header: readonly unknown[],
  facilities: readonly Facility[],
): SheetPlan {
  const known = new Map(templateColumns(entity, facilities).map((column) => [headerKey(column.header), column]));
  const plan: SheetPlan = { entity, headerRow, columns: [], idColumn: null, versionColumn: null, problems: [] };
  const others = proposeMapping(header, entity);
  const used = new Set<string>();
  for (const [column, cell] of header.entries()) {
    const key = headerKey(cell);
    if (key === '') continue;
    if (key === headerKey(ID_HEADER)) plan.idColumn = column;
    else if (key === headerKey(VERSION_HEADER)) plan.versionColumn = column;
    else {
      const spec = specOf(known, key, others[column]);
      if (spec && !used.has(spec.field)) {
        used.add(spec.field);
        plan.columns.push({ column, spec });
      } else plan.problems.push(unknownColumn(sheet, headerRow, column, String(cell)));
    }
  }
  plan.problems.push(...missingColumns(sheet, headerRow, known, used));
  return plan;
}

function specOf(
  known: Map<string, TemplateColumn>,
  key: string,
  proposal: ReturnType<typeof proposeMapping>[number] | undefined,
): FieldSpec | null {
  const exact = known.get(key);
  if (exact) return exact.spec;
  if (proposal?.confidence !== 'certain') return null;
  return [...known.values()].find(({ spec }) => spec.field === proposal.field)?.spec ?? null;
}

function unknownColumn(sheet: string, rowNo: number, column: number, header: string): Problem {
  return { level: 'warning', ...at(sheet, rowNo, column), code: 'import.column.unknown', params: { found: header } };
}

function missingColumns(
  sheet: string,
  rowNo: number,
  known: Map<string, TemplateColumn>,
  used: ReadonlySet<string>,
): Problem[] {
  const missing = [...known.values()].filter(({ spec }) => !used.has(spec.field));
  const required = missing.filter(({ spec }) => spec.required);
  const rest = missing.filter(({ spec }) => !spec.required);
  const say = (level: Problem['level'], code: string, columns: TemplateColumn[]): Problem[] =>
    columns.length === 0
      ? []
      : [
          {
            level,
            sheet,
            rowNo,
            cell: null,
            code,
            params: { found: columns.map(({ spec }) => spec.label.zh).join('、') },
          },
        ];
  return [...say('error', 'import.column.requiredMissing', required), ...say('info', 'import.column.missing', rest)];
}

/** The header stands in the first rows; a title that somebody put above it does no harm. */
export function headerPlan(
  name: string,
  entity: Entity,
  rows: readonly SheetRow[],
  facilities: readonly Facility[],
): SheetPlan | null {
  const plans = rows
    .filter(({ cells }) => !String(cells.find((cell) => cell !== null) ?? '').startsWith(EXAMPLE_MARK))
    .map(({ cells, rowNo }) => planSheet(name, entity, rowNo, cells, facilities));
  const best = plans.sort((a, b) => b.columns.length - a.columns.length || a.headerRow - b.headerRow)[0];
  return best && best.columns.length >= 2 ? best : null;
}
