import 'server-only';
import type { Entity } from '@/lib/domain/imports/fields';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, clash, done, notFound, refused } from '@/lib/server/answer';
import { refreshFindable } from '@/lib/server/compounds/aliases';
import { reassess } from '@/lib/server/compounds/assess';
import { BUILDING_COLUMNS, COMPOUND_COLUMNS, HOUSEHOLD_COLUMNS } from '@/lib/server/compounds/columns';
import { buildingSortKey, householdSortKey } from '@/lib/server/compounds/names';
import type { Tx } from '@/lib/server/db/with-actor';
import { noNestedLoops, oneAtATime, TOUCHED } from './apply-import';
import { effectOf, type OwnerEffect, OwnerWriter, ownerPlanOf } from './apply-owners';
import { type AppliedRow, chunked, columnValues, updated } from './apply-rows';
import type { OwnerPlan } from './plan-households';
import { WRITES } from './stale';

const VERSION_AFTER = `CASE WHEN r.action = 'new' THEN 1 ELSE r.target_version + 1 END`;
const WRITTEN = `(r.action = 'new' OR ${WRITES})`;

const touchedSince = (
  table: string,
) => `SELECT r.sheet, r.row_no AS "rowNo", r.data ->> 'label' AS label FROM import_row r LEFT JOIN ${table} t ON t.id = r.target_id
  WHERE r.batch_id = $1::uuid AND r.entity = '${table}' AND ${WRITTEN} AND (t.id IS NULL OR t.status <> 'active' OR t.version <> ${VERSION_AFTER})`;

/** What stands on a new record and came from elsewhere: it would lose its ground. Each is a plain join, which a county of rows can be hashed for. */
const builtOn = (
  entity: 'compound' | 'building',
  below: 'building' | 'household',
) => `SELECT DISTINCT r.sheet, r.row_no AS "rowNo", r.data ->> 'label' AS label
  FROM import_row r JOIN ${below} t ON t.${entity}_id = r.target_id AND t.status = 'active'
  LEFT JOIN (SELECT x.target_id FROM import_row x WHERE x.batch_id = $1::uuid AND x.entity = '${below}') own ON own.target_id = t.id
  WHERE r.batch_id = $1::uuid AND r.entity = '${entity}' AND r.action = 'new' AND own.target_id IS NULL`;

const BUILT_ON = `${builtOn('compound', 'building')} UNION ${builtOn('building', 'household')}
  UNION SELECT r.sheet, r.row_no, r.data ->> 'label' FROM import_row r JOIN compound_file f ON f.compound_id = r.target_id AND f.retired_at IS NULL
  WHERE r.batch_id = $1::uuid AND r.entity = 'compound' AND r.action = 'new'`;

interface Obstacle {
  sheet: string;
  rowNo: number;
  label: string;
}

/**
 * From here on nobody edits what the import wrote: whoever did so before is seen by the question that follows, whoever comes after
 * waits and finds it taken back. Households first, as a save of one goes on to its compound.
 */
async function holdWritten(tx: Tx, batchId: string): Promise<void> {
  for (const table of ['household', 'building', 'compound'])
    await tx.$executeRawUnsafe(
      `SELECT 1 FROM ${table} WHERE id IN (SELECT r.target_id FROM import_row r WHERE r.batch_id = $1::uuid AND r.entity = '${table}' AND ${WRITTEN}) ORDER BY id FOR UPDATE`,
      batchId,
    );
}

/** Why an applied import can't be undone; empty when it can. Each obstacle is named by its row. */
export async function undoObstacles(tx: Tx, batchId: string): Promise<Reason[]> {
  await noNestedLoops(tx);
  const reasons: Reason[] = [];
  const say = (code: string, list: readonly Obstacle[]) =>
    reasons.push(
      ...list.slice(0, 50).map(({ sheet, rowNo, label }) => reason(code, { sheet, row: rowNo, name: label })),
    );
  for (const table of ['compound', 'building', 'household'])
    say('import.undo.changedSince', await tx.$queryRawUnsafe<Obstacle[]>(touchedSince(table), batchId));
  say('import.undo.builtOn', await tx.$queryRawUnsafe<Obstacle[]>(BUILT_ON, batchId));
  const [kept] = await tx.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM import_row r WHERE r.batch_id = $1::uuid AND ${WRITTEN}`,
    batchId,
  );
  if ((kept?.n ?? 0) === 0) reasons.push(reason('import.undo.nothing'));
  return reasons;
}

type UndoRow = AppliedRow & {
  before: { owners?: OwnerEffect; subdistrictId?: string | null; communityId?: string | null } | null;
};

function rowsOf(tx: Tx, batchId: string, entity: Entity, which: string): Promise<UndoRow[]> {
  return tx.$queryRawUnsafe<UndoRow[]>(
    `SELECT r.entity, r.row_no AS "rowNo", r.action, r.target_id AS "targetId", r.target_version AS "targetVersion", r.data, r.changes, r.key_id AS "keyId",
       r.secret, r.before FROM import_row r WHERE r.batch_id = $1::uuid AND r.entity = $2 AND ${which} ORDER BY r.row_no`,
    batchId,
    entity,
  );
}

const oldValues = (row: UndoRow): Record<string, unknown> =>
  Object.fromEntries(row.changes.map((change) => [change.field, change.old]));

async function undoOwners(tx: Tx, actor: Actor, batch: { id: string; countyId: string }): Promise<void> {
  const writer = await OwnerWriter.open(tx, actor, batch.countyId);
  const rows = await rowsOf(tx, batch.id, 'household', `${WRITTEN} AND r.secret IS NOT NULL`);
  for (const part of chunked(rows)) {
    const opened: { row: UndoRow; plan: OwnerPlan; effect: OwnerEffect }[] = [];
    for (const row of part) {
      const plan = await ownerPlanOf(tx, batch.id, row);
      if (plan) opened.push({ row, plan, effect: row.before?.owners ?? effectOf(plan) });
    }
    const pairs = (pick: (effect: OwnerEffect) => string[]) =>
      opened.flatMap(({ row, effect }) =>
        pick(effect).map((owner_id) => ({ household_id: row.targetId ?? '', owner_id })),
      );
    await writer.end(pairs((effect) => effect.added));
    const reopened = JSON.stringify(pairs((effect) => effect.ended));
    await tx.$executeRawUnsafe(
      `UPDATE owner o SET status = 'active', retired_at = NULL, retired_reason = NULL, version = version + 1, updated_at = anju_now(), updated_by = $2::uuid
       FROM jsonb_to_recordset($1::jsonb) AS r(owner_id uuid) WHERE o.id = r.owner_id AND o.status = 'retired'`,
      reopened,
      actor.accountId,
    );
    await tx.$executeRawUnsafe(
      `UPDATE household_owner x SET ended_at = NULL FROM jsonb_to_recordset($1::jsonb) AS r(household_id uuid, owner_id uuid)
       WHERE x.household_id = r.household_id AND x.owner_id = r.owner_id`,
      reopened,
    );
    await writer.setValues(new Map(opened.flatMap(({ plan }) => Object.entries(plan.was))));
  }
}

async function restore(tx: Tx, actor: Actor, batchId: string): Promise<void> {
  const households = await rowsOf(tx, batchId, 'household', WRITES);
  const homes = households.map((row) => {
    const was = oldValues(row);
    const set = columnValues(HOUSEHOLD_COLUMNS, was);
    const { unitNo, room } = { ...row.data.values, ...was };
    const moved = was.unitNo !== undefined || was.room !== undefined;
    const key = householdSortKey(String(unitNo ?? ''), String(room ?? ''));
    return { id: row.targetId, set: moved ? { ...set, sort_key: key } : set };
  });
  await updated(tx, 'household', HOUSEHOLD_COLUMNS, actor, homes);
  const buildings = (await rowsOf(tx, batchId, 'building', WRITES)).map((row) => {
    const set = columnValues(BUILDING_COLUMNS, oldValues(row));
    return {
      id: row.targetId,
      set: set.name === undefined ? set : { ...set, sort_key: buildingSortKey(String(set.name)) },
    };
  });
  await updated(tx, 'building', BUILDING_COLUMNS, actor, buildings);
  const compounds = (await rowsOf(tx, batchId, 'compound', WRITES)).map((row) => {
    const { subdistrict, community, ...was } = oldValues(row);
    const places = subdistrict !== undefined || community !== undefined ? (row.before ?? {}) : {};
    const facilities = Object.entries(was).filter(([field]) => field.startsWith('facility:'));
    return {
      id: row.targetId,
      set: columnValues(COMPOUND_COLUMNS, { ...was, ...places }),
      facilities: Object.fromEntries(facilities.map(([field, value]) => [field.slice('facility:'.length), value])),
    };
  });
  await updated(tx, 'compound', COMPOUND_COLUMNS, actor, compounds);
  for (const { id, set } of compounds) if (id && ('name' in set || 'address' in set)) await refreshFindable(tx, id);
}

async function retireNew(tx: Tx, actor: Actor, batchId: string, why: string): Promise<void> {
  for (const table of ['household', 'building', 'compound'])
    await tx.$executeRawUnsafe(
      `UPDATE ${table} t SET status = 'retired', retired_at = anju_now(), retired_reason = $2, version = version + 1, updated_at = anju_now(), updated_by = $3::uuid
       FROM import_row r WHERE r.batch_id = $1::uuid AND r.entity = '${table}' AND r.action = 'new' AND t.id = r.target_id AND t.status = 'active'`,
      batchId,
      why,
      actor.accountId,
    );
}

/** Takes back a whole import as one action, while nothing else was built on it. Nothing is deleted: what it made is retired, what it changed gets its old values. */
export async function undoImport(
  tx: Tx,
  actor: Actor,
  batchId: string,
  why: string,
): Promise<Answer<{ id: string; status: string }>> {
  const batch = await tx.importBatch.findFirst({ where: { id: batchId, countyId: { in: [...actor.counties] } } });
  if (!batch) return notFound();
  await oneAtATime(tx, batchId);
  const taken =
    await tx.$executeRaw`UPDATE import_batch SET status = 'undone', undone_at = anju_now(), undone_by = ${actor.accountId}::uuid,
    undo_reason = ${why}, version = version + 1 WHERE id = ${batchId}::uuid AND status = 'applied'`;
  if (taken === 0) return clash('import_not_applied');
  await holdWritten(tx, batchId);
  const obstacles = await undoObstacles(tx, batchId);
  if (obstacles.length > 0) return refused(obstacles);
  const touched = await tx.$queryRawUnsafe<{ id: string }[]>(TOUCHED, batchId);
  await noNestedLoops(tx);
  await undoOwners(tx, actor, { id: batchId, countyId: batch.countyId });
  await restore(tx, actor, batchId);
  await retireNew(tx, actor, batchId, why);
  await reassess(
    tx,
    touched.map(({ id }) => id),
  );
  return done({ id: batchId, status: 'undone' });
}
