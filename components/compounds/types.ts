/** What the views of the register take: the shapes of /api/v1 (lib/server/compounds), as the browser sees them. */
export interface Named {
  id: string;
  name: string;
}

export interface CompoundItem {
  id: string;
  code: string;
  name: string;
  county: Named;
  subdistrict: Named | null;
  community: Named | null;
  address: string | null;
  year: number | null;
  ownershipKind: string | null;
  originalUnit: string | null;
  willingness: string | null;
  hasOwnersCommittee: boolean | null;
  hasPropertyService: boolean | null;
  hasMaintenanceFund: boolean | null;
  eligibility: string;
  missing: number;
  buildings: number;
  households: number;
  floorArea: string;
  exclusiveArea: string;
  status: string;
  updatedAt: string;
}

export interface Place extends Named {
  kind: 'county' | 'subdistrict' | 'community';
  countyId: string;
  subdistrictId: string | null;
}

export interface BuildingView {
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
  version: number;
}

export interface OwnerView {
  id: string;
  kind: string;
  name: string;
  phone: string | null;
  dwellings: number;
  version: number;
}

export interface HouseholdView {
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
  owners: OwnerView[];
  version: number;
}

export interface FileView {
  id: string;
  kind: 'photo' | 'document';
  caption: string | null;
  takenOn: string | null;
  createdAt: string;
  createdBy: string | null;
  file: {
    id: string;
    name: string;
    mediaType: string;
    size: number;
    thumbnail: boolean;
    width: number | null;
    height: number | null;
  };
}

export interface ReasonView {
  code: string;
  params?: Record<string, string | number>;
  clause?: string;
  field?: string;
}

export interface FacilityName {
  key: string;
  name: string;
  nameEn: string;
}

/** What this person may do here; buttons that would be refused are not shown. */
export interface Rights {
  write: boolean;
  retire: boolean;
  register: boolean;
  reveal: boolean;
  upload: boolean;
}
