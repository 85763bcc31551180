import 'server-only';
import { PassThrough } from 'node:stream';
import { rightReasons } from '@/lib/domain/exports/rules';
import type { ExportFormat } from '@/lib/domain/exports/schema';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { record } from '@/lib/server/audit/record';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { fileStore, type Stored } from '@/lib/server/files/store';
import type { Jobs } from '@/lib/server/jobs/enqueue';
import { JobRefused, jobActor } from '@/lib/server/jobs/job-actor';
import { writeComplaintsList } from './complaints-list';
import { writeCompoundsList } from './compounds-list';
import { writeEntriesList } from './entries-list';
import { writeFindingsList, writeInspectionsList } from './inspections-list';
import { type KeptRequest, keptRequest } from './jobs';
import { boundTo, makeExportKey } from './keys';
import { writeNewsList } from './news-list';
import { writeProjectsList } from './projects-list';
import { sealing } from './sealed-file';
import { type Progress, writeSurvey } from './survey-export';

interface Job {
  id: string;
  countyId: string | null;
  unmasked: boolean;
  reason: string | null;
  kept: KeptRequest;
}

interface Made extends Stored {
  name: string;
  /** of the clear file */
  bytes: number;
  rows: number;
}

const MEDIA: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Takes the job up; null when there is nothing to do (made already, or not this account's). */
async function take(tx: Tx, accountId: string, id: string): Promise<Job | null> {
  const taken = await tx.exportJob.updateMany({
    where: { id, createdBy: accountId, status: { not: 'done' } },
    data: { status: 'running', progressDone: 0, failure: undefined, finishedAt: null },
  });
  if (taken.count === 0) return null;
  const { kind, query, ...row } = await tx.exportJob.findUniqueOrThrow({
    where: { id },
    select: { id: true, kind: true, countyId: true, unmasked: true, reason: true, query: true },
  });
  return { ...row, kept: keptRequest.parse({ ...(query as object), kind }) };
}

const EVERY_MS = 500;

/** Progress is written in transactions of its own, so that who waits sees it move. */
function progressOf(actor: Actor, id: string): Progress & { count: () => number } {
  let done = 0;
  let told = 0;
  return {
    count: () => done,
    expect: async (total) => {
      await withActor(actor, (tx) => tx.exportJob.update({ where: { id }, data: { progressTotal: total } }));
    },
    advance: async (count) => {
      done += count;
      if (Date.now() - told < EVERY_MS) return;
      told = Date.now();
      await withActor(actor, (tx) => tx.exportJob.update({ where: { id }, data: { progressDone: done } }));
    },
  };
}

function write(out: PassThrough, actor: Actor, { kept, countyId, unmasked }: Job, progress: Progress): Promise<string> {
  switch (kept.kind) {
    case 'compounds-list':
      return writeCompoundsList(out, actor, { kept, county: countyId }, progress);
    case 'projects-list':
      return writeProjectsList(out, actor, { kept, county: countyId }, progress);
    case 'fund-entries':
      return writeEntriesList(out, actor, { kept, county: countyId }, progress);
    case 'news-list':
      return writeNewsList(out, actor, { kept, county: countyId }, progress);
    case 'complaints-list':
      return writeComplaintsList(out, actor, { kept, county: countyId }, progress);
    case 'inspections-list':
      return writeInspectionsList(out, actor, { kept, county: countyId }, progress);
    case 'findings-list':
      return writeFindingsList(out, actor, { kept, county: countyId }, progress);
    default:
      return writeSurvey(
        out,
        actor,
        { countyId: countyId ?? '', unmasked, empty: kept.kind === 'survey-template' },
        progress,
      );
  }
}

/** The file is encrypted on its way to the store: nothing of it ever lies on the disk in clear. */
async function make(actor: Actor, job: Job, key: Buffer): Promise<Made> {
  const out = new PassThrough();
  let bytes = 0;
  const counted = async function* () {
    for await (const chunk of out) {
      bytes += (chunk as Buffer).byteLength;
      yield chunk as Buffer;
    }
  };
  const progress = progressOf(actor, job.id);
  const storing = fileStore().put(sealing(key, boundTo(job.id), counted()));
  const writing = write(out, actor, job, progress).catch((error: Error) => {
    out.destroy(error);
    throw error;
  });
  const [written, stored] = await Promise.allSettled([writing, storing]);
  if (written.status === 'rejected') throw written.reason;
  if (stored.status === 'rejected') throw stored.reason;
  return { ...stored.value, name: written.value, bytes, rows: progress.count() };
}

/** File, audit line and the end of the job in one transaction: nobody holds a file that is not on record. */
async function finish(tx: Tx, actor: Actor, job: Job, made: Made): Promise<void> {
  const file = await tx.storedFile.create({
    data: {
      prefectureId: actor.prefectureId,
      countyId: job.countyId,
      purpose: 'export',
      name: made.name,
      mediaType: MEDIA[job.kept.format],
      size: made.bytes,
      sha256: made.sha256,
      storageKey: made.key,
      uploadedBy: actor.accountId,
    },
    select: { id: true },
  });
  await record(tx, {
    action: job.unmasked ? 'export.unmasked' : 'export.make',
    entity: 'export_job',
    entityId: job.id,
    countyId: job.countyId,
    details: {
      kind: job.kept.kind,
      format: job.kept.format,
      file: made.name,
      rows: made.rows,
      query: job.kept.query ?? {},
    },
    reason: job.reason ?? undefined,
  });
  await tx.$executeRaw`UPDATE export_job SET status = 'done', file_id = ${file.id}::uuid, failure = NULL, finished_at = anju_now(),
    progress_done = ${made.rows}::int, progress_total = ${made.rows}::int WHERE id = ${job.id}::uuid`;
}

async function fail(actor: Actor, id: string, reasons: Reason[]): Promise<void> {
  await withActor(
    actor,
    (tx) => tx.$executeRaw`UPDATE export_job SET status = 'failed', failure = ${JSON.stringify(reasons)}::jsonb,
      finished_at = anju_now() WHERE id = ${id}::uuid AND status <> 'done'`,
    { action: 'export.fail' },
  );
}

/**
 * The job `export.make`: runs as the account that asked, as that account stands now. A right that was lost since then ends it with its
 * reasons and without another try; a fault is thrown, so that the queue tries again. A job that was done already stays done.
 */
export async function makeExport({ exportId, accountId }: Jobs['export.make']): Promise<void> {
  const actor = await jobActor(accountId, exportId);
  const job = await withActor(actor, (tx) => take(tx, accountId, exportId), { action: 'export.start' });
  if (!job) return;
  const lost = rightReasons(actor, { kind: job.kept.kind, county: job.countyId, unmasked: job.unmasked });
  if (lost.length > 0) return fail(actor, exportId, lost);
  const key = await withActor(actor, (tx) => makeExportKey(tx, actor, job), { action: 'export.start' });
  const made = await make(actor, job, key);
  const act = { action: 'export.finish', reason: job.reason ?? undefined };
  await withActor(actor, (tx) => finish(tx, actor, job, made), act);
}

/** After the last try. Of an account that may do nothing any more, the daily cleaning ends what waits. */
export async function failExport({ exportId, accountId }: Jobs['export.make']): Promise<void> {
  try {
    await fail(await jobActor(accountId, exportId), exportId, [reason('export.fault')]);
  } catch (thrown) {
    if (!(thrown instanceof JobRefused)) throw thrown;
  }
}
