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
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { todayOf } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { namedUnit } from '@/lib/server/units/named';
import { BOOKED, PLANNED } from './gaps';
import { cameIn, receiptsOf } from './idle';
import { isOfBodies } from './watch';

type Row = Omit<ShortageRow, 'late' | 'lateSince' | 'lateDays'> & {
  pots: { left: string; receipts: { on: CalendarDate; amount: string }[] }[] | null;
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
  const { days } = ledgerRulesOf((await rulebookInForce(reader)).rulebook).idle;
  const today = (await todayOf(reader)) as CalendarDate;
  const counties = Prisma.sql`(${county ? actor.counties.filter((one) => one === county) : [...actor.counties]}::uuid[])`;
  const rows = await reader.$queryRaw<Row[]>`
    WITH planned AS (${PLANNED} ${counties} GROUP BY 1, 2, 3), booked AS (${BOOKED} ${counties} GROUP BY 1, 2, 3),
    gaps AS (SELECT n.project_id, n.source, n.fund_kind, n.amount - coalesce(b.allocated, 0) AS amount FROM planned n LEFT JOIN booked b USING (project_id, source, fund_kind)
      WHERE n.amount > coalesce(b.allocated, 0)),
    gap AS (SELECT project_id, sum(amount) AS gap, json_agg(json_build_object('source', source, 'kind', fund_kind, 'amount', ${yuan('amount')}) ORDER BY amount DESC, source, fund_kind) AS gaps
      FROM gaps GROUP BY 1),
    got AS (SELECT project_id, sum(received) AS received FROM booked GROUP BY 1),
    waiting AS MATERIALIZED (SELECT a.* FROM ledger_account a WHERE a.class = 'receivable' AND a.balance > 0 AND a.county_id = ANY ${counties}),
    lately AS (SELECT a.id, sum(e.amount) AS amount FROM waiting a JOIN ledger_entry e ON e.kind IN ('allocated', 'assigned') AND e.entry_on > ${today}::date - ${days}::int AND ${cameIn('project')} GROUP BY a.id),
    late AS (SELECT a.project_id, sum(a.balance - coalesce(l.amount, 0)) AS late FROM waiting a LEFT JOIN lately l ON l.id = a.id WHERE a.balance > coalesce(l.amount, 0) GROUP BY 1),
    found AS (SELECT p.id, p.code, p.name, p.county_id, p.programme_year_id, coalesce(g.gap, 0) AS gap, coalesce(g.gaps, '[]') AS gaps, coalesce(w.late, 0) AS late, p.contract_sum,
        coalesce(t.received, 0) AS received, greatest(p.contract_sum - coalesce(t.received, 0), 0) AS short
      FROM project p JOIN programme_year y ON y.id = p.programme_year_id LEFT JOIN gap g ON g.project_id = p.id LEFT JOIN late w ON w.project_id = p.id LEFT JOIN got t ON t.project_id = p.id
      WHERE p.status <> 'withdrawn' AND ${isOfBodies(actor)} AND p.county_id = ANY ${counties} AND (${year ?? null}::int IS NULL OR y.year = ${year ?? null}::int)),
    shown AS (SELECT f.*, count(*) OVER ()::int AS total, json_build_object('gap', (sum(gap) OVER () * 0.01)::text, 'late', (sum(late) OVER () * 0.01)::text, 'short', (sum(short) OVER () * 0.01)::text) AS sums
      FROM found f WHERE ${kind ? KIND[kind] : ANY} ORDER BY greatest(gap, late, short) DESC, id LIMIT ${limit}::int OFFSET ${(page - 1) * limit}::int)
    SELECT ${namedUnit()} AS county, y.year, json_build_object('id', s.id, 'code', s.code, 'name', s.name) AS project, ${yuan('s.gap')} AS gap, s.gaps,
      ${yuan('s.contract_sum')} AS contracts, ${yuan('s.received')} AS received, ${yuan('s.short')} AS short, s.total, s.sums,
      (SELECT json_agg(json_build_object('left', a.balance::text, 'receipts', (SELECT coalesce(json_agg(json_build_object('on', e.entry_on, 'amount', e.amount::text)), '[]')
        FROM ledger_entry e WHERE e.kind IN ('allocated', 'assigned') AND ${cameIn('project')}))) FROM waiting a WHERE a.project_id = s.id AND s.late > 0) AS pots
    FROM shown s JOIN unit u ON u.id = s.county_id JOIN programme_year y ON y.id = s.programme_year_id ORDER BY greatest(s.gap, s.late, s.short) DESC, s.id`;
  const items = rows.map(({ pots, total: _, sums: __, ...row }) => ({ ...row, ...lateOf(pots, today, days) }));
  const none = { gap: '0.00', late: '0.00', short: '0.00' };
  return { days, items, total: rows[0]?.total ?? 0, sums: rows[0]?.sums ?? none };
}
