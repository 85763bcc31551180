import 'server-only';
import type { Tx } from '@/lib/server/db/with-actor';

/** Rows of a batch that will be written: changed ones, and conflicts in which the clerk's own version holds. */
export const WRITES = `(r.action = 'changed' OR (r.action = 'conflict' AND r.decision ->> 'kind' = 'version' AND r.decision ->> 'chosen' = 'mine'))`;

const TABLES = { compound: 'compound', building: 'building', household: 'household' } as const;

const changedSince = (
  table: string,
) => `SELECT r.entity, r.row_no AS "rowNo" FROM import_row r LEFT JOIN ${table} t ON t.id = r.target_id
  WHERE r.batch_id = $1::uuid AND r.entity = '${table}' AND ${WRITES} AND (t.id IS NULL OR t.status <> 'active' OR t.version <> r.target_version)`;

/** What somebody made in the meantime under the name of a new row, or took away from above it. A dwelling in a building of this file has no such. */
const MADE_SINCE = `WITH fresh AS MATERIALIZED (
    SELECT r.entity, r.row_no, r.county_id, r.parent_id, r.data FROM import_row r
    WHERE r.batch_id = $1::uuid AND r.action = 'new' AND (r.entity <> 'household' OR r.parent_id IS NOT NULL))
  SELECT r.entity, r.row_no AS "rowNo" FROM fresh r JOIN compound t ON t.county_id = r.county_id AND t.status = 'active' AND t.name = r.data -> 'values' ->> 'name'
    WHERE r.entity = 'compound' AND NOT coalesce(r.data -> 'beside' ? t.id::text, false)
  UNION ALL
  SELECT r.entity, r.row_no FROM fresh r JOIN building t ON t.compound_id = r.parent_id AND t.status = 'active' AND t.name = r.data -> 'values' ->> 'name'
    WHERE r.entity = 'building'
  UNION ALL
  SELECT r.entity, r.row_no FROM fresh r JOIN household t ON t.building_id = r.parent_id AND t.status = 'active'
      AND t.room = r.data -> 'values' ->> 'room' AND t.unit_no = coalesce(r.data -> 'values' ->> 'unitNo', '')
    WHERE r.entity = 'household'
  UNION ALL
  SELECT r.entity, r.row_no FROM fresh r LEFT JOIN compound t ON t.id = r.parent_id AND t.status = 'active'
    WHERE r.entity = 'building' AND r.parent_id IS NOT NULL AND t.id IS NULL
  UNION ALL
  SELECT r.entity, r.row_no FROM fresh r LEFT JOIN building t ON t.id = r.parent_id AND t.status = 'active'
    WHERE r.entity = 'household' AND t.id IS NULL`;

const CHANGING = `SELECT EXISTS (SELECT 1 FROM import_row r WHERE r.batch_id = $1::uuid AND r.action IN ('changed', 'conflict')) AS is`;

/** Whether any row is about a record that is there: where a file only brings new ones, there is none to lock, compare or change. */
export async function changesRecords(tx: Tx, batchId: string): Promise<boolean> {
  const [found] = await tx.$queryRawUnsafe<{ is: boolean }[]>(CHANGING, batchId);
  return found?.is ?? false;
}

export interface RowKey {
  entity: string;
  rowNo: number;
}

/** Locks what will be written, in one order, then asks whether it is still what the preview showed. */
export async function staleRows(tx: Tx, batchId: string, changes: boolean): Promise<RowKey[]> {
  const stale: RowKey[] = [];
  for (const table of changes ? Object.values(TABLES) : []) {
    await tx.$executeRawUnsafe(
      `SELECT 1 FROM ${table} WHERE id IN (SELECT r.target_id FROM import_row r WHERE r.batch_id = $1::uuid AND r.entity = '${table}' AND ${WRITES}) ORDER BY id FOR UPDATE`,
      batchId,
    );
    stale.push(...(await tx.$queryRawUnsafe<RowKey[]>(changedSince(table), batchId)));
  }
  stale.push(...(await tx.$queryRawUnsafe<RowKey[]>(MADE_SINCE, batchId)));
  return stale;
}
