import 'server-only';
import { maskName } from '@/lib/domain/compounds/masking';
import { columnName } from '@/lib/domain/imports/cell-address';
import { fieldSpec, type Scalar } from '@/lib/domain/imports/fields';
import { classifyRow } from '@/lib/domain/imports/header';
import { type ReadColumn, readRow } from '@/lib/domain/imports/read-row';
import { compact, shown } from '@/lib/domain/imports/reading';
import type { Problem, SheetRecord } from '@/lib/domain/imports/records';
import { isExample } from '@/lib/domain/imports/template';
import type { SheetPlan } from './columns';
import { LIMITS } from './refusal';
import type { Cell, Merge, SheetRow } from './sheet';

export interface RecordContext {
  sheet: string;
  plan: SheetPlan;
  merges: readonly Merge[];
  constants: Record<string, Scalar>;
}

const cellAt = (column: number, rowNo: number) => `${columnName(column)}${rowNo}`;

/** Cells joined downwards say the same for every row they span; the spreadsheet keeps it in the first only. */
export class MergedCells {
  /** In the order of their first rows; of those that reach the row at hand, one a column: joined cells do not overlap. */
  private readonly coming: Merge[];
  private next = 0;
  private readonly open = new Map<number, { bottom: number; held: Cell }>();

  constructor(merges: readonly Merge[]) {
    this.coming = merges.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top);
  }

  fill(row: SheetRow): number[] {
    const filled: number[] = [];
    for (const [column, { bottom, held }] of this.open) {
      if (bottom < row.rowNo) this.open.delete(column);
      else if ((row.cells[column] ?? null) === null) {
        row.cells[column] = held;
        filled.push(column);
      }
    }
    for (let merge = this.coming[this.next]; merge && merge.top <= row.rowNo; merge = this.coming[++this.next]) {
      // a joined cell whose first row is blank holds nothing
      const held = merge.top === row.rowNo ? (row.cells[merge.left] ?? null) : null;
      if (held !== null && merge.left < LIMITS.columns) this.open.set(merge.left, { bottom: merge.bottom, held });
    }
    return filled;
  }
}

const note = (context: RecordContext, rowNo: number, code: string, found: string): Problem => ({
  level: 'info',
  sheet: context.sheet,
  rowNo,
  cell: null,
  code,
  params: { found },
});

/** What a row is: a record, or a row that is read over and said so (example, sum, repeated header), or nothing. */
export function readRecord(
  row: SheetRow,
  context: RecordContext,
  filled: readonly number[],
): { record?: SheetRecord; problems: Problem[] } {
  const { plan } = context;
  const relevant = plan.columns.map(({ column }) => row.cells[column] ?? null);
  if (relevant.every((cell) => compact(cell) === '')) return { problems: [] };
  const texts = relevant.map(compact).filter((text) => text !== '');
  if (isExample(texts[0])) return { problems: [note(context, row.rowNo, 'import.row.example', texts[0] ?? '')] };
  const kind = classifyRow(row.cells, plan.entity);
  if (kind === 'sum') return { problems: [note(context, row.rowNo, 'import.row.sum', texts[0] ?? '')] };
  if (kind === 'header') return { problems: [note(context, row.rowNo, 'import.row.header', texts[0] ?? '')] };
  if (kind === 'units' || (kind === 'title' && texts.length > 1))
    return { problems: [note(context, row.rowNo, 'import.row.title', texts[0] ?? '')] };
  return { record: recordOf(row, context, filled), problems: [] };
}

const columnsOfPlan = new WeakMap<SheetPlan, Record<string, number>>();

/** One object for all rows of a sheet: it travels once with each message. */
function columnsOf(plan: SheetPlan): Record<string, number> {
  const known =
    columnsOfPlan.get(plan) ?? Object.fromEntries(plan.columns.map(({ column, spec }) => [spec.field, column]));
  columnsOfPlan.set(plan, known);
  return known;
}

function recordOf(row: SheetRow, context: RecordContext, filled: readonly number[]): SheetRecord {
  const { plan, sheet, constants } = context;
  const { values, problems } = readRow(row.cells, plan.columns);
  const id = plan.idColumn === null ? '' : compact(row.cells[plan.idColumn]);
  const version = plan.versionColumn === null ? '' : compact(row.cells[plan.versionColumn]);
  const found: Problem[] = problems.map((problem) => ({
    level: problem.level,
    sheet,
    rowNo: row.rowNo,
    cell: cellAt(problem.column, row.rowNo),
    code: problem.reason.code,
    params: hidePersonal(problem.field, problem.reason.params ?? {}),
  }));
  found.push(...formulaProblems(row, plan.columns, sheet));
  for (const column of filled)
    if (plan.columns.some((one) => one.column === column))
      found.push({
        level: 'warning',
        sheet,
        rowNo: row.rowNo,
        cell: cellAt(column, row.rowNo),
        code: 'import.cell.merged',
        params: { found: shown(row.cells[column]) },
      });
  if (id !== '' && !/^[0-9a-f-]{36}$/i.test(id))
    found.push({
      level: 'error',
      sheet,
      rowNo: row.rowNo,
      cell: cellAt(plan.idColumn ?? 0, row.rowNo),
      code: 'import.row.brokenId',
      params: { found: shown(id) },
    });
  return {
    entity: plan.entity,
    sheet,
    rowNo: row.rowNo,
    id: /^[0-9a-f-]{36}$/i.test(id) ? id.toLowerCase() : null,
    version: /^\d{1,9}$/.test(version) ? Number(version) : null,
    values: withConstants(values, constants),
    columns: columnsOf(plan),
    problems: found,
  };
}

const PERSONAL_FIELDS = new Set(['ownerName', 'ownerPhone']);

/** Findings are kept and shown: what is wrong with an owner's cell must not repeat the owner. */
function hidePersonal(field: string, params: Record<string, string | number>): Record<string, string | number> {
  if (!PERSONAL_FIELDS.has(field) || typeof params.found !== 'string') return params;
  return { ...params, found: maskName(params.found) };
}

/** Values for all rows fill only what the list itself leaves out. What is no fact of the survey is kept in the remarks. */
function withConstants(values: Record<string, Scalar>, constants: Record<string, Scalar>): Record<string, Scalar> {
  const all = values;
  for (const [field, value] of Object.entries(constants)) if ((all[field] ?? null) === null) all[field] = value;
  if (!('plannedInvestment' in all)) return all;
  const { plannedInvestment, ...rest } = all;
  if (typeof plannedInvestment !== 'string') return rest;
  const label = fieldSpec('compound', 'plannedInvestment')?.label.zh ?? '';
  const line = `${label} ${plannedInvestment} 元`;
  return { ...rest, remarks: rest.remarks ? `${rest.remarks}；${line}` : line };
}

function formulaProblems(row: SheetRow, columns: readonly ReadColumn[], sheet: string): Problem[] {
  return row.formulas.flatMap(({ column, error }): Problem[] => {
    if (!columns.some((one) => one.column === column)) return [];
    const place = { sheet, rowNo: row.rowNo, cell: cellAt(column, row.rowNo) };
    if (error === null)
      return [
        { level: 'warning', ...place, code: 'import.cell.formula', params: { found: shown(row.cells[column] ?? '') } },
      ];
    return [{ level: 'error', ...place, code: 'import.cell.formulaError', params: { found: error || '—' } }];
  });
}
