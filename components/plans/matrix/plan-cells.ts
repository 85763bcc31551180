import type { CellView, PlanView } from '@/lib/domain/plans/answers';
import type { PlanCellInput } from '@/lib/domain/plans/schema';
import { placeKey } from '@/lib/domain/plans/types';

export interface Place {
  buildingId: string | null;
  item: string;
}

export const keyOfPlace = ({ buildingId, item }: Place): string => placeKey(buildingId, item);

/** Links of missing answers and of the gate's list land on these. */
export const cellId = ({ buildingId, item }: Place): string => `cell-${buildingId ?? 'compound'}-${item}`;

const nothing = { quantity: null, unit: null, unitCost: null, payer: null, method: null };

/** What is there at a place, or the empty cell. */
export const cellAt = (cells: ReadonlyMap<string, CellView>, place: Place): CellView =>
  cells.get(keyOfPlace(place)) ?? {
    ...{ ...place, ...nothing, answer: 'none', cost: '0.00', residentPercent: 0, share: '0.00' },
    ...{ reason: null, photoFileId: null },
  };

/** A cell as it is sent: what follows from it stays behind. */
export const inputOf = ({ cost: _, share: __, ...cell }: CellView): PlanCellInput => cell;

export const sameCell = (one: CellView, other: CellView): boolean =>
  JSON.stringify(inputOf(one)) === JSON.stringify(inputOf(other));

export const mapOf = ({ cells }: Pick<PlanView, 'cells'>): Map<string, CellView> =>
  new Map(cells.map((cell) => [keyOfPlace(cell), cell]));
