import type { Structure } from '@/lib/domain/compounds/types';
import { choose, share } from '../shared/sequence';
import type { PlannedBuilding } from './plan-types';

interface Era {
  until: number;
  storeys: readonly number[];
  units: readonly number[];
  perFloor: readonly number[];
  structure: readonly Structure[];
  /** smallest and largest exclusive area, m² */
  area: readonly [number, number];
}

/** How housing was built in each period: what makes a building of 1972 look like one of 1972. */
const ERAS: readonly Era[] = [
  {
    until: 1979,
    storeys: [2, 3, 3, 4],
    units: [2, 3, 4],
    perFloor: [3, 4],
    structure: ['brickTimber', 'brickConcrete'],
    area: [34, 52],
  },
  {
    until: 1989,
    storeys: [4, 5, 5, 5],
    units: [2, 3, 3, 4],
    perFloor: [2, 2, 3],
    structure: ['brickConcrete'],
    area: [47, 70],
  },
  {
    until: 1999,
    storeys: [5, 6, 6, 6],
    units: [2, 2, 3, 3],
    perFloor: [2],
    structure: ['brickConcrete', 'brickConcrete', 'frame'],
    area: [58, 90],
  },
  {
    until: 9999,
    storeys: [6, 6, 7],
    units: [2, 2, 3],
    perFloor: [2],
    structure: ['brickConcrete', 'frame', 'frameShear'],
    area: [76, 116],
  },
];

function eraOf(year: number): Era {
  const era = ERAS.find(({ until }) => year <= until);
  if (!era) throw new Error(`no era for ${year}`);
  return era;
}

/** Areas of the dwellings of one floor, 0.01 m²; in most buildings left and right are mirrored. */
function areasOf(seed: string, [least, most]: Era['area'], perFloor: number): bigint[] {
  const mirrored = share(seed, 'mirrored', 3) > 0;
  return Array.from({ length: perFloor }, (_, side) => {
    const kind = mirrored ? side >> 1 : side;
    return BigInt(least * 100 + share(`${seed}/${kind}`, 'area', (most - least) * 100));
  });
}

type Size = Partial<Pick<PlannedBuilding, 'storeys' | 'units' | 'perFloor' | 'adjust' | 'areas' | 'demolished'>>;

/** A building as its year would have it; `size` fixes what a declared case needs. Floor area holds its share of stairs and walls: 13.2 %. */
export function buildingOf(seed: string, name: string, year: number, size: Size = {}): PlannedBuilding {
  const era = eraOf(year);
  const perFloor = size.perFloor ?? choose(era.perFloor, seed, 'per floor');
  const building: PlannedBuilding = {
    name,
    yearBuilt: year,
    structure: choose(era.structure, seed, 'structure'),
    storeys: size.storeys ?? choose(era.storeys, seed, 'storeys'),
    units: size.units ?? choose(era.units, seed, 'units'),
    perFloor,
    adjust: size.adjust ?? 0,
    areas: size.areas ?? areasOf(seed, era.area, perFloor),
    floorArea: null,
    ...(size.demolished ? { demolished: size.demolished } : {}),
  };
  return { ...building, floorArea: floorAreaOf(building) };
}

export function floorAreaOf(building: PlannedBuilding): bigint {
  let exclusive = 0n;
  for (const { area } of dwellingsOf(building)) exclusive += area;
  return (exclusive * 1132n) / 1000n;
}

export interface PlannedDwelling {
  unitNo: string;
  room: string;
  storey: number;
  area: bigint;
}

/** Every dwelling, from the first unit's ground floor up; what is missing is missing on top, what is more stands beside the gate. */
export function* dwellingsOf(building: PlannedBuilding): Generator<PlannedDwelling> {
  const { units, storeys, perFloor, areas, adjust } = building;
  let left = units * storeys * perFloor + Math.min(0, adjust);
  for (let unit = 1; unit <= units; unit++) {
    for (let storey = 1; storey <= storeys; storey++) {
      for (let side = 0; side < perFloor && left > 0; side++, left--) {
        yield { unitNo: `${unit}单元`, room: `${storey}0${side + 1}`, storey, area: areas[side] ?? 0n };
      }
    }
  }
  for (let extra = 1; extra <= adjust; extra++) {
    yield { unitNo: '1单元', room: `附${extra}`, storey: 1, area: ((areas[0] ?? 0n) * 3n) / 5n };
  }
}
