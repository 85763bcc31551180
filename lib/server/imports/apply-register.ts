import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { BUILDING_COLUMNS, HOUSEHOLD_COLUMNS } from '@/lib/server/compounds/columns';
import { buildingSortKey, householdSortKey } from '@/lib/server/compounds/names';
import type { Tx } from '@/lib/server/db/with-actor';
import { type AppliedRow, columnValues, inserted, updated } from './apply-rows';

/** The parent of a row: known, or made by a row above it in the same file. */
const parentOf = (row: AppliedRow, made: ReadonlyMap<number, string>): string | null =>
  row.parentId ?? (row.data.parentRow === undefined ? null : (made.get(row.data.parentRow) ?? null));

export async function insertBuildings(
  tx: Tx,
  actor: Actor,
  countyId: string,
  rows: readonly AppliedRow[],
  compounds: ReadonlyMap<number, string>,
): Promise<Map<number, string>> {
  const list = rows.map((row) => ({
    row_no: row.rowNo,
    ...columnValues(BUILDING_COLUMNS, row.data.values),
    compound_id: parentOf(row, compounds),
    county_id: countyId,
    sort_key: buildingSortKey(String(row.data.values.name ?? '')),
    updated_by: actor.accountId,
  }));
  return inserted(
    tx,
    'building',
    BUILDING_COLUMNS,
    'compound_id uuid, county_id uuid, sort_key text, updated_by uuid',
    list,
  );
}

export async function insertHouseholds(
  tx: Tx,
  actor: Actor,
  countyId: string,
  rows: readonly AppliedRow[],
  buildings: ReadonlyMap<number, string>,
): Promise<Map<number, string>> {
  const parents = rows.map((row) => parentOf(row, buildings));
  // the trigger fills in the building's compound; it is named here because the column has no null
  const known = await tx.building.findMany({
    where: { id: { in: [...new Set(parents.filter((id) => id !== null))] } },
    select: { id: true, compoundId: true },
  });
  const compoundOf = new Map(known.map((building) => [building.id, building.compoundId]));
  const list = rows.map((row, index) => ({
    row_no: row.rowNo,
    ...columnValues(HOUSEHOLD_COLUMNS, row.data.values),
    building_id: parents[index],
    compound_id: compoundOf.get(parents[index] ?? ''),
    county_id: countyId,
    sort_key: householdSortKey(String(row.data.values.unitNo ?? ''), String(row.data.values.room ?? '')),
    updated_by: actor.accountId,
  }));
  const more = 'building_id uuid, compound_id uuid, county_id uuid, sort_key text, updated_by uuid';
  return inserted(tx, 'household', HOUSEHOLD_COLUMNS, more, list);
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
