import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type {
  BuildingTally,
  DemandRow,
  RoundLine,
  RoundPackage,
  RoundView,
  VoteHome,
} from '@/lib/domain/votes/answers';
import type { RoundListQuery } from '@/lib/domain/votes/list-query';
import { takesChecks } from '@/lib/domain/votes/phases';
import { conditionsOf, stepOf } from '@/lib/domain/votes/rounds';
import { smallestSet } from '@/lib/domain/votes/smallest-set';
import type { Choice, RollHousehold } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { roundFacts } from './round-facts';
import {
  BUILDINGS,
  buildingTally,
  DWELLING,
  instant,
  ROUND_COLUMNS,
  ROUND_FROM,
  roundRow,
  type StoredRound,
  squareMetres,
} from './rows';
import { suspicionsIn } from './suspicions';
import { sumsOfKept, testOf, verdictsOf } from './tally';

const like = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

interface Judged {
  test: string;
  rulebookId: string;
}

export interface RoundList {
  items: RoundLine[];
  total: number;
}

/** Rounds of the territory; those under way first, then the latest. */
export async function listRounds(reader: Reader, actor: Actor, query: RoundListQuery): Promise<RoundList> {
  const counties = query.county ? actor.counties.filter((id) => id === query.county) : [...actor.counties];
  const where = Prisma.join(
    [
      Prisma.sql`r.county_id = ANY(${counties}::uuid[])`,
      ...(query.community ? [Prisma.sql`r.community_id = ${query.community}::uuid`] : []),
      ...(query.compound ? [Prisma.sql`r.compound_id = ${query.compound}::uuid`] : []),
      ...(query.round ? [Prisma.sql`r.round = ${query.round}::int`] : []),
      ...(query.status === 'live'
        ? [Prisma.sql`r.status IN ('draft', 'open', 'closed')`]
        : query.status
          ? [Prisma.sql`r.status = ${query.status}`]
          : []),
      ...(query.outcome ? [Prisma.sql`r.outcome = ${query.outcome}`] : []),
      ...(query.q ? [Prisma.sql`c.search_text LIKE ${like(query.q)}`] : []),
    ],
    ' AND ',
  );
  const skip = (query.page - 1) * query.limit;
  const rows = await reader.$queryRaw<
    (StoredRound & Judged)[]
  >(Prisma.sql`SELECT ${ROUND_COLUMNS}, r.test, r.rulebook_id AS "rulebookId" FROM ${ROUND_FROM} WHERE ${where}
    ORDER BY CASE r.status WHEN 'open' THEN 0 WHEN 'closed' THEN 1 WHEN 'draft' THEN 2 ELSE 3 END, r.planned_close_on NULLS LAST, r.created_at DESC, r.id LIMIT ${query.limit}::int OFFSET ${skip}::int`);
  const [count] = await reader.$queryRaw<{ total: number }[]>(
    Prisma.sql`SELECT count(*)::int AS total FROM vote_round r JOIN compound c ON c.id = r.compound_id WHERE ${where}`,
  );
  const books = new Map<string, Rulebook>();
  for (const { rulebookId } of rows) books.set(rulebookId, await rulebookOf(reader, rulebookId));
  const signs = await suspicionsIn(
    reader,
    rows.flatMap(({ id, status }) => (takesChecks(status) ? [id] : [])),
  );
  const items = rows.map(({ test, rulebookId, ...row }): RoundLine => {
    const rulebook = books.get(rulebookId);
    const verdicts = row.tally && rulebook ? verdictsOf(rulebook, test, sumsOfKept(row.tally)) : [];
    return { ...roundRow(row), deciding: verdicts[0] ?? null, signs: signs.get(row.id)?.length ?? 0 };
  });
  return { items, total: count?.total ?? 0 };
}

type Stored = StoredRound & {
  rollHash: string | null;
  head: RoundView['head'];
  test: string;
  rulebookId: string;
  cancelledReason: string | null;
  buildings: BuildingTally[];
};

/** A round with its gauges: from the sums that are kept, whatever its size. */
export const roundView = async (reader: Reader, actor: Actor, id: string): Promise<RoundView | null> =>
  (await roundWithRules(reader, actor, id))?.view ?? null;

/** The same with the rule book that it is judged by. */
export async function roundWithRules(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<{ view: RoundView; rulebook: Rulebook } | null> {
  const [row] = await reader.$queryRaw<Stored[]>(Prisma.sql`
    SELECT ${ROUND_COLUMNS}, r.roll_hash AS "rollHash", r.test, r.rulebook_id AS "rulebookId", r.cancelled_reason AS "cancelledReason",
      CASE WHEN t.round_id IS NOT NULL THEN json_build_object('seq', t.head_seq, 'hash', t.head_hash) END AS head,
      ${BUILDINGS} AS buildings
    FROM ${ROUND_FROM} WHERE r.id = ${id}::uuid AND r.county_id = ANY(${[...actor.counties]}::uuid[])`);
  if (!row) return null;
  const { test, rulebookId, rollHash, head, buildings, cancelledReason, ...stored } = row;
  const rulebook = await rulebookOf(reader, rulebookId);
  const step = stepOf(row.status);
  const facts = step && (await roundFacts(reader, actor, id));
  const view: RoundView = {
    ...roundRow(stored),
    rollHash,
    head,
    cancelledReason,
    verdicts: row.tally ? verdictsOf(rulebook, test, sumsOfKept(row.tally)) : [],
    buildings: buildings.map(buildingTally),
    next: { step, conditions: step && facts ? conditionsOf(step, facts) : [] },
  };
  return { view, rulebook };
}

const HOME = Prisma.sql`v.household_id AS id, v.building_id AS "buildingId", v.building_name AS "buildingName", v.unit_no AS "unitNo", v.room, v.storey, v.area::text AS area,
  v.voter, v.voter_dwellings AS "voterDwellings", (SELECT coalesce(json_agg(json_build_object('name', o ->> 'name', 'kind', o ->> 'kind')), '[]') FROM jsonb_array_elements(v.owners) o) AS owners,
  s.ballot_id AS "ballotId", s.choice, s.checked, s.door, s.door_on::text AS "doorOn",
  (SELECT f.form_no FROM vote_form f WHERE f.round_id = v.round_id AND f.household_id = v.household_id AND f.void_at IS NULL) AS "formNo"`;
const HOMES = Prisma.sql`vote_roll v JOIN vote_standing s ON s.round_id = v.round_id AND s.household_id = v.household_id`;

/** The households of a round's roll as they stand: of one building, or of all; `only`: a further condition. In the order of the doors. */
export async function homesOf(
  reader: Reader,
  roundId: string,
  buildingId?: string,
  only = Prisma.empty,
): Promise<VoteHome[]> {
  const where = buildingId ? Prisma.sql`AND v.building_id = ${buildingId}::uuid` : Prisma.empty;
  const rows = await reader.$queryRaw<VoteHome[]>(
    Prisma.sql`SELECT ${HOME} FROM ${HOMES} WHERE v.round_id = ${roundId}::uuid ${where} ${only} ORDER BY v.sort_key, v.household_id`,
  );
  return rows.map((home) => ({ ...home, area: squareMetres(home.area) }));
}

export interface DoorList {
  /** the fewest households that reach every threshold if they agree; null: not even all undecided ones would do */
  needed: VoteHome[] | null;
  undecided: number;
}

/** Which doors to knock at, by building and staircase. */
export async function doorList(reader: Reader, actor: Actor, roundId: string): Promise<DoorList | null> {
  const [round] = await reader.$queryRaw<{ test: string; rulebookId: string }[]>`
    SELECT test, rulebook_id AS "rulebookId" FROM vote_round WHERE id = ${roundId}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[])`;
  if (!round) return null;
  const rows = await reader.$queryRaw<{ id: string; area: string; voter: number; choice: Choice | null }[]>`
    SELECT v.household_id AS id, v.area::text AS area, v.voter, s.choice FROM vote_roll v JOIN vote_standing s ON s.round_id = v.round_id AND s.household_id = v.household_id
    WHERE v.round_id = ${roundId}::uuid ORDER BY v.sort_key, v.household_id`;
  const roll = rows.map(({ id, area, voter }): RollHousehold => ({ id, area: BigInt(area), voter }));
  const standing = new Map(rows.flatMap(({ id, choice }): [string, Choice][] => (choice ? [[id, choice]] : [])));
  const set = smallestSet(testOf(await rulebookOf(reader, round.rulebookId), round.test), roll, standing);
  const ids = set?.map(({ id }) => id) ?? [];
  const homes = await reader.$queryRaw<VoteHome[]>(
    Prisma.sql`SELECT ${HOME} FROM ${HOMES} WHERE v.round_id = ${roundId}::uuid AND v.household_id = ANY(${ids}::uuid[]) ORDER BY v.sort_key, v.household_id`,
  );
  return {
    needed: set && homes.map((home) => ({ ...home, area: squareMetres(home.area) })),
    undecided: roll.length - standing.size,
  };
}

/** Everything a phone needs of an open round; null for one that is not there. */
export async function roundPackage(reader: Reader, actor: Actor, id: string): Promise<RoundPackage | null> {
  const view = await roundView(reader, actor, id);
  if (!view?.tally || !view.rollHash) return null;
  const [stored] = await reader.$queryRaw<{ rulebookId: string; asOf: string }[]>(
    Prisma.sql`SELECT rulebook_id AS "rulebookId", ${instant('anju_now()')} AS "asOf" FROM vote_round WHERE id = ${id}::uuid`,
  );
  const rulebook = await rulebookOf(reader, stored?.rulebookId ?? '');
  const { code, round, attempt, status, compound, tally, verdicts, rollHash } = view;
  return {
    round: { id, code, round, attempt, status },
    compound: { id: compound.id, name: compound.name },
    rollHash,
    homes: await homesOf(reader, id),
    menu: round === 1 ? rulebook.menu.map((item) => ({ code: item.code, name: item.name, scope: item.scope })) : [],
    tally,
    verdicts,
    asOf: stored?.asOf ?? '',
  };
}

/** Whether this actor may look into the round at all; foreign and not existing look alike. */
export async function isThere(reader: Reader, actor: Actor, roundId: string): Promise<boolean> {
  const rows = await reader.$queryRaw<
    unknown[]
  >`SELECT 1 FROM vote_round WHERE id = ${roundId}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[])`;
  return rows.length > 0;
}

export async function isInRoll(reader: Reader, actor: Actor, roundId: string, householdId: string): Promise<boolean> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT 1 FROM vote_roll WHERE round_id = ${roundId}::uuid AND household_id = ${householdId}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[])`;
  return rows.length > 0;
}

/** Demand of round 1, per item of the menu: what counts is what stands. */
export async function demandOf(reader: Reader, roundId: string): Promise<DemandRow[]> {
  const [round] = await reader.$queryRaw<
    { rulebookId: string }[]
  >`SELECT rulebook_id AS "rulebookId" FROM vote_round WHERE id = ${roundId}::uuid`;
  if (!round) return [];
  const rows = await reader.$queryRaw<{ code: string; households: number; area: string }[]>`
    SELECT w.code, count(*)::int AS households, sum(v.area)::text AS area FROM vote_standing s JOIN ballot b ON b.id = s.ballot_id
      JOIN vote_roll v ON v.round_id = s.round_id AND v.household_id = s.household_id, unnest(b.wanted) AS w(code)
    WHERE s.round_id = ${roundId}::uuid AND s.choice IS NOT NULL GROUP BY w.code`;
  const found = new Map(rows.map((row) => [row.code, row]));
  const { menu } = await rulebookOf(reader, round.rulebookId);
  return menu
    .map(({ code, name }) => ({
      code,
      name,
      households: found.get(code)?.households ?? 0,
      area: squareMetres(found.get(code)?.area ?? '0'),
    }))
    .sort((a, b) => b.households - a.households || (a.code < b.code ? -1 : 1));
}

export interface ProblemSaid {
  where: string;
  problems: string;
}

/** The main problems as households said them: each of a dwelling, so for readers of the register alone. */
export async function problemsOf(reader: Reader, actor: Actor, roundId: string): Promise<ProblemSaid[]> {
  if (!can(actor.role, 'register.read')) return [];
  return reader.$queryRaw<ProblemSaid[]>`
    SELECT ${DWELLING} AS where, b.problems FROM vote_standing s JOIN ballot b ON b.id = s.ballot_id
      JOIN vote_roll v ON v.round_id = s.round_id AND v.household_id = s.household_id
    WHERE s.round_id = ${roundId}::uuid AND b.problems IS NOT NULL ORDER BY v.sort_key LIMIT 500`;
}
