import type { ClientBase } from 'pg';
import { ROLL_HASH_OF_ROUND } from '@/lib/server/votes/roll-hash';

/** A household of a roll, as small as a test needs it: which building, how large, whose. */
export interface Dwelling {
  building: number;
  area: number;
  voter: number;
}
export interface RoundOfTest {
  id: string;
  compoundId: string;
  /** in the order of the roll */
  households: string[];
}

async function one<T>(client: ClientBase, sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await client.query<{ value: T }>(sql, values);
  const [row] = rows;
  if (!row) throw new Error(`no row: ${sql}`);
  return row.value;
}

const ROLL = `INSERT INTO vote_roll (round_id, household_id, county_id, subdistrict_id, community_id, building_id, building_name, unit_no, room, storey,
    sort_key, area, voter, voter_dwellings, owners, receipt_hash)
  SELECT r.id, x.household, r.county_id, r.subdistrict_id, r.community_id, x.building, x.name, '1', x.at::text, 1, lpad(x.at::text, 6, '0'), x.area, x.voter,
    count(*) OVER (PARTITION BY x.voter), '[{"name": "张*"}]', encode(sha256(convert_to(r.id::text || x.household, 'UTF8')), 'hex')
  FROM vote_round r, jsonb_to_recordset($2::jsonb) AS x(household uuid, building uuid, name text, at int, area bigint, voter int) WHERE r.id = $1`;

const OPEN = `UPDATE vote_round r SET status = 'open', roll_hash = $2, roll_households = x.n, roll_area = x.area, roll_voters = x.voters, opened_at = anju_now()
  FROM (SELECT count(*) AS n, sum(area) AS area, count(DISTINCT voter) AS voters FROM vote_roll WHERE round_id = $1) x WHERE r.id = $1`;

/** A round 1 of the compound that is open, by plain SQL in the caller's transaction and as the caller. */
export async function openRound(
  client: ClientBase,
  compound: { id: string; rulebookId: string; account: string; code: string; attempt?: number },
  dwellings: readonly Dwelling[],
): Promise<RoundOfTest> {
  const id = await one<string>(
    client,
    `INSERT INTO vote_round (compound_id, rulebook_id, round, attempt, code, test, created_by) VALUES ($1, $2, 1, $3, $4, 'policy', $5) RETURNING id AS value`,
    [compound.id, compound.rulebookId, compound.attempt ?? 1, compound.code, compound.account],
  );
  const ids = await one<string[]>(
    client,
    'SELECT array_agg(anju_new_id()::text) AS value FROM generate_series(1, $1::int)',
    [dwellings.length],
  );
  const buildings = new Map<number, string>();
  for (const { building } of dwellings)
    if (!buildings.has(building)) buildings.set(building, await one(client, 'SELECT anju_new_id()::text AS value'));
  const roll = dwellings.map(({ building, area, voter }, at) => ({
    household: ids[at],
    building: buildings.get(building),
    name: `${building}栋`,
    at,
    area,
    voter,
  }));
  await client.query(ROLL, [id, JSON.stringify(roll)]);
  await client.query('SELECT vote_freeze($1)', [id]);
  const { rows } = await client.query<{ hash: string }>(ROLL_HASH_OF_ROUND, [id]);
  await client.query(OPEN, [id, rows[0]?.hash]);
  return { id, compoundId: compound.id, households: ids };
}

export interface BallotOfTest {
  household: string;
  kind?: 'recorded' | 'corrected' | 'annulled' | 'noted';
  choice?: 'agree' | 'disagree' | 'abstain' | null;
  replaces?: string;
  beside?: string;
  objection?: string;
}

const BALLOTS = `INSERT INTO ballot (round_id, household_id, county_id, kind, choice, channel, collector, collected_at, replaces_id, beside_id, objection_id, reason, recorded_by)
  SELECT $1, x.household, '00000000-0000-0000-0000-000000000000', x.kind, x.choice, 'paper', '陈芳', anju_now(), x.replaces, x.beside, x.objection,
    CASE WHEN x.kind <> 'recorded' THEN '抄错' END, $3
  FROM jsonb_to_recordset($2::jsonb) AS x(household uuid, kind text, choice text, replaces uuid, beside uuid, objection uuid, nth int) ORDER BY x.nth
  RETURNING id`;

/** Ballots of one statement; answers their ids in the order given. Whose they are the database says from the session. */
export async function recordBallots(
  client: ClientBase,
  roundId: string,
  ballots: readonly BallotOfTest[],
  account: string | null = null,
): Promise<string[]> {
  const rows = ballots.map((ballot, nth) => {
    const kind = ballot.kind ?? 'recorded';
    return { ...ballot, nth, kind, choice: kind === 'annulled' ? null : (ballot.choice ?? 'agree') };
  });
  const made = await client.query<{ id: string }>(BALLOTS, [roundId, JSON.stringify(rows), account]);
  return made.rows.map(({ id }) => id);
}

export async function checkBallots(
  client: ClientBase,
  roundId: string,
  ballots: readonly string[],
  { verdict = 'right', account = null }: { verdict?: 'right' | 'wrong'; account?: string | null } = {},
): Promise<void> {
  await client.query(
    `INSERT INTO ballot_check (ballot_id, round_id, county_id, verdict, note, checked_by, seq)
     SELECT id, $1, '00000000-0000-0000-0000-000000000000', $3, CASE WHEN $3 = 'wrong' THEN '与原件不符' END, $4, 0 FROM unnest($2::uuid[]) AS id`,
    [roundId, ballots, verdict, account],
  );
}

const metres = (column: string) => `(${column} / 100)::text || '.' || lpad((${column} % 100)::text, 2, '0')`;
/** What a round says of its result, as the product words it. */
const RESULT = `jsonb_build_object('tally', jsonb_build_object('agreeHouseholds', t.agree_households, 'agreeArea', ${metres('t.agree_area')},
    'disagreeHouseholds', t.disagree_households, 'disagreeArea', ${metres('t.disagree_area')}, 'abstainHouseholds', t.abstain_households,
    'abstainArea', ${metres('t.abstain_area')}, 'votersIn', t.voters_in, 'votersAgree', t.voters_agree),
  'head', jsonb_build_object('seq', t.head_seq, 'hash', t.head_hash))`;

/** Behind the lock of the tally's row, so that nothing comes between counting and closing. */
export async function closeRound(client: ClientBase, roundId: string): Promise<void> {
  await client.query('SELECT 1 FROM vote_tally WHERE round_id = $1 FOR UPDATE', [roundId]);
  await client.query(
    `UPDATE vote_round SET status = 'closed', closed_at = anju_now(), provisional = ${RESULT} FROM vote_tally t WHERE t.round_id = vote_round.id AND id = $1`,
    [roundId],
  );
}

export async function certifyRound(client: ClientBase, roundId: string): Promise<void> {
  await client.query('SELECT 1 FROM vote_tally WHERE round_id = $1 FOR UPDATE', [roundId]);
  await client.query(
    `UPDATE vote_round SET status = 'certified', certified_at = anju_now(), outcome = 'passed', result = ${RESULT} FROM vote_tally t WHERE t.round_id = vote_round.id AND id = $1`,
    [roundId],
  );
}

/** What the database keeps of the round, in the shape of `recount`. */
export async function keptOf(client: ClientBase, { id, households }: RoundOfTest) {
  const rows = async (sql: string, more: unknown[] = []) => (await client.query(sql, [id, ...more])).rows;
  const [tally] = await rows(
    `SELECT agree_households, agree_area, disagree_households, disagree_area, abstain_households, abstain_area, voters_in, voters_agree, checked
     FROM vote_tally WHERE round_id = $1`,
  );
  return {
    tally,
    buildings: await rows(
      `SELECT name, households, area, agree, disagree, abstain, agree_area FROM vote_building WHERE round_id = $1 ORDER BY rtrim(name, '栋')::int`,
    ),
    voters: await rows(
      'SELECT voter, dwellings, agree, disagree, abstain FROM vote_voter WHERE round_id = $1 ORDER BY voter',
    ),
    standings: await rows(
      'SELECT ballot_id, choice, checked FROM vote_standing WHERE round_id = $1 ORDER BY array_position($2::uuid[], household_id)',
      [households],
    ),
  };
}

/** A compound of the place's first community with nothing in it. */
export async function bareCompound(
  client: ClientBase,
  county: { id: string; subdistricts: { communities: { id: string }[] }[] },
  code: string,
): Promise<string> {
  return one(
    client,
    `INSERT INTO compound (county_id, community_id, code, name, pinyin, search_text) VALUES ($1, $2, $3, '粮食局家属院', 'liang shi ju', '粮食局家属院')
     RETURNING id AS value`,
    [county.id, county.subdistricts[0]?.communities[0]?.id, code],
  );
}
