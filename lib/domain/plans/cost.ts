import type { Money } from '../kernel/money';
import type { PlanCell } from './types';

type Priced = Pick<PlanCell, 'answer' | 'quantity' | 'unitCost' | 'residentPercent'>;

/** Quantity (0.01 of a unit) × unit cost (fen), rounded half up to the fen. */
export const productOf = (quantity: bigint, unitCost: Money): Money => (quantity * unitCost + 50n) / 100n;

/** Only what is to be done costs. */
export const costOf = ({ answer, quantity, unitCost }: Omit<Priced, 'residentPercent'>): Money =>
  answer === 'todo' && quantity !== null && unitCost !== null ? productOf(quantity, unitCost) : 0n;

/** The residents' part of a cost, rounded half up to the fen for each item by itself (as the database keeps it). */
export const shareOf = (cost: Money, percent: number): Money => (cost * BigInt(percent) + 50n) / 100n;

export interface PlanSums {
  todo: number;
  cost: Money;
  share: Money;
}

export const NOTHING: PlanSums = { todo: 0, cost: 0n, share: 0n };

export function sumsOf(cells: Iterable<Priced>): PlanSums {
  let sums = NOTHING;
  for (const cell of cells) {
    const cost = costOf(cell);
    sums = {
      todo: sums.todo + (cell.answer === 'todo' ? 1 : 0),
      cost: sums.cost + cost,
      share: sums.share + shareOf(cost, cell.residentPercent),
    };
  }
  return sums;
}

/** Sums of the cells of each key: of a building (`buildingId`, null is the compound) or of an item. */
export function sumsBy<K>(cells: Iterable<PlanCell>, keyOf: (cell: PlanCell) => K): Map<K, PlanSums> {
  const groups = new Map<K, PlanCell[]>();
  for (const cell of cells) {
    const group = groups.get(keyOf(cell));
    if (group) group.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return new Map([...groups].map(([key, group]) => [key, sumsOf(group)]));
}
