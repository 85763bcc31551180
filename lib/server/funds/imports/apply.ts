import 'server-only';
import { againstApplying, againstChange } from '@/lib/domain/funds/imports/decisions';
import type { StatementState } from '@/lib/domain/funds/imports/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import type { Writer } from '@/lib/server/db/with-writer';
import { type LineResult, partsAsLines, postLines } from './post-lines';
import { holdStatement, linesOf, type Statement, type StoredLine, seenNow } from './statement';

export interface Applied {
  id: string;
  status: StatementState;
  version: number;
  /** 到位、下达、分配 written, payments asked for, entries confirmed, left aside, known from another statement */
  counts: { written: number; asked: number; confirmed: number; outside: number; known: number };
}

interface AsSeen {
  id: string;
  version: number;
}

/** What is for the books to hear of: of a ledger what is there already is left alone. */
const toPost = (statement: Statement, lines: readonly StoredLine[]): StoredLine[] =>
  lines.filter(
    ({ known, decision }) => !known && !(statement.kind === 'ledger' && (decision === 'entry' || decision === 'order')),
  );

function countsOf(lines: readonly StoredLine[]): Applied['counts'] {
  const fresh = lines.filter(({ known }) => !known).flatMap(partsAsLines);
  const of = (...decisions: StoredLine['decision'][]) =>
    fresh.filter(({ decision }) => decisions.includes(decision)).length;
  return {
    ...{ written: of('receipt', 'allocation', 'assignment'), asked: of('payment'), confirmed: of('entry', 'order') },
    ...{ outside: of('outside'), known: lines.filter(({ known }) => known).length },
  };
}

async function keep(tx: Writer, actor: Actor, statement: Statement, results: readonly LineResult[]): Promise<void> {
  const rows = results.map(({ line: { id, part, decision }, entryId, orderId }) => ({
    id,
    part,
    decision,
    entryId,
    orderId,
  }));
  const booked = JSON.stringify(rows);
  await tx.$executeRaw`
    UPDATE bank_line l SET applied = true, entry_id = r."entryId", order_id = r."orderId"
    FROM jsonb_to_recordset(${booked}::jsonb) AS r (id uuid, part int, "entryId" uuid, "orderId" uuid) WHERE l.id = r.id AND r.part = 0`;
  await tx.$executeRaw`
    UPDATE bank_line l SET applied = true, parts = (SELECT jsonb_agg(p.said || jsonb_build_object('entryId', r."entryId", 'orderId', r."orderId") ORDER BY p.no)
      FROM jsonb_array_elements(l.parts) WITH ORDINALITY p(said, no) JOIN jsonb_to_recordset(${booked}::jsonb) AS r (id uuid, part int, "entryId" uuid, "orderId" uuid) ON r.id = l.id AND r.part = p.no)
    WHERE l.statement_id = ${statement.id}::uuid AND l.id IN (SELECT r.id FROM jsonb_to_recordset(${booked}::jsonb) AS r (id uuid, part int) WHERE r.part > 0)`;
  if (statement.kind === 'bank')
    await tx.$executeRaw`
      INSERT INTO bank_match (line_id, part, county_id, entry_id, order_id, matched_by)
      SELECT r.id, r.part, ${statement.countyId}::uuid, r."entryId", CASE WHEN r."entryId" IS NULL THEN r."orderId" END, ${actor.accountId}::uuid
      FROM jsonb_to_recordset(${booked}::jsonb) AS r (id uuid, part int, decision text, "entryId" uuid, "orderId" uuid) WHERE r.decision <> 'outside'`;
}

const settle = (tx: Writer, actor: Actor, { id }: Statement, status: StatementState) =>
  tx.$executeRaw`
    UPDATE bank_statement SET status = ${status}, decided_by = ${actor.accountId}::uuid, decided_at = anju_now(), version = version + 1 WHERE id = ${id}::uuid`;

/** All of it or nothing: receipts are written, payments are asked for and wait for a second person, what the books hold is confirmed. */
export async function applyStatement(tx: Writer, actor: Actor, { id, version }: AsSeen): Promise<Answer<Applied>> {
  const statement = await holdStatement(tx, actor, id);
  if (!statement) return notFound();
  const { status, errors } = statement;
  if (status === 'draft' && statement.version !== version)
    return conflict(seenNow(statement), { version }, statement.version);
  const lines = await linesOf(tx, id);
  const undecided = lines.filter(({ known, decision }) => !known && decision === null).length;
  const against = againstApplying({ status, errors, undecided });
  if (against.length > 0) return refused(against);
  const results = await postLines(tx, actor, statement.countyId, toPost(statement, lines));
  const reasons = results.flatMap((one) => one.reasons);
  if (reasons.length > 0) return refused(reasons);
  await keep(tx, actor, statement, results);
  await settle(tx, actor, statement, 'applied');
  return done({ id, status: 'applied', version: version + 1, counts: countsOf(lines) }, { version: version + 1 });
}

/** What the rules would say to every line as it is decided now; whatever was written for that is taken back at once. */
export async function tryLines(tx: Writer, actor: Actor, statement: Statement): Promise<LineResult[]> {
  const lines = toPost(statement, await linesOf(tx, statement.id)).filter(({ decision }) => decision !== null);
  await tx.$executeRaw`SAVEPOINT tried`;
  const results = await postLines(tx, actor, statement.countyId, lines);
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT tried`;
  return results;
}

/** Nothing of it is written; the file can be sent again. */
export async function cancelStatement(
  tx: Writer,
  actor: Actor,
  { id, version }: AsSeen,
): Promise<Answer<Omit<Applied, 'counts'>>> {
  const statement = await holdStatement(tx, actor, id);
  if (!statement) return notFound();
  const against = againstChange(statement.status);
  if (against.length > 0) return refused(against);
  if (statement.version !== version) return conflict(seenNow(statement), { version }, statement.version);
  await settle(tx, actor, statement, 'cancelled');
  return done({ id, status: 'cancelled', version: version + 1 }, { version: version + 1 });
}
