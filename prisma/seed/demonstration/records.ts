import type { SurveyRecord } from '@/lib/domain/compounds/readiness';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { missingCodes, verdictOf } from '@/lib/server/compounds/assess';
import { aliasKeys, pinyinOf, searchTextOf } from '@/lib/server/compounds/names';
import type { Cell } from '../shared/copy';
import { idOf } from '../shared/sequence';
import { dwellingsOf } from './buildings';
import { ownersOf } from './owners';
import { photosOf } from './photos';
import { dwellings, type PlannedCompound } from './plan-types';
import { placeCells, type Units } from './register';

/** The register as the database will count it, for the rule that says what is still missing. */
function registered(compound: PlannedCompound): SurveyRecord['registered'] {
  const numbers = {
    buildings: 0,
    units: 0,
    households: 0,
    floorArea: 0n,
    exclusiveArea: 0n,
    householdsWithoutArea: 0,
    householdsWithoutOwner: 0,
  };
  let index = -1;
  for (const building of compound.buildings.filter((one) => !one.demolished)) {
    numbers.buildings += 1;
    numbers.units += building.units;
    numbers.households += dwellings(building);
    numbers.floorArea += building.floorArea ?? 0n;
    for (const { area } of dwellingsOf(building)) {
      if (compound.withoutArea && ++index % compound.withoutArea === 0) numbers.householdsWithoutArea += 1;
      else numbers.exclusiveArea += area;
    }
  }
  if (compound.withoutOwner) {
    numbers.householdsWithoutOwner = ownersOf(compound, numbers.households).dwellings.filter(
      (one) => one.owners.length === 0,
    ).length;
  }
  return numbers;
}

export function surveyRecordOf(compound: PlannedCompound): SurveyRecord {
  const {
    longitude,
    latitude,
    town,
    community,
    statedBuildings,
    statedUnits,
    statedHouseholds,
    statedFloorArea,
    statedExclusiveArea,
    ...facts
  } = compound;
  return {
    ...facts,
    longitude: longitude === null ? null : Number(longitude),
    latitude: latitude === null ? null : Number(latitude),
    subdistrictId: town,
    communityId: community,
    photos: photosOf(compound),
    buildings: compound.buildings.filter((building) => !building.demolished),
    stated: {
      buildings: statedBuildings,
      units: statedUnits,
      households: statedHouseholds,
      floorArea: statedFloorArea,
      exclusiveArea: statedExclusiveArea,
    },
    registered: registered(compound),
  };
}

/** The columns that are the planned compound's own values, as [column, field]. */
const PLAIN = {
  code: 'code',
  name: 'name',
  address: 'address',
  longitude: 'longitude',
  latitude: 'latitude',
  year_built: 'yearBuilt',
  stated_buildings: 'statedBuildings',
  stated_units: 'statedUnits',
  stated_households: 'statedHouseholds',
  stated_floor_area: 'statedFloorArea',
  stated_exclusive_area: 'statedExclusiveArea',
  ownership_kind: 'ownershipKind',
  original_unit: 'originalUnit',
  has_owners_committee: 'hasOwnersCommittee',
  has_property_service: 'hasPropertyService',
  has_maintenance_fund: 'hasMaintenanceFund',
  willingness: 'willingness',
  legal_title: 'legalTitle',
  inside_town: 'insideTown',
  in_shantytown_plan: 'inShantytownPlan',
  planned_demolition: 'plannedDemolition',
  mainly_self_built: 'mainlySelfBuilt',
  urban_village: 'urbanVillage',
  facilities_incomplete: 'facilitiesIncomplete',
  environment_poor: 'environmentPoor',
  management_missing: 'managementMissing',
  facilities_backward: 'facilitiesBackward',
  remarks: 'remarks',
  status: 'status',
  retired_reason: 'retiredReason',
} as const satisfies Record<string, keyof PlannedCompound>;

export const COMPOUND_COLUMNS = [
  ...'id county_id subdistrict_id community_id pinyin search_text facilities decisive_year eligibility eligibility_reasons missing_facts rulebook_id retired_at'.split(
    ' ',
  ),
  ...Object.keys(PLAIN),
];

/** Eligibility, decisive year and what is missing are the rules' answers, worked out here as the application does. */
export function* compoundRows(
  compounds: readonly PlannedCompound[],
  units: Units,
  rulebookId: string,
): Generator<Cell[]> {
  for (const compound of compounds) {
    const { outcome, reasons, decisiveYear, gaps } = verdictOf(surveyRecordOf(compound), chuxiong2020);
    const decided = [
      decisiveYear,
      outcome,
      JSON.stringify(reasons),
      missingCodes(gaps),
      rulebookId,
      retiredAt(compound),
    ];
    yield [
      idOf('compound', compound.number),
      ...placeCells(compound, units),
      pinyinOf(compound.name),
      searchTextOf(compound),
      JSON.stringify(compound.facilities),
      ...decided,
      ...Object.values(PLAIN).map((field) => compound[field] ?? null),
    ];
  }
}

const retiredAt = ({ status }: PlannedCompound): string | null =>
  status === 'active' ? null : status === 'retired' ? '2018-12-20T02:00:00Z' : '2020-06-18T02:00:00Z';

export const ALIAS_COLUMNS = 'id compound_id county_id subdistrict_id community_id name normalised'.split(' ');

export function* aliasRows(compounds: readonly PlannedCompound[], units: Units): Generator<Cell[]> {
  let number = 0;
  for (const compound of compounds) {
    const taken = new Set<string>();
    for (const name of compound.aliases) {
      const [plain, exact] = aliasKeys(name);
      const key = taken.has(plain) ? exact : plain;
      taken.add(key);
      yield [idOf('alias', ++number), idOf('compound', compound.number), ...placeCells(compound, units), name, key];
    }
  }
}
