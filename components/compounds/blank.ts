import { type CompoundValues, FACT_FIELDS } from './fields';

/** A compound of which nothing is known yet. */
export const blankCompound: CompoundValues = {
  name: '',
  aliases: [],
  subdistrictId: null,
  communityId: null,
  address: null,
  longitude: null,
  latitude: null,
  yearBuilt: null,
  statedBuildings: null,
  statedUnits: null,
  statedHouseholds: null,
  statedFloorArea: null,
  statedExclusiveArea: null,
  ownershipKind: null,
  originalUnit: null,
  willingness: null,
  remarks: null,
  facilities: {},
  ...(Object.fromEntries(FACT_FIELDS.map((field) => [field, null])) as Record<(typeof FACT_FIELDS)[number], null>),
};
