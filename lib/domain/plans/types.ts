import type { FundingSource } from '../rulebook/schema-funding';

/** What is decided about one item at one place. 'none': not chosen (improvement), not answered yet (required). */
export const ANSWERS = ['todo', 'met', 'impossible', 'refused', 'none'] as const;
export type PlanAnswer = (typeof ANSWERS)[number];

/** How lines are put in order: 架空梳理, 上改下. */
export const METHODS = ['overhead', 'underground'] as const;
export type LineMethod = (typeof METHODS)[number];

export const PLAN_STATUSES = ['draft', 'final'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** One item for a building, or for the compound (buildingId null). Quantity in 0.01 of its unit, money in fen. */
export interface PlanCell {
  buildingId: string | null;
  item: string;
  answer: PlanAnswer;
  quantity: bigint | null;
  unit: string | null;
  unitCost: bigint | null;
  payer: FundingSource | null;
  method: LineMethod | null;
  residentPercent: number;
  reason: string | null;
  photoFileId: string | null;
}

/** A building of the compound as a plan sees it. */
export interface PlanBuilding {
  id: string;
  name: string;
  retired: boolean;
}

/** Where a cell stands: the compound and each building have their own. */
export const placeKey = (buildingId: string | null, item: string): string => `${buildingId ?? ''}/${item}`;
export const keyOf = ({ buildingId, item }: Pick<PlanCell, 'buildingId' | 'item'>): string =>
  placeKey(buildingId, item);

export const cellsByPlace = <T extends Pick<PlanCell, 'buildingId' | 'item'>>(cells: readonly T[]): Map<string, T> =>
  new Map(cells.map((cell) => [keyOf(cell), cell]));
