import 'server-only';
import type { Columns } from './sql';

/** Field of the form → column, with its type. The form's other fields (aliases, facilities) have their own ways. */
export const COMPOUND_COLUMNS = {
  name: ['name', 'text'],
  subdistrictId: ['subdistrict_id', 'uuid'],
  communityId: ['community_id', 'uuid'],
  address: ['address', 'text'],
  longitude: ['longitude', 'numeric'],
  latitude: ['latitude', 'numeric'],
  yearBuilt: ['year_built', 'int'],
  statedBuildings: ['stated_buildings', 'int'],
  statedUnits: ['stated_units', 'int'],
  statedHouseholds: ['stated_households', 'int'],
  statedFloorArea: ['stated_floor_area', 'bigint'],
  statedExclusiveArea: ['stated_exclusive_area', 'bigint'],
  ownershipKind: ['ownership_kind', 'text'],
  originalUnit: ['original_unit', 'text'],
  hasOwnersCommittee: ['has_owners_committee', 'boolean'],
  hasPropertyService: ['has_property_service', 'boolean'],
  hasMaintenanceFund: ['has_maintenance_fund', 'boolean'],
  willingness: ['willingness', 'text'],
  legalTitle: ['legal_title', 'boolean'],
  insideTown: ['inside_town', 'boolean'],
  inShantytownPlan: ['in_shantytown_plan', 'boolean'],
  plannedDemolition: ['planned_demolition', 'boolean'],
  mainlySelfBuilt: ['mainly_self_built', 'boolean'],
  urbanVillage: ['urban_village', 'boolean'],
  facilitiesIncomplete: ['facilities_incomplete', 'boolean'],
  environmentPoor: ['environment_poor', 'boolean'],
  managementMissing: ['management_missing', 'boolean'],
  facilitiesBackward: ['facilities_backward', 'boolean'],
  remarks: ['remarks', 'text'],
} as const satisfies Columns<string>;

export const BUILDING_COLUMNS = {
  name: ['name', 'text'],
  yearBuilt: ['year_built', 'int'],
  structure: ['structure', 'text'],
  storeys: ['storeys', 'int'],
  units: ['units', 'int'],
  statedHouseholds: ['stated_households', 'int'],
  floorArea: ['floor_area', 'bigint'],
  remarks: ['remarks', 'text'],
} as const satisfies Columns<string>;

export const HOUSEHOLD_COLUMNS = {
  unitNo: ['unit_no', 'text'],
  room: ['room', 'text'],
  storey: ['storey', 'int'],
  exclusiveArea: ['exclusive_area', 'bigint'],
  usage: ['usage', 'text'],
  remarks: ['remarks', 'text'],
} as const satisfies Columns<string>;
