import type { Area } from '../kernel/area';

export const OWNERSHIP_KINDS = ['reformed', 'commercial', 'unitManaged', 'mixed'] as const;
export const STRUCTURES = [
  'brickConcrete',
  'frame',
  'frameShear',
  'shearWall',
  'brickTimber',
  'steel',
  'timber',
  'other',
] as const;
export const CONDITIONS = ['good', 'poor', 'missing'] as const;
export const WILLINGNESS = ['strong', 'fair', 'low'] as const;
export const OWNER_KINDS = ['person', 'body'] as const;
export const USAGES = ['residential', 'shop', 'office', 'storage', 'other'] as const;
export const OUTCOMES = ['eligible', 'ineligible', 'incomplete'] as const;
export const COMPOUND_STATUSES = ['active', 'retired', 'merged', 'split'] as const;

export type OwnershipKind = (typeof OWNERSHIP_KINDS)[number];
export type Structure = (typeof STRUCTURES)[number];
export type Condition = (typeof CONDITIONS)[number];
export type Willingness = (typeof WILLINGNESS)[number];
export type OwnerKind = (typeof OWNER_KINDS)[number];
export type Usage = (typeof USAGES)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type CompoundStatus = (typeof COMPOUND_STATUSES)[number];

export interface BuildingFacts {
  yearBuilt: number | null;
  floorArea: Area | null;
}

/** What eligibility is decided from; null is "not recorded", never "no". */
export interface EligibilityFacts {
  yearBuilt: number | null;
  buildings: readonly BuildingFacts[];
  legalTitle: boolean | null;
  insideTown: boolean | null;
  inShantytownPlan: boolean | null;
  plannedDemolition: boolean | null;
  mainlySelfBuilt: boolean | null;
  urbanVillage: boolean | null;
  facilitiesIncomplete: boolean | null;
  environmentPoor: boolean | null;
  managementMissing: boolean | null;
  facilitiesBackward: boolean | null;
}

/** Numbers as the county states them; null where it does not. Areas in 0.01 m². */
export interface StatedNumbers {
  buildings: number | null;
  units: number | null;
  households: number | null;
  floorArea: Area | null;
  exclusiveArea: Area | null;
}

/** Numbers as counted in the register of buildings and households. */
export interface RegisteredNumbers {
  buildings: number;
  units: number;
  households: number;
  floorArea: Area;
  exclusiveArea: Area;
  householdsWithoutArea: number;
  householdsWithoutOwner: number;
}

/** Columns of the list of compounds, on the screen and in its export. */
export const LIST_COLUMNS = [
  'name',
  'county',
  'place',
  'address',
  'year',
  'ownership',
  'originalUnit',
  'buildings',
  'households',
  'area',
  'exclusiveArea',
  'eligibility',
  'missing',
  'willingness',
  'committee',
  'service',
  'fund',
  'status',
  'updated',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];
