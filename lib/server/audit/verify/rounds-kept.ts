import 'server-only';
import type pg from 'pg';
import { ROLL_HASH } from '@/lib/server/votes/roll-hash';
import type { Problem, ProblemKind } from './records';

/** A place that is wrong: which round, and where in it. */
interface Place {
  round_id: string;
  seq: number | null;
  ballot: string | null;
  detail: string | null;
}

// The tally's row is the head that the next writer builds on.
const HEADS = `SELECT coalesce(t.round_id, e.round_id) AS round_id, coalesce(t.head_seq, e.seq) AS seq, NULL::uuid AS ballot, concat_ws(' / ', t.head_seq, e.seq) AS detail
  FROM vote_tally t FULL JOIN (SELECT DISTINCT ON (round_id) round_id, seq, hash FROM vote_entry ORDER BY round_id, seq DESC) e ON e.round_id = t.round_id
  WHERE t.round_id IS NULL OR t.head_seq <> coalesce(e.seq, 0) OR (e.seq IS NOT NULL AND t.head_hash <> e.hash)`;

const ROLL = `SELECT coalesce(v.round_id, o.round_id) AS round_id, o.seq, NULL::uuid AS ballot, NULL AS detail
  FROM (SELECT v.round_id, ${ROLL_HASH} AS hash, count(*) AS households, sum(v.area)::text AS area, count(DISTINCT v.voter) AS voters FROM vote_roll v GROUP BY v.round_id) v
    FULL JOIN (SELECT round_id, seq, content FROM vote_entry WHERE kind = 'opened') o ON o.round_id = v.round_id
  WHERE o.round_id IS NOT NULL AND (o.content ->> 'rollHash', o.content -> 'households', o.content ->> 'area', o.content -> 'voters')
    IS DISTINCT FROM (v.hash, to_jsonb(v.households), v.area, to_jsonb(v.voters))`;

// What a round says of itself beside what its chain says of each step.
const STEPS = `WITH step AS (
    SELECT e.round_id, e.seq, e.kind, e.content, e.prev_hash, row_number() OVER (PARTITION BY e.round_id ORDER BY e.seq DESC) AS back, count(*) OVER (PARTITION BY e.round_id, e.kind) AS times,
      lag(e.kind) OVER (PARTITION BY e.round_id ORDER BY e.seq) AS before
    FROM vote_entry e WHERE e.kind IN ('opened', 'closed', 'certified', 'cancelled')
  )
  SELECT s.round_id, s.seq, NULL::uuid AS ballot, s.kind AS detail FROM step s LEFT JOIN vote_round r ON r.id = s.round_id
    WHERE r.id IS NULL OR s.times > 1 OR (s.back = 1 AND r.status IS DISTINCT FROM CASE s.kind WHEN 'opened' THEN 'open' ELSE s.kind END)
      OR s.before IS DISTINCT FROM CASE s.kind WHEN 'opened' THEN NULL WHEN 'closed' THEN 'opened' WHEN 'certified' THEN 'closed' ELSE s.before END
      OR s.content IS DISTINCT FROM CASE s.kind
        WHEN 'opened' THEN jsonb_build_object('rollHash', r.roll_hash, 'households', r.roll_households, 'area', r.roll_area::text, 'voters', r.roll_voters, 'scheme', r.scheme_id, 'test', r.test)
        WHEN 'closed' THEN r.provisional
        WHEN 'certified' THEN r.result || jsonb_build_object('outcome', r.outcome)
        ELSE jsonb_build_object('reason', r.cancelled_reason) END
      OR (s.kind IN ('closed', 'certified') AND s.content -> 'head' IS DISTINCT FROM jsonb_build_object('seq', s.seq - 1, 'hash', s.prev_hash))
  UNION ALL SELECT r.id, NULL, NULL::uuid, r.status FROM vote_round r
    WHERE r.status NOT IN ('draft', 'cancelled') AND NOT EXISTS (SELECT 1 FROM step s WHERE s.round_id = r.id)
  UNION ALL SELECT e.round_id, e.seq, NULL::uuid, e.kind FROM vote_entry e JOIN step s ON s.round_id = e.round_id AND s.kind IN ('certified', 'cancelled') AND e.seq > s.seq
  UNION ALL SELECT c.round_id, e.seq, c.ballot_id, 'call_back' FROM call_back c LEFT JOIN LATERAL (
      SELECT x.seq, x.content FROM vote_entry x WHERE x.round_id = c.round_id AND x.kind = 'call_back' AND x.content ->> 'household' = c.household_id::text ORDER BY x.seq DESC LIMIT 1) e ON true
    WHERE (c.outcome IS NOT NULL OR e.seq IS NOT NULL)
      AND e.content IS DISTINCT FROM jsonb_build_object('household', c.household_id, 'ballot', c.ballot_id, 'outcome', c.outcome, 'note', c.note)`;

// Counted anew from roll, ballots and looks: what stands of a household is the one ballot that no other replaces.
const COUNTED = `WITH stands AS MATERIALIZED (
    SELECT v.round_id, v.household_id, v.building_id, v.voter, v.area, b.id AS ballot_id, b.choice, coalesce(c.verdict = 'right', false) AS checked
    FROM vote_roll v LEFT JOIN (
      SELECT b.* FROM ballot b LEFT JOIN ballot later ON later.replaces_id = b.id WHERE b.kind <> 'noted' AND later.id IS NULL
    ) b ON b.round_id = v.round_id AND b.household_id = v.household_id LEFT JOIN ballot_check c ON c.ballot_id = b.id
    WHERE EXISTS (SELECT 1 FROM vote_tally t WHERE t.round_id = v.round_id)
  ), voters AS (
    SELECT round_id, voter, count(*) AS dwellings, count(*) FILTER (WHERE choice = 'agree') AS agree, count(*) FILTER (WHERE choice = 'disagree') AS disagree,
      count(*) FILTER (WHERE choice = 'abstain') AS abstain FROM stands GROUP BY 1, 2
  ), sums AS (
    SELECT round_id, count(*) FILTER (WHERE choice = 'agree') AS ah, coalesce(sum(area) FILTER (WHERE choice = 'agree'), 0) AS aa,
      count(*) FILTER (WHERE choice = 'disagree') AS dh, coalesce(sum(area) FILTER (WHERE choice = 'disagree'), 0) AS da,
      count(*) FILTER (WHERE choice = 'abstain') AS xh, coalesce(sum(area) FILTER (WHERE choice = 'abstain'), 0) AS xa, count(*) FILTER (WHERE checked) AS checked FROM stands GROUP BY 1
  ), people AS (
    SELECT round_id, count(*) FILTER (WHERE agree + disagree + abstain > 0) AS inside, count(*) FILTER (WHERE agree > 0 AND disagree + abstain = 0) AS agreeing FROM voters GROUP BY 1
  ), buildings AS (
    SELECT round_id, building_id, count(*) AS households, sum(area) AS area, count(*) FILTER (WHERE choice = 'agree') AS agree, count(*) FILTER (WHERE choice = 'disagree') AS disagree,
      count(*) FILTER (WHERE choice = 'abstain') AS abstain, coalesce(sum(area) FILTER (WHERE choice = 'agree'), 0) AS agree_area FROM stands GROUP BY 1, 2
  )`;
const SUMS = `${COUNTED}
  SELECT coalesce(s.round_id, t.round_id) AS round_id, NULL::int AS seq, NULL::uuid AS ballot, 'vote_tally' AS detail
    FROM vote_tally t FULL JOIN (sums s JOIN people p USING (round_id)) ON s.round_id = t.round_id
    WHERE (t.agree_households, t.agree_area, t.disagree_households, t.disagree_area, t.abstain_households, t.abstain_area, t.checked, t.voters_in, t.voters_agree)
      IS DISTINCT FROM (s.ah, s.aa, s.dh, s.da, s.xh, s.xa, s.checked, p.inside, p.agreeing)
  UNION ALL SELECT coalesce(n.round_id, b.round_id), NULL, NULL, 'vote_building ' || coalesce(n.building_id, b.building_id)
    FROM vote_building b FULL JOIN buildings n ON n.round_id = b.round_id AND n.building_id = b.building_id
    WHERE (b.households, b.area, b.agree, b.disagree, b.abstain, b.agree_area) IS DISTINCT FROM (n.households, n.area, n.agree, n.disagree, n.abstain, n.agree_area)
  UNION ALL SELECT coalesce(n.round_id, v.round_id), NULL, NULL, 'vote_voter ' || coalesce(n.voter, v.voter)
    FROM vote_voter v FULL JOIN (SELECT * FROM voters WHERE dwellings > 1) n ON n.round_id = v.round_id AND n.voter = v.voter
    WHERE (v.dwellings, v.agree, v.disagree, v.abstain) IS DISTINCT FROM (n.dwellings, n.agree, n.disagree, n.abstain)
  UNION ALL SELECT coalesce(n.round_id, s.round_id), NULL, n.ballot_id, 'vote_standing ' || coalesce(n.household_id, s.household_id)
    FROM vote_standing s FULL JOIN stands n ON n.round_id = s.round_id AND n.household_id = s.household_id
    WHERE (s.household_id, s.ballot_id, s.choice, s.checked) IS DISTINCT FROM (n.household_id, n.ballot_id, n.choice, n.checked)`;

// A certified result beside the sums, which are held against the ballots by themselves.
const metres = (column: string) => `(${column} / 100)::text || '.' || lpad((${column} % 100)::text, 2, '0')`;
const RESULTS = `SELECT r.id AS round_id, NULL::int AS seq, NULL::uuid AS ballot, 'result' AS detail FROM vote_round r LEFT JOIN vote_tally t ON t.round_id = r.id
  WHERE r.status = 'certified' AND NOT coalesce(r.result -> 'tally' @> jsonb_build_object('agreeHouseholds', t.agree_households, 'agreeArea', ${metres('t.agree_area')},
    'disagreeHouseholds', t.disagree_households, 'disagreeArea', ${metres('t.disagree_area')}, 'abstainHouseholds', t.abstain_households,
    'abstainArea', ${metres('t.abstain_area')}, 'votersIn', t.voters_in, 'votersAgree', t.voters_agree), false)`;

// After closing a ballot is what an upheld objection made of it; a first one was collected before closing (its moment is kept in whole milliseconds) and has its photo.
const AFTER_CLOSING = `SELECT b.round_id, b.seq, b.id AS ballot, b.kind AS detail
  FROM vote_entry e JOIN ballot b ON b.round_id = e.round_id AND b.seq > e.seq
    LEFT JOIN objection o ON o.id = b.objection_id AND o.round_id = b.round_id AND o.household_id = b.household_id AND o.ballot_id = b.id AND o.verdict = 'upheld'
  WHERE e.kind = 'closed' AND (o.id IS NULL OR b.kind = 'noted'
    OR (b.kind = 'recorded' AND (b.photo_sha256 IS NULL OR b.collected_at > e.at + interval '1 millisecond')))`;

const KINDS: readonly [ProblemKind, string][] = [
  ['vote_head', HEADS],
  ['vote_roll_altered', ROLL],
  ['vote_step', STEPS],
  ['vote_sums', SUMS],
  ['vote_result', RESULTS],
  ['vote_after_closing', AFTER_CLOSING],
];
/** More of a kind than anybody reads one by one. */
const MOST = 1_000;

/** What stands beside the chains of the rounds: roll, steps and kept sums, all rounds in one question each. */
export async function roundProblems(client: pg.Client): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [kind, sql] of KINDS) {
    const { rows } = await client.query<Place & { code: string | null }>(
      `SELECT p.*, r.code FROM (${sql}) p LEFT JOIN vote_round r ON r.id = p.round_id ORDER BY r.code, p.seq, p.detail LIMIT ${MOST}`,
    );
    for (const { round_id, code, seq, ballot, detail } of rows) {
      problems.push({
        kind,
        chain: `round:${round_id}`,
        round: code ?? undefined,
        seq: seq ?? undefined,
        ballot: ballot ?? undefined,
        detail: detail ?? undefined,
      });
    }
  }
  return problems;
}
