import 'server-only';
import { z } from 'zod';
import { countyAnswer as unit } from '@/lib/domain/units/named';

/** What the routes of the register answer, for the OpenAPI document. */
const area = z.string().meta({ description: '㎡, two places', examples: ['88.33'] });
const text = z.string().nullable();
const number = z.int().nullable();
const fact = z.boolean().nullable();
const reason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  clause: z.string().optional(),
  field: z.string().optional(),
});

export const idParams = z.strictObject({ id: z.uuid() });

export const CompoundListShape = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      name: z.string(),
      county: unit,
      subdistrict: unit.nullable(),
      community: unit.nullable(),
      address: text,
      year: number,
      ownershipKind: text,
      originalUnit: text,
      willingness: text,
      hasOwnersCommittee: fact,
      hasPropertyService: fact,
      hasMaintenanceFund: fact,
      eligibility: z.enum(['eligible', 'ineligible', 'incomplete']),
      reasonCodes: z.array(z.string()),
      missing: z.int(),
      buildings: z.int(),
      households: z.int(),
      floorArea: area,
      exclusiveArea: area,
      status: z.string(),
      version: z.int(),
      updatedAt: z.string(),
    }),
  ),
  nextCursor: text,
  previousCursor: text,
  total: z.int(),
});

export const CompoundShape = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  county: unit,
  subdistrict: unit.nullable(),
  community: unit.nullable(),
  address: text,
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  yearBuilt: number,
  decisiveYear: number,
  statedBuildings: number,
  statedUnits: number,
  statedHouseholds: number,
  statedFloorArea: area.nullable(),
  statedExclusiveArea: area.nullable(),
  ownershipKind: text,
  originalUnit: text,
  hasOwnersCommittee: fact,
  hasPropertyService: fact,
  hasMaintenanceFund: fact,
  willingness: text,
  legalTitle: fact,
  insideTown: fact,
  inShantytownPlan: fact,
  plannedDemolition: fact,
  mainlySelfBuilt: fact,
  urbanVillage: fact,
  facilitiesIncomplete: fact,
  environmentPoor: fact,
  managementMissing: fact,
  facilitiesBackward: fact,
  facilities: z.record(z.string(), z.enum(['good', 'poor', 'missing'])),
  remarks: text,
  aliases: z.array(z.string()),
  eligibility: z.enum(['eligible', 'ineligible', 'incomplete']),
  status: z.string(),
  retiredAt: text,
  retiredReason: text,
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  updatedBy: text,
  lineage: z.array(
    z.object({
      kind: z.enum(['merge', 'split']),
      direction: z.enum(['from', 'to']),
      id: z.uuid(),
      name: z.string(),
      status: z.string(),
      reason: z.string(),
      documentNo: text,
      at: z.string(),
    }),
  ),
});

const figures = z.object({
  buildings: number,
  units: number,
  households: number,
  floorArea: area.nullable(),
  exclusiveArea: area.nullable(),
});

export const CompoundDetailShape = CompoundShape.extend({
  verdict: z.object({
    outcome: z.enum(['eligible', 'ineligible', 'incomplete']),
    decisiveYear: number,
    reasons: z.array(reason),
    gaps: z.array(reason.extend({ severity: z.enum(['blocking', 'missing', 'check']) })),
  }),
  totals: z.object({
    stated: figures,
    registered: figures,
    effective: figures,
    householdsWithoutArea: z.int(),
    householdsWithoutOwner: z.int(),
  }),
  clauses: z.array(z.object({ id: z.string(), clause: z.string(), text: z.string() })),
  facilityNames: z.array(z.object({ key: z.string(), name: z.string(), nameEn: z.string() })),
});

export const BuildingShape = z.object({
  id: z.uuid(),
  compoundId: z.uuid(),
  name: z.string(),
  yearBuilt: number,
  structure: text,
  storeys: number,
  units: number,
  statedHouseholds: number,
  floorArea: area.nullable(),
  remarks: text,
  households: z.int(),
  exclusiveArea: area,
  status: z.string(),
  version: z.int(),
});

const OwnerMaskShape = z.object({
  id: z.uuid(),
  kind: z.enum(['person', 'body']),
  name: z.string(),
  phone: text,
  idNumber: text,
  dwellings: z.int(),
  version: z.int(),
});

export const HouseholdShape = z.object({
  id: z.uuid(),
  buildingId: z.uuid(),
  compoundId: z.uuid(),
  building: z.string(),
  unitNo: z.string(),
  room: z.string(),
  storey: number,
  exclusiveArea: area.nullable(),
  usage: text,
  remarks: text,
  owners: z.array(OwnerMaskShape),
  status: z.string(),
  version: z.int(),
  updatedAt: z.string(),
});

export const OwnerShape = OwnerMaskShape.extend({
  compoundId: z.uuid(),
  status: z.string(),
  homes: z.array(z.object({ householdId: z.uuid(), building: z.string(), unitNo: z.string(), room: z.string() })),
});

export const FileShape = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  width: number,
  height: number,
  thumbnail: z.boolean(),
  createdAt: z.string(),
});

export const CompoundFileShape = z.object({
  id: z.uuid(),
  kind: z.enum(['photo', 'document']),
  caption: text,
  takenOn: text,
  createdAt: z.string(),
  createdBy: text,
  file: FileShape,
});
