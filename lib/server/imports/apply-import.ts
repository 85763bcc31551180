import 'server-only';
import { setImmediate } from 'node:timers/promises';
import type { Entity } from '@/lib/domain/imports/fields';
import type { Actor } from '@/lib/server/actor';
import { reassess } from '@/lib/server/compounds/assess';
import { type DataKey, keyById } from '@/lib/server/crypto/personal-keys';
import { inBulk, type Tx, withActor } from '@/lib/server/db/with-actor';
import { enqueue, type Jobs } from '@/lib/server/jobs/enqueue';
import { insertCompounds, updateCompounds } from './apply-compounds';
import { type Home, OwnerWriter, openPlan, ownerPlanOf, type Prepared } from './apply-owners';
import { insertBuildings, insertHouseholds, NEW_HOMES, updateBuildings, updateHouseholds } from './apply-register';
import type { AppliedRow } from './apply-rows';
import { actorOfImport, tellProgress } from './batch';
import { changesRecords, type RowKey, staleRows, WRITES } from './stale';
import type { Mapping } from './types';

const PAGE = 2000;

/** The parent that a row of the same file makes has its id from the reading on. */
const MADE_ABOVE: Record<Entity, string> = {
  compound: 'NULL::uuid',
  building: `(SELECT m.target_id FROM import_row m WHERE m.batch_id = r.batch_id AND m.entity = 'compound' AND m.row_no = (r.data ->> 'parentRow')::int)`,
  household: 'NULL::uuid',
};

/** Rows to write of one sheet, in the order of the file, page by page. */
async function* rowsToWrite(tx: Tx, batchId: string, entity: Entity, which: string): AsyncGenerator<AppliedRow[]> {
  for (let after = 0; ; ) {
    const rows = await tx.$queryRawUnsafe<AppliedRow[]>(
      `SELECT r.entity, r.row_no AS "rowNo", r.action, r.target_id AS "targetId", r.target_version AS "targetVersion",
         coalesce(r.parent_id, ${MADE_ABOVE[entity]}) AS "parentId", r.data || jsonb_build_object('countyId', r.county_id) AS data,
         r.changes, r.decision, r.key_id AS "keyId", r.secret
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

/** A page of new dwellings: from which row to which. */
interface NewHomes {
  first: number;
  last: number;
  rows: number;
}

const PAGES_OF_HOMES = `SELECT min(row_no) AS first, max(row_no) AS last, count(*)::int AS rows FROM (
    SELECT r.row_no, (row_number() OVER (ORDER BY r.row_no) - 1) / ${PAGE} AS page FROM import_row r
    WHERE r.batch_id = $1::uuid AND r.entity = 'household' AND ${NEW}) x GROUP BY page ORDER BY page`;

/** Of a page's dwellings with owners what their staging holds. */
type SealedHome = [rowNo: number, householdId: string, compoundId: string, keyId: string, secret: Buffer];
const SEALED_HOMES = `SELECT r.row_no, r.target_id, b.compound_id, r.key_id, r.secret FROM ${NEW_HOMES} AND r.secret IS NOT NULL ORDER BY r.row_no`;

/** Writes one batch, from the top of the tree downwards, everything in the transaction that it is given. */
class Applying {
  private done = 0;
  private told = 0;
  private telling: Promise<void> | null = null;

  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
    private readonly batch: { id: string; countyId: string },
    private readonly owners: OwnerWriter,
  ) {}

  /** Answers the compounds that new dwellings stand in. */
  async run(changes: boolean): Promise<string[]> {
    const { tx, actor, batch } = this;
    for await (const rows of rowsToWrite(tx, batch.id, 'compound', ALIASED))
      await this.step(rows.length, updateCompounds(tx, actor, rows));
    for await (const rows of rowsToWrite(tx, batch.id, 'compound', NEW))
      await this.step(rows.length, insertCompounds(tx, actor, batch.countyId, rows));
    for await (const rows of changes ? rowsToWrite(tx, batch.id, 'building', WRITES) : [])
      await this.step(rows.length, updateBuildings(tx, actor, rows));
    for await (const rows of rowsToWrite(tx, batch.id, 'building', NEW))
      await this.step(rows.length, insertBuildings(tx, actor, batch.countyId, rows));
    for await (const rows of changes ? rowsToWrite(tx, batch.id, 'household', WRITES) : []) {
      await this.step(rows.length, updateHouseholds(tx, actor, rows));
      await this.ownersOf(rows);
    }
    const grown = await this.newHouseholds();
    await this.telling;
    return grown;
  }

  private async step<T>(rows: number, work: Promise<T>): Promise<T> {
    const result = await work;
    this.done += rows;
    if (this.telling === null && Date.now() - this.told >= 500) this.tell();
    return result;
  }

  private tell(): void {
    this.told = Date.now();
    this.telling = tellProgress(this.actor, this.batch.id, this.done)
      .catch(() => {})
      .finally(() => (this.telling = null));
  }

  /** While the database writes a page, the owners of the next are opened and sealed. */
  private async newHouseholds(): Promise<string[]> {
    const { tx, actor, batch } = this;
    const grown = new Set<string>();
    const pages = await tx.$queryRawUnsafe<NewHomes[]>(PAGES_OF_HOMES, batch.id);
    let prepared = begun(this.prepare(await this.sealedOf(pages[0])));
    for (const [index, page] of pages.entries()) {
      const owners = await prepared;
      prepared = begun(this.prepare(await this.sealedOf(pages[index + 1])));
      for (const id of await this.step(page.rows, insertHouseholds(tx, actor, batch.id, page))) grown.add(id);
      await this.writeOwners(owners);
    }
    return [...grown];
  }

  /** With their keys: what follows asks the database nothing, which is writing meanwhile. */
  private async sealedOf(page: NewHomes | undefined): Promise<{ rows: SealedHome[]; keys: Map<string, DataKey> }> {
    const keys = new Map<string, DataKey>();
    if (!page) return { rows: [], keys };
    const rows = await inBulk<SealedHome>(this.tx, SEALED_HOMES, [this.batch.id, page.first, page.last]);
    for (const [, , , keyId] of rows) if (!keys.has(keyId)) keys.set(keyId, await keyById(this.tx, keyId));
    return { rows, keys };
  }

  private async prepare({ rows, keys }: Awaited<ReturnType<Applying['sealedOf']>>): Promise<Prepared> {
    const homes: Home[] = [];
    for (const [index, [rowNo, householdId, compoundId, keyId, secret]] of rows.entries()) {
      // what else the process has to do is done in between
      if (index % 200 === 0) await setImmediate();
      const key = keys.get(keyId);
      if (key) homes.push({ rowNo, householdId, compoundId, plan: openPlan(key, this.batch.id, rowNo, secret) });
    }
    return this.owners.prepare(homes);
  }

  /** Owners of dwellings that are known. */
  private async ownersOf(rows: readonly AppliedRow[]): Promise<void> {
    const withOwners = rows.filter((row) => row.secret !== null);
    if (withOwners.length === 0) return;
    const known = await this.tx.household.findMany({
      where: { id: { in: withOwners.flatMap((row) => row.targetId ?? []) } },
      select: { id: true, compoundId: true },
    });
    const compoundOf = new Map(known.map((home) => [home.id, home.compoundId]));
    const homes: Home[] = [];
    for (const row of withOwners) {
      const householdId = row.targetId ?? '';
      const plan = await ownerPlanOf(this.tx, this.batch.id, row);
      if (plan) homes.push({ rowNo: row.rowNo, householdId, compoundId: compoundOf.get(householdId) ?? '', plan });
    }
    await this.writeOwners(await this.owners.prepare(homes));
  }

  /** What was planned is what undoing takes back; where something else was done, the row says so. */
  private async writeOwners(prepared: Prepared): Promise<void> {
    await this.owners.write(prepared);
    if (prepared.effects.size === 0) return;
    const list = [...prepared.effects].map(([row_no, effect]) => ({ row_no, effect }));
    await this.tx.$executeRawUnsafe(
      `UPDATE import_row r SET before = jsonb_build_object('owners', m.effect) FROM jsonb_to_recordset($2::jsonb) AS m(row_no int, effect jsonb)
       WHERE r.batch_id = $1::uuid AND r.entity = 'household' AND r.row_no = m.row_no`,
      this.batch.id,
      JSON.stringify(list),
    );
  }
}

/** Begun now and awaited later: what goes wrong before that is thrown then, not to the process. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

/** Places as they were before, for undoing: names of units are no way back. */
const KEEP_PLACES = `UPDATE import_row r SET before = jsonb_build_object('subdistrictId', c.subdistrict_id, 'communityId', c.community_id)
  FROM compound c WHERE r.batch_id = $1::uuid AND r.entity = 'compound' AND r.target_id = c.id AND r.action IN ('changed', 'conflict')`;

const touched = (ofHouseholds: string) => `SELECT DISTINCT id FROM (
  SELECT r.target_id AS id FROM import_row r WHERE r.batch_id = $1::uuid AND r.entity = 'compound' AND r.action <> 'unchanged' AND r.target_id IS NOT NULL
  UNION ALL SELECT b.compound_id FROM import_row r JOIN building b ON b.id = r.target_id WHERE r.batch_id = $1::uuid AND r.entity = 'building' AND r.action <> 'unchanged'
  ${ofHouseholds}) x`;
const OF_HOUSEHOLDS = `UNION ALL SELECT h.compound_id FROM import_row r JOIN household h ON h.id = r.target_id
  WHERE r.batch_id = $1::uuid AND r.entity = 'household' AND r.action <> 'unchanged'`;
/** The compounds whose facts an import has changed. */
export const TOUCHED = touched(OF_HOUSEHOLDS);
/** … but for those of new dwellings: who has just written these knows where they stand. */
const TOUCHED_BESIDES_NEW = touched(`${OF_HOUSEHOLDS} AND r.action <> 'new'`);

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

/** Staged by a version that gave new rows no ids yet: read once more. */
async function stagedBefore(tx: Tx, batchId: string): Promise<boolean> {
  const [found] = await tx.$queryRawUnsafe<{ is: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM import_row r WHERE r.batch_id = $1::uuid AND r.action = 'new' AND r.target_id IS NULL) AS is`,
    batchId,
  );
  return found?.is ?? false;
}

async function apply(tx: Tx, actor: Actor, batchId: string): Promise<void> {
  await waitForOthers(tx, batchId);
  const batch = await tx.importBatch.findFirst({ where: { id: batchId, countyId: { in: [...actor.counties] } } });
  if (batch?.status !== 'applying') return;
  await noNestedLoops(tx);
  const changes = await changesRecords(tx, batchId);
  const stale = await staleRows(tx, batchId, changes);
  if (stale.length > 0 || (await stagedBefore(tx, batchId))) return compareAnew(tx, actor, batchId, stale);
  await tx.$executeRawUnsafe(KEEP_PLACES, batchId);
  const owners = await OwnerWriter.open(tx, actor, batch.countyId);
  const grown = await new Applying(tx, actor, { id: batchId, countyId: batch.countyId }, owners).run(changes);
  const others = await tx.$queryRawUnsafe<{ id: string }[]>(TOUCHED_BESIDES_NEW, batchId);
  await reassess(tx, [...grown, ...others.map(({ id }) => id)]);
  await tx.$executeRaw`UPDATE import_batch SET status = 'applied', applied_at = anju_now(), applied_by = ${actor.accountId}::uuid,
    version = version + 1 WHERE id = ${batchId}::uuid`;
}

/** The job `import.apply`: one transaction from the first row to the last. Killed in the middle, nothing of it is there, and the next run does it whole. */
export async function applyImport(job: Jobs['import.apply']): Promise<void> {
  const { batchId } = job;
  const actor = await actorOfImport(job);
  await withActor(actor, (tx) => apply(tx, actor, batchId), { action: 'import.apply', long: true });
}
