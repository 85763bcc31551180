import type { Named } from './compound-reference';
import type { KnownOwner } from './owners';
import type { KnownRecord } from './plan';

/** What the register holds, as a row of a file is compared with it. */
export interface KnownCompound extends KnownRecord, Named {
  places: { subdistrictId: string | null; communityId: string | null };
}
export interface KnownBuilding extends KnownRecord {
  compoundId: string;
  name: string;
}
export interface KnownHousehold extends KnownRecord {
  buildingId: string;
  owners: KnownOwner[];
}
export interface Place {
  id: string;
  name: string;
  kind: 'subdistrict' | 'community';
  subdistrictId: string;
}
