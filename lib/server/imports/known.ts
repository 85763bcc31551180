import 'server-only';
import type { KnownBuilding, KnownCompound, KnownHousehold, Place } from '@/lib/domain/imports/known';
import { facilityField } from '@/lib/domain/imports/template';
import type { Tx } from '@/lib/server/db/with-actor';

/** The register's values in the shape that the cells have; areas as decimal text. */
const COMPOUND_VALUES = `json_build_object('name', c.name, 'code', c.code, 'subdistrict', s.name, 'community', m.name, 'address', c.address,
  'longitude', c.longitude, 'latitude', c.latitude, 'yearBuilt', c.year_built, 'statedBuildings', c.stated_buildings,
  'statedUnits', c.stated_units, 'statedHouseholds', c.stated_households, 'statedFloorArea', (c.stated_floor_area * 0.01)::text,
  'statedExclusiveArea', (c.stated_exclusive_area * 0.01)::text, 'ownershipKind', c.ownership_kind, 'originalUnit', c.original_unit,
  'hasOwnersCommittee', c.has_owners_committee, 'hasPropertyService', c.has_property_service, 'hasMaintenanceFund', c.has_maintenance_fund,
  'willingness', c.willingness, 'legalTitle', c.legal_title, 'insideTown', c.inside_town, 'inShantytownPlan', c.in_shantytown_plan,
  'plannedDemolition', c.planned_demolition, 'mainlySelfBuilt', c.mainly_self_built, 'urbanVillage', c.urban_village,
  'facilitiesIncomplete', c.facilities_incomplete, 'environmentPoor', c.environment_poor, 'managementMissing', c.management_missing,
  'facilitiesBackward', c.facilities_backward, 'remarks', c.remarks)`;

const ACTIVE_COMPOUNDS = `SELECT json_build_object('id', c.id, 'version', c.version, 'name', c.name, 'code', c.code, 'facilities', c.facilities,
    'aliases', coalesce((SELECT json_agg(a.name) FROM compound_alias a WHERE a.compound_id = c.id), '[]'::json),
    'places', json_build_object('subdistrictId', c.subdistrict_id, 'communityId', c.community_id), 'values', ${COMPOUND_VALUES}) AS doc
  FROM compound c LEFT JOIN unit s ON s.id = c.subdistrict_id LEFT JOIN unit m ON m.id = c.community_id
  WHERE c.county_id = $1::uuid AND c.status = 'active' ORDER BY c.pinyin, c.id`;

type CompoundDoc = KnownCompound & { facilities: Record<string, string> };

const withFacilities = ({ facilities, ...doc }: CompoundDoc): KnownCompound => ({
  ...doc,
  values: {
    ...doc.values,
    ...Object.fromEntries(Object.entries(facilities).map(([key, condition]) => [facilityField(key), condition])),
  },
});

export async function knownCompounds(tx: Tx, countyId: string): Promise<KnownCompound[]> {
  const rows = await tx.$queryRawUnsafe<{ doc: CompoundDoc }[]>(ACTIVE_COMPOUNDS, countyId);
  return rows.map(({ doc }) => withFacilities(doc));
}

const ACTIVE_BUILDINGS = `SELECT json_build_object('id', b.id, 'version', b.version, 'compoundId', b.compound_id, 'name', b.name,
    'values', json_build_object('name', b.name, 'yearBuilt', b.year_built, 'structure', b.structure, 'storeys', b.storeys, 'units', b.units,
      'statedHouseholds', b.stated_households, 'floorArea', (b.floor_area * 0.01)::text, 'remarks', b.remarks)) AS doc
  FROM building b JOIN compound c ON c.id = b.compound_id
  WHERE b.county_id = $1::uuid AND b.status = 'active' AND c.status = 'active' ORDER BY c.pinyin, c.id, b.sort_key, b.id`;

export async function knownBuildings(tx: Tx, countyId: string): Promise<KnownBuilding[]> {
  const rows = await tx.$queryRawUnsafe<{ doc: KnownBuilding }[]>(ACTIVE_BUILDINGS, countyId);
  return rows.map(({ doc }) => doc);
}

/** Households of some buildings or by id, with their owners as everybody may read them. */
const HOUSEHOLDS = `SELECT json_build_object('id', h.id, 'version', h.version, 'buildingId', h.building_id,
    'values', json_build_object('unitNo', nullif(h.unit_no, ''), 'room', h.room, 'storey', h.storey, 'exclusiveArea', (h.exclusive_area * 0.01)::text,
      'usage', h.usage, 'remarks', h.remarks),
    'owners', coalesce((SELECT json_agg(json_build_object('id', o.id, 'kind', o.kind, 'nameMasked', o.name_masked, 'phoneMasked', o.phone_masked)
      ORDER BY x.position, o.id) FROM household_owner x JOIN owner o ON o.id = x.owner_id
      WHERE x.household_id = h.id AND x.ended_at IS NULL), '[]'::json)) AS doc
  FROM household h WHERE h.county_id = $1::uuid AND h.status = 'active' AND (h.id = ANY($2::uuid[]) OR h.building_id = ANY($3::uuid[]))
  ORDER BY h.building_id, h.sort_key, h.id`;

export async function knownHouseholds(
  tx: Tx,
  countyId: string,
  ids: readonly string[],
  buildingIds: readonly string[],
): Promise<KnownHousehold[]> {
  const rows = await tx.$queryRawUnsafe<{ doc: KnownHousehold }[]>(HOUSEHOLDS, countyId, ids, buildingIds);
  return rows.map(({ doc }) => doc);
}

export async function placesOf(tx: Tx, countyId: string): Promise<Place[]> {
  return tx.$queryRawUnsafe<Place[]>(
    `SELECT id, name, kind, subdistrict_id AS "subdistrictId" FROM unit
     WHERE county_id = $1::uuid AND kind IN ('subdistrict', 'community') AND (valid_to IS NULL OR valid_to > anju_today()) ORDER BY sort_order, code`,
    countyId,
  );
}
