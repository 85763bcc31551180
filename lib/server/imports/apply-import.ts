import 'server-only';
import type { Entity } from '@/lib/domain/imports/fields';
import type { Actor } from '@/lib/server/actor';
import { reassess } from '@/lib/server/compounds/assess';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { enqueue, type Jobs } from '@/lib/server/jobs/enqueue';
import { insertCompounds, updateCompounds } from './apply-compounds';
import { type OwnerEffect, OwnerWriter, ownerPlanOf } from './apply-owners';
import { insertBuildings, insertHouseholds, updateBuildings, updateHouseholds } from './apply-register';
import type { AppliedRow } from './apply-rows';
import { actorOfImport, tellProgress } from './batch';
import { type RowKey, staleRows, WRITES } from './stale';
import type { Mapping } from './types';

const PAGE = 2000;

/** Rows to write of one sheet, in the order of the file, page by page. */
async function* rowsToWrite(tx: Tx, batchId: string, entity: Entity, which: string): AsyncGenerator<AppliedRow[]> {
  for (let after = 0; ; ) {
    const rows = await tx.$queryRawUnsafe<AppliedRow[]>(
      `SELECT r.entity, r.row_no AS "rowNo", r.action, r.target_id AS "targetId", r.target_version AS "targetVersion", r.parent_id AS "parentId",
         r.data || jsonb_build_object('countyId', r.county_id) AS data, r.changes, r.decision, r.key_id AS "keyId", r.secret
       FROM import_row r WHERE r.batch_id = $1::uuid AND r.entity = $2 AND ${which} AND r.row_no > $3::int ORDER BY r.row_no LIMIT ${PAGE}`,
      batchId,
      entity,
      after,
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.rowNo ?? after;
  }
}

const NEW = `r.action = 'new'`;
const ALIASED = `(${WRITES} OR (r.action = 'unchanged' AND r.data ? 'alias'))`;

/** Writes one batch, from the top of the tree downwards, everything in the transaction that it is given. */
class Applying {
  private readonly compounds = new Map<number, string>();
  private readonly buildings = new Map<number, string>();
  private done = 0;

  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
    private readonly batch: { id: string; countyId: string },
    private readonly owners: OwnerWriter,
  ) {}

  async run(): Promise<void> {
    const { tx, actor, batch } = this;
    for await (const rows of rowsToWrite(tx, batch.id, 'compound', ALIASED))
      await this.step(rows, updateCompounds(tx, actor, rows));
    for await (const rows of rowsToWrite(tx, batch.id, 'compound', NEW))
      await this.made(rows, await insertCompounds(tx, actor, batch.countyId, rows), this.compounds);
    for await (const rows of rowsToWrite(tx, batch.id, 'building', WRITES))
      await this.step(rows, updateBuildings(tx, actor, rows));
    for await (const rows of rowsToWrite(tx, batch.id, 'building', NEW))
      await this.made(rows, await insertBuildings(tx, actor, batch.countyId, rows, this.compounds), this.buildings);
    for await (const rows of rowsToWrite(tx, batch.id, 'household', WRITES)) {
      await this.step(rows, updateHouseholds(tx, actor, rows));
      await this.ownersOf(rows, new Map(rows.map((row) => [row.rowNo, row.targetId ?? ''])));
    }
    for await (const rows of rowsToWrite(tx, batch.id, 'household', NEW)) {
      const made = await insertHouseholds(tx, actor, batch.countyId, rows, this.buildings);
      await this.made(rows, made, new Map());
      await this.ownersOf(rows, made);
    }
  }

  private async step(rows: readonly AppliedRow[], work: Promise<void>): Promise<void> {
    await work;
    this.done += rows.length;
    await tellProgress(this.actor, this.batch.id, this.done);
  }

  /** The ids of new records are kept in their rows: undoing finds them there. */
  private async made(
    rows: readonly AppliedRow[],
    ids: ReadonlyMap<number, string>,
    into: Map<number, string>,
  ): Promise<void> {
    for (const [row, id] of ids) into.set(row, id);
    const list = [...ids].map(([row_no, id]) => ({ row_no, id }));
    await this.tx.$executeRawUnsafe(
      `UPDATE import_row r SET target_id = m.id, target_version = 1 FROM jsonb_to_recordset($3::jsonb) AS m(row_no int, id uuid)
       WHERE r.batch_id = $1::uuid AND r.entity = $2 AND r.row_no = m.row_no`,
      this.batch.id,
      rows[0]?.entity ?? '',
      JSON.stringify(list),
    );
    await this.step(rows, Promise.resolve());
  }

  private async ownersOf(rows: readonly AppliedRow[], homes: ReadonlyMap<number, string>): Promise<void> {
    const withOwners = rows.filter((row) => row.secret !== null);
    if (withOwners.length === 0) return;
    const ids = withOwners.map((row) => homes.get(row.rowNo) ?? '');
    const known = await this.tx.household.findMany({
      where: { id: { in: ids } },
      select: { id: true, compoundId: true },
    });
    const compoundOf = new Map(known.map((home) => [home.id, home.compoundId]));
    const list = [];
    for (const row of withOwners) {
      const householdId = homes.get(row.rowNo) ?? '';
      const plan = await ownerPlanOf(this.tx, this.batch.id, row);
      if (plan) list.push({ rowNo: row.rowNo, householdId, compoundId: compoundOf.get(householdId) ?? '', plan });
    }
    await this.keepEffects(await this.owners.write(list));
  }

  private async keepEffects(effects: ReadonlyMap<number, OwnerEffect>): Promise<void> {
    const list = [...effects].map(([row_no, effect]) => ({ row_no, effect }));
    await this.tx.$executeRawUnsafe(
      `UPDATE import_row r SET before = jsonb_build_object('owners', m.effect) FROM jsonb_to_recordset($2::jsonb) AS m(row_no int, effect jsonb)
       WHERE r.batch_id = $1::uuid AND r.entity = 'household' AND r.row_no = m.row_no`,
      this.batch.id,
      JSON.stringify(list),
    );
  }
}

/** Places as they were before, for undoing: names of units are no way back. */
const KEEP_PLACES = `UPDATE import_row r SET before = jsonb_build_object('subdistrictId', c.subdistrict_id, 'communityId', c.community_id)
  FROM compound c WHERE r.batch_id = $1::uuid AND r.entity = 'compound' AND r.target_id = c.id AND r.action IN ('changed', 'conflict')`;

export const TOUCHED = `SELECT DISTINCT id FROM (
  SELECT r.target_id AS id FROM import_row r WHERE r.batch_id = $1::uuid AND r.entity = 'compound' AND r.action <> 'unchanged' AND r.target_id IS NOT NULL
  UNION ALL SELECT b.compound_id FROM import_row r JOIN building b ON b.id = r.target_id WHERE r.batch_id = $1::uuid AND r.entity = 'building' AND r.action <> 'unchanged'
  UNION ALL SELECT h.compound_id FROM import_row r JOIN household h ON h.id = r.target_id WHERE r.batch_id = $1::uuid AND r.entity = 'household' AND r.action <> 'unchanged') x`;

/** Somebody was faster: nothing is written, the file is compared anew, and what differs waits for the clerk's word. */
async function compareAnew(tx: Tx, actor: Actor, batchId: string, stale: readonly RowKey[]): Promise<void> {
  const { mapping } = await tx.importBatch.findUniqueOrThrow({ where: { id: batchId }, select: { mapping: true } });
  const kept = (mapping ?? {}) as Partial<Mapping>;
  const keys = stale.map(({ entity, rowNo }) => `${entity}/${rowNo}`);
  const versions = Object.fromEntries(Object.entries(kept.versions ?? {}).filter(([key]) => !keys.includes(key)));
  const next = {
    ...kept,
    columns: kept.columns ?? [],
    versions,
    stale: [...new Set([...(kept.stale ?? []), ...keys])],
  };
  await tx.$executeRaw`UPDATE import_batch SET status = 'uploaded', mapping = ${JSON.stringify(next)}::jsonb, version = version + 1 WHERE id = ${batchId}::uuid`;
  await enqueue(tx, 'import.read', { batchId, accountId: actor.accountId });
}

/**
 * Rows written in this transaction are not in the planner's statistics: it takes the tables for empty, and recounting a compound's
 * households against their owners one by one costs their square. Hashing costs their sum.
 */
export async function noNestedLoops(tx: Tx): Promise<void> {
  await tx.$executeRawUnsafe('SET LOCAL enable_nestloop = off');
}

/**
 * Of one county's imports one writes at a time: two that make the same compound would each not see the other's. The second waits as
 * long as the first may take, then finds what the first has made and is compared anew.
 */
async function waitForOthers(tx: Tx, batchId: string): Promise<void> {
  await tx.$executeRawUnsafe(`SET LOCAL lock_timeout = '9min'`);
  await oneAtATime(tx, batchId);
  await tx.$executeRawUnsafe(`SET LOCAL lock_timeout = '5s'`);
}

export async function oneAtATime(tx: Tx, batchId: string): Promise<void> {
  await tx.$executeRawUnsafe(
    `SELECT pg_advisory_xact_lock(7270739, hashtext(county_id::text)) FROM import_batch WHERE id = $1::uuid`,
    batchId,
  );
}

async function apply(tx: Tx, actor: Actor, batchId: string): Promise<void> {
  await waitForOthers(tx, batchId);
  const batch = await tx.importBatch.findFirst({ where: { id: batchId, countyId: { in: [...actor.counties] } } });
  if (batch?.status !== 'applying') return;
  await noNestedLoops(tx);
  const stale = await staleRows(tx, batchId);
  if (stale.length > 0) return compareAnew(tx, actor, batchId, stale);
  await tx.$executeRawUnsafe(KEEP_PLACES, batchId);
  const owners = await OwnerWriter.open(tx, actor, batch.countyId);
  await new Applying(tx, actor, { id: batchId, countyId: batch.countyId }, owners).run();
  const touched = await tx.$queryRawUnsafe<{ id: string }[]>(TOUCHED, batchId);
  await reassess(
    tx,
    touched.map(({ id }) => id),
  );
  await tx.$executeRaw`UPDATE import_batch SET status = 'applied', applied_at = anju_now(), applied_by = ${actor.accountId}::uuid,
    version = version + 1 WHERE id = ${batchId}::uuid`;
}

/** The job `import.apply`: one transaction from the first row to the last. Killed in the middle, nothing of it is there, and the next run does it whole. */
export async function applyImport(job: Jobs['import.apply']): Promise<void> {
  const { batchId } = job;
  const actor = await actorOfImport(job);
  await withActor(actor, (tx) => apply(tx, actor, batchId), { action: 'import.apply', long: true });
}
