import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { BUILDING_COLUMNS, HOUSEHOLD_COLUMNS } from '@/lib/server/compounds/columns';
import { buildingSortKey, householdSortKey } from '@/lib/server/compounds/names';
import type { Tx } from '@/lib/server/db/with-actor';
import { type AppliedRow, columnValues, inserted, updated } from './apply-rows';

/** `parentId`: the compound, known or made by a row above it in the same file. */
export async function insertBuildings(
  tx: Tx,
  actor: Actor,
  countyId: string,
  rows: readonly AppliedRow[],
): Promise<void> {
  const list = rows.map((row) => ({
    id: row.targetId,
    ...columnValues(BUILDING_COLUMNS, row.data.values),
    compound_id: row.parentId,
    county_id: countyId,
    sort_key: buildingSortKey(String(row.data.values.name ?? '')),
    updated_by: actor.accountId,
  }));
  const more = 'compound_id uuid, county_id uuid, sort_key text, updated_by uuid';
  await inserted(tx, 'building', BUILDING_COLUMNS, more, list);
}

/**
 * The rows of new dwellings from one row number to another, with the building that each stands in: known, or made by a row of this file.
 * Written so that no index on the action is taken: it would walk the whole file for each page, the key walks the page.
 */
export const NEW_HOMES = `import_row r
  LEFT JOIN import_row m ON m.batch_id = r.batch_id AND m.entity = 'building' AND m.row_no = (r.data ->> 'parentRow')::int
  LEFT JOIN building b ON b.id = coalesce(r.parent_id, m.target_id)
  WHERE r.batch_id = $1::uuid AND r.entity = 'household' AND r.action IS NOT DISTINCT FROM 'new' AND r.row_no BETWEEN $2::int AND $3::int`;

/** Written from their staging, within the database: a hundred thousand dwellings do not travel to and fro. They come with their place. */
const INSERT_HOMES = `WITH made AS (INSERT INTO household (id, building_id, compound_id, county_id, subdistrict_id, community_id, unit_no, room, storey, sort_key,
    exclusive_area, usage, remarks, created_at, updated_at, updated_by)
  SELECT r.target_id, b.id, b.compound_id, b.county_id, b.subdistrict_id, b.community_id, coalesce(r.data -> 'values' ->> 'unitNo', ''), r.data -> 'values' ->> 'room',
    (r.data -> 'values' ->> 'storey')::int, r.data ->> 'sortKey', ((r.data -> 'values' ->> 'exclusiveArea')::numeric * 100)::bigint, r.data -> 'values' ->> 'usage', r.data -> 'values' ->> 'remarks',
    (SELECT anju_now()), (SELECT anju_now()), $4::uuid
  FROM ${NEW_HOMES}
  ORDER BY r.row_no RETURNING compound_id)
  SELECT DISTINCT compound_id AS id FROM made`;

/** Answers the compounds that they stand in. */
export async function insertHouseholds(
  tx: Tx,
  actor: Actor,
  batchId: string,
  page: { first: number; last: number },
): Promise<string[]> {
  const made = await tx.$queryRawUnsafe<{ id: string }[]>(
    INSERT_HOMES,
    batchId,
    page.first,
    page.last,
    actor.accountId,
  );
  return made.map(({ id }) => id);
}

const setOf = (row: AppliedRow): Record<string, unknown> =>
  Object.fromEntries(row.changes.map((change) => [change.field, change.new]));

export async function updateBuildings(tx: Tx, actor: Actor, rows: readonly AppliedRow[]): Promise<void> {
  const list = rows.map((row) => {
    const set = columnValues(BUILDING_COLUMNS, setOf(row));
    return {
      id: row.targetId,
      set: set.name === undefined ? set : { ...set, sort_key: buildingSortKey(String(set.name)) },
    };
  });
  await updated(tx, 'building', BUILDING_COLUMNS, actor, list);
}

export async function updateHouseholds(tx: Tx, actor: Actor, rows: readonly AppliedRow[]): Promise<void> {
  const list = rows.map((row) => {
    const set = columnValues(HOUSEHOLD_COLUMNS, setOf(row));
    const moved = set.room !== undefined || set.unit_no !== undefined;
    const { unitNo, room } = { ...row.data.values, ...setOf(row) };
    return {
      id: row.targetId,
      set: moved ? { ...set, sort_key: householdSortKey(String(unitNo ?? ''), String(room ?? '')) } : set,
    };
  });
  await updated(tx, 'household', HOUSEHOLD_COLUMNS, actor, list);
}
