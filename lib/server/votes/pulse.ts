import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { BuildingTally } from '@/lib/domain/votes/answers';
import type { Pulse } from '@/lib/domain/votes/pulse';
import type { RoundStatus } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { gridHomes } from './grid';
import { BUILDINGS, buildingTally, instant } from './rows';
import { type KeptSums, sumsOfKept, TALLY, tallyView, verdictsOf } from './tally';

interface Asked {
  /** the link of the chain that one has seen */
  since: number;
  building?: string | undefined;
  /** when one looked last: visits stand in no chain */
  at?: string;
}

/** A visit is dated when its transaction began and seen when it ended. */
const visitsSince = (roundId: string, at: string) =>
  Prisma.sql`SELECT d.household_id FROM door_visit d WHERE d.round_id = ${roundId}::uuid AND d.recorded_at > ${at}::timestamptz - interval '5 seconds'`;

/** Of vote_roll v: households with a ballot or a look behind that link, or whose photo came up again there; or with a visit since. */
function touched(roundId: string, { since, at }: Asked): Prisma.Sql {
  const visits = at ? Prisma.sql`UNION ALL ${visitsSince(roundId, at)}` : Prisma.empty;
  return Prisma.sql`AND v.household_id IN (
    SELECT b.household_id FROM ballot b WHERE b.round_id = ${roundId}::uuid AND b.seq > ${since}::int
    UNION ALL SELECT b.household_id FROM ballot_check k JOIN ballot b ON b.id = k.ballot_id WHERE k.round_id = ${roundId}::uuid AND k.seq > ${since}::int
    UNION ALL SELECT o.household_id FROM ballot b JOIN ballot o ON o.photo_sha256 = b.photo_sha256 AND o.round_id = b.round_id
      WHERE b.round_id = ${roundId}::uuid AND b.seq > ${since}::int ${visits})`;
}

interface Head {
  seq: number;
  asOf: string;
  status: RoundStatus;
  visited: boolean;
}

/** What fifty officers ask every few seconds: the head of the chain, by one key. Only where it moved is more read; households only by readers of the register. */
export async function roundPulse(reader: Reader, actor: Actor, id: string, query: Asked): Promise<Pulse | null> {
  const asked = can(actor.role, 'register.read') ? query : { ...query, building: undefined };
  const visited = asked.building && asked.at ? Prisma.sql`EXISTS (${visitsSince(id, asked.at)})` : Prisma.sql`false`;
  const [head] = await reader.$queryRaw<Head[]>(Prisma.sql`
    SELECT coalesce(t.head_seq, 0) AS seq, ${instant('anju_now()')} AS "asOf", r.status, ${visited} AS visited
    FROM vote_round r LEFT JOIN vote_tally t ON t.round_id = r.id WHERE r.id = ${id}::uuid AND r.county_id = ANY(${[...actor.counties]}::uuid[])`);
  if (!head) return null;
  const { seq, asOf, status } = head;
  const isMoved = seq !== asked.since || head.visited;
  return { seq, asOf, status, changed: isMoved ? await changedSince(reader, id, asked) : null };
}

async function changedSince(reader: Reader, id: string, asked: Asked): Promise<NonNullable<Pulse['changed']>> {
  const [row] = await reader.$queryRaw<
    { test: string; rulebookId: string; tally: KeptSums | null; buildings: BuildingTally[] }[]
  >(Prisma.sql`SELECT r.test, r.rulebook_id AS "rulebookId", ${TALLY} AS tally, ${BUILDINGS} AS buildings
    FROM vote_round r LEFT JOIN vote_tally t ON t.round_id = r.id WHERE r.id = ${id}::uuid`);
  if (!row) throw new Error('a round that went away');
  const sums = row.tally && sumsOfKept(row.tally);
  const verdicts = sums ? verdictsOf(await rulebookOf(reader, row.rulebookId), row.test, sums) : [];
  const { building } = asked;
  const only = touched(id, asked);
  return {
    tally: row.tally && tallyView(row.tally),
    verdict: verdicts.find(({ decides }) => decides) ?? null,
    buildings: row.buildings.map(buildingTally),
    homes: building ? await gridHomes(reader, id, building, only) : [],
    elsewhere: building
      ? await reader.$queryRaw(Prisma.sql`
          SELECT v.household_id AS id, s.choice FROM vote_roll v JOIN vote_standing s ON s.round_id = v.round_id AND s.household_id = v.household_id
          WHERE v.round_id = ${id}::uuid AND v.building_id <> ${building}::uuid AND v.voter_dwellings > 1 ${only}`)
      : [],
  };
}
