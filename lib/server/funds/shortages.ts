import 'server-only';
import { waitingOf } from '@/lib/domain/funds/idle';
import {
  type ShortageAnswer,
  type ShortageQuery,
  type ShortageRow,
  WATCH_PAGE,
} from '@/lib/domain/funds/watch-answers';
import { type CalendarDate, daysBetween } from '@/lib/domain/kernel/calendar-date';
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { namedUnit } from '@/lib/server/units/named';
import { BOOKED, PLANNED } from './gaps';
import { type Brought, cameInto, cameSince, INTO_RECEIVABLE, receiptsOf } from './receipts';
import { isOfBodies, ofCounties, ofYear, pageOf, waitingRule } from './watch';

type Row = Omit<ShortageRow, 'late' | 'lateSince' | 'lateDays'> & {
  pots: { left: string; receipts: Brought[] }[] | null;
  total: number;
  sums: ShortageAnswer['sums'];
};

const KIND = { gap: Prisma.sql`gap > 0`, late: Prisma.sql`late > 0`, contract: Prisma.sql`short > 0` };
const ANY = Prisma.sql`(gap > 0 OR late > 0 OR short > 0)`;

/** Of a project: what has been allocated for so many days and is not received, pot by pot. */
function lateOf(pots: Row['pots'], today: CalendarDate, days: number) {
  const found = (pots ?? []).flatMap(
    ({ left, receipts }) => waitingOf(receiptsOf(receipts), BigInt(left), today, days) ?? [],
  );
  const since = found.map((one) => one.since).sort()[0] ?? null;
  const late = formatMoney(sumMoney(found.map(({ amount }) => amount)));
  return { late, lateSince: since, lateDays: since ? daysBetween(since, today) : 0 };
}

/** 资金缺口: projects that lack money, the largest lack first: of the plan, of what was allocated, of what the contracts ask for. */
export async function shortages(
  reader: Reader,
  actor: Actor,
  { county, year, kind, page }: ShortageQuery,
  limit = WATCH_PAGE,
): Promise<ShortageAnswer> {
  const [{ days }, today] = await waitingRule(reader);
  const counties = ofCounties(actor, county);
  const since = Prisma.sql`(${today}::date - ${days}::int)`;
  const asked = Prisma.join(
    [Prisma.sql`p.status <> 'withdrawn' AND ${isOfBodies(actor)} AND p.county_id ${counties}`, ...ofYear('p', year)],
    ' AND ',
  );
  const ofShown = Prisma.sql`(${[...actor.counties]}::uuid[]) AND project_id IN (SELECT id FROM shown) GROUP BY 1, 2, 3`;
  const rows = await reader.$queryRaw<Row[]>`
    WITH lately AS (${cameSince(INTO_RECEIVABLE, counties, since)}),
    waiting AS (SELECT a.project_id, sum(a.balance)::bigint AS waiting, sum(greatest(a.balance - coalesce(l.amount, 0), 0))::bigint AS late FROM ledger_account a LEFT JOIN lately l ON l.id = a.id
      WHERE a.class = 'receivable' AND a.balance > 0 AND a.county_id ${counties} GROUP BY 1),
    every AS (SELECT p.id, p.contract_sum, coalesce(k.gap, 0) AS gap, coalesce(w.late, 0) AS late, coalesce(k.allocated, 0) - coalesce(w.waiting, 0) AS received
      FROM project p LEFT JOIN project_gap k ON k.project_id = p.id LEFT JOIN waiting w ON w.project_id = p.id WHERE ${asked}),
    found AS MATERIALIZED (SELECT id, gap, late, received, short FROM (SELECT *, greatest(contract_sum - received, 0) AS short FROM every) e WHERE ${kind ? KIND[kind] : ANY}),
    sums AS MATERIALIZED (SELECT count(*)::int AS total, json_build_object('gap', ${yuan('sum(gap)')}, 'late', ${yuan('sum(late)')}, 'short', ${yuan('sum(short)')}) AS sums FROM found),
    shown AS MATERIALIZED (SELECT * FROM found ORDER BY greatest(gap, late, short) DESC, id ${pageOf(page, limit)}),
    planned AS (${PLANNED} ${ofShown}), booked AS (${BOOKED} ${ofShown}),
    gaps AS MATERIALIZED (SELECT n.project_id, json_agg(json_build_object('source', n.source, 'kind', n.fund_kind, 'amount', ${yuan('(n.amount - coalesce(b.allocated, 0))')}) ORDER BY n.amount - coalesce(b.allocated, 0) DESC, n.source, n.fund_kind) AS gaps
      FROM planned n LEFT JOIN booked b USING (project_id, source, fund_kind) WHERE n.amount > coalesce(b.allocated, 0) GROUP BY 1),
    owed AS (SELECT a.id FROM shown s JOIN ledger_account a ON a.project_id = s.id AND a.class = 'receivable' AND a.balance > 0 WHERE s.late > 0),
    came AS MATERIALIZED (${cameInto(INTO_RECEIVABLE, 'owed')}),
    pots AS MATERIALIZED (SELECT a.project_id, json_agg(json_build_object('left', a.balance::text, 'receipts', c.receipts)) AS pots FROM came c JOIN ledger_account a ON a.id = c.id GROUP BY 1)
    SELECT ${namedUnit()} AS county, y.year, json_build_object('id', p.id, 'code', p.code, 'name', p.name) AS project, ${yuan('s.gap')} AS gap, coalesce(g.gaps, '[]') AS gaps,
      ${yuan('p.contract_sum')} AS contracts, ${yuan('s.received')} AS received, ${yuan('s.short')} AS short, (SELECT total FROM sums) AS total, (SELECT sums FROM sums) AS sums, t.pots
    FROM shown s JOIN project p ON p.id = s.id JOIN unit u ON u.id = p.county_id JOIN programme_year y ON y.id = p.programme_year_id LEFT JOIN gaps g ON g.project_id = s.id
      LEFT JOIN pots t ON t.project_id = s.id ORDER BY greatest(s.gap, s.late, s.short) DESC, s.id`;
  const items = rows.map(({ pots, total: _, sums: __, ...row }) => ({ ...row, ...lateOf(pots, today, days) }));
  const none = { gap: '0.00', late: '0.00', short: '0.00' };
  return { days, items, total: rows[0]?.total ?? 0, sums: rows[0]?.sums ?? none };
}
