import type { CompoundFields, CompoundRecord } from '@/lib/domain/compounds/answers';

/** The form of a compound: its fields by kind. Everything the screens say of a field is under compounds.fields.<name>. */
export const TEXT_FIELDS = ['name', 'address', 'originalUnit', 'remarks'] as const;
export const PLACE_FIELDS = ['subdistrictId', 'communityId'] as const;
export const DEGREE_FIELDS = ['longitude', 'latitude'] as const;
export const COUNT_FIELDS = ['yearBuilt', 'statedBuildings', 'statedUnits', 'statedHouseholds'] as const;
export const AREA_FIELDS = ['statedFloorArea', 'statedExclusiveArea'] as const;
export const CHOICE_FIELDS = ['ownershipKind', 'willingness'] as const;
export const MANAGEMENT = ['hasOwnersCommittee', 'hasPropertyService', 'hasMaintenanceFund'] as const;
export const SCOPE = ['legalTitle', 'insideTown'] as const;
export const DEFICIENCY = [
  'facilitiesIncomplete',
  'environmentPoor',
  'managementMissing',
  'facilitiesBackward',
] as const;
export const EXCLUSION = ['inShantytownPlan', 'plannedDemolition', 'mainlySelfBuilt', 'urbanVillage'] as const;
export const FACT_FIELDS = [...MANAGEMENT, ...SCOPE, ...DEFICIENCY, ...EXCLUSION] as const;

export type FactField = (typeof FACT_FIELDS)[number];
export type PlainField =
  | (typeof TEXT_FIELDS)[number]
  | (typeof PLACE_FIELDS)[number]
  | (typeof DEGREE_FIELDS)[number]
  | (typeof COUNT_FIELDS)[number]
  | (typeof AREA_FIELDS)[number]
  | (typeof CHOICE_FIELDS)[number]
  | FactField;

/** The record as the form edits it; null is "not recorded". */
export type CompoundValues = CompoundFields & Pick<CompoundRecord, 'aliases'>;
