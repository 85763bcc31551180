import type { FieldHome } from './overlay';

export interface FieldBuilding {
  id: string;
  name: string;
  homes: FieldHome[];
  /** not recorded yet */
  left: number;
}

export function buildingsOf(homes: readonly FieldHome[]): FieldBuilding[] {
  const inside = new Map<string, FieldHome[]>();
  for (const home of homes) inside.set(home.buildingId, [...(inside.get(home.buildingId) ?? []), home]);
  return [...inside].map(([id, list]) => ({
    id,
    name: list[0]?.buildingName ?? '',
    homes: list,
    left: list.filter(({ choice }) => !choice).length,
  }));
}
