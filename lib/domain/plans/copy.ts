import { type Reason, reason } from '../kernel/result';
import type { MenuItem } from '../rulebook/schema';
import { cellsByPlace, type PlanBuilding, type PlanCell, placeKey } from './types';

/** replace: the others become like it; fill: only what is empty there. */
export type CopyMode = 'replace' | 'fill';

export interface Copied {
  cells: PlanCell[];
  /** places where the pattern says "meets the standard already": that needs a photo of its own and is not copied */
  notCopied: number;
}

interface Asked {
  from: string;
  to: readonly string[];
  mode: CopyMode;
}

export function copyReasons({ from, to }: Asked, buildings: readonly PlanBuilding[]): Reason[] {
  const inUse = new Map(buildings.filter(({ retired }) => !retired).map((one) => [one.id, one]));
  return [
    ...(buildings.some(({ id }) => id === from) ? [] : [reason('plan.buildingUnknown', undefined, { field: 'from' })]),
    ...to.flatMap((id, at) =>
      inUse.has(id) ? [] : [reason('plan.buildingUnknown', undefined, { field: `to.${at}` })],
    ),
    ...(to.includes(from) ? [reason('plan.copyToItself', undefined, { field: 'to' })] : []),
  ];
}

/** One building's choice for others, as the cells that change. Photos prove one building and stay with it. */
export function copyOf(asked: Asked, menu: readonly MenuItem[], cells: readonly PlanCell[]): Copied {
  const there = cellsByPlace(cells);
  const copied: PlanCell[] = [];
  let notCopied = 0;
  for (const buildingId of asked.to)
    for (const { code: item } of menu.filter(({ scope }) => scope === 'building')) {
      const pattern = there.get(placeKey(asked.from, item));
      const stands = there.get(placeKey(buildingId, item));
      const isEmpty = (stands?.answer ?? 'none') === 'none';
      if (!pattern || pattern.answer === 'none') {
        if (asked.mode === 'replace' && stands && !isEmpty) copied.push(emptied(stands));
      } else if (asked.mode === 'fill' && !isEmpty) continue;
      else if (pattern.answer === 'met') notCopied += isEmpty ? 1 : 0;
      else copied.push({ ...pattern, buildingId, photoFileId: null });
    }
  return { cells: copied, notCopied };
}

export const emptied = ({ buildingId, item }: Pick<PlanCell, 'buildingId' | 'item'>): PlanCell => ({
  buildingId,
  item,
  answer: 'none',
  quantity: null,
  unit: null,
  unitCost: null,
  payer: null,
  method: null,
  residentPercent: 0,
  reason: null,
  photoFileId: null,
});
