import type { CheckPoint } from '../rulebook/schema-site';
import type { InspectedPlace } from './types';

/** What the plans in force have to be done, place by place. */
export interface PlannedThere {
  compoundId: string;
  buildingId: string | null;
  item: string;
}

/** The items that are planned at a place: a building's own, or those of the compound as a whole; of a whole project none. */
export const itemsAt = ({ compoundId, buildingId }: InspectedPlace, planned: readonly PlannedThere[]): Set<string> =>
  new Set(
    planned.filter((one) => one.compoundId === compoundId && one.buildingId === buildingId).map(({ item }) => item),
  );

/** The checklist of a place: what holds on every site, and the points of the items planned there. */
export function pointsAt(
  place: InspectedPlace,
  kinds: readonly string[],
  points: readonly CheckPoint[],
  planned: readonly PlannedThere[],
): CheckPoint[] {
  const items = itemsAt(place, planned);
  return points.filter(({ item, kind }) => kinds.includes(kind) && (item === null || items.has(item)));
}
