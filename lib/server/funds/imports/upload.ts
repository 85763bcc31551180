import 'server-only';
import { createReadStream } from 'node:fs';
import { fieldOfReason } from '@/lib/domain/funds/imports/ledger-sheet';
import type { LedgerRow } from '@/lib/domain/funds/imports/types';
import { columnName } from '@/lib/domain/imports/cell-address';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { SheetFinding } from '@/lib/domain/votes/sheet';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, forbidden } from '@/lib/server/answer';
import { digestOfRequest, once } from '@/lib/server/api/idempotency';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { fileStore, type Stored } from '@/lib/server/files/store';
import { type SentSheet, takeSheet } from '@/lib/server/workbooks/sent-sheet';
import { tryLines } from './apply';
import { gridOfFunds, type ReadStatement, readGridOf, type SentGrid } from './read-sheet';
import { findStatement, holdCounty } from './statement';

export interface Taken {
  id: string;
  status: string;
  /** the very same file was sent before: this is what became of it */
  again: boolean;
}

export interface Sent extends SentGrid {
  actor: Actor;
  countyId: string;
  fileName: string;
  sha256: string;
  stored: Stored;
}

async function keepFile(tx: Tx, { actor, countyId, fileName, stored }: Sent): Promise<string> {
  const [file] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO stored_file (prefecture_id, county_id, purpose, name, media_type, size, sha256, storage_key, uploaded_by)
    VALUES (${actor.prefectureId}::uuid, ${countyId}::uuid, 'import', ${fileName}, 'application/octet-stream', ${stored.size}::int, ${stored.sha256}, ${stored.key}, ${actor.accountId}::uuid)
    RETURNING id`;
  return file?.id ?? '';
}

/** A ledger's row as a line: money that is paid has a minus, as at the bank. */
const lineOfLedger = ({ day, amount, items, kind, remark, counterparty, ...row }: LedgerRow) => ({
  ...row,
  ...{ day, kind, remark, counterparty, note: null, balance: null, counterAccount: null, serialNo: null, red: false },
  ...{ fingerprint: null, amount: String(items ? -amount : amount) },
  items: items?.map((part) => ({ item: part.item, amount: String(part.amount) })) ?? null,
});

function rowsOf(read: ReadStatement) {
  if (read.kind === 'ledger') return read.rows.map(lineOfLedger);
  return read.lines.map(({ amount, balance, ...line }) => ({
    ...line,
    ...{ amount: String(amount), balance: balance === null ? null : String(balance) },
  }));
}

async function keepRead(tx: Tx, sent: Sent, read: ReadStatement): Promise<string> {
  const { actor, countyId, fileName, sha256, sheet, head, rows } = sent;
  const lines = rowsOf(read);
  const days = lines.map(({ day }) => day).sort();
  const chain = read.kind === 'bank' ? read.chain : null;
  const sums = chain ?? { opening: null, closing: null, in: 0n, out: 0n };
  const fileId = await keepFile(tx, sent);
  const errors = read.findings.filter(({ level }) => level === 'error').length;
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO bank_statement (county_id, kind, file_id, file_name, sha256, sheet, header_row, account, period_from, period_to, opening, closing, sum_in, sum_out, findings, errors, created_by)
    VALUES (${countyId}::uuid, ${read.kind}, ${fileId}::uuid, ${fileName}, ${sha256}, ${sheet}, ${rows[head.header]?.rowNo ?? 1}::int, ${read.kind === 'bank' ? read.account : null},
      ${days[0] ?? null}::date, ${days.at(-1) ?? null}::date, ${sums.opening}::bigint, ${sums.closing}::bigint, ${sums.in}::bigint, ${sums.out}::bigint,
      ${JSON.stringify(read.findings)}::jsonb, ${errors}::int, ${actor.accountId}::uuid) RETURNING id`;
  const id = made?.id ?? '';
  await tx.$executeRaw`
    INSERT INTO bank_line (statement_id, county_id, row_no, line_on, amount, red, balance, counterparty, counter_account, remark, serial_no, fingerprint, decision, entry_id, order_id, project_id,
      source, fund_kind, earmark, contract_id, items, voucher_no, note)
    SELECT ${id}::uuid, ${countyId}::uuid, r."rowNo", r.day, r.amount, r.red, r.balance, r.counterparty, r."counterAccount", r.remark, r."serialNo", r.fingerprint, r.decision, r."entryId", r."orderId",
      r."projectId", r.source, r.kind, r.earmark, r."contractId", r.items, r."voucherNo", r.note
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS r ("rowNo" int, day date, amount bigint, red boolean, balance bigint, counterparty text, "counterAccount" text, remark text, "serialNo" text,
      fingerprint text, decision text, "entryId" uuid, "orderId" uuid, "projectId" uuid, source text, kind text, earmark text, "contractId" uuid, items jsonb, "voucherNo" text, note text)`;
  return id;
}

/** What the rules of posting would say to a ledger's rows today, at their cells: known before anybody confirms. */
async function foresee(tx: Tx, { actor, head }: Sent, id: string): Promise<void> {
  const statement = await findStatement(tx, actor, id);
  if (!statement || statement.errors > 0) return;
  const found = (await tryLines(tx, actor, statement)).flatMap(({ line, reasons }) =>
    reasons.map((one): SheetFinding => {
      const field = fieldOfReason((one.field ?? '').replace(/^rows\.\d+\./, ''));
      const at = head.columns[field];
      const cell = at === undefined ? null : `${columnName(at)}${line.rowNo}`;
      return { level: 'warning', rowNo: line.rowNo, cell, code: one.code, params: one.params ?? {} };
    }),
  );
  if (found.length > 0)
    await tx.$executeRaw`UPDATE bank_statement SET findings = findings || ${JSON.stringify(found)}::jsonb WHERE id = ${id}::uuid`;
}

/** What was read of a file, against the books as they stand; nothing is written to them yet. */
export async function take(tx: Tx, sent: Sent): Promise<Answer<Taken>> {
  await holdCounty(tx, sent.countyId);
  const [before] = await tx.$queryRaw<{ id: string; status: string }[]>`
    SELECT id, status FROM bank_statement WHERE county_id = ${sent.countyId}::uuid AND sha256 = ${sent.sha256} AND status <> 'cancelled'`;
  if (before) return done({ ...before, again: true }, { status: 200 });
  const [now] = await tx.$queryRaw<{ today: CalendarDate }[]>`SELECT anju_today()::text AS today`;
  if (!now) throw new Error('the database tells no day');
  const read = await readGridOf(tx, sent.countyId, sent, now.today);
  const id = await keepRead(tx, sent, read);
  if (read.kind === 'ledger') await foresee(tx, sent, id);
  return created({ id, status: 'draft', again: false });
}

async function keep(actor: Actor, sent: SentSheet, idempotencyKey: string | null): Promise<Answer<unknown>> {
  const { countyId } = actor;
  if (countyId === null) return forbidden();
  const grid = await gridOfFunds(sent);
  if (!grid.ok) return grid;
  const stored = await fileStore().put(createReadStream(sent.file));
  const { fileName, sha256 } = sent;
  const all = { ...grid.value, actor, countyId, fileName, sha256, stored };
  return withActor(
    actor,
    (tx) =>
      idempotencyKey
        ? once(
            tx,
            actor,
            idempotencyKey,
            digestOfRequest('POST', '/api/v1/funds/imports', `${fileName} ${sha256}`),
            () => take(tx, all),
          )
        : take(tx, all),
    { action: 'fundImport.upload' },
  );
}

/** A bank statement or a ledger on its way in: read in the reading thread, kept with what every cell says, and nothing written to the books. */
export async function uploadStatement(
  actor: Actor,
  request: Request,
  idempotencyKey: string | null,
): Promise<Answer<unknown>> {
  const sent = await takeSheet(request);
  if (!sent.ok) return sent;
  try {
    return await keep(actor, sent.value, idempotencyKey);
  } finally {
    await sent.value.release();
  }
}
