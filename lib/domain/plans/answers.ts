import type { FundingSource } from '../rulebook/schema-funding';
import type { PromiseState } from './promises';
import type { LineMethod, PlanAnswer, PlanStatus } from './types';

/** A cell as it travels: figures are decimal text, money in yuan. */
export interface CellView {
  buildingId: string | null;
  item: string;
  answer: PlanAnswer;
  quantity: string | null;
  unit: string | null;
  unitCost: string | null;
  cost: string;
  payer: FundingSource | null;
  method: LineMethod | null;
  residentPercent: number;
  share: string;
  reason: string | null;
  photoFileId: string | null;
}

export interface SumsView {
  todo: number;
  cost: string;
  share: string;
}

export interface PlanItemView extends SumsView {
  code: string;
  name: string;
  nameEn: string;
  scope: 'building' | 'compound';
  necessity: 'required' | 'improvement';
  /** what it is usually counted in */
  unit: string;
  hasMethod: boolean;
  clause: string;
  /** who wanted it in the first vote; null where there was none */
  demand: { households: number; area: string } | null;
}

export interface PlanBuildingView extends SumsView {
  id: string;
  name: string;
  retired: boolean;
  storeys: number | null;
  units: number | null;
  households: number;
  promises: { code: string; state: PromiseState; lacks: { item: string; answer: PlanAnswer }[]; helpedBy: string[] }[];
}

export interface HaveView {
  code: string;
  name: string;
  nameEn: string;
  attested: boolean | null;
  note: string | null;
  photoFileId: string | null;
  by: string | null;
  at: string | null;
}

/** Everything the matrix shows. */
export interface PlanView {
  id: string;
  no: number;
  title: string;
  note: string | null;
  status: PlanStatus;
  hash: string | null;
  finalizedAt: string | null;
  finalizedBy: string | null;
  updatedAt: string;
  version: number;
  compound: { id: string; code: string; name: string; active: boolean; place: string; placeEn: string };
  sums: SumsView;
  compoundSums: SumsView;
  items: PlanItemView[];
  buildings: PlanBuildingView[];
  cells: CellView[];
  promises: { code: string; name: string; nameEn: string }[];
  haves: HaveView[];
  /** required items without an answer, and items to be done without a figure */
  unanswered: { buildingId: string | null; item: string }[];
  unpriced: { buildingId: string | null; item: string }[];
  demandOf: { roundId: string; households: number } | null;
}

export interface PlanVersion {
  id: string;
  no: number;
  title: string;
  status: PlanStatus;
  todoItems: number;
  cost: string;
  residentShare: string;
  finalizedAt: string | null;
  updatedAt: string;
}

/** A line of the county's list: a compound with its latest version. */
export interface PlanLine {
  compound: { id: string; code: string; name: string };
  county: string;
  countyEn: string | null;
  place: string | null;
  /** null: nobody named it in English */
  placeEn: string | null;
  buildings: number;
  households: number;
  roundOnePassed: boolean;
  plan: PlanVersion | null;
}

export interface PlanList {
  items: PlanLine[];
  total: number;
}

/** A compound of a project with the version that counts there: the latest final one, else the draft. */
export interface ProjectPlanLine {
  compound: { id: string; name: string; code: string };
  plan: PlanVersion | null;
  /** a draft is being worked on beside the final one */
  draft: { id: string; no: number } | null;
}

export interface DifferenceView {
  buildingId: string | null;
  where: string;
  item: string;
  kind: 'added' | 'dropped' | 'changed';
  fields: string[];
  before: CellView | null;
  after: CellView | null;
}

export interface PlanDifferences {
  before: PlanVersion;
  after: PlanVersion;
  compound: { id: string; name: string };
  items: DifferenceView[];
  cost: string;
  share: string;
}

/** What a filled workbook would change, before anybody confirms it. */
export interface PlanSheetAnswer {
  key: string;
  fileName: string;
  version: number;
  errors: number;
  same: number;
  changes: { where: string; item: string; before: CellView | null; after: CellView }[];
  findings: {
    level: 'error' | 'warning' | 'info';
    sheet: string;
    rowNo: number | null;
    cell: string | null;
    code: string;
    params: Record<string, string | number>;
    message: string;
  }[];
  cost: { before: string; after: string };
  share: { before: string; after: string };
}
