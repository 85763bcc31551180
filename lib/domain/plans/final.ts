import { groupBy } from '../kernel/group-by';
import { type Reason, reason } from '../kernel/result';
import type { MenuItem } from '../rulebook/schema';
import { placeName } from './cells';
import { cellsByPlace, type PlanBuilding, type PlanCell, placeKey } from './types';

export interface Place {
  buildingId: string | null;
  item: string;
}

interface Facts {
  menu: readonly MenuItem[];
  buildings: readonly PlanBuilding[];
  cells: readonly PlanCell[];
}

const CLAUSE = { clause: 'P三(二)1' };

/** Every place where an answer belongs: building items for each building in use, compound items once; in the order of the matrix. */
export function placesOf({ menu, buildings }: Omit<Facts, 'cells'>): { item: MenuItem; buildingId: string | null }[] {
  const standing = buildings.filter(({ retired }) => !retired);
  return menu.flatMap((item) =>
    item.scope === 'compound'
      ? [{ item, buildingId: null }]
      : standing.map(({ id }) => ({ item, buildingId: id as string | null })),
  );
}

/** Required items that nobody has answered yet (应改尽改). A building that was added later has all of its own here. */
export function unanswered(facts: Facts): Place[] {
  const there = cellsByPlace(facts.cells);
  return placesOf(facts)
    .filter(({ item }) => item.necessity === 'required')
    .filter(({ item, buildingId }) => (there.get(placeKey(buildingId, item.code))?.answer ?? 'none') === 'none')
    .map(({ item, buildingId }) => ({ buildingId, item: item.code }));
}

/** To be done, and without a quantity or a unit cost. */
export const unpriced = ({ cells }: Pick<Facts, 'cells'>): Place[] =>
  cells
    .filter(({ answer, quantity, unitCost }) => answer === 'todo' && ((quantity ?? 0n) <= 0n || unitCost === null))
    .map(({ buildingId, item }) => ({ buildingId, item }));

/** Why a plan cannot be final yet: for each building by name, all its items that lack something. */
export function againstFinal(facts: Facts): Reason[] {
  const { menu, buildings, cells } = facts;
  const names = new Map(menu.map(({ code, name }) => [code, name]));
  const retired = new Set(buildings.filter((one) => one.retired).map(({ id }) => id));
  const inOrder = [null, ...buildings.map(({ id }) => id)];
  const named = (code: string, places: readonly Place[]): Reason[] => {
    const groups = groupBy(places, ({ buildingId }) => buildingId);
    return inOrder.flatMap((buildingId) => {
      const found = groups.get(buildingId);
      if (!found) return [];
      const items = found.map(({ item }) => names.get(item) ?? item).join('、');
      return [reason(code, { where: placeName(buildings, buildingId), items, count: found.length }, CLAUSE)];
    });
  };
  const left = cells.filter(({ buildingId, answer }) => retired.has(buildingId ?? '') && answer !== 'none');
  const inUse = cells.filter(({ buildingId }) => !retired.has(buildingId ?? ''));
  return [
    ...(retired.size === buildings.length ? [reason('plan.noBuildings')] : []),
    ...named('plan.unanswered', unanswered(facts)),
    ...named('plan.unpriced', unpriced({ cells: inUse })),
    ...named('plan.leftAtRetired', left),
  ];
}
