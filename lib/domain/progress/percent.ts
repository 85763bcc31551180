import { placeKey } from '../projects/completions';
import type { ItemProgress, PlannedWork } from './types';

/** All done, in basis points. */
export const ALL = 10_000;

/**
 * How far a project is, in basis points (0–10000): the percentages of the planned items, each with the weight of its cost; where nothing has
 * a cost, each weighs the same. Rounded down, so that only what is complete shows as complete. An item that is not reported stands at 0.
 */
export function percentOf(
  planned: readonly PlannedWork[],
  items: readonly Pick<ItemProgress, 'compoundId' | 'buildingId' | 'item' | 'percent'>[],
): number {
  const reported = new Map(items.map((one) => [placeKey(one), BigInt(one.percent)]));
  const weigh = planned.some(({ cost }) => cost > 0n) ? (work: PlannedWork) => work.cost : () => 1n;
  let [done, all] = [0n, 0n];
  for (const work of planned) {
    all += weigh(work);
    done += weigh(work) * (reported.get(placeKey(work)) ?? 0n);
  }
  return all === 0n ? 0 : Number((done * 100n) / all);
}

/** 6250 → '62.5' */
export function percentText(basisPoints: number): string {
  const [whole, part] = [Math.floor(basisPoints / 100), basisPoints % 100];
  return part === 0 ? String(whole) : `${whole}.${String(part).padStart(2, '0').replace(/0$/, '')}`;
}
