import 'server-only';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import type { Entity } from '@/lib/domain/imports/fields';
import type { RowAction } from '@/lib/domain/imports/plan';
import { type PlannedRow, Planner, type Planning, sayOf } from '@/lib/domain/imports/planner';
import type { Problem, SheetRecord } from '@/lib/domain/imports/records';
import { reason } from '@/lib/domain/kernel/result';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { currentKey, type DataKey } from '@/lib/server/crypto/personal-keys';
import { type Tx, withActor, withActorClient } from '@/lib/server/db/with-actor';
import { fileStore } from '@/lib/server/files/store';
import type { Jobs } from '@/lib/server/jobs/enqueue';
import { actorOfImport, type Batch, findBatch, refuse, tellProgress } from './batch';
import { knownBuildings, knownCompounds, placesOf } from './known';
import { type InDatabase, planHouseholds } from './plan-households';
import { readInThread } from './reading/in-thread';
import { stageFindings, stageRows } from './staging';
import type { ReadMessage, ReadTask } from './types';

const READABLE = ['uploaded', 'reading'];
const MAX_FINDINGS = 50_000;

/** Takes it up, once more from the first row where a killed process left it half read. */
async function take(tx: Tx, actor: Actor, batchId: string): Promise<Batch | null> {
  const batch = await findBatch(tx, actor, batchId);
  if (!batch || !READABLE.includes(batch.status)) return null;
  await tx.$executeRaw`DELETE FROM import_row WHERE batch_id = ${batchId}::uuid`;
  await tx.$executeRaw`DELETE FROM import_finding WHERE batch_id = ${batchId}::uuid`;
  await tx.$executeRaw`UPDATE import_batch SET status = 'reading', refusal = NULL, progress_done = 0, progress_total = 0,
    heartbeat_at = anju_now() WHERE id = ${batchId}::uuid`;
  return batch;
}

async function taskOf(tx: Tx, batch: Batch): Promise<Omit<ReadTask, 'path'>> {
  const county = await tx.unit.findUniqueOrThrow({ where: { id: batch.countyId }, select: { code: true, name: true } });
  const { rulebook } = await rulebookInForce(tx);
  return {
    fileName: batch.fileName,
    countyCode: county.code,
    countyName: county.name,
    facilities: publicFacilities(rulebook).map(({ key, name }) => ({ key, name })),
    mapping: batch.mapping && batch.mapping.columns.length > 0 ? batch.mapping : null,
  };
}

type Known = Pick<Planning, 'compounds' | 'buildings' | 'places'>;

/** What the county's register holds, for comparing. */
const knownOf = (actor: Actor, countyId: string): Promise<Known> =>
  withActor(actor, async (tx) => ({
    compounds: await knownCompounds(tx, countyId),
    buildings: await knownBuildings(tx, countyId),
    places: await placesOf(tx, countyId),
  }));

/** One import being read: what the messages of the reading thread do to its staging. */
class Reading {
  private findings = 0;
  /** What is staged, counted as it is staged: nothing of it is read back. */
  private readonly counts: Partial<Record<Entity, Partial<Record<RowAction, number>>>> = {};
  private readonly levels = { error: 0, warning: 0, info: 0 };
  private planner: Planner | undefined;
  private told = 0;
  private key: DataKey | undefined;
  private staged: Promise<void> = Promise.resolve();

  constructor(
    private readonly actor: Actor,
    private readonly batch: Batch,
    private readonly known: Promise<Known>,
  ) {}

  async take(message: ReadMessage): Promise<void> {
    if (message.type === 'rows') return this.rows(message);
    await this.staged;
    if (message.type === 'opened') await this.opened(message);
    else if (message.type === 'proposal') await this.proposal(message.proposal);
    else if (message.type === 'refused') await refuse(this.actor, this.batch.id, message.reason);
    else if (this.planner) await this.finish();
  }

  private async opened({ kind, total, templateVersion }: Extract<ReadMessage, { type: 'opened' }>): Promise<void> {
    const { id, mapping } = this.batch;
    await withActor(
      this.actor,
      (tx) =>
        tx.$executeRaw`UPDATE import_batch SET kind = ${kind}, template_version = ${templateVersion}, progress_total = ${total}::int WHERE id = ${id}::uuid`,
      { soon: true },
    );
    this.planner = new Planner({
      ...(await this.known),
      matches: mapping?.matches ?? {},
      versions: mapping?.versions ?? {},
      stale: new Set(mapping?.stale ?? []),
    });
  }

  private async proposal(proposal: Extract<ReadMessage, { type: 'proposal' }>['proposal']): Promise<void> {
    await withActor(
      this.actor,
      (
        tx,
      ) => tx.$executeRaw`UPDATE import_batch SET status = 'mapping', kind = 'mapped', proposal = ${JSON.stringify(proposal)}::jsonb,
        read_at = anju_now(), version = version + 1 WHERE id = ${this.batch.id}::uuid`,
    );
  }

  /** While one message is staged, the next is planned. */
  private async rows({ rows, problems, done }: Extract<ReadMessage, { type: 'rows' }>): Promise<void> {
    const planned = await this.plan(rows);
    const found = [...problems, ...rows.flatMap((row) => row.problems)];
    await this.staged;
    this.staged = this.stage(planned, found, done);
    // thrown to whoever awaits it, not to the process
    this.staged.catch(() => {});
  }

  private async stage(planned: readonly PlannedRow[], found: readonly Problem[], done: number): Promise<void> {
    if (planned.length > 0 || found.length > 0) {
      const key = await this.importKey();
      await withActorClient(
        this.actor,
        async (client) => {
          await stageRows(client, this.batch, key, planned);
          await this.say(client, found);
        },
        { soon: true },
      );
      this.count(planned);
    }
    if (Date.now() - this.told < 500) return;
    this.told = Date.now();
    await tellProgress(this.actor, this.batch.id, done);
  }

  private async importKey(): Promise<DataKey> {
    const place = { prefectureId: this.actor.prefectureId, countyId: this.batch.countyId };
    this.key ??= await withActor(this.actor, (tx) => currentKey(tx, 'import', place));
    return this.key;
  }

  private count(planned: readonly PlannedRow[]): void {
    for (const { entity, action } of planned) {
      this.counts[entity] ??= {};
      this.counts[entity][action] = (this.counts[entity][action] ?? 0) + 1;
    }
  }

  /** Rows of one message are of one sheet, but for the last of a sheet and the first of the next. */
  private async plan(rows: readonly SheetRecord[]): Promise<PlannedRow[]> {
    const { planner } = this;
    if (!planner) throw new Error('rows before the file was opened');
    const compounds = rows.filter((row) => row.entity === 'compound').map((row) => planner.compound(row, sayOf(row)));
    const buildings = rows.filter((row) => row.entity === 'building').map((row) => planner.building(row, sayOf(row)));
    const households = rows.filter((row) => row.entity === 'household');
    const inDatabase: InDatabase = (work) => withActor(this.actor, work);
    const homes =
      households.length > 0 ? await planHouseholds(inDatabase, this.batch.countyId, planner, households) : [];
    return [...compounds, ...buildings, ...homes];
  }

  private async say(client: pg.ClientBase, problems: readonly Problem[]): Promise<void> {
    const kept = problems.slice(0, Math.max(0, MAX_FINDINGS - this.findings));
    await stageFindings(client, this.batch, this.findings + 1, kept);
    for (const { level } of kept) this.levels[level]++;
    this.findings += problems.length;
  }

  /** Nothing of a reading that ended with a fault is still on its way when the next one begins. */
  async settle(): Promise<void> {
    await this.staged.catch(() => {});
  }

  private async finish(): Promise<void> {
    const empty = Object.keys(this.counts).length === 0 && this.findings === 0;
    const refusal = empty ? JSON.stringify([reason('import.file.noRows')]) : null;
    const { error, warning } = this.levels;
    await withActor(
      this.actor,
      (
        tx,
      ) => tx.$executeRaw`UPDATE import_batch SET status = ${empty ? 'refused' : 'previewed'}, refusal = ${refusal}::jsonb, read_at = anju_now(),
        counts = ${JSON.stringify(this.counts)}::jsonb, errors = ${error}::int, warnings = ${warning}::int,
        progress_done = progress_total, version = version + 1 WHERE id = ${this.batch.id}::uuid AND status = 'reading'`,
    );
  }
}

/** The job `import.read`. A file that can't be read ends it with an answer; a fault is thrown, so that the queue tries again. */
export async function readImport(job: Jobs['import.read']): Promise<void> {
  const { batchId } = job;
  const actor = await actorOfImport(job);
  const batch = await withActor(actor, (tx) => take(tx, actor, batchId));
  if (!batch) return;
  const task = await withActor(actor, (tx) => taskOf(tx, batch));
  // asked while the file is opened
  const known = knownOf(actor, batch.countyId);
  known.catch(() => {});
  const reading = new Reading(actor, batch, known);
  const store = fileStore();
  const { file, release } = await store.scratch();
  try {
    await pipeline(store.get(batch.storageKey), createWriteStream(file, { mode: 0o600 }));
    for await (const message of readInThread({ ...task, path: file })) await reading.take(message);
  } finally {
    await reading.settle();
    await release();
  }
}
