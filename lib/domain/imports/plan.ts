import type { Scalar } from './fields';

export type RowAction = 'new' | 'changed' | 'unchanged' | 'conflict' | 'error';

export interface CellChange {
  field: string;
  /** 'C12', for the eye */
  cell: string | null;
  old: Scalar;
  new: Scalar;
}

/** A record of the register as an import compares with it. */
export interface KnownRecord {
  id: string;
  version: number;
  values: Readonly<Record<string, Scalar>>;
}

export interface RowFacts {
  values: Readonly<Record<string, Scalar>>;
  /** Version that stood in the row when it was exported; null where the row carries none. */
  version: number | null;
  /** The row names its record by id: then an emptied cell means that the value is taken back. */
  byId: boolean;
  cellOf: (field: string) => string | null;
}

/** Fields in which the sheet and the register differ. A blank cell of a row that was only matched by its name says nothing. */
export function changesOf(row: RowFacts, known: KnownRecord): CellChange[] {
  return Object.entries(row.values).flatMap(([field, value]) => {
    const was = known.values[field] ?? null;
    if (value === was || (value === null && !row.byId)) return [];
    return [{ field, cell: row.cellOf(field), old: was, new: value }];
  });
}

/** Unchanged, changed, or a conflict: somebody saved the record after this row was exported, and the two differ. */
export function actionOf(changes: readonly CellChange[], row: RowFacts, known: KnownRecord): RowAction {
  if (changes.length === 0) return 'unchanged';
  return row.version !== null && row.version < known.version ? 'conflict' : 'changed';
}
