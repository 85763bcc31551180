import type pg from 'pg';

/** The same rows as a posting keeps, with the keys and indexes that answer the product's questions, and nothing that guards them. */
const TABLES = `
  CREATE SCHEMA bare_books;
  CREATE TABLE bare_books.account (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), project_id uuid NOT NULL, class text NOT NULL, balance bigint NOT NULL DEFAULT 0, UNIQUE (project_id, class));
  CREATE TABLE bare_books.entry (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), county_id uuid NOT NULL, project_id uuid NOT NULL, programme_year_id uuid NOT NULL, kind text NOT NULL, source text NOT NULL,
    fund_kind text NOT NULL, earmark text NOT NULL, amount bigint NOT NULL, entry_on date NOT NULL, voucher_no text NOT NULL, created_by uuid NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (county_id, voucher_no));
  CREATE INDEX ON bare_books.entry (county_id, entry_on DESC, id);
  CREATE INDEX ON bare_books.entry (project_id, entry_on DESC, id);
  CREATE INDEX ON bare_books.entry (programme_year_id, entry_on DESC, id);
  CREATE TABLE bare_books.line (entry_id uuid NOT NULL, no int NOT NULL, account_id uuid NOT NULL, side text NOT NULL, amount bigint NOT NULL, PRIMARY KEY (entry_id, no));
  CREATE INDEX ON bare_books.line (account_id);
  CREATE TABLE bare_books.total (county_id uuid, source text, fund_kind text, measure text, month date, amount bigint NOT NULL, entries int NOT NULL, PRIMARY KEY (county_id, source, fund_kind, measure, month));
  CREATE TABLE bare_books.audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, action text NOT NULL, entity_id text NOT NULL, after jsonb NOT NULL);
  CREATE INDEX ON bare_books.audit (entity_id);
  CREATE TABLE bare_books.session (token text PRIMARY KEY, account_id uuid NOT NULL, name text NOT NULL, expires_at timestamptz NOT NULL);`;

/** One statement, and so one durable transaction: entry, two lines, two balances, the month's sum, the line of the audit. */
export const BARE_POSTING = `WITH e AS (INSERT INTO bare_books.entry (county_id, project_id, programme_year_id, kind, source, fund_kind, earmark, amount, entry_on, voucher_no, created_by)
    VALUES ($1::uuid, $2::uuid, $3::uuid, 'received', 'local', 'county', 'general', 100, '2020-03-01', $4::text, $3::uuid) RETURNING *),
  a AS (UPDATE bare_books.account SET balance = balance + CASE class WHEN 'cash' THEN 100 ELSE -100 END WHERE project_id = $2::uuid RETURNING id, class),
  l AS (INSERT INTO bare_books.line SELECT e.id, CASE a.class WHEN 'cash' THEN 1 ELSE 2 END, a.id, CASE a.class WHEN 'cash' THEN 'debit' ELSE 'credit' END, 100 FROM e, a),
  t AS (INSERT INTO bare_books.total AS t VALUES ($1::uuid, 'local', 'county', 'received', '2020-03-01', 100, 1)
    ON CONFLICT (county_id, source, fund_kind, measure, month) DO UPDATE SET amount = t.amount + 100, entries = t.entries + 1)
  INSERT INTO bare_books.audit (at, action, entity_id, after) SELECT now(), 'ledger.post', e.id::text, to_jsonb(e) FROM e RETURNING entity_id AS id`;

const SESSION = 'SELECT account_id AS id, name FROM bare_books.session WHERE token = $1 AND expires_at > now()';
export const BARE_SESSION = 'a-session-of-the-bench';

/** The route of the bare Next application: who asks, the one statement, done. */
export const ROUTE = `import pg from 'pg';
export const dynamic = 'force-dynamic';
let pool;
export async function POST(request, { params }) {
  pool ??= new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 20 });
  const { id } = await params;
  const { countyId, yearId, voucherNo } = await request.json();
  const who = await pool.query({ name: 'session', text: ${JSON.stringify(SESSION)}, values: [request.headers.get('x-bench-session')] });
  if (who.rows.length === 0) return new Response(null, { status: 401 });
  const { rows } = await pool.query({ name: 'posting', text: ${JSON.stringify(BARE_POSTING)}, values: [countyId, id, yearId, voucherNo] });
  return Response.json(rows[0], { status: 201 });
}
`;

export interface PaidProject {
  id: string;
  countyId: string;
  yearId: string;
}

export async function makeBareBooks(db: pg.Client, projects: readonly PaidProject[]): Promise<void> {
  await db.query(TABLES);
  await db.query(
    `INSERT INTO bare_books.session SELECT $1, id, display_name, now() + interval '1 day' FROM account ORDER BY id LIMIT 1`,
    [BARE_SESSION],
  );
  for (const { id } of projects)
    await db.query(
      `INSERT INTO bare_books.account (project_id, class, balance) VALUES ($1::uuid, 'cash', 0), ($1::uuid, 'receivable', 1000000000)`,
      [id],
    );
}

/** Throws unless each side kept so many postings of a project, and the product's books hold them. */
export async function checkKept(db: pg.Client, { id }: PaidProject, postings: number): Promise<void> {
  const { rows } = await db.query<{ right: boolean }>(
    `SELECT (SELECT count(*) FROM bare_books.entry WHERE project_id = $1::uuid) = $2::int AND (SELECT balance FROM bare_books.account WHERE project_id = $1::uuid AND class = 'cash') = $2::int * 100
       AND (SELECT count(*) FROM ledger_entry WHERE project_id = $1::uuid AND kind = 'received' AND voucher_no LIKE 'B-%') = $2::int
       AND (SELECT sum(l.amount) FROM ledger_line l JOIN ledger_account a ON a.id = l.account_id JOIN ledger_entry e ON e.id = l.entry_id
         WHERE e.project_id = $1::uuid AND a.class = 'cash' AND l.side = 'debit' AND e.voucher_no LIKE 'B-%') = $2::int * 100 AS right`,
    [id, postings],
  );
  if (rows[0]?.right !== true) throw new Error(`not both sides kept ${postings} postings of ${id}`);
}
