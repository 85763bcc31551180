import { formatArea } from '../kernel/area';
import { formatMoney } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import { readYear } from './cells-dates';
import { readArea, readCoordinate, readCount, readMoney } from './cells-numbers';
import { readBoolean, readChoice, readIdNumber, readPhone, readText } from './cells-words';
import type { FieldSpec, Scalar } from './fields';
import type { Reading } from './reading';

/** A column of the sheet and what it is; `unit` says what a bare number means. */
export interface ReadColumn {
  column: number;
  spec: FieldSpec;
  unit?: 'm2' | 'wan-m2' | 'yuan' | 'wan' | null;
}

export interface CellProblem {
  level: 'error' | 'warning';
  column: number;
  field: string;
  reason: Reason;
}

export interface ReadRow {
  /** Only fields whose column the sheet has; null: the cell is blank. */
  values: Record<string, Scalar>;
  problems: CellProblem[];
}

function map<T>(reading: Reading<T>, turn: (read: T) => Scalar): Reading<Exclude<Scalar, null>> {
  if ('error' in reading) return reading;
  const read = reading.value === null ? null : turn(reading.value);
  return { ...reading, value: read as Exclude<Scalar, null> | null };
}

/** One cell by the kind of its field; every value comes back as plain data. */
export function readField(cell: unknown, { spec, unit }: Omit<ReadColumn, 'column'>): Reading<Exclude<Scalar, null>> {
  switch (spec.kind) {
    case 'text':
      return readText(cell, { max: spec.max ?? 200 });
    case 'count':
      return readCount(cell, { unit: spec.unit });
    case 'area':
      return map(readArea(cell, { columnUnit: unit === 'wan-m2' ? 'wan-m2' : 'm2' }), formatArea);
    case 'money':
      return map(readMoney(cell, { columnUnit: unit === 'wan' ? 'wan' : 'yuan' }), formatMoney);
    case 'year':
      return readYear(cell);
    case 'boolean':
      return readBoolean(cell);
    case 'choice':
      return readChoice(cell, spec.choices ?? []);
    case 'phone':
      return readPhone(cell);
    case 'id':
      return readIdNumber(cell);
    case 'coordinate':
      return readCoordinate(cell, spec.field === 'longitude' ? 'longitude' : 'latitude');
  }
}

function rangeProblem(value: Scalar, { range }: FieldSpec, found: unknown): Reason[] {
  if (!range || typeof value !== 'number' || (value >= range[0] && value <= range[1])) return [];
  return [reason('cell.outOfRange', { found: String(found), low: range[0], high: range[1] })];
}

/** Every cell of a row, with every problem at its column: nothing stops at the first. */
export function readRow(cells: readonly unknown[], columns: readonly ReadColumn[]): ReadRow {
  const values: Record<string, Scalar> = {};
  const problems: CellProblem[] = [];
  for (const column of columns) {
    const { spec } = column;
    const at = { column: column.column, field: spec.field };
    const cell = cells[column.column];
    const reading = readField(cell, column);
    if ('error' in reading) {
      problems.push({ level: 'error', ...at, reason: reading.error });
      continue;
    }
    const outside = rangeProblem(reading.value, spec, cell);
    if (outside[0]) {
      problems.push({ level: 'error', ...at, reason: outside[0] });
      continue;
    }
    values[spec.field] = reading.value;
    for (const warning of reading.warnings ?? []) problems.push({ level: 'warning', ...at, reason: warning });
    if (spec.required && reading.value === null)
      problems.push({ level: 'error', ...at, reason: reason('import.row.required', { field: spec.label.zh }) });
  }
  return { values, problems };
}
