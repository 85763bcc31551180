import 'server-only';
import type { PoolMoney } from '@/lib/domain/funds/imports/hints';
import type { LedgerFacts, LedgerProject } from '@/lib/domain/funds/imports/ledger-sheet';
import type { Booked, Expected, MatchFacts, Payable } from '@/lib/domain/funds/imports/matching';
import type { KnownVoucher } from '@/lib/domain/funds/imports/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { companyName } from '@/lib/server/projects/rows';
import { ASKED_OF_CONTRACT } from '../facts';

const WEEK = 7;

/** A line of the bank that was applied stands beside it, as an entry or as the request that it came from. */
const isFree = (entry: string) =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM bank_match m WHERE m.entry_id = ${Prisma.raw(entry)}.id OR m.order_id = (SELECT w.id FROM payment_order w WHERE w.entry_id = ${Prisma.raw(entry)}.id))
    AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = ${Prisma.raw(entry)}.id)`;
const ORDER_IS_FREE = Prisma.sql`o.status = 'submitted' AND o.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM bank_match m WHERE m.order_id = o.id)`;

interface BookedRow extends Omit<Booked, 'amount'> {
  amount: string;
}
const booked = (rows: BookedRow[]): Booked[] => rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));

/** Entries that move money at the bank or take such a movement back, and payments asked for, that no line stands beside; those of a period, or those that are named. */
export async function bookedOf(
  reader: Reader,
  countyId: string,
  which: { from: CalendarDate; to: CalendarDate } | { ids: readonly string[] },
): Promise<Booked[]> {
  const entries =
    'ids' in which
      ? Prisma.sql`e.id = ANY(${[...which.ids]}::uuid[])`
      : Prisma.sql`e.entry_on BETWEEN ${which.from}::date - ${WEEK}::int AND ${which.to}::date + ${WEEK}::int`;
  const orders =
    'ids' in which
      ? Prisma.sql`o.id = ANY(${[...which.ids]}::uuid[])`
      : Prisma.sql`o.pay_on BETWEEN ${which.from}::date - ${WEEK}::int AND ${which.to}::date + ${WEEK}::int`;
  return booked(
    await reader.$queryRaw<BookedRow[]>`
      SELECT 'entry' AS type, e.id, CASE e.kind WHEN 'received' THEN 'in' ELSE 'out' END AS direction, e.amount::text AS amount, e.entry_on::text AS day, e.voucher_no AS "voucherNo", e.counterparty,
        (SELECT p.name FROM project p WHERE p.id = e.project_id) AS project, false AS reverses
        FROM ledger_entry e WHERE e.county_id = ${countyId}::uuid AND e.kind IN ('received', 'paid') AND ${entries} AND ${isFree('e')}
      UNION ALL SELECT 'entry', e.id, CASE w.kind WHEN 'received' THEN 'out' ELSE 'in' END, e.amount::text, e.entry_on::text, e.voucher_no, coalesce(e.counterparty, w.counterparty),
        (SELECT p.name FROM project p WHERE p.id = e.project_id), true
        FROM ledger_entry e JOIN ledger_entry w ON w.id = e.reverses_id AND w.kind IN ('received', 'paid') WHERE e.county_id = ${countyId}::uuid AND e.kind = 'reversed' AND ${entries} AND ${isFree('e')}
      UNION ALL SELECT 'order', o.id, 'out', o.amount::text, o.pay_on::text, o.voucher_no, o.payee, (SELECT p.name FROM project p WHERE p.id = o.project_id), false FROM payment_order o
        WHERE o.county_id = ${countyId}::uuid AND ${orders} AND ${ORDER_IS_FREE}`,
  );
}

/** 下达未到位, with whom funding plan and allocations name as payers. */
async function expectedOf(reader: Reader, countyId: string): Promise<Expected[]> {
  const rows = await reader.$queryRaw<(Omit<Expected, 'outstanding'> & { outstanding: string })[]>`
    SELECT a.project_id AS "projectId", p.name AS "projectName", p.code AS "projectCode", a.source, a.fund_kind AS kind, a.earmark, a.balance::text AS outstanding,
      coalesce((SELECT json_agg(DISTINCT n.payer) FROM (
        SELECT f.payer FROM funding_line f WHERE f.project_id = a.project_id AND f.source = a.source AND f.retired_at IS NULL AND f.payer IS NOT NULL
        UNION SELECT e.counterparty FROM ledger_entry e WHERE e.project_id = a.project_id AND e.source = a.source AND e.kind IN ('allocated', 'received') AND e.counterparty IS NOT NULL) n), '[]') AS payers
    FROM ledger_account a JOIN project p ON p.id = a.project_id WHERE a.county_id = ${countyId}::uuid AND a.class = 'receivable' AND a.balance > 0 AND p.status <> 'withdrawn'`;
  return rows.map((row) => ({ ...row, outstanding: BigInt(row.outstanding) }));
}

async function payableOf(reader: Reader, countyId: string): Promise<Payable[]> {
  const rows = await reader.$queryRaw<(Omit<Payable, 'left'> & { left: string })[]>`
    SELECT * FROM (SELECT k.id AS "contractId", k.no AS "contractNo", k.project_id AS "projectId", ${companyName('k.company_id')} AS company,
      (k.amount - coalesce(c.paid, 0) - asked.sum)::text AS left
      FROM contract k JOIN project p ON p.id = k.project_id LEFT JOIN company o ON o.id = k.company_id LEFT JOIN contract_paid c ON c.contract_id = k.id ${ASKED_OF_CONTRACT}
      WHERE k.county_id = ${countyId}::uuid AND k.status = 'active' AND p.status = 'active') found WHERE "left"::bigint > 0`;
  return rows.map((row) => ({ ...row, left: BigInt(row.left) }));
}

/** 县市待分配: what the county holds that no project has yet, with the documents that gave it. */
export async function poolsOf(reader: Reader, countyId: string): Promise<PoolMoney[]> {
  const rows = await reader.$queryRaw<(Omit<PoolMoney, 'there'> & { there: string })[]>`
    SELECT a.source, a.fund_kind AS kind, a.earmark, sum(a.balance)::text AS there, coalesce((SELECT json_agg(DISTINCT b.document_no) FROM ledger_entry e JOIN fund_batch_line l ON l.id = e.batch_line_id
      JOIN fund_batch b ON b.id = l.batch_id WHERE e.county_id = ${countyId}::uuid AND e.project_id IS NULL AND e.source = a.source AND e.fund_kind = a.fund_kind AND e.earmark = a.earmark), '[]') AS documents
    FROM ledger_account a WHERE a.county_id = ${countyId}::uuid AND a.project_id IS NULL AND a.class = 'pool' GROUP BY 1, 2, 3 HAVING sum(a.balance) > 0 ORDER BY 1, 2, 3`;
  return rows.map((row) => ({ ...row, there: BigInt(row.there) }));
}

export async function matchFacts(
  reader: Reader,
  countyId: string,
  period: { from: CalendarDate; to: CalendarDate },
): Promise<MatchFacts> {
  const [{ rulebook }, known, expected, payable] = await Promise.all([
    rulebookInForce(reader),
    bookedOf(reader, countyId, period),
    expectedOf(reader, countyId),
    payableOf(reader, countyId),
  ]);
  return { booked: known, expected, payable, fiscal: new Set(ledgerRulesOf(rulebook).fiscal) };
}

/** What a ledger sheet is read against: the county's projects with their contracts, and what its numbers stand for in the books. */
export async function ledgerFacts(reader: Reader, countyId: string, vouchers: readonly string[]): Promise<LedgerFacts> {
  const [{ rulebook }, projects, known, [now]] = await Promise.all([
    rulebookInForce(reader),
    reader.$queryRaw<LedgerProject[]>`
      SELECT p.id, p.code, p.name, coalesce((SELECT json_agg(json_build_object('id', k.id, 'no', k.no, 'company', ${companyName('k.company_id')}))
        FROM contract k LEFT JOIN company o ON o.id = k.company_id WHERE k.project_id = p.id), '[]') AS contracts
      FROM project p WHERE p.county_id = ${countyId}::uuid`,
    reader.$queryRaw<(Omit<KnownVoucher, 'amount'> & { voucherNo: string; amount: string })[]>`
      SELECT e.id AS "entryId", NULL AS "orderId", e.voucher_no AS "voucherNo", e.kind AS movement, e.amount::text AS amount, e.source, e.fund_kind AS kind, e.earmark, e.project_id AS "projectId"
        FROM ledger_entry e WHERE e.county_id = ${countyId}::uuid AND e.voucher_no = ANY(${[...vouchers]}::text[])
      UNION ALL SELECT NULL, o.id, o.voucher_no, 'paid', o.amount::text, o.source, o.fund_kind, o.earmark, o.project_id
        FROM payment_order o WHERE o.county_id = ${countyId}::uuid AND o.status = 'submitted' AND o.reverses_id IS NULL AND o.voucher_no = ANY(${[...vouchers]}::text[])`,
    reader.$queryRaw<{ today: CalendarDate }[]>`SELECT anju_today()::text AS today`,
  ]);
  if (!now) throw new Error('the database tells no day');
  return {
    ...{ today: now.today, rulebook, projects },
    vouchers: new Map(known.map(({ voucherNo, amount, ...one }) => [voucherNo, { ...one, amount: BigInt(amount) }])),
  };
}
