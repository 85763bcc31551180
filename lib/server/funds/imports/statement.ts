import 'server-only';
import type { LineDecision, LinePart, StatementState } from '@/lib/domain/funds/imports/types';
import type { ItemPart } from '@/lib/domain/funds/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { FundingSource } from '@/lib/domain/rulebook/schema-funding';
import type { SheetFinding } from '@/lib/domain/votes/sheet';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import type { Writer } from '@/lib/server/db/with-writer';

/** The first wall: a county's own. */
export const statementScope = (actor: Actor): Prisma.Sql =>
  Prisma.sql`s.county_id = ANY(${[...actor.counties]}::uuid[])`;

export interface Statement {
  id: string;
  countyId: string;
  kind: 'bank' | 'ledger';
  fileName: string;
  storageKey: string;
  sheet: string;
  errors: number;
  findings: SheetFinding[];
  status: StatementState;
  version: number;
}

const HEAD = Prisma.sql`s.id, s.county_id AS "countyId", s.kind, s.file_name AS "fileName", f.storage_key AS "storageKey", s.sheet, s.errors, s.findings, s.status, s.version`;

export async function findStatement(reader: Reader, actor: Actor, id: string): Promise<Statement | null> {
  const [row] = await reader.$queryRaw<Statement[]>`
    SELECT ${HEAD} FROM bank_statement s JOIN stored_file f ON f.id = s.file_id WHERE s.id = ${id}::uuid AND ${statementScope(actor)}`;
  return row ?? null;
}

/** What somebody who was second is told of it. */
export const seenNow = ({ id, status, version }: Statement) => ({ id, status, version });

/** Imports of a county are read against the books and applied one after the other. */
export const holdCounty = (tx: Writer, countyId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${countyId}, 41))`;

/** Held: of two who decide or apply at once the second sees what the first did. */
export async function holdStatement(tx: Writer, actor: Actor, id: string): Promise<Statement | null> {
  const found = await findStatement(tx, actor, id);
  if (!found) return null;
  await holdCounty(tx, found.countyId);
  await tx.$queryRaw`SELECT 1 FROM bank_statement s WHERE s.id = ${id}::uuid FOR UPDATE`;
  return findStatement(tx, actor, id);
}

export interface StoredLine {
  id: string;
  rowNo: number;
  day: CalendarDate;
  amount: bigint;
  red: boolean;
  balance: bigint | null;
  counterparty: string | null;
  counterAccount: string | null;
  remark: string | null;
  serialNo: string | null;
  decision: LineDecision | null;
  entryId: string | null;
  orderId: string | null;
  projectId: string | null;
  source: FundingSource | null;
  kind: string;
  earmark: string;
  contractId: string | null;
  items: ItemPart[] | null;
  voucherNo: string | null;
  note: string | null;
  /** of a line that is split */
  parts: LinePart[] | null;
  /** 重复: another statement brought this line to the books already */
  known: { statementId: string; fileName: string; rowNo: number } | null;
  /** the entry that it became or confirmed was taken back */
  reversed: { id: string; voucherNo: string; day: string } | null;
}

type KeptItems = { item: string; amount: string }[] | null | undefined;
const itemsOf = (kept: KeptItems): ItemPart[] | null =>
  kept?.map(({ item, amount }) => ({ item, amount: BigInt(amount) })) ?? null;

/** A part that was kept before parts asked for payments names neither contract nor items. */
type KeptPart = Omit<LinePart, 'amount' | 'items' | 'contractId'> & {
  amount: string;
  items?: KeptItems;
  contractId?: string | null;
};

interface Row extends Omit<StoredLine, 'amount' | 'balance' | 'items' | 'kind' | 'earmark' | 'parts'> {
  parts: KeptPart[] | null;
  amount: string;
  balance: string | null;
  kind: string | null;
  earmark: string | null;
  items: KeptItems;
}

const partOf = ({ amount, items, contractId = null, ...part }: KeptPart): LinePart => ({
  ...{ ...part, contractId, items: itemsOf(items), amount: BigInt(amount) },
});

export async function linesOf(reader: Reader, statementId: string): Promise<StoredLine[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT l.id, l.row_no AS "rowNo", l.line_on::text AS day, l.amount::text AS amount, l.red, l.balance::text AS balance, l.counterparty, l.counter_account AS "counterAccount", l.remark,
      l.serial_no AS "serialNo", l.decision, l.entry_id AS "entryId", l.order_id AS "orderId", l.project_id AS "projectId", l.source, l.fund_kind AS kind, l.earmark,
      l.contract_id AS "contractId", l.items, l.voucher_no AS "voucherNo", l.note, l.parts,
      (SELECT json_build_object('statementId', s.id, 'fileName', s.file_name, 'rowNo', k.row_no) FROM bank_line k JOIN bank_statement s ON s.id = k.statement_id
        WHERE k.county_id = l.county_id AND k.fingerprint = l.fingerprint AND k.applied AND k.statement_id <> l.statement_id LIMIT 1) AS known,
      (SELECT json_build_object('id', r.id, 'voucherNo', r.voucher_no, 'day', r.entry_on) FROM ledger_entry r WHERE r.reverses_id IN (SELECT coalesce(x.entry, (SELECT o.entry_id FROM payment_order o WHERE o.id = x.ordered)) FROM (
        SELECT l.entry_id AS entry, l.order_id AS ordered UNION ALL SELECT (p ->> 'entryId')::uuid, (p ->> 'orderId')::uuid FROM jsonb_array_elements(l.parts) p) x)
        ORDER BY r.entry_on, r.id LIMIT 1) AS reversed
    FROM bank_line l WHERE l.statement_id = ${statementId}::uuid ORDER BY l.row_no`;
  return rows.map((row) => ({
    ...row,
    amount: BigInt(row.amount),
    balance: row.balance === null ? null : BigInt(row.balance),
    kind: row.kind ?? '',
    earmark: row.earmark ?? 'general',
    items: itemsOf(row.items),
    parts: row.parts?.map(partOf) ?? null,
  }));
}

/** Entries and requests that a line stands beside: its own, or its parts'. */
export const targetsOf = ({ entryId, orderId, parts }: Pick<StoredLine, 'entryId' | 'orderId' | 'parts'>): string[] =>
  [entryId, orderId, ...(parts ?? []).flatMap((part) => [part.entryId, part.orderId])].filter((id) => id !== null);
