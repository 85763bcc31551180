import type { OwnershipKind } from '@/lib/domain/compounds/types';
import { CHUXIONG } from '../places/chuxiong';
import { choose, deal, happens, share } from '../shared/sequence';
import { buildingOf, floorAreaOf } from './buildings';
import { CASES, type DeclaredCase, HISTORY, type HistoricalCase } from './cases';
import { deviations, surveyedFacts } from './facts';
import { namesFor, type PlannedName } from './names';
import { dwellings, type PlannedBuilding, type PlannedCompound } from './plan-types';
import { communitiesOf, townsOf } from './towns';

/** A neighbouring prefecture's counts (domain.md §12), which this one has exactly. */
export const SIZE = { compounds: 504, buildings: 2929, households: 90_062 } as const;

const PER_COUNTY: Record<string, number> = {
  '532301': 128,
  '532302': 74,
  '532322': 28,
  '532323': 34,
  '532324': 38,
  '532325': 34,
  '532326': 42,
  '532327': 24,
  '532328': 34,
  '532329': 32,
  '532300-KFQ': 36,
};

const NO_NUMBERS = {
  statedBuildings: null,
  statedUnits: null,
  statedHouseholds: null,
  statedFloorArea: null,
  statedExclusiveArea: null,
};

function placeOf(county: string, community: number) {
  const [town] = townsOf(county);
  const unit = communitiesOf(town?.code ?? '')[community - 1];
  if (!town || !unit) throw new Error(`no community ${community} in the county town of ${county}`);
  return { county, town: town.code, townName: town.name, community: unit.code };
}

function declared(one: DeclaredCase, number: number): PlannedCompound {
  const { townName, ...place } = placeOf(one.county, one.community);
  const year = one.year ?? 1985;
  const facts = surveyedFacts(one.key, { ...place, townName, insideTown: true }, year, 'reformed');
  const originalUnit = one.name.replace(/(新|老)?(家属院|宿舍|生活区|住宅区|小区|片区|花园)$/, '');
  return {
    ...NO_NUMBERS,
    ...facts,
    ...place,
    originalUnit,
    environmentPoor: true,
    willingness: 'strong',
    facilitiesIncomplete: true,
    ...one.facts,
    key: one.key,
    number,
    code: '',
    name: one.name,
    yearBuilt: one.year,
    buildings: one.buildings ?? [1, 2, 3].map((index) => buildingOf(`${one.key}/${index}`, `${index}栋`, year)),
  };
}

function historical(one: HistoricalCase, number: number): PlannedCompound {
  const { townName, ...place } = placeOf('532302', one.community);
  const facts = surveyedFacts(one.key, { ...place, townName, insideTown: true }, one.year, 'reformed');
  return {
    ...NO_NUMBERS,
    ...facts,
    ...place,
    originalUnit: null,
    key: one.key,
    number,
    code: '',
    name: one.name,
    yearBuilt: one.year,
    status: one.status,
    retiredReason: one.reason,
    buildings: [],
    statedBuildings: one.became.length + 1,
    statedHouseholds: 24 * (one.became.length + 1),
  };
}

/** 1965 to 2008, most of it of the eighties and nineties; flats were sold on the market from about 1990 on. */
function yearOf(seed: string, ownership: OwnershipKind): number {
  if (ownership === 'commercial') return 1990 + share(seed, 'year', happens(seed, 'late', 150) ? 19 : 10);
  const roll = share(seed, 'era', 100);
  const [from, span] = roll < 7 ? [1965, 10] : roll < 21 ? [1975, 7] : roll < 61 ? [1982, 8] : [1990, 12];
  return from + share(seed, 'year', span);
}

/** Eleven of twelve stand in the county town; the rest in another town, outside what the policy covers. */
function ordinaryPlace(seed: string, county: string) {
  const towns = townsOf(county);
  const outside = towns.length > 1 && happens(seed, 'outside', 40);
  const town = outside ? choose(towns.slice(1), seed, 'town') : towns[0];
  if (!town) throw new Error(`no town in ${county}`);
  return {
    county,
    town: town.code,
    townName: town.name,
    community: choose(communitiesOf(town.code), seed, 'community').code,
    insideTown: !outside,
  };
}

function ordinary(
  seed: string,
  county: string,
  { name, ownership, originalUnit }: PlannedName,
  number: number,
): PlannedCompound {
  const { townName, insideTown, ...place } = ordinaryPlace(seed, county);
  const year = yearOf(seed, ownership);
  return {
    ...NO_NUMBERS,
    ...surveyedFacts(seed, { county, insideTown, townName }, year, ownership),
    ...place,
    originalUnit,
    ...deviations(seed),
    number,
    code: '',
    name,
    yearBuilt: year,
    buildings: [],
  };
}

/** Ordinary buildings for `counts` compounds, `households` dwellings in all: each building takes its small share of the difference. */
function withBuildings(compounds: PlannedCompound[], buildings: number, households: number): PlannedCompound[] {
  const counts = deal(
    buildings,
    compounds.map((one) => 3 + share(one.number, 'buildings', 9)),
  );
  const built = compounds.map((one, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, at) => ordinaryBuilding(one, at + 1)),
  );
  const nominal = built.flat().reduce((all, building) => all + dwellings(building), 0);
  const shares = deal(
    Math.abs(households - nominal),
    built.flat().map(() => 1),
  ).map((one) => (households < nominal ? -one : one));
  let at = 0;
  const adjusted = (building: PlannedBuilding): PlannedBuilding => {
    const fitted = { ...building, adjust: shares[at++] ?? 0 };
    return { ...fitted, floorArea: floorAreaOf(fitted) };
  };
  return compounds.map((one, index) => ({ ...one, buildings: (built[index] ?? []).map(adjusted) }));
}

function ordinaryBuilding(compound: PlannedCompound, index: number): PlannedBuilding {
  const seed = `${compound.number}/${index}`;
  const later = happens(seed, 'later', 160) ? share(seed, 'years later', 6) : 0;
  return buildingOf(seed, `${index}栋`, Math.min(2008, (compound.yearBuilt ?? 1985) + later));
}

/** What the county stated agrees with the register but where the surveyor noted nothing; one in fifty is off by a few households. */
function stated(compound: PlannedCompound): PlannedCompound {
  if (compound.status !== 'active' || compound.key === 'withoutRegister' || happens(compound.number, 'unstated', 80))
    return compound;
  const standing = compound.buildings.filter((building) => !building.demolished);
  const sum = (count: (building: PlannedBuilding) => number) =>
    standing.reduce((all, building) => all + count(building), 0);
  const off = happens(compound.number, 'stated otherwise', 20) ? 1 + share(compound.number, 'off by', 5) : 0;
  return {
    ...compound,
    statedBuildings: compound.statedBuildings ?? standing.length,
    statedUnits: compound.statedUnits ?? sum((building) => building.units),
    statedHouseholds: compound.statedHouseholds ?? sum(dwellings) + off,
  };
}

/** Every compound of the demonstration, numbered and coded; the 504 of the survey, then those that became history. */
export function planCompounds(): PlannedCompound[] {
  let number = 0;
  const next = () => ++number;
  const cases = CASES.map((one) => declared(one, next()));
  const taken = new Set(CASES.map((one) => one.name));
  const bare = CHUXIONG.filter((unit) => unit.kind === 'county').flatMap(({ code }) => {
    const count = (PER_COUNTY[code] ?? 0) - CASES.filter((one) => one.county === code).length;
    return namesFor(code, count, taken).map((name, index) => ordinary(`${code}/${index}`, code, name, next()));
  });
  const built = cases.flatMap((one) => one.buildings);
  const rest = withBuildings(
    bare,
    SIZE.buildings - built.length,
    SIZE.households - built.reduce((all, one) => all + dwellings(one), 0),
  );
  return coded([...cases, ...rest, ...HISTORY.map((one) => historical(one, next()))].map(stated));
}

/** 532302-0001 …: numbered within the county, as the counter of the county would. */
function coded(compounds: PlannedCompound[]): PlannedCompound[] {
  const last = new Map<string, number>();
  return compounds.map((compound) => {
    const count = (last.get(compound.county) ?? 0) + 1;
    last.set(compound.county, count);
    return { ...compound, code: `${compound.county}-${String(count).padStart(4, '0')}` };
  });
}
