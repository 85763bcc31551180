import type { BuildingFacts } from './types';

/**
 * The year a compound counts as built in (决定/建成年份: the year of most of the floor area where buildings differ).
 * - No building has a year of its own: the compound's stated year.
 * - A building without a year counts with the stated year, where there is one.
 * - All buildings share one year: that year, whatever the areas.
 * - They differ: the year with the largest sum of floor area. Equal sums: the later year, since "most" is not shown for the earlier.
 * - They differ and an area is unknown, or an undated building could tip it: undecided; `possible` holds the years it can be.
 */
export interface DecisiveYear {
  year: number | null;
  source: 'stated' | 'same' | 'floorArea' | 'undecided';
  /** Years that could decide, ascending; with `undated` any other year could too. */
  possible: number[];
  /** Some building has no year and the compound states none. */
  undated: boolean;
  buildingsWithoutYear: number;
  buildingsWithoutArea: number;
}

export function decisiveYear(stated: number | null, buildings: readonly BuildingFacts[]): DecisiveYear {
  const counts = {
    buildingsWithoutYear: buildings.filter((building) => building.yearBuilt === null).length,
    buildingsWithoutArea: buildings.filter((building) => building.floorArea === null).length,
  };
  if (counts.buildingsWithoutYear === buildings.length) {
    const source = stated === null ? 'undecided' : 'stated';
    return { year: stated, source, possible: stated === null ? [] : [stated], undated: stated === null, ...counts };
  }
  const dated = buildings.map((building) => ({ year: building.yearBuilt ?? stated, area: building.floorArea }));
  const undated = dated.some((building) => building.year === null);
  const possible = [...new Set(dated.flatMap((building) => building.year ?? []))].sort((a, b) => a - b);
  const [only] = possible;
  if (!undated && possible.length === 1 && only !== undefined) {
    return { year: only, source: 'same', possible, undated, ...counts };
  }
  const year = yearOfMostArea(dated);
  return year === null
    ? { year, source: 'undecided', possible, undated, ...counts }
    : { year, source: 'floorArea', possible: [year], undated: false, ...counts };
}

function yearOfMostArea(buildings: { year: number | null; area: bigint | null }[]): number | null {
  let undatedArea = 0n;
  const byYear = new Map<number, bigint>();
  for (const { year, area } of buildings) {
    if (area === null) return null;
    if (year === null) undatedArea += area;
    else byYear.set(year, (byYear.get(year) ?? 0n) + area);
  }
  const [first, second] = [...byYear].sort((a, b) => (a[1] === b[1] ? b[0] - a[0] : a[1] > b[1] ? -1 : 1));
  if (!first || first[1] === 0n) return null;
  if (undatedArea > 0n && first[1] <= (second?.[1] ?? 0n) + undatedArea) return null;
  return first[0];
}
