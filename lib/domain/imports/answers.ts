import type { Reason } from '../kernel/result';
import type { Entity, Scalar } from './fields';
import type { ColumnProposal } from './header';
import type { CellChange, RowAction } from './plan';

export const IMPORT_STATUSES = [
  'uploaded',
  'reading',
  'mapping',
  'previewed',
  'refused',
  'applying',
  'applied',
  'undone',
  'cancelled',
  'failed',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export type FindingLevel = 'error' | 'warning' | 'info';
export type RowCounts = Record<RowAction, number>;
/** Sheets that the file does not have are missing here. */
export type ImportCounts = Partial<Record<Entity, Partial<RowCounts>>>;

/** A reason with its sentence in the reader's language. */
export interface SaidReason extends Reason {
  message: string;
}

export interface Person {
  id: string;
  name: string;
}

/** One line of the history: GET /imports. */
export interface ImportLine {
  id: string;
  kind: 'template' | 'mapped';
  status: ImportStatus;
  fileName: string;
  counts: ImportCounts;
  errors: number;
  warnings: number;
  createdAt: string;
  createdBy: Person;
  appliedAt: string | null;
  undoneAt: string | null;
}

/** How a list that is not our template is read: what the clerk agrees to. */
export interface ImportMapping {
  sheet: string;
  headerRow: number;
  fingerprint: string;
  columns: { column: number; header: string; field: string | null; unit: ColumnProposal['unit'] }[];
  /** Values for all rows, of fields that the list lacks. */
  constants: Record<string, Scalar>;
}

export interface SheetProposal {
  sheet: string;
  headerRow: number;
  title: string | null;
  fingerprint: string;
  columns: (ColumnProposal & { samples: string[] })[];
}

export interface ImportProposal {
  /** Why it is not taken for our template. */
  reason: SaidReason;
  sheets: SheetProposal[];
  /** What this county agreed for the same header row before. */
  remembered: { mapping: ImportMapping; usedAt: string; by: string } | null;
}

/** GET /imports/{id}. */
export interface ImportDetail extends ImportLine {
  version: number;
  templateVersion: string | null;
  progress: { done: number; total: number };
  /** Why the file as a whole was refused, or why the job failed. */
  refusal: SaidReason[];
  proposal: ImportProposal | null;
  mapping: ImportMapping | null;
  /** Conflicts and names that wait for the clerk's word; with any, nothing can be confirmed. */
  undecided: number;
  appliedBy: Person | null;
  undoneBy: Person | null;
  undoReason: string | null;
  /** For an applied import: why it can't be undone; empty when it can. */
  undoObstacles: SaidReason[];
}

/** A compound that a row may mean under another name. */
export interface MatchCandidate {
  id: string;
  name: string;
  /** The name or alias that is like it. */
  matched: string;
  reason: 'exact' | 'alias' | 'normalised' | 'contained' | 'similar';
  score: number;
  /** By which two of one name are told apart; the place is its community, or else its address. */
  code: string;
  place: string | null;
}

/** What the clerk is asked, and what was answered: the compound's id or 'new'; whose version of a record holds. */
export type RowDecision =
  | { kind: 'match'; candidates: MatchCandidate[]; chosen: string | null }
  | { kind: 'version'; chosen: 'mine' | 'theirs' | null };

/** GET /imports/{id}/rows?entity=&action=&cursor=&limit= ; what waits for a decision has the action 'conflict'. */
export interface ImportRowLine {
  entity: Entity;
  rowNo: number;
  sheet: string;
  action: RowAction;
  /** What people call the record: 富民小区 1栋 1单元 101. */
  label: string;
  values: Record<string, Scalar>;
  targetId: string | null;
  /** The compound whose page shows it. */
  compoundId: string | null;
  changes: CellChange[];
  decision: RowDecision | null;
}

/** GET /imports/{id}/findings?level=&sheet=&cursor=&limit= */
export interface ImportFindingLine {
  seq: number;
  level: FindingLevel;
  sheet: string;
  rowNo: number | null;
  cell: string | null;
  code: string;
  params: Record<string, string | number>;
  /** What was found, what was expected and how to put it right, in one go. */
  message: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

/** PUT /imports/{id}/decisions: { decisions: RowDecisionInput[] } */
export interface RowDecisionInput {
  entity: Entity;
  rowNo: number;
  /** 'mine', 'theirs', 'new', or the id of the compound meant. */
  chosen: string;
}
