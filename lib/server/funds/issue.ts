import 'server-only';
import type { BatchDetail } from '@/lib/domain/funds/batch-answers';
import { issueReasons, potOfLine, voucherOf } from '@/lib/domain/funds/batches';
import type { ReverseInput } from '@/lib/domain/funds/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import type { Writer } from '@/lib/server/db/with-writer';
import { batchFacts, type HeldBatch, holdBatch, linesWithProjects } from './batch-facts';
import { batchDetail } from './batch-rows';
import { type Posted, reverse, writeEntry } from './post';

interface Line {
  id: string;
  countyId: string;
  projectId: string | null;
  reward: boolean;
  amount: bigint;
  note: string | null;
}

/** In one order, the one in which they are numbered in the books. */
async function linesToIssue(tx: Writer, batchId: string): Promise<Line[]> {
  const rows = await tx.$queryRaw<(Omit<Line, 'amount'> & { amount: string })[]>`
    SELECT l.id, l.county_id AS "countyId", l.project_id AS "projectId", l.reward, l.amount::text AS amount, l.note FROM fund_batch_line l JOIN unit u ON u.id = l.county_id
    LEFT JOIN project p ON p.id = l.project_id WHERE l.batch_id = ${batchId}::uuid AND l.retired_at IS NULL ORDER BY u.sort_order, u.code, l.reward, p.code NULLS FIRST, l.id`;
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** One batch after another: a document with several of them numbers its lines through. */
async function numberedBefore(tx: Writer, actor: Actor, documentNo: string): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${actor.prefectureId}, 61))`;
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ledger_entry e JOIN fund_batch_line l ON l.id = e.batch_line_id JOIN fund_batch b ON b.id = l.batch_id
    WHERE b.prefecture_id = ${actor.prefectureId}::uuid AND b.document_no = ${documentNo}`;
  return row?.count ?? 0;
}

/** Numbers that a county's books, or a request that waits there, already have. */
async function usedOf(tx: Writer, vouchers: readonly { countyId: string; voucherNo: string }[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ voucherNo: string }[]>`
    SELECT g."voucherNo" FROM jsonb_to_recordset(${JSON.stringify(vouchers)}::jsonb) AS g("countyId" uuid, "voucherNo" text)
    WHERE EXISTS (SELECT 1 FROM ledger_entry e WHERE e.county_id = g."countyId" AND e.voucher_no = g."voucherNo")
      OR EXISTS (SELECT 1 FROM payment_order o WHERE o.county_id = g."countyId" AND o.voucher_no = g."voucherNo" AND o.status = 'submitted')`;
  return rows.map(({ voucherNo }) => voucherNo);
}

/** Projects in one order, so that two who hold several wait for each other and never block. */
const holdProjects = (tx: Writer, ids: readonly string[]) =>
  tx.$queryRaw`SELECT 1 FROM project WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;

async function writeAll(tx: Writer, actor: Actor, batch: HeldBatch, lines: readonly (Line & { voucherNo: string })[]) {
  const { source, kind, earmark, yearId, documentOn, title } = batch;
  for (const { id, countyId, projectId, reward, amount, note, voucherNo } of lines)
    await writeEntry(
      tx,
      { countyId, yearId },
      {
        ...potOfLine({ source, kind, earmark }, reward),
        ...{ movement: 'allocated', projectId, amount, entryOn: documentOn, voucherNo, batchLineId: id },
        ...{ note: note ?? title, createdBy: actor.accountId },
      },
    );
}

/** 下达: every line becomes an entry of the books, or none does. Who comes second is told that it was issued. */
export async function issueBatch(
  tx: Writer,
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<Answer<BatchDetail>> {
  const batch = await holdBatch(tx, actor, id);
  if (!batch) return notFound();
  if (batch.status === 'draft' && batch.version !== version)
    return conflict(await batchDetail(tx, actor, id), { version }, batch.version);
  const before = await numberedBefore(tx, actor, batch.documentNo);
  const lines = (await linesToIssue(tx, id)).map((line, at) => ({
    ...line,
    voucherNo: voucherOf(batch.documentNo, before, at),
  }));
  await holdProjects(
    tx,
    lines.flatMap(({ projectId }) => projectId ?? []),
  );
  const known = await linesWithProjects(tx, actor, lines);
  if (!known) return notFound();
  const vouchers = lines.map(({ countyId, voucherNo }) => ({ countyId, voucherNo }));
  const asked = { yearId: batch.yearId, usedVouchers: batch.status === 'draft' ? await usedOf(tx, vouchers) : [] };
  const reasons = issueReasons(await batchFacts(tx, actor, batch), known, asked);
  if (reasons.length > 0) return refused(reasons);
  await writeAll(tx, actor, batch, lines);
  await tx.$executeRaw`
    UPDATE fund_batch SET status = 'issued', issued_by = ${actor.accountId}::uuid, issued_at = anju_now(), version = version + 1 WHERE id = ${id}::uuid`;
  const issued = await batchDetail(tx, actor, id);
  return issued ? done(issued, { version: issued.version }) : notFound();
}

/** One line of what was issued is taken back, as every entry is: by a second one, while the money is still there. */
export async function reverseLine(
  tx: Writer,
  actor: Actor,
  { id, lineId }: { id: string; lineId: string },
  input: ReverseInput,
): Promise<Answer<Posted>> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM ledger_entry e JOIN fund_batch_line l ON l.id = e.batch_line_id JOIN fund_batch b ON b.id = l.batch_id
    WHERE l.id = ${lineId}::uuid AND b.id = ${id}::uuid AND b.prefecture_id = ${actor.prefectureId}::uuid`;
  return row ? reverse(tx, actor, row.id, input) : notFound();
}
