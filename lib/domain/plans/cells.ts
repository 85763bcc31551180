import { formatHundredths } from '../kernel/hundredths';
import { type Reason, reason } from '../kernel/result';
import type { MenuItem, Rulebook } from '../rulebook/schema';
import { costOf } from './cost';
import { hasMethod } from './items';
import { keyOf, type PlanAnswer, type PlanBuilding, type PlanCell } from './types';

/** A million of any unit; ten million yuan for one of it; a thousand million for one item at one place: beyond it a figure stands in the wrong unit. */
export const MOST_QUANTITY = 100_000_000n;
export const MOST_UNIT_COST = 1_000_000_000n;
export const MOST_COST = 100_000_000_000n;

export interface CellGround {
  menu: readonly MenuItem[];
  buildings: readonly PlanBuilding[];
  funding: Rulebook['funding'];
}

/** Where a cell stands, as the matrix calls it. */
export const placeName = (buildings: readonly PlanBuilding[], buildingId: string | null): string =>
  buildingId === null ? '小区' : (buildings.find(({ id }) => id === buildingId)?.name ?? '—');

type Say = (code: string, field: string, params?: Record<string, string | number>) => void;

/** Only what is to be done has figures; what is not chosen has nothing. */
export function normalised(cell: PlanCell): PlanCell {
  if (cell.answer === 'todo') return cell;
  const bare = { ...cell, quantity: null, unit: null, unitCost: null, payer: null, method: null, residentPercent: 0 };
  return cell.answer === 'none' ? { ...bare, reason: null, photoFileId: null } : bare;
}

const REQUIRED_ANSWERS: readonly PlanAnswer[] = ['todo', 'met', 'impossible', 'refused', 'none'];
const IMPROVEMENT_ANSWERS: readonly PlanAnswer[] = ['todo', 'none'];
export const answersOf = ({ necessity }: Pick<MenuItem, 'necessity'>): readonly PlanAnswer[] =>
  necessity === 'required' ? REQUIRED_ANSWERS : IMPROVEMENT_ANSWERS;

function figures({ answer, quantity, unitCost }: PlanCell, say: Say): void {
  if (quantity !== null && quantity < 0n)
    say('plan.quantityNegative', 'quantity', { found: formatHundredths(quantity) });
  if (quantity !== null && quantity > MOST_QUANTITY)
    say('plan.quantityTooBig', 'quantity', {
      found: formatHundredths(quantity),
      limit: formatHundredths(MOST_QUANTITY),
    });
  if (unitCost !== null && unitCost < 0n)
    say('plan.unitCostNegative', 'unitCost', { found: formatHundredths(unitCost) });
  if (unitCost !== null && unitCost > MOST_UNIT_COST)
    say('plan.unitCostTooBig', 'unitCost', {
      found: formatHundredths(unitCost),
      limit: formatHundredths(MOST_UNIT_COST),
    });
  const cost = costOf({ answer, quantity, unitCost });
  const bothFit = (quantity ?? 0n) <= MOST_QUANTITY && (unitCost ?? 0n) <= MOST_UNIT_COST;
  if (bothFit && cost > MOST_COST)
    say('plan.costTooBig', 'quantity', { found: formatHundredths(cost), limit: formatHundredths(MOST_COST) });
}

function choices(item: MenuItem, cell: PlanCell, funding: Rulebook['funding'], say: Say): void {
  const { answer, payer, method, residentPercent } = cell;
  if (!answersOf(item).includes(answer)) say('plan.improvementAnswer', 'answer');
  if (answer === 'met' && cell.photoFileId === null) say('plan.photoNeeded', 'photoFileId');
  if ((answer === 'impossible' || answer === 'refused') && !cell.reason?.trim()) say('plan.reasonNeeded', 'reason');
  if (residentPercent < 0 || residentPercent > 100)
    say('plan.percentOutside', 'residentPercent', { found: residentPercent });
  else if (residentPercent > 0 && item.necessity === 'required')
    say('plan.percentOfRequired', 'residentPercent', { found: residentPercent });
  if (method !== null && !hasMethod(item)) say('plan.methodElsewhere', 'method');
  if (payer !== null && !funding.sources.some(({ code }) => code === payer))
    say('plan.payerUnknown', 'payer', { found: payer });
}

/** Everything that is wrong with what was said about one item at one place; each sentence names both. */
export function cellReasons(cell: PlanCell, { menu, buildings, funding }: CellGround, field = ''): Reason[] {
  const item = menu.find(({ code }) => code === cell.item);
  const prefix = field === '' ? '' : `${field}.`;
  if (!item) return [reason('plan.itemUnknown', { found: cell.item }, { field: `${prefix}item` })];
  const building = cell.buildingId === null ? null : buildings.find(({ id }) => id === cell.buildingId);
  if (building === undefined) return [reason('plan.buildingUnknown', undefined, { field: `${prefix}buildingId` })];
  const reasons: Reason[] = [];
  const named = { where: placeName(buildings, cell.buildingId), item: item.name };
  const say: Say = (code, at, params = {}) =>
    reasons.push(reason(code, { ...named, ...params }, { field: `${prefix}${at}` }));
  if ((item.scope === 'building') !== (building !== null))
    say(building === null ? 'plan.ofBuilding' : 'plan.ofCompound', 'buildingId');
  if (building?.retired && cell.answer !== 'none') say('plan.buildingIsRetired', 'answer');
  choices(item, cell, funding, say);
  figures(cell, say);
  return reasons;
}

/** Everything against a set of cells, each wrong one named by its place in the set, and none of them twice. */
export function setReasons(cells: readonly PlanCell[], ground: CellGround): Reason[] {
  const seen = new Set<string>();
  return cells.flatMap((cell, at) => {
    const reasons = cellReasons(cell, ground, `cells.${at}`);
    const twice = seen.has(keyOf(cell));
    seen.add(keyOf(cell));
    const item = ground.menu.find(({ code }) => code === cell.item)?.name ?? cell.item;
    const where = placeName(ground.buildings, cell.buildingId);
    return twice ? [...reasons, reason('plan.cellTwice', { where, item }, { field: `cells.${at}` })] : reasons;
  });
}
