import type { Reason } from '../kernel/result';
import type { NamedUnit } from '../units/named';
import type { Gap } from './readiness';
import type { EligibilityFacts } from './types';

/** What /api/v1 says about compounds, as server and browser both see it. Areas are decimal texts, instants ISO. */
export interface Named {
  id: string;
  name: string;
}

/** One line of the list. */
export interface CompoundRow {
  id: string;
  code: string;
  name: string;
  county: NamedUnit;
  subdistrict: NamedUnit | null;
  community: NamedUnit | null;
  address: string | null;
  year: number | null;
  ownershipKind: string | null;
  originalUnit: string | null;
  willingness: string | null;
  hasOwnersCommittee: boolean | null;
  hasPropertyService: boolean | null;
  hasMaintenanceFund: boolean | null;
  eligibility: string;
  reasonCodes: string[];
  missing: number;
  buildings: number;
  households: number;
  floorArea: string;
  exclusiveArea: string;
  status: string;
  version: number;
  updatedAt: string;
}

export interface CompoundList {
  items: CompoundRow[];
  nextCursor: string | null;
  previousCursor: string | null;
  total: number;
}

/** A unit that a compound may lie in. */
export interface Place extends NamedUnit {
  kind: 'county' | 'subdistrict' | 'community';
  countyId: string;
  subdistrictId: string | null;
}

/** The record as stored: the fields of the form, with its version. */
export interface CompoundFields extends Omit<EligibilityFacts, 'buildings'> {
  name: string;
  address: string | null;
  subdistrictId: string | null;
  communityId: string | null;
  longitude: number | null;
  latitude: number | null;
  statedBuildings: number | null;
  statedUnits: number | null;
  statedHouseholds: number | null;
  statedFloorArea: string | null;
  statedExclusiveArea: string | null;
  ownershipKind: string | null;
  originalUnit: string | null;
  hasOwnersCommittee: boolean | null;
  hasPropertyService: boolean | null;
  hasMaintenanceFund: boolean | null;
  willingness: string | null;
  facilities: Record<string, string>;
  remarks: string | null;
}

export interface CompoundRecord extends CompoundFields {
  id: string;
  code: string;
  county: NamedUnit;
  subdistrict: NamedUnit | null;
  community: NamedUnit | null;
  aliases: string[];
  decisiveYear: number | null;
  eligibility: string;
  status: string;
  retiredAt: string | null;
  retiredReason: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  updatedBy: string | null;
  lineage: {
    kind: string;
    direction: 'from' | 'to';
    id: string;
    name: string;
    status: string;
    reason: string;
    documentNo: string | null;
    at: string;
  }[];
}

export interface CitedClause {
  id: string;
  clause: string;
  text: string;
}

export type Figures = Record<'buildings' | 'units' | 'households', number | null> &
  Record<'floorArea' | 'exclusiveArea', string | null>;

/** As the county states them, as the register counts them, and which of the two holds. */
export interface Totals extends Record<'stated' | 'registered' | 'effective', Figures> {
  householdsWithoutArea: number;
  householdsWithoutOwner: number;
}

export interface FacilityName {
  key: string;
  name: string;
  nameEn: string;
}

/** The record with what the rules say about it. */
export interface CompoundDetail extends CompoundRecord {
  verdict: {
    outcome: string;
    decisiveYear: number | null;
    reasons: Reason[];
    gaps: Gap[];
  };
  totals: Totals;
  /** The sentences behind the reasons. */
  clauses: CitedClause[];
  facilityNames: FacilityName[];
}

export interface BuildingRow {
  id: string;
  compoundId: string;
  name: string;
  yearBuilt: number | null;
  structure: string | null;
  storeys: number | null;
  units: number | null;
  statedHouseholds: number | null;
  floorArea: string | null;
  remarks: string | null;
  households: number;
  exclusiveArea: string;
  status: string;
  version: number;
}

export interface OwnerMask {
  id: string;
  kind: string;
  name: string;
  phone: string | null;
  idNumber: string | null;
  dwellings: number;
  version: number;
}

export interface HouseholdRow {
  id: string;
  buildingId: string;
  compoundId: string;
  building: string;
  unitNo: string;
  room: string;
  storey: number | null;
  exclusiveArea: string | null;
  usage: string | null;
  remarks: string | null;
  owners: OwnerMask[];
  status: string;
  version: number;
  updatedAt: string;
}

export interface HouseholdList {
  items: HouseholdRow[];
  nextCursor: string | null;
  total: number;
}

export interface OwnerDetail extends OwnerMask {
  compoundId: string;
  status: string;
  homes: { householdId: string; building: string; unitNo: string; room: string }[];
}

export interface FileInfo {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  width: number | null;
  height: number | null;
  thumbnail: boolean;
  createdAt: string;
}

export interface CompoundFile {
  id: string;
  kind: 'photo' | 'document';
  caption: string | null;
  takenOn: string | null;
  createdAt: string;
  createdBy: string | null;
  file: FileInfo;
}
