import type { Condition, EligibilityFacts, OwnershipKind, Structure, Willingness } from '@/lib/domain/compounds/types';

export interface PlannedBuilding {
  name: string;
  yearBuilt: number | null;
  structure: Structure | null;
  storeys: number;
  units: number;
  perFloor: number;
  /** dwellings more (beside the gate) or fewer (on the top floor) than units × storeys × perFloor */
  adjust: number;
  /** exclusive area of each dwelling of a floor, 0.01 m² */
  areas: readonly bigint[];
  floorArea: bigint | null;
  /** pulled down: the building and its dwellings are retired */
  demolished?: string;
}

type Facts = Omit<EligibilityFacts, 'buildings'>;

export interface PlannedCompound extends Facts {
  /** what tests and readers call it; the regular ones have none */
  key?: string;
  number: number;
  code: string;
  name: string;
  aliases: readonly string[];
  county: string;
  town: string;
  community: string | null;
  address: string | null;
  longitude: string | null;
  latitude: string | null;
  ownershipKind: OwnershipKind | null;
  originalUnit: string | null;
  hasOwnersCommittee: boolean | null;
  hasPropertyService: boolean | null;
  hasMaintenanceFund: boolean | null;
  willingness: Willingness | null;
  facilities: Record<string, Condition>;
  statedBuildings: number | null;
  statedUnits: number | null;
  statedHouseholds: number | null;
  statedFloorArea: bigint | null;
  statedExclusiveArea: bigint | null;
  remarks: string | null;
  status: 'active' | 'retired' | 'merged' | 'split';
  retiredReason: string | null;
  /** every n-th dwelling has no area, no owner */
  withoutArea?: number;
  withoutOwner?: number;
  buildings: readonly PlannedBuilding[];
}

/** Dwellings of a building as planned. */
export const dwellings = (building: PlannedBuilding): number =>
  building.units * building.storeys * building.perFloor + building.adjust;
