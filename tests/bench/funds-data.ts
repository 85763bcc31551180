import type pg from 'pg';

/** Entries of a prefecture at scale 1. */
const ENTRIES = 20_000;

const CONTRACTS = `
  WITH made AS (INSERT INTO company (county_id, name, kinds, created_by)
    SELECT id, '跑分建筑' || code, ARRAY['construction'], $1::uuid FROM unit WHERE kind = 'county' AND NOT EXISTS (SELECT 1 FROM company WHERE name = '跑分建筑' || unit.code) RETURNING id, county_id),
    builders AS (SELECT id, county_id FROM made UNION ALL SELECT id, county_id FROM company WHERE name LIKE '跑分建筑%')
  INSERT INTO contract (project_id, county_id, kind, no, name, company_id, amount, signed_on, created_by)
  SELECT p.id, p.county_id, 'construction', p.code || '-SG', '施工合同', b.id, 9000000000, '2020-01-02', $1::uuid FROM project p JOIN builders b ON b.county_id = p.county_id
  WHERE p.code LIKE '%-B%' AND NOT EXISTS (SELECT 1 FROM contract k WHERE k.project_id = p.id)`;

/** Round after round through all projects: allocated, received, paid twice; each round of four from another source, in ten months. */
const FILL = `
  WITH places AS (SELECT p.id, p.county_id, p.programme_year_id, k.id AS contract_id, row_number() OVER (ORDER BY p.id) - 1 AS at
      FROM project p JOIN contract k ON k.project_id = p.id WHERE p.code LIKE '%-B%'),
    total AS MATERIALIZED (SELECT count(*) AS n FROM places),
    rounds AS MATERIALIZED (SELECT g.k, g.k % total.n AS at, g.k / total.n AS round FROM generate_series(0, $1::int - 1) g (k), total),
    numbered AS (SELECT r.k, pl.*, r.round % 4 AS step, (r.round / 4) % 6 + 1 AS pot, r.round % 10 AS month FROM rounds r JOIN places pl ON pl.at = r.at)
  INSERT INTO ledger_entry (county_id, project_id, programme_year_id, kind, source, fund_kind, earmark, amount, entry_on, voucher_no, contract_id, items, created_by, approved_by)
  SELECT county_id, id, programme_year_id, (ARRAY['allocated', 'received', 'paid', 'paid'])[step + 1],
    (ARRAY['central', 'local', 'local', 'pipeline', 'residents', 'bonds'])[pot], (ARRAY['', 'province', 'county', '', 'selfRaised', 'special'])[pot], 'general',
    (ARRAY[1000000, 800000, 500000, 200000])[step + 1], ('2020-01-15'::date + (month || ' months')::interval)::date, '跑分-' || k,
    CASE WHEN step > 1 THEN contract_id END,
    CASE WHEN step > 1 THEN jsonb_build_array(jsonb_build_object('item', (ARRAY['B-R01', 'B-R06', 'C-R05', 'C-R07'])[k % 4 + 1], 'amount', (ARRAY[500000, 200000])[step - 1]::text)) END,
    $2::uuid, CASE WHEN step > 1 THEN $3::uuid END
  FROM numbered`;

const PLANNED = `
  INSERT INTO funding_line (project_id, county_id, source, kind, amount, created_by)
  SELECT p.id, p.county_id, s, nullif(k, ''), 1500000, $1::uuid FROM project p, (VALUES ('central', ''), ('local', 'province'), ('local', 'county'), ('pipeline', '')) v (s, k)
  WHERE p.code LIKE '%-B%' AND NOT EXISTS (SELECT 1 FROM funding_line f WHERE f.project_id = p.id)`;

/** What the entries move in the accounts, as ledger_post() does. */
const MOVED = `
  SELECT e.county_id, e.project_id, e.programme_year_id, e.source, e.fund_kind, e.earmark, v.class, sum(v.delta * e.amount)::bigint AS balance
  FROM ledger_entry e JOIN (VALUES ('allocated', 'receivable', 1), ('allocated', 'grant', -1), ('received', 'cash', 1), ('received', 'receivable', -1), ('paid', 'spent', 1), ('paid', 'cash', -1))
    v (kind, class, delta) ON v.kind = e.kind WHERE e.voucher_no LIKE '跑分-%' GROUP BY 1, 2, 3, 4, 5, 6, 7`;
const ACCOUNT = 'county_id, project_id, programme_year_id, source, fund_kind, earmark, class';
const TAKEN_BACK = `UPDATE ledger_account a SET balance = a.balance - m.balance FROM (${MOVED}) m
  WHERE (${ACCOUNT.replace(/(\w+)/g, 'a.$1')}) = (${ACCOUNT.replace(/(\w+)/g, 'm.$1')})`;
const BOOKED = `INSERT INTO ledger_account AS a (${ACCOUNT}, balance) ${MOVED} ON CONFLICT (${ACCOUNT}) DO UPDATE SET balance = a.balance + EXCLUDED.balance`;

const WRONG = `
  SELECT count(*)::int AS n FROM (SELECT t.county_id, t.programme_year_id, t.measure, sum(t.amount) AS amount, sum(t.entries) AS entries FROM ledger_total t GROUP BY 1, 2, 3) k
  FULL JOIN (SELECT u.id AS county_id, y.id AS programme_year_id, c.measure, sum(c.amount) AS amount, sum(c.entries) AS entries
    FROM unit u CROSS JOIN programme_year y CROSS JOIN LATERAL ledger_counted(u.id, y.id) c WHERE u.kind = 'county' AND c.measure NOT IN ('planned', 'flow') GROUP BY 1, 2, 3) c
    USING (county_id, programme_year_id, measure)
  WHERE (k.amount, k.entries) IS DISTINCT FROM (c.amount, c.entries)`;

/**
 * As many entries as the scale says, past the triggers, and what they leave in the accounts; what is kept is then counted by the product's own
 * functions, and compared. Debits and credits are not written: no dashboard or list reads them.
 */
export async function makeEntries(db: pg.Client, scale: number): Promise<void> {
  const { rows: people } = await db.query<{ id: string }>(
    `SELECT id FROM account WHERE role IN ('county_bureau', 'county_finance') ORDER BY id LIMIT 2`,
  );
  const [asks, approves] = people.map(({ id }) => id);
  const wanted = ENTRIES * scale;
  const { rows: there } = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ledger_entry WHERE voucher_no LIKE '跑分-%'`,
  );
  if ((there[0]?.n ?? 0) >= wanted) return;
  await db.query('SET session_replication_role = replica');
  await db.query(TAKEN_BACK);
  await db.query(`DELETE FROM ledger_entry WHERE voucher_no LIKE '跑分-%'`);
  await db.query(CONTRACTS, [asks]);
  await db.query(PLANNED, [asks]);
  await db.query(FILL, [wanted, asks, approves]);
  await db.query(BOOKED);
  await db.query('SET session_replication_role = origin');
  await db.query('ANALYZE ledger_entry, ledger_account');
  await db.query(`SELECT ledger_recount(u.id, y.id) FROM unit u, programme_year y WHERE u.kind = 'county'`);
  await db.query(`SELECT project_gap_recount(ARRAY(SELECT id FROM project WHERE code LIKE '%-B%'))`);
  const { rows } = await db.query<{ n: number }>(WRONG);
  if (rows[0]?.n !== 0) throw new Error('the kept sums of the ledger are not what a recount says');
}
