import 'server-only';
import type { MenuItem } from '@/lib/domain/rulebook/schema';
import type { GridHome, HomeSign, OtherDwelling } from '@/lib/domain/votes/grid';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { homesOf } from './queries';
import { DWELLING, instant } from './rows';

interface More {
  id: string;
  wrong: boolean;
  samePhoto: boolean;
  beside: boolean;
  doorNote: string | null;
}

const signsOf = ({ samePhoto, wrong, beside }: More): HomeSign[] => [
  ...(samePhoto ? (['samePhoto'] as const) : []),
  ...(wrong ? (['wrong'] as const) : []),
  ...(beside ? (['beside'] as const) : []),
];

/** The cells of one building: how each household stands, with what somebody should look at. `only`: a further condition on vote_roll v. */
export async function gridHomes(
  reader: Reader,
  roundId: string,
  buildingId: string,
  only = Prisma.empty,
): Promise<GridHome[]> {
  const homes = await homesOf(reader, roundId, buildingId, only);
  const more = await reader.$queryRaw<More[]>(Prisma.sql`
    SELECT v.household_id AS id, coalesce(k.verdict = 'wrong', false) AS wrong,
      EXISTS (SELECT 1 FROM ballot o WHERE o.photo_sha256 = b.photo_sha256 AND (o.round_id, o.household_id) <> (b.round_id, b.household_id)) AS "samePhoto",
      EXISTS (SELECT 1 FROM ballot o WHERE o.round_id = v.round_id AND o.household_id = v.household_id AND o.kind = 'noted') AS beside,
      (SELECT d.note FROM door_visit d WHERE d.round_id = v.round_id AND d.household_id = v.household_id ORDER BY d.recorded_at DESC, d.id DESC LIMIT 1) AS "doorNote"
    FROM vote_roll v JOIN vote_standing s ON s.round_id = v.round_id AND s.household_id = v.household_id
      LEFT JOIN ballot b ON b.id = s.ballot_id LEFT JOIN ballot_check k ON k.ballot_id = b.id
    WHERE v.round_id = ${roundId}::uuid AND v.building_id = ${buildingId}::uuid ${only}`);
  const found = new Map(more.map((one) => [one.id, one]));
  return homes.map((home) => {
    const one = found.get(home.id);
    return { ...home, signs: one ? signsOf(one) : [], doorNote: one?.doorNote ?? null };
  });
}

/** Where else in the roll the voters of a building own dwellings; a body that owns whole buildings is cut short. */
export const dwellingsElsewhere = (reader: Reader, roundId: string, buildingId: string): Promise<OtherDwelling[]> =>
  reader.$queryRaw<OtherDwelling[]>`
    SELECT v.voter, v.household_id AS id, v.building_id AS "buildingId", ${DWELLING} AS where, s.choice
    FROM vote_roll v JOIN vote_standing s ON s.round_id = v.round_id AND s.household_id = v.household_id
    WHERE v.round_id = ${roundId}::uuid AND v.building_id <> ${buildingId}::uuid AND v.voter_dwellings > 1
      AND v.voter IN (SELECT o.voter FROM vote_roll o WHERE o.round_id = ${roundId}::uuid AND o.building_id = ${buildingId}::uuid AND o.voter_dwellings > 1)
    ORDER BY v.sort_key LIMIT 300`;

type GridMenu = Pick<MenuItem, 'code' | 'name' | 'nameEn' | 'scope' | 'necessity'>[];

/** The menu of the round's rule book, the office's day and time. */
export async function gridFrame(
  reader: Reader,
  roundId: string,
): Promise<{ menu: GridMenu; today: string; asOf: string }> {
  const [row] = await reader.$queryRaw<{ rulebookId: string; today: string; asOf: string }[]>(Prisma.sql`
    SELECT rulebook_id AS "rulebookId", anju_today()::text AS today, ${instant('anju_now()')} AS "asOf" FROM vote_round WHERE id = ${roundId}::uuid`);
  if (!row) throw new Error('a round without its rule book');
  const { menu } = await rulebookOf(reader, row.rulebookId);
  return {
    menu: menu.map(({ code, name, nameEn, scope, necessity }) => ({ code, name, nameEn, scope, necessity })),
    today: row.today,
    asOf: row.asOf,
  };
}

/** In which building of the roll a household stands; undefined when it stands in none. */
export async function buildingOf(reader: Reader, roundId: string, householdId: string): Promise<string | undefined> {
  const [row] = await reader.$queryRaw<{ id: string }[]>`
    SELECT building_id AS id FROM vote_roll WHERE round_id = ${roundId}::uuid AND household_id = ${householdId}::uuid`;
  return row?.id;
}
