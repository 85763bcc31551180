/** What the drawing of a house needs to know of a dwelling. */
export interface Dwelling {
  unitNo: string;
  room: string;
  storey: number | null;
}

/** The storey of a dwelling, for drawing: as recorded, else as the room number tells it (501 → 5, 1203 → 12). */
export function storeyOf({ storey, room }: Pick<Dwelling, 'storey' | 'room'>): number | null {
  if (storey !== null) return storey;
  const digits = /^\D*(\d{1,2})\d{2}\D*$/.exec(room)?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

export interface GridUnit<H extends Dwelling> {
  unitNo: string;
  /** From the top down, as the house stands. */
  storeys: { storey: number | null; homes: H[] }[];
  count: number;
}

/** Unit by unit, storey by storey. */
export function gridOf<H extends Dwelling>(homes: readonly H[]): GridUnit<H>[] {
  const units = new Map<string, Map<number | null, H[]>>();
  for (const home of homes) {
    const storeys = units.get(home.unitNo) ?? new Map<number | null, H[]>();
    const storey = storeyOf(home);
    storeys.set(storey, [...(storeys.get(storey) ?? []), home]);
    units.set(home.unitNo, storeys);
  }
  return [...units].map(([unitNo, storeys]) => ({
    unitNo,
    storeys: [...storeys]
      .sort(([a], [b]) => (b ?? -99) - (a ?? -99))
      .map(([storey, list]) => ({ storey, homes: list })),
    count: [...storeys.values()].reduce((sum, list) => sum + list.length, 0),
  }));
}

/** Of a house that goes on, the last unit may be only begun: half a unit would look like a house with storeys missing. */
export function wholeUnits<H extends Dwelling>(units: GridUnit<H>[], more: boolean): GridUnit<H>[] {
  return more && units.length > 1 ? units.slice(0, -1) : units;
}
