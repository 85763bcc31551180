import 'server-only';
import type { BatchDetail, SuggestAnswer } from '@/lib/domain/funds/batch-answers';
import type { BatchChange, BatchCreate, LinesInput, SuggestInput } from '@/lib/domain/funds/batch-schema';
import { againstChanging, documentReasons, lineReasons } from '@/lib/domain/funds/batches';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney } from '@/lib/domain/kernel/money';
import { portionsOf } from '@/lib/domain/kernel/portions';
import type { Actor } from '@/lib/server/actor';
import { attached, todayOf, yearOf, yearUnknown } from '@/lib/server/annual/year';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { batchFacts, type HeldBatch, holdBatch, linesWithProjects } from './batch-facts';
import { batchDetail } from './batch-rows';
import { gapsOf, withoutPot } from './gaps';

/** The file of the document, where one was named; null: it is not there. */
async function fileOf(
  tx: Tx,
  fileId: string | null | undefined,
): Promise<{ id: string | null; sha: string | null } | null> {
  if (!fileId) return { id: null, sha: null };
  const file = await attached(tx, fileId);
  return file && { id: fileId, sha: file.sha256 };
}

async function answered(tx: Tx, actor: Actor, id: string, isNew = false): Promise<Answer<BatchDetail>> {
  const saved = await batchDetail(tx, actor, id);
  if (!saved) return notFound();
  return isNew ? created(saved, { version: saved.version }) : done(saved, { version: saved.version });
}

/** 编制资金下达批次: a document, mostly before it says who gets what. */
export async function createBatch(tx: Tx, actor: Actor, input: BatchCreate): Promise<Answer<BatchDetail>> {
  const year = await yearOf(tx, actor, input.year);
  if (!year) return refused(yearUnknown(input.year));
  const file = await fileOf(tx, input.fileId);
  if (!file) return notFound();
  const today = (await todayOf(tx)) as CalendarDate;
  const draft = { ...input, id: null, status: 'draft' as const, today, rulebook: year.rulebook };
  const known = await linesWithProjects(tx, actor, input.lines);
  if (!known) return notFound();
  const reasons = [...documentReasons(await batchFacts(tx, actor, draft)), ...lineReasons(known, year.id)];
  if (reasons.length > 0) return refused(reasons);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO fund_batch (prefecture_id, programme_year_id, document_no, document_on, title, source, fund_kind, earmark, total, file_id, file_sha256, created_by)
    VALUES (${actor.prefectureId}::uuid, ${year.id}::uuid, ${input.documentNo}, ${input.documentOn}::date, ${input.title}, ${input.source}, ${input.kind}, ${input.earmark},
      ${input.total}::bigint, ${file.id}::uuid, ${file.sha}, ${actor.accountId}::uuid)
    ON CONFLICT (prefecture_id, document_no, source, fund_kind, earmark) WHERE status <> 'discarded' DO NOTHING RETURNING id`;
  // somebody entered the same document in this moment
  if (!row) return refused(documentReasons({ ...(await batchFacts(tx, actor, draft)), documentUsed: true }));
  await putLines(tx, actor, row.id, input.lines);
  return answered(tx, actor, row.id, true);
}

interface Which {
  id: string;
  version: number;
}

/** A draft behind its lock, as the person saw it. */
async function heldDraft(tx: Tx, actor: Actor, { id, version }: Which, sent: unknown): Promise<Answer<HeldBatch>> {
  const batch = await holdBatch(tx, actor, id);
  if (!batch) return notFound();
  if (batch.version !== version) return conflict(await batchDetail(tx, actor, id), sent, batch.version);
  const reasons = againstChanging(batch);
  return reasons.length > 0 ? refused(reasons) : done(batch);
}

export async function changeBatch(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: BatchChange,
): Promise<Answer<BatchDetail>> {
  const { total, ...plain } = input;
  const held = await heldDraft(tx, actor, which, { ...plain, ...(total ? { total: formatMoney(total) } : {}) });
  if (!held.ok) return held;
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const next: HeldBatch = { ...held.value, ...given };
  const kept = { id: held.value.fileId, sha: held.value.fileSha256 };
  const file = input.fileId === undefined ? kept : await fileOf(tx, input.fileId);
  if (!file) return notFound();
  const reasons = documentReasons(await batchFacts(tx, actor, next));
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE fund_batch SET document_no = ${next.documentNo}, document_on = ${next.documentOn}::date, title = ${next.title}, source = ${next.source}, fund_kind = ${next.kind},
      earmark = ${next.earmark}, total = ${next.total}::bigint, file_id = ${file.id}::uuid, file_sha256 = ${file.sha}, version = version + 1 WHERE id = ${which.id}::uuid`;
  return answered(tx, actor, which.id);
}

/** 作废: a draft that nobody wants. It stays in the audit, gives its document's number free, and is not there any more. */
export async function discardBatch(tx: Tx, actor: Actor, which: Which): Promise<Answer<{ id: string }>> {
  const held = await heldDraft(tx, actor, which, { version: which.version });
  if (!held.ok) return held;
  await tx.$executeRaw`UPDATE fund_batch SET status = 'discarded', version = version + 1 WHERE id = ${which.id}::uuid`;
  return done({ id: which.id });
}

/** The lines that a batch has from now on: what stays keeps its row. */
async function putLines(tx: Tx, actor: Actor, id: string, lines: LinesInput['lines']): Promise<void> {
  const given = lines.map(({ countyId, projectId, reward, amount, note }) => ({
    ...{ countyId, projectId, reward, amount: String(amount), note: note ?? null },
  }));
  await tx.$executeRaw`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g("countyId" uuid, "projectId" uuid, reward boolean, amount bigint, note text)),
      kept AS (UPDATE fund_batch_line l SET amount = g.amount, note = g.note, version = l.version + 1 FROM given g
        WHERE l.batch_id = ${id}::uuid AND l.retired_at IS NULL AND l.county_id = g."countyId" AND l.project_id IS NOT DISTINCT FROM g."projectId" AND l.reward = g.reward
          AND (l.amount <> g.amount OR l.note IS DISTINCT FROM g.note)),
      gone AS (UPDATE fund_batch_line l SET retired_at = anju_now(), version = l.version + 1 WHERE l.batch_id = ${id}::uuid AND l.retired_at IS NULL AND NOT EXISTS
        (SELECT 1 FROM given g WHERE l.county_id = g."countyId" AND l.project_id IS NOT DISTINCT FROM g."projectId" AND l.reward = g.reward))
    INSERT INTO fund_batch_line (batch_id, county_id, project_id, reward, amount, note, created_by)
    SELECT ${id}::uuid, g."countyId", g."projectId", g.reward, g.amount, g.note, ${actor.accountId}::uuid FROM given g WHERE NOT EXISTS
      (SELECT 1 FROM fund_batch_line l WHERE l.batch_id = ${id}::uuid AND l.retired_at IS NULL AND l.county_id = g."countyId" AND l.project_id IS NOT DISTINCT FROM g."projectId"
        AND l.reward = g.reward)`;
}

/** All lines as one set: what is not named is taken out, what stays keeps its place. Whether they make the total is asked when it is issued. */
export async function writeLines(
  tx: Tx,
  actor: Actor,
  which: Which,
  { lines }: LinesInput,
): Promise<Answer<BatchDetail>> {
  const sent = { lines: lines.map((line) => ({ ...line, amount: formatMoney(line.amount) })) };
  const held = await heldDraft(tx, actor, which, sent);
  if (!held.ok) return held;
  const known = await linesWithProjects(tx, actor, lines);
  if (!known) return notFound();
  const reasons = lineReasons(known, held.value.yearId);
  if (reasons.length > 0) return refused(reasons);
  await putLines(tx, actor, which.id, lines);
  await tx.$executeRaw`UPDATE fund_batch SET version = version + 1 WHERE id = ${which.id}::uuid`;
  return answered(tx, actor, which.id);
}

/** 按计划测算: over the projects of the year's confirmed plan, in proportion to what their plans name and has not been allocated. Nothing is written. */
export async function suggestLines(
  tx: Tx,
  actor: Actor,
  id: string,
  { amount }: SuggestInput,
): Promise<Answer<SuggestAnswer>> {
  const batch = await holdBatch(tx, actor, id);
  if (!batch) return notFound();
  const reasons = againstChanging(batch);
  if (reasons.length > 0) return refused(reasons);
  const rows = await gapsOf(tx, actor, { yearId: batch.yearId, pots: [batch] });
  const planned = rows.filter(({ inPlan }) => inPlan);
  const gaps = planned.map(({ id: project, gap }) => ({ id: project, gap: parseHundredths(gap) ?? 0n }));
  const { parts, left } = portionsOf(amount ?? batch.total, gaps);
  const items = planned.flatMap((row) => {
    const part = parts.get(row.id);
    return part ? [{ ...withoutPot(row), amount: formatMoney(part) }] : [];
  });
  return done({ items, left: formatMoney(left), planned: planned.length > 0 });
}
