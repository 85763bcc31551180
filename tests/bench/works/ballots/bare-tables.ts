import type pg from 'pg';
import type { VoteRound } from './ground';

/** The same rows as the product keeps, with the keys and indexes that answer its questions, and nothing that guards them. */
const TABLES = `
  CREATE SCHEMA bare;
  CREATE TABLE bare.session (token text PRIMARY KEY, account_id uuid NOT NULL, name text NOT NULL, expires_at timestamptz NOT NULL);
  CREATE TABLE bare.roll (round_id uuid, household_id uuid, building_id uuid NOT NULL, area bigint NOT NULL, PRIMARY KEY (round_id, household_id));
  CREATE TABLE bare.tally (round_id uuid PRIMARY KEY, head_seq int NOT NULL DEFAULT 0, head_hash text NOT NULL DEFAULT '', agree int NOT NULL DEFAULT 0, agree_area bigint NOT NULL DEFAULT 0,
    disagree int NOT NULL DEFAULT 0, disagree_area bigint NOT NULL DEFAULT 0, abstain int NOT NULL DEFAULT 0, abstain_area bigint NOT NULL DEFAULT 0);
  CREATE TABLE bare.standing (round_id uuid, household_id uuid, ballot_id uuid, choice text, PRIMARY KEY (round_id, household_id)) WITH (fillfactor = 90);
  CREATE TABLE bare.building (round_id uuid, building_id uuid, agree int NOT NULL DEFAULT 0, disagree int NOT NULL DEFAULT 0, abstain int NOT NULL DEFAULT 0, agree_area bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (round_id, building_id));
  CREATE TABLE bare.entry (round_id uuid, seq int, kind text NOT NULL, at timestamptz NOT NULL, account_id uuid, digest text NOT NULL, prev_hash text NOT NULL, hash text NOT NULL, PRIMARY KEY (round_id, seq));
  CREATE TABLE bare.ballot (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), round_id uuid NOT NULL REFERENCES bare.tally, household_id uuid NOT NULL, seq int NOT NULL, choice text NOT NULL, channel text NOT NULL,
    collector text NOT NULL, collected_at timestamptz NOT NULL, recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL, hash text NOT NULL, UNIQUE (round_id, household_id));
  CREATE INDEX ON bare.ballot (round_id, seq);
  CREATE TABLE bare.audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, account_id uuid NOT NULL, actor text NOT NULL, action text NOT NULL, entity text NOT NULL,
    entity_id text NOT NULL, after jsonb NOT NULL);
  CREATE INDEX ON bare.audit (entity, entity_id);`;

/** One statement does all of it behind the lock: ballots, standings, sums by building and round, the entry with its hash, a line for each ballot. */
const RECORD = `WITH head AS (SELECT * FROM bare.tally WHERE round_id = $1::uuid FOR UPDATE),
  given AS (SELECT gen_random_uuid() AS id, h.head_seq + 1 AS seq, i."householdId" AS household_id, i.choice, i.channel, r.building_id, r.area, now() AS at
    FROM jsonb_to_recordset($4::jsonb) AS i("householdId" uuid, choice text, channel text) JOIN bare.roll r ON r.round_id = $1::uuid AND r.household_id = i."householdId", head h),
  made AS (INSERT INTO bare.ballot (id, round_id, household_id, seq, choice, channel, collector, collected_at, recorded_by, recorded_at, hash)
    SELECT id, $1::uuid, household_id, seq, choice, channel, $3::text, at, $2::uuid, at, encode(sha256(convert_to(concat_ws('|', id, $1::uuid, household_id, seq, choice, channel, $3::text, at, $2::uuid), 'UTF8')), 'hex') FROM given
    RETURNING *),
  stood AS (UPDATE bare.standing s SET ballot_id = m.id, choice = m.choice FROM made m WHERE s.round_id = $1::uuid AND s.household_id = m.household_id),
  summed AS (SELECT count(*) FILTER (WHERE choice = 'agree') AS a, coalesce(sum(area) FILTER (WHERE choice = 'agree'), 0) AS aa, count(*) FILTER (WHERE choice = 'disagree') AS d,
    coalesce(sum(area) FILTER (WHERE choice = 'disagree'), 0) AS da, count(*) FILTER (WHERE choice = 'abstain') AS x, coalesce(sum(area) FILTER (WHERE choice = 'abstain'), 0) AS xa FROM given),
  built AS (UPDATE bare.building b SET agree = b.agree + g.a, disagree = b.disagree + g.d, abstain = b.abstain + g.x, agree_area = b.agree_area + g.aa
    FROM (SELECT building_id, count(*) FILTER (WHERE choice = 'agree') AS a, count(*) FILTER (WHERE choice = 'disagree') AS d, count(*) FILTER (WHERE choice = 'abstain') AS x,
      coalesce(sum(area) FILTER (WHERE choice = 'agree'), 0) AS aa FROM given GROUP BY building_id) g WHERE b.round_id = $1::uuid AND b.building_id = g.building_id),
  digest AS (SELECT encode(sha256(convert_to(string_agg(hash, ';' ORDER BY id), 'UTF8')), 'hex') AS d FROM made),
  linked AS (INSERT INTO bare.entry (round_id, seq, kind, at, account_id, digest, prev_hash, hash)
    SELECT $1::uuid, h.head_seq + 1, 'ballots', now(), $2::uuid, d.d, h.head_hash, encode(sha256(convert_to(h.head_hash || ':' || (h.head_seq + 1) || ':' || now() || ':' || $2::uuid || ':' || d.d, 'UTF8')), 'hex') FROM head h, digest d
    RETURNING seq, hash),
  said AS (INSERT INTO bare.audit (at, account_id, actor, action, entity, entity_id, after) SELECT now(), $2::uuid, $3::text, 'vote.record', 'ballot', m.id::text, to_jsonb(m) FROM made m),
  kept AS (UPDATE bare.tally t SET head_seq = l.seq, head_hash = l.hash, agree = t.agree + s.a, agree_area = t.agree_area + s.aa, disagree = t.disagree + s.d, disagree_area = t.disagree_area + s.da,
    abstain = t.abstain + s.x, abstain_area = t.abstain_area + s.xa FROM linked l, summed s WHERE t.round_id = $1::uuid RETURNING t.*)
  SELECT json_build_object('ballots', (SELECT json_agg(json_build_object('id', id, 'householdId', household_id, 'seq', seq, 'hash', hash)) FROM made), 'tally', (SELECT row_to_json(kept) FROM kept))::text AS body`;

const SESSION = 'SELECT account_id AS id, name FROM bare.session WHERE token = $1 AND expires_at > now()';

/** The route of the bare Next application: who asks, one transaction, done. */
export const ROUTE = `import pg from 'pg';
export const dynamic = 'force-dynamic';
let pool;
export async function POST(request, { params }) {
  pool ??= new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 20 });
  const { id } = await params;
  const { ballots } = await request.json();
  const who = await pool.query({ name: 'session', text: ${JSON.stringify(SESSION)}, values: [request.headers.get('x-bench-session')] });
  if (who.rows.length === 0) return new Response(null, { status: 401 });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query({ name: 'lock', text: 'SELECT 1 FROM bare.tally WHERE round_id = $1 FOR UPDATE', values: [id] });
    const { rows } = await client.query({ name: 'record', text: ${JSON.stringify(RECORD)}, values: [id, who.rows[0].id, who.rows[0].name, JSON.stringify(ballots)] });
    await client.query('COMMIT');
    return new Response(rows[0].body, { status: 201, headers: { 'content-type': 'application/json; charset=utf-8' } });
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
`;

export const BARE_SESSION = 'a-session-of-the-bench';

export async function makeBareTables(db: pg.Client): Promise<void> {
  await db.query(TABLES);
  await db.query(
    `INSERT INTO bare.session SELECT $1, id, display_name, now() + interval '1 day' FROM account WHERE username = 'lufeng.sq1-1'`,
    [BARE_SESSION],
  );
}

/** The round as the product froze it. */
export async function copyRound(db: pg.Client, { id }: VoteRound): Promise<void> {
  await db.query('INSERT INTO bare.tally (round_id) VALUES ($1)', [id]);
  await db.query(
    'INSERT INTO bare.roll SELECT round_id, household_id, building_id, area FROM vote_roll WHERE round_id = $1',
    [id],
  );
  await db.query('INSERT INTO bare.standing SELECT round_id, household_id FROM vote_standing WHERE round_id = $1', [
    id,
  ]);
  await db.query('INSERT INTO bare.building SELECT round_id, building_id FROM vote_building WHERE round_id = $1', [id]);
}

/** Throws unless it kept what it was sent. */
export async function checkBare(db: pg.Client, { id }: VoteRound, ballots: number): Promise<void> {
  const { rows } = await db.query<{ right: boolean }>(
    `SELECT t.agree = $2 AND (SELECT count(*) FROM bare.ballot WHERE round_id = $1) = $2 AND (SELECT sum(agree) FROM bare.building WHERE round_id = $1) = $2 AS right
     FROM bare.tally t WHERE t.round_id = $1`,
    [id, ballots],
  );
  if (rows[0]?.right !== true) throw new Error(`the bare route did not keep ${ballots} ballots of ${id}`);
}
