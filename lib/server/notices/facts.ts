import 'server-only';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { NoticeFacts, RoundFacts, SchemeFacts } from '@/lib/domain/notices/facts';
import { compoundFacts, type Registered } from '@/lib/domain/notices/scope';
import type { NoticeKind } from '@/lib/domain/notices/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { MEASURE_LABELS, ROUND_LABELS } from '@/lib/domain/votes/labels';
import type { RoundNumber, RoundStatus } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce, rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Tx } from '@/lib/server/db/with-actor';
import { type KeptSums, sumsOfKept, TALLY, tallyView, verdictsOf } from '@/lib/server/votes/tally';

export interface Listed {
  compoundId: string;
  note?: string | null | undefined;
}

export interface Subject {
  kind: NoticeKind;
  compounds: readonly Listed[];
  schemeId: string | null;
  roundId: string | null;
}

/** What a notice is about, as it stands now. */
export interface Source {
  county: { id: string; name: string };
  /** the one compound, of all kinds but the list */
  compoundId: string | null;
  facts: NoticeFacts;
  leastDays: number;
  partsMissing: string[];
  schemeFinal: boolean;
  roundStatus: RoundStatus | null;
}

interface CompoundRow extends Registered {
  countyId: string;
  county: string;
}

async function compoundRows(tx: Tx, actor: Actor, ids: readonly string[]): Promise<CompoundRow[]> {
  return tx.$queryRaw<CompoundRow[]>`
    SELECT c.id, c.name, c.county_id AS "countyId", cu.name AS county, concat_ws(' ', su.name, mu.name) AS place, c.address,
      coalesce(t.buildings, 0) AS buildings, coalesce(t.households, 0) AS households,
      (SELECT count(DISTINCT o.owner_id)::int FROM household_owner o WHERE o.compound_id = c.id AND o.ended_at IS NULL) AS owners,
      coalesce(t.floor_area, 0)::text AS "floorArea", coalesce(t.exclusive_area, 0)::text AS "exclusiveArea"
    FROM compound c LEFT JOIN compound_total t ON t.compound_id = c.id JOIN unit cu ON cu.id = c.county_id
      LEFT JOIN unit su ON su.id = c.subdistrict_id LEFT JOIN unit mu ON mu.id = c.community_id
    WHERE c.id = ANY(${[...ids]}::uuid[]) AND c.status = 'active' AND c.county_id = ANY(${[...actor.counties]}::uuid[])
    ORDER BY array_position(${[...ids]}::uuid[], c.id)`;
}

interface SchemeRow {
  compoundId: string;
  no: number;
  title: string;
  estimate: string;
  ownersShare: string;
  status: string;
  hash: string | null;
  parts: { part: string; summary: string }[];
}

async function schemeOf(tx: Tx, actor: Actor, id: string): Promise<SchemeRow | undefined> {
  const [row] = await tx.$queryRaw<SchemeRow[]>`
    SELECT s.compound_id AS "compoundId", s.no, s.title, s.estimate::text AS estimate, s.owners_share::text AS "ownersShare", s.status, s.hash,
      coalesce((SELECT json_agg(json_build_object('part', p.part, 'summary', p.summary)) FROM scheme_part p WHERE p.scheme_id = s.id), '[]'::json) AS parts
    FROM scheme s WHERE s.id = ${id}::uuid AND s.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row;
}

function schemeFacts(row: SchemeRow, { votes }: Rulebook): SchemeFacts {
  const parts = votes.schemeParts.flatMap(({ code, name }) =>
    row.parts.filter(({ part }) => part === code).map(({ summary }) => ({ part: code, name, summary })),
  );
  return {
    no: row.no,
    title: row.title,
    estimate: formatHundredths(BigInt(row.estimate)),
    ownersShare: formatHundredths(BigInt(row.ownersShare)),
    hash: row.hash ?? '',
    parts,
  };
}

interface RoundRow {
  compoundId: string;
  round: RoundNumber;
  attempt: number;
  status: RoundStatus;
  test: string;
  rulebookId: string;
  buildings: number;
  seal: RoundFacts['seal'];
  tally: KeptSums | null;
}

async function roundOf(tx: Tx, actor: Actor, id: string): Promise<RoundRow | undefined> {
  const [row] = await tx.$queryRaw<RoundRow[]>`
    SELECT r.compound_id AS "compoundId", r.round, r.attempt, r.status, r.test, r.rulebook_id AS "rulebookId",
      (SELECT count(*)::int FROM vote_building b WHERE b.round_id = r.id) AS buildings, ${TALLY} AS tally,
      json_build_object('code', r.code, 'rollHash', r.roll_hash, 'seq', t.head_seq, 'hash', t.head_hash) AS seal
    FROM vote_round r LEFT JOIN vote_tally t ON t.round_id = r.id
    WHERE r.id = ${id}::uuid AND r.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row;
}

const wanted = ({ strict, threshold }: { strict: boolean; threshold: string }): string =>
  `${strict ? '超过' : '不少于'}${threshold}`;

/** Sums and verdicts of the frozen roll: what the register says by now is another matter. */
function roundFacts({ round, attempt, test, seal }: RoundRow, kept: KeptSums, rulebook: Rulebook): RoundFacts {
  const { households, area, ...tally } = tallyView(kept);
  return {
    round,
    attempt,
    name: ROUND_LABELS[round].zh,
    seal,
    households,
    area,
    agreeHouseholds: tally.agreeHouseholds,
    agreeArea: tally.agreeArea,
    disagreeHouseholds: tally.disagreeHouseholds,
    disagreeArea: tally.disagreeArea,
    abstainHouseholds: tally.abstainHouseholds,
    abstainArea: tally.abstainArea,
    tests: verdictsOf(rulebook, test, sumsOfKept(kept)).map(({ name, clause, decides, passed, measures }) => ({
      name,
      clause,
      decides,
      passed,
      measures: measures.map((measure) => ({
        name: MEASURE_LABELS[measure.of].zh,
        percent: measure.percent,
        threshold: wanted(measure),
        reached: measure.reached,
      })),
    })),
  };
}

async function withRound(tx: Tx, facts: NoticeFacts, row: RoundRow): Promise<NoticeFacts> {
  if (!row.tally) return facts;
  const round = roundFacts(row, row.tally, await rulebookOf(tx, row.rulebookId));
  const { households, voters } = row.tally;
  const scope = { compounds: 1, buildings: row.buildings, households, owners: voters, area: round.area };
  return { ...facts, scope: { ...scope, areaKind: 'exclusive' }, round };
}

/** null where something that it names is not there, or is not this person's. */
export async function readSource(tx: Tx, actor: Actor, subject: Subject): Promise<Source | null> {
  const { rulebook } = await rulebookInForce(tx);
  const scheme = subject.schemeId ? await schemeOf(tx, actor, subject.schemeId) : undefined;
  const round = subject.roundId ? await roundOf(tx, actor, subject.roundId) : undefined;
  if ((subject.schemeId && !scheme) || (subject.roundId && !round)) return null;
  const about = scheme?.compoundId ?? round?.compoundId;
  const listed = about ? [{ compoundId: about }] : subject.compounds;
  const rows = await compoundRows(tx, actor, [...new Set(listed.map(({ compoundId }) => compoundId))]);
  const [first] = rows;
  if (!first || rows.length !== new Set(listed.map(({ compoundId }) => compoundId)).size) return null;
  if (rows.some(({ countyId }) => countyId !== first.countyId)) return null;
  const notes = new Map(listed.map(({ compoundId, note }) => [compoundId, note ?? null]));
  const facts = compoundFacts(rows, notes);
  const missing = rulebook.votes.schemeParts.filter(
    ({ code }) => !scheme?.parts.some(({ part, summary }) => part === code && summary.trim() !== ''),
  );
  return {
    county: { id: first.countyId, name: first.county },
    compoundId: subject.kind === 'list' ? null : first.id,
    facts: round
      ? await withRound(tx, facts, round)
      : scheme
        ? { ...facts, scheme: schemeFacts(scheme, rulebook) }
        : facts,
    leastDays: rulebook.notices.days,
    partsMissing: scheme ? missing.map(({ name }) => name) : [],
    schemeFinal: scheme?.status === 'final',
    roundStatus: round?.status ?? null,
  };
}
