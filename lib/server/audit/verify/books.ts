import 'server-only';
import type pg from 'pg';
import { SIDES } from '@/lib/domain/funds/books';
import type { Problem, ProblemKind } from './records';

// What each movement debits and credits, as the handbook says it; the county's pool stands beside it.
const SIDES_OF = Object.entries(SIDES)
  .map(([movement, { debit, credit }]) => `('${movement}', '${debit[0]}', '${credit[0]}')`)
  .join(', ');
const MOVED = `SELECT e.*, coalesce(w.kind, e.kind) AS moved, CASE e.kind WHEN 'reversed' THEN -1 ELSE 1 END AS sign FROM ledger_entry e LEFT JOIN ledger_entry w ON w.id = e.reverses_id`;

// An entry is what its debits and credits say: of the right accounts, of the same pot and place, for the whole sum.
const LINES = `WITH sides (movement, debit, credit) AS (VALUES ${SIDES_OF}), moved AS (${MOVED}), said AS (
    SELECT l.entry_id, sum(l.amount) FILTER (WHERE l.side = 'debit') AS debit, sum(l.amount) FILTER (WHERE l.side = 'credit') AS credit,
      bool_and((a.county_id, a.source, a.fund_kind, a.earmark, a.programme_year_id) = (m.county_id, m.source, m.fund_kind, m.earmark, m.programme_year_id)
        AND (a.project_id IS NULL OR a.project_id = m.project_id)
        AND a.class = CASE WHEN (l.side = 'debit') = (m.sign > 0) THEN CASE WHEN m.moved = 'allocated' AND m.project_id IS NULL THEN 'pool' ELSE s.debit END ELSE s.credit END) AS fits
    FROM ledger_line l JOIN ledger_account a ON a.id = l.account_id JOIN moved m ON m.id = l.entry_id JOIN sides s ON s.movement = m.moved GROUP BY 1)
  SELECT e.voucher_no AS place FROM ledger_entry e LEFT JOIN said s ON s.entry_id = e.id
  WHERE s.entry_id IS NULL OR NOT s.fits OR s.debit IS DISTINCT FROM e.amount OR s.credit IS DISTINCT FROM e.amount
  UNION ALL SELECT l.entry_id::text FROM ledger_line l LEFT JOIN ledger_entry e ON e.id = l.entry_id WHERE e.id IS NULL`;

// History added again gives the balances, none of which is below zero.
const BALANCES = `SELECT coalesce(a.id, l.account_id)::text AS place FROM ledger_account a
    FULL JOIN (SELECT account_id, sum(CASE side WHEN 'debit' THEN amount ELSE -amount END) AS balance FROM ledger_line GROUP BY 1) l ON l.account_id = a.id
  WHERE coalesce(a.balance, 0) <> coalesce(l.balance, 0) OR CASE a.class WHEN 'grant' THEN a.balance > 0 ELSE a.balance < 0 END`;

// What is kept for lists and dashboards, what was paid on each contract, and what each project still lacks of its plan.
const SUMS = `WITH moved AS (${MOVED}), months AS (
    SELECT county_id, programme_year_id, source, fund_kind, CASE WHEN moved = 'allocated' AND project_id IS NULL THEN 'pooled' ELSE moved END AS measure,
      date_trunc('month', entry_on)::date AS month, sum(amount * sign) AS amount FROM moved GROUP BY 1, 2, 3, 4, 5, 6),
  items AS (SELECT m.county_id, m.programme_year_id, m.source, m.fund_kind, i ->> 'item' AS item, sum((i ->> 'amount')::bigint * m.sign) AS paid
    FROM moved m, jsonb_array_elements(m.items) i WHERE m.items IS NOT NULL GROUP BY 1, 2, 3, 4, 5),
  contracts AS (SELECT contract_id, sum(amount * sign) AS paid FROM moved WHERE moved = 'paid' GROUP BY 1),
  given AS (SELECT project_id, source, fund_kind, sum(amount * sign) AS given FROM moved WHERE moved IN ('allocated', 'assigned') AND project_id IS NOT NULL GROUP BY 1, 2, 3),
  plans AS (SELECT project_id, source, coalesce(kind, '') AS fund_kind, sum(amount) AS planned FROM funding_line WHERE retired_at IS NULL GROUP BY 1, 2, 3),
  gaps AS (SELECT project_id, sum(coalesce(given, 0)) AS allocated, sum(greatest(coalesce(planned, 0) - coalesce(given, 0), 0)) AS gap
    FROM given FULL JOIN plans USING (project_id, source, fund_kind) GROUP BY 1)
  SELECT concat_ws(' ', 'ledger_total', coalesce(t.county_id, m.county_id), coalesce(t.measure, m.measure), coalesce(t.month, m.month)) AS place FROM ledger_total t
    FULL JOIN months m USING (county_id, programme_year_id, source, fund_kind, measure, month) WHERE coalesce(t.amount, 0) <> coalesce(m.amount, 0)
  UNION ALL SELECT concat_ws(' ', 'fund_flow', coalesce(f.county_id, i.county_id), coalesce(f.item, i.item)) FROM fund_flow f
    FULL JOIN items i USING (county_id, programme_year_id, source, fund_kind, item) WHERE coalesce(f.paid, 0) <> coalesce(i.paid, 0)
  UNION ALL SELECT concat_ws(' ', 'contract_paid', coalesce(c.contract_id, k.contract_id)) FROM contract_paid c
    FULL JOIN contracts k USING (contract_id) WHERE coalesce(c.paid, 0) <> coalesce(k.paid, 0)
  UNION ALL SELECT concat_ws(' ', 'project_gap', coalesce(k.project_id, g.project_id)) FROM project_gap k
    FULL JOIN gaps g USING (project_id) WHERE coalesce(k.allocated, 0) <> coalesce(g.allocated, 0) OR coalesce(k.gap, 0) <> coalesce(g.gap, 0)`;

// Two persons for each payment, and an approved request for each.
const PERSONS = `SELECT e.voucher_no AS place FROM ledger_entry e WHERE e.items IS NOT NULL AND (e.approved_by IS NULL OR e.approved_by = e.created_by)`;

const KINDS: readonly [ProblemKind, string][] = [
  ['ledger_lines', LINES],
  ['ledger_balance', BALANCES],
  ['ledger_sums', SUMS],
  ['ledger_persons', PERSONS],
];
/** More of a kind than anybody reads one by one. */
const MOST = 1_000;

/** The books added up again, apart from the functions of the database that keep them. */
export async function bookProblems(client: pg.Client): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [kind, sql] of KINDS) {
    const { rows } = await client.query<{ place: string }>(
      `SELECT p.place FROM (${sql}) p ORDER BY p.place LIMIT ${MOST}`,
    );
    problems.push(...rows.map(({ place }) => ({ kind, detail: place })));
  }
  return problems;
}
