import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { ROLL_HASH_OF_ROUND } from '@/lib/server/votes/roll-hash';

export interface VoteRound {
  id: string;
  /** in the order of the roll */
  homes: string[];
}

const COMPOUND = `INSERT INTO compound (id, county_id, subdistrict_id, community_id, code, name, pinyin, search_text, eligibility)
  SELECT $1, a.county_id, a.subdistrict_id, a.community_id, $2, $3, $2, $3, 'eligible' FROM account a WHERE a.username = $4`;
const REGISTER = `WITH block AS (INSERT INTO building (compound_id, county_id, subdistrict_id, community_id, name, sort_key)
      SELECT c.id, c.county_id, c.subdistrict_id, c.community_id, n || '栋', lpad(n::text, 4, '0') FROM compound c, generate_series(1, greatest(1, $2::int / 40)) n
      WHERE c.id = $1 RETURNING id, compound_id, county_id, subdistrict_id, community_id, sort_key::int AS n)
  INSERT INTO household (building_id, compound_id, county_id, subdistrict_id, community_id, unit_no, room, storey, sort_key, exclusive_area)
  SELECT b.id, b.compound_id, b.county_id, b.subdistrict_id, b.community_id, (1 + h / 20) || '单元', (101 + h % 20 / 4 * 100 + h % 4)::text, 1 + h % 20 / 4, lpad(h::text, 4, '0'), 6000 + h * 7
  FROM block b, generate_series(0, least($2::int, 40) - 1) h`;
const ROUND = `INSERT INTO vote_round (id, compound_id, county_id, rulebook_id, round, attempt, code, test, created_by)
  SELECT $1, c.id, c.county_id, (SELECT id FROM rulebook_version ORDER BY effective_from DESC LIMIT 1), 1, 1, c.code || '-1-1', $3, a.id
  FROM compound c, account a WHERE c.id = $2 AND a.username = $4`;
const ROLL = `INSERT INTO vote_roll (round_id, household_id, county_id, subdistrict_id, community_id, building_id, building_name, unit_no, room, storey, sort_key, area, voter, voter_dwellings, owners, receipt_hash)
  SELECT r.id, h.id, r.county_id, r.subdistrict_id, r.community_id, b.id, b.name, h.unit_no, h.room, h.storey, b.sort_key || ' ' || h.sort_key, h.exclusive_area,
    row_number() OVER (ORDER BY b.sort_key, h.sort_key), 1, '[{"kind": "person", "name": "张*"}]', encode(sha256(convert_to(r.id || ':' || h.id, 'UTF8')), 'hex')
  FROM vote_round r JOIN household h ON h.compound_id = r.compound_id JOIN building b ON b.id = h.building_id WHERE r.id = $1`;
const OPEN = `UPDATE vote_round r SET status = 'open', roll_hash = $2, roll_households = x.n, roll_area = x.area, roll_voters = x.n, opened_at = anju_now() - interval '1 day', opened_by = r.created_by
  FROM (SELECT count(*) AS n, sum(area) AS area FROM vote_roll WHERE round_id = $1) x WHERE r.id = $1`;

const TEST = chuxiong2020.votes.rounds[0]?.test;
let made = 0;

/** An open round of a compound with so many households, in that officer's community; by the triggers of the database, as the owner. */
export async function openRound(owner: pg.Client, households: number, username: string): Promise<VoteRound> {
  made += 1;
  const [compound, id] = [randomUUID(), randomUUID()];
  await owner.query('BEGIN');
  await owner.query(
    `SELECT set_config('app.bulk_load', 'on', true), set_config('app.counties', '{' || county_id || '}', true) FROM account WHERE username = $1`,
    [username],
  );
  await owner.query(COMPOUND, [compound, `B${String(made).padStart(4, '0')}`, `表决压测${made}号院`, username]);
  await owner.query(REGISTER, [compound, households]);
  await owner.query('SELECT anju_refresh_totals(ARRAY[$1::uuid])', [compound]);
  await owner.query(ROUND, [id, compound, TEST, username]);
  await owner.query(ROLL, [id]);
  await owner.query('SELECT vote_freeze($1)', [id]);
  const hashed = await owner.query<{ hash: string }>(ROLL_HASH_OF_ROUND, [id]);
  await owner.query(OPEN, [id, hashed.rows[0]?.hash]);
  await owner.query('COMMIT');
  const { rows } = await owner.query<{ id: string }>(
    'SELECT household_id AS id FROM vote_roll WHERE round_id = $1 ORDER BY sort_key',
    [id],
  );
  return { id, homes: rows.map((row) => row.id) };
}

const COUNTED = `SELECT t.agree_households = x.agree AND t.agree_area = x.area AND x.agree = $2 AND (SELECT count(*) FROM audit_line WHERE entity = 'ballot' AND after ->> 'round_id' = $1::text) = $2 AS right
  FROM vote_tally t, (SELECT count(*) FILTER (WHERE b.choice = 'agree') AS agree, coalesce(sum(v.area) FILTER (WHERE b.choice = 'agree'), 0) AS area
    FROM ballot b JOIN vote_roll v ON v.round_id = b.round_id AND v.household_id = b.household_id WHERE b.round_id = $1::uuid) x WHERE t.round_id = $1::uuid`;

/** Throws unless so many agree, by the kept sums, by the ballots counted from nothing, and in the audit. */
export async function checkCounted(db: pg.Client, round: VoteRound, agree: number): Promise<void> {
  const { rows } = await db.query<{ right: boolean }>(COUNTED, [round.id, agree]);
  if (rows[0]?.right !== true) throw new Error(`the sums of ${round.id} are not its ${agree} ballots`);
}
