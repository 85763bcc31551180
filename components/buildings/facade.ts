import { type Dwelling, storeyOf } from '@/lib/domain/compounds/house';

interface FacadeHome extends Dwelling {
  id: string;
}

interface FacadeUnit<H> {
  unitNo: string;
  /** one for each storey of the whole house, from the top: units stand beside each other storey by storey */
  rows: H[][];
}

interface Place {
  unit: number;
  row: number;
  column: number;
}

/** A house as it stands, with where each dwelling is: for going from door to door and for taking what lies between two. */
export interface Facade<H> {
  storeys: (number | null)[];
  units: FacadeUnit<H>[];
  places: ReadonlyMap<string, Place>;
  /** storey by storey, the dwellings from left to right */
  order: H[][];
}

export function facadeOf<H extends FacadeHome>(homes: readonly H[]): Facade<H> {
  const storeys = [...new Set(homes.map(storeyOf))].sort((a, b) => (b ?? -99) - (a ?? -99));
  const rowOf = new Map(storeys.map((storey, row) => [storey, row]));
  const units = new Map<string, H[][]>();
  for (const home of homes) {
    const rows = units.get(home.unitNo) ?? storeys.map((): H[] => []);
    rows[rowOf.get(storeyOf(home)) ?? 0]?.push(home);
    units.set(home.unitNo, rows);
  }
  const places = new Map<string, Place>();
  const order: H[][] = storeys.map(() => []);
  let left = 0;
  for (const [unit, rows] of [...units.values()].entries()) {
    for (const [row, list] of rows.entries()) {
      order[row]?.push(...list);
      for (const [at, home] of list.entries()) places.set(home.id, { unit, row, column: left + at });
    }
    left += Math.max(...rows.map((list) => list.length));
  }
  return { storeys, units: [...units].map(([unitNo, rows]) => ({ unitNo, rows })), places, order };
}

export const STEPS = [
  'left',
  'right',
  'up',
  'down',
  'storeyStart',
  'storeyEnd',
  'first',
  'last',
  'nextUnit',
  'previousUnit',
] as const;
export type Step = (typeof STEPS)[number];

/** The dwelling that lies one step away; the same one at the edge of the house. */
export function stepFrom<H extends FacadeHome>(facade: Facade<H>, from: string, step: Step): string {
  const { places, order } = facade;
  const here = places.get(from);
  if (!here) return order[0]?.[0]?.id ?? from;
  const along = order[here.row] ?? [];
  const at = along.findIndex(({ id }) => id === from);
  const to = (home: H | undefined) => home?.id ?? from;
  switch (step) {
    case 'left':
      return to(along[at - 1]);
    case 'right':
      return to(along[at + 1]);
    case 'storeyStart':
      return to(along[0]);
    case 'storeyEnd':
      return to(along.at(-1));
    case 'first':
      return to(order.find((row) => row.length > 0)?.[0]);
    case 'last':
      return to(order.findLast((row) => row.length > 0)?.at(-1));
    case 'up':
    case 'down':
      return to(beyond(facade, here, step === 'up' ? -1 : 1));
    default:
      return to(beside(facade, here, here.unit + (step === 'nextUnit' ? 1 : -1)));
  }
}

/** Up or down the same staircase, past storeys where it has no door. */
function beyond<H extends FacadeHome>(facade: Facade<H>, here: Place, by: 1 | -1): H | undefined {
  const rows = facade.units[here.unit]?.rows ?? [];
  for (let row = here.row + by; row >= 0 && row < rows.length; row += by) {
    const found = nearest(facade, rows[row] ?? [], here.column);
    if (found) return found;
  }
}

/** Into the staircase beside, on the same storey or the one nearest to it. */
function beside<H extends FacadeHome>(facade: Facade<H>, here: Place, unit: number): H | undefined {
  const rows = facade.units[unit]?.rows ?? [];
  const nearby = [...rows.entries()]
    .filter(([, row]) => row.length > 0)
    .sort(([a], [b]) => Math.abs(a - here.row) - Math.abs(b - here.row));
  return nearby[0]?.[1][0];
}

function nearest<H extends FacadeHome>({ places }: Facade<H>, homes: readonly H[], column: number): H | undefined {
  const away = ({ id }: H) => Math.abs((places.get(id)?.column ?? 0) - column);
  return homes.reduce<H | undefined>((best, home) => (!best || away(home) < away(best) ? home : best), undefined);
}

/** All dwellings in the rectangle that two of them span. */
export function between<H extends FacadeHome>({ places }: Facade<H>, one: string, other: string): string[] {
  const [a, b] = [places.get(one), places.get(other)];
  if (!a || !b) return b ? [other] : [];
  const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
  const [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)];
  return [...places]
    .filter(([, { row, column }]) => row >= top && row <= bottom && column >= left && column <= right)
    .map(([id]) => id);
}
