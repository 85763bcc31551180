import 'server-only';
import type { Scalar } from '@/lib/domain/imports/fields';
import type { ColumnProposal } from '@/lib/domain/imports/header';
import type { Problem, SheetRecord } from '@/lib/domain/imports/records';
import type { Reason } from '@/lib/domain/kernel/result';
import type { GridRow } from '@/lib/domain/votes/sheet';

/** How a list that is not our template is read. */
export interface Mapping {
  sheet: string;
  headerRow: number;
  fingerprint: string;
  columns: { column: number; header: string; field: string | null; unit: ColumnProposal['unit'] }[];
  /** Values for all rows, of fields that the list lacks. */
  constants: Record<string, Scalar>;
  /** What the clerk decided about compounds that may be known under another name: row → id, or 'new'. */
  matches?: Record<string, string>;
  /** … whose version holds ('compound/5': 'mine') … */
  versions?: Record<string, 'mine' | 'theirs'>;
  /** … and which rows somebody else overtook at the confirmation. */
  stale?: string[];
}

export interface SheetProposal {
  sheet: string;
  headerRow: number;
  title: string | null;
  fingerprint: string;
  columns: (ColumnProposal & { samples: string[] })[];
}

export interface Proposal {
  /** Why it is not taken for our template. */
  reason: Reason;
  sheets: SheetProposal[];
}

export type ReadMessage =
  | { type: 'opened'; kind: 'template' | 'mapped'; total: number; templateVersion: string | null }
  | { type: 'rows'; rows: SheetRecord[]; done: number; problems: Problem[] }
  | { type: 'proposal'; proposal: Proposal }
  | { type: 'refused'; reason: Reason }
  | { type: 'end' };

export interface ReadTask {
  path: string;
  fileName: string;
  countyCode: string;
  countyName: string;
  facilities: { key: string; name: string }[];
  mapping: Mapping | null;
}

/** Small sheets, handed over whole: the one with a head of ballots, or of a bank statement or ledger, or those that are named. */
export interface GridTask {
  path: string;
  fileName: string;
  grid: true;
  sheets?: readonly string[];
  /** rows of a sheet; 5,000 unless said */
  most?: number;
  /** of ballots unless said */
  head?: 'funds';
}

export type GridMessage =
  | { type: 'grid'; sheet: string; rows: GridRow[]; problems: Problem[] }
  | { type: 'refused'; reason: Reason };
