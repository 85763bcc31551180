import 'server-only';
import type pg from 'pg';
import type { PlannedRow } from '@/lib/domain/imports/planner';
import type { Problem } from '@/lib/domain/imports/records';
import { buildingSortKey, householdSortKey } from '@/lib/server/compounds/names';
import { type DataKey, sealJson } from '@/lib/server/crypto/personal-keys';
import { newId } from '@/lib/server/db/new-id';
import { statementName } from '@/lib/server/db/statement-name';
import type { OwnerPlan } from './plan-households';

export const secretOf = (batchId: string, rowNo: number) => `import:${batchId}:${rowNo}`;

const INSERT_ROWS = `INSERT INTO import_row (batch_id, county_id, entity, row_no, sheet, action, target_id, target_version, parent_id, data, changes, key_id, secret, decision)
  SELECT $1::uuid, $2::uuid, r.entity, r.row_no, r.sheet, r.action, r.target_id, r.target_version, r.parent_id, r.data, r.changes, r.key_id,
    decode(r.secret, 'base64'), r.decision
  FROM json_to_recordset($3::json) AS r(entity text, row_no int, sheet text, action text, target_id uuid, target_version int, parent_id uuid,
    data jsonb, changes jsonb, key_id uuid, secret text, decision jsonb)`;

/** By what the lists of the register are sorted: worked out here, so that the database can write a new row from its staging alone. */
const sortKeyOf = ({ entity, data: { values } }: PlannedRow): string | undefined =>
  entity === 'building'
    ? buildingSortKey(String(values.name ?? ''))
    : entity === 'household'
      ? householdSortKey(String(values.unitNo ?? ''), String(values.room ?? ''))
      : undefined;

const kept = (row: PlannedRow) => (row.action === 'new' ? { ...row.data, sortKey: sortKeyOf(row) } : row.data);

/** On a bare connection: Prisma would write megabytes of JSON as JSON once more, and read them again. */
const run = (client: pg.ClientBase, text: string, values: unknown[]) =>
  client.query({ name: statementName(text), text, values });

/** Rows as read and planned; owners' values under the import key, bound to their row. A new row has the id that it will be written under. */
export async function stageRows(
  client: pg.ClientBase,
  batch: { id: string; countyId: string },
  key: DataKey,
  rows: readonly (PlannedRow & { owners?: OwnerPlan | null })[],
): Promise<void> {
  if (rows.length === 0) return;
  const list = rows.map((row) => ({
    entity: row.entity,
    row_no: row.rowNo,
    sheet: row.sheet,
    action: row.action,
    target_id: row.action === 'new' ? newId() : row.targetId,
    target_version: row.targetVersion,
    parent_id: row.parentId,
    data: kept(row),
    changes: row.changes,
    key_id: row.owners ? key.id : null,
    secret: row.owners ? sealJson(key, row.owners, secretOf(batch.id, row.rowNo)).toString('base64') : null,
    decision: row.decision,
  }));
  await run(client, INSERT_ROWS, [batch.id, batch.countyId, JSON.stringify(list)]);
}

const INSERT_FINDINGS = `INSERT INTO import_finding (batch_id, seq, county_id, level, sheet, row_no, cell, code, params)
  SELECT $1::uuid, $3::int + f.seq, $2::uuid, f.level, f.sheet, f."rowNo", f.cell, f.code, f.params
  FROM jsonb_to_recordset($4::jsonb) AS f(seq int, level text, sheet text, "rowNo" int, cell text, code text, params jsonb)`;

export async function stageFindings(
  client: pg.ClientBase,
  batch: { id: string; countyId: string },
  from: number,
  problems: readonly Problem[],
): Promise<void> {
  if (problems.length === 0) return;
  const list = problems.map((problem, seq) => ({ seq, ...problem }));
  await run(client, INSERT_FINDINGS, [batch.id, batch.countyId, from, JSON.stringify(list)]);
}
