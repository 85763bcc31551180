import 'server-only';
import type { BuildingRow, HouseholdList, HouseholdRow, OwnerDetail } from '@/lib/domain/compounds/answers';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { cursorOf, placeOf } from './cursor';
import { areaText, instant } from './sql';

const BUILDING = Prisma.sql`json_build_object(
  'id', b.id, 'compoundId', b.compound_id, 'name', b.name, 'yearBuilt', b.year_built, 'structure', b.structure,
  'storeys', b.storeys, 'units', b.units, 'statedHouseholds', b.stated_households, 'floorArea', ${areaText('b.floor_area')},
  'remarks', b.remarks, 'households', coalesce(h.n, 0), 'exclusiveArea', ${areaText('coalesce(h.area, 0)')},
  'status', b.status, 'version', b.version)`;

const COUNTED = Prisma.sql`LEFT JOIN LATERAL (SELECT count(*)::int AS n, sum(x.exclusive_area) AS area FROM household x
  WHERE x.building_id = b.id AND x.status = 'active') h ON true`;

export async function buildingsOf(tx: Tx, actor: Actor, compoundId: string): Promise<BuildingRow[]> {
  const [row] = await tx.$queryRaw<{ doc: BuildingRow[] }[]>`
    SELECT coalesce(json_agg(${BUILDING} ORDER BY b.sort_key, b.id), '[]'::json) AS doc FROM building b ${COUNTED}
    WHERE b.compound_id = ${compoundId}::uuid AND b.status = 'active' AND b.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row?.doc ?? [];
}

export async function oneBuilding(tx: Tx, actor: Actor, id: string): Promise<BuildingRow | null> {
  const [row] = await tx.$queryRaw<{ doc: BuildingRow }[]>`
    SELECT ${BUILDING} AS doc FROM building b ${COUNTED}
    WHERE b.id = ${id}::uuid AND b.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row?.doc ?? null;
}

const OWNER = Prisma.sql`json_build_object('id', o.id, 'kind', o.kind, 'name', o.name_masked, 'phone', o.phone_masked,
  'idNumber', o.id_masked, 'version', o.version,
  'dwellings', (SELECT count(*)::int FROM household_owner d WHERE d.owner_id = o.id AND d.ended_at IS NULL))`;

/** Owners are masked for everyone here; clear text is shown one by one, for a reason. */
const HOUSEHOLD = Prisma.sql`json_build_object(
  'id', h.id, 'buildingId', h.building_id, 'compoundId', h.compound_id, 'building', b.name, 'unitNo', h.unit_no, 'room', h.room,
  'storey', h.storey, 'exclusiveArea', ${areaText('h.exclusive_area')}, 'usage', h.usage, 'remarks', h.remarks,
  'status', h.status, 'version', h.version, 'updatedAt', ${instant('h.updated_at')},
  'owners', coalesce((SELECT json_agg(${OWNER} ORDER BY ho.position, ho.created_at) FROM household_owner ho JOIN owner o ON o.id = ho.owner_id
    WHERE ho.household_id = h.id AND ho.ended_at IS NULL), '[]'::json))`;

export interface RegisterQuery {
  building?: string | undefined;
  unit?: string | undefined;
  room?: string | undefined;
  gap?: 'area' | 'owner' | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The register of a compound (or one building of it), unit by unit, room by room; null for a cursor that is not ours. */
export async function householdsOf(
  tx: Tx,
  actor: Actor,
  compoundId: string,
  query: RegisterQuery,
): Promise<HouseholdList | null> {
  const place = query.cursor === undefined ? undefined : placeOf(query.cursor);
  if (place === null || (place && typeof place[1] !== 'string')) return null;
  const where = Prisma.join(
    [
      Prisma.sql`h.compound_id = ${compoundId}::uuid AND h.status = 'active' AND h.county_id = ANY(${[...actor.counties]}::uuid[])`,
      ...(query.building ? [Prisma.sql`h.building_id = ${query.building}::uuid`] : []),
      ...(query.unit === undefined ? [] : [Prisma.sql`h.unit_no = ${query.unit}`]),
      ...(query.room ? [Prisma.sql`h.room LIKE ${`${query.room.replace(/[\\%_]/g, '\\$&')}%`}`] : []),
      ...(query.gap === 'area' ? [Prisma.sql`coalesce(h.exclusive_area, 0) = 0`] : []),
      ...(query.gap === 'owner'
        ? [Prisma.sql`NOT EXISTS (SELECT 1 FROM household_owner x WHERE x.household_id = h.id AND x.ended_at IS NULL)`]
        : []),
    ],
    ' AND ',
  );
  const key = Prisma.sql`(b.sort_key || '//' || h.sort_key)`;
  const after = place ? Prisma.sql`AND (${key}, h.id) > (${place[1]}::text, ${place[2]}::uuid)` : Prisma.empty;
  const [found] = await tx.$queryRaw<{ doc: { total: number; rows: { key: string; item: HouseholdRow }[] } }[]>`
    SELECT json_build_object('total', (SELECT count(*) FROM household h WHERE ${where}), 'rows', coalesce((
      SELECT json_agg(json_build_object('key', page.key, 'item', ${HOUSEHOLD}) ORDER BY page.key, page.id)
      FROM (SELECT h.id, ${key} AS key FROM household h JOIN building b ON b.id = h.building_id WHERE ${where} ${after}
            ORDER BY 2, 1 LIMIT ${query.limit + 1}::int) page
      JOIN household h ON h.id = page.id JOIN building b ON b.id = h.building_id), '[]'::json)) AS doc`;
  const { total, rows } = found?.doc ?? { total: 0, rows: [] };
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    nextCursor: rows.length > query.limit && last ? cursorOf(['after', last.key, last.item.id]) : null,
    total,
  };
}

export async function oneHousehold(tx: Tx, actor: Actor, id: string): Promise<HouseholdRow | null> {
  const [row] = await tx.$queryRaw<{ doc: HouseholdRow }[]>`
    SELECT ${HOUSEHOLD} AS doc FROM household h JOIN building b ON b.id = h.building_id
    WHERE h.id = ${id}::uuid AND h.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row?.doc ?? null;
}

export async function oneOwner(tx: Tx, actor: Actor, id: string): Promise<OwnerDetail | null> {
  const [row] = await tx.$queryRaw<{ doc: OwnerDetail }[]>`
    SELECT ${OWNER}::jsonb || json_build_object('compoundId', o.compound_id, 'status', o.status, 'homes', coalesce((
      SELECT json_agg(json_build_object('householdId', h.id, 'building', b.name, 'unitNo', h.unit_no, 'room', h.room) ORDER BY b.sort_key, h.sort_key)
      FROM household_owner d JOIN household h ON h.id = d.household_id JOIN building b ON b.id = h.building_id
      WHERE d.owner_id = o.id AND d.ended_at IS NULL), '[]'::json))::jsonb AS doc
    FROM owner o WHERE o.id = ${id}::uuid AND o.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row?.doc ?? null;
}
