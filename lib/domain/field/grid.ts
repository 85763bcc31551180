import type { FieldHome } from './overlay';

/** The storey, as recorded, else as the room number tells it (501 → 5, 1203 → 12). */
function storeyOf({ storey, room }: FieldHome): number | null {
  if (storey !== null) return storey;
  const digits = /^\D*(\d{1,2})\d{2}\D*$/.exec(room)?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

export interface FieldUnit {
  unitNo: string;
  /** from the top down, as the house stands */
  storeys: { storey: number | null; homes: FieldHome[] }[];
}

function grouped<K>(homes: readonly FieldHome[], by: (home: FieldHome) => K): Map<K, FieldHome[]> {
  const groups = new Map<K, FieldHome[]>();
  for (const home of homes) groups.set(by(home), [...(groups.get(by(home)) ?? []), home]);
  return groups;
}

/** A building staircase by staircase, storey by storey. */
export const unitsOf = (homes: readonly FieldHome[]): FieldUnit[] =>
  [...grouped(homes, ({ unitNo }) => unitNo)].map(([unitNo, inUnit]) => ({
    unitNo,
    storeys: [...grouped(inUnit, storeyOf)]
      .sort(([a], [b]) => (b ?? -99) - (a ?? -99))
      .map(([storey, list]) => ({ storey, homes: list })),
  }));

export interface FieldBuilding {
  id: string;
  name: string;
  homes: FieldHome[];
  /** not recorded yet */
  left: number;
}

export const buildingsOf = (homes: readonly FieldHome[]): FieldBuilding[] =>
  [...grouped(homes, ({ buildingId }) => buildingId)].map(([id, inside]) => ({
    id,
    name: inside[0]?.buildingName ?? '',
    homes: inside,
    left: inside.filter(({ choice }) => !choice).length,
  }));
