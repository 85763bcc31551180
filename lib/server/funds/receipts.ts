import 'server-only';
import type { Receipt } from '@/lib/domain/funds/idle';
import type { Reversible } from '@/lib/domain/funds/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { Prisma } from '@/lib/server/db/sql';

/** Accounts of this class, and which movements bring their money. */
export interface Into {
  class: 'pool' | 'cash' | 'receivable';
  kinds: readonly Reversible[];
}
export const INTO_POOL: Into = { class: 'pool', kinds: ['allocated'] };
export const INTO_CASH: Into = { class: 'cash', kinds: ['received'] };
export const INTO_RECEIVABLE: Into = { class: 'receivable', kinds: ['allocated', 'assigned'] };

/** As the database hands it over. */
export interface Brought {
  on: CalendarDate;
  amount: string;
}
export const receiptsOf = (rows: readonly Brought[]): Receipt[] =>
  rows.map(({ on, amount }) => ({ on, amount: BigInt(amount) }));

/** Entry e brought money, of a project or to a county's pool, and was not taken back; few entries are reversals, so those are looked through, not all. */
const brought = (into: Into) => Prisma.sql`e.kind = ANY(${[...into.kinds]}::text[])
  AND ${into.class === 'pool' ? Prisma.sql`e.project_id IS NULL` : Prisma.sql`e.project_id IS NOT NULL`}
  AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id IS NOT NULL AND r.reverses_id = e.id)`;

/** Account a is the one that e, an entry or a pot of entries, moved. */
const itsAccount = (into: Into) => Prisma.sql`a.county_id = e.county_id
  AND ${into.class === 'pool' ? Prisma.sql`a.project_id IS NULL` : Prisma.sql`a.project_id = e.project_id`}
  AND a.programme_year_id = e.programme_year_id AND a.source = e.source AND a.fund_kind = e.fund_kind AND a.earmark = e.earmark AND a.class = ${into.class}`;

/**
 * What came into such accounts since then: id, amount. Begun from the entries of those days, pot by pot, each of which finds its account by the key
 * (OFFSET 0 says so): what has lain for longer is not looked at again.
 */
export const cameSince = (into: Into, counties: Prisma.Sql, since: Prisma.Sql) => Prisma.sql`
  SELECT a.id, e.amount FROM (
    SELECT e.county_id, e.project_id, e.programme_year_id, e.source, e.fund_kind, e.earmark, sum(e.amount)::bigint AS amount FROM ledger_entry e
    WHERE e.county_id ${counties} AND e.entry_on > ${since} AND ${brought(into)} GROUP BY 1, 2, 3, 4, 5, 6) e
  CROSS JOIN LATERAL (SELECT a.id FROM ledger_account a WHERE ${itsAccount(into)} OFFSET 0) a`;

/** Of the accounts that the table `of` names: id, and all that came in, as waitingOf() reads it. */
export const cameInto = (into: Into, of: string) => Prisma.sql`
  SELECT a.id, json_agg(json_build_object('on', e.entry_on, 'amount', e.amount::text)) AS receipts
  FROM ${Prisma.raw(of)} o JOIN ledger_account a ON a.id = o.id JOIN ledger_entry e ON ${itsAccount(into)} AND ${brought(into)} GROUP BY 1`;
