import type { Entity, Scalar } from './fields';

/** Something to say of a file, a row or a cell. */
export interface Problem {
  level: 'error' | 'warning' | 'info';
  sheet: string;
  rowNo: number | null;
  cell: string | null;
  code: string;
  params: Record<string, string | number>;
}

/** A row as the reading thread hands it over. */
export interface SheetRecord {
  entity: Entity;
  sheet: string;
  rowNo: number;
  id: string | null;
  version: number | null;
  values: Record<string, Scalar>;
  /** Field → column, for naming cells. */
  columns: Record<string, number>;
  problems: Problem[];
}
