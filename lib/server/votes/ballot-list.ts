import 'server-only';
import type { CheckItem, CheckList, CheckListQuery, CheckState } from '@/lib/domain/votes/check-list';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { ballotViews } from './ballot-views';
import { DWELLING } from './rows';

const STATE: Record<CheckState, Prisma.Sql> = {
  waiting: Prisma.sql`k.ballot_id IS NULL`,
  wrong: Prisma.sql`k.verdict = 'wrong'`,
  right: Prisma.sql`k.verdict = 'right'`,
  photo: Prisma.sql`b.channel = 'paper' AND b.photo_file_id IS NULL`,
};

const STANDING = Prisma.sql`vote_standing s JOIN ballot b ON b.id = s.ballot_id LEFT JOIN ballot_check k ON k.ballot_id = b.id`;

interface Counted {
  waiting: number;
  wrong: number;
  right: number;
  photo: number;
  waitingMine: number;
}

interface Place {
  id: string;
  where: string;
  buildingId: string;
  mine: boolean;
}

/** Ballots that stand, as the second person goes through them: in the order of the doors, one's own behind those one may look at. */
export async function ballotsToCheck(
  reader: Reader,
  actor: Actor,
  roundId: string,
  { state, page, limit }: CheckListQuery,
): Promise<CheckList> {
  const mine = Prisma.sql`(b.recorded_by = ${actor.accountId}::uuid)`;
  const [counted] = await reader.$queryRaw<Counted[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE ${STATE.waiting})::int AS waiting, count(*) FILTER (WHERE ${STATE.wrong})::int AS wrong, count(*) FILTER (WHERE ${STATE.right})::int AS right,
      count(*) FILTER (WHERE ${STATE.photo})::int AS photo, count(*) FILTER (WHERE ${STATE.waiting} AND ${mine})::int AS "waitingMine"
    FROM ${STANDING} WHERE s.round_id = ${roundId}::uuid AND s.choice IS NOT NULL`);
  const places = await reader.$queryRaw<Place[]>(Prisma.sql`
    SELECT b.id, ${mine} AS mine, ${DWELLING} AS where, v.building_id AS "buildingId"
    FROM ${STANDING} JOIN vote_roll v ON v.round_id = s.round_id AND v.household_id = s.household_id
    WHERE s.round_id = ${roundId}::uuid AND s.choice IS NOT NULL AND ${STATE[state]}
    ORDER BY ${mine}, v.sort_key, v.household_id LIMIT ${limit}::int OFFSET ${(page - 1) * limit}::int`);
  const views = await ballotViews(reader, actor, roundId, { ids: places.map(({ id }) => id) });
  const known = new Map(views.map((ballot) => [ballot.id, ballot]));
  const { waitingMine = 0, ...counts } = counted ?? { waiting: 0, wrong: 0, right: 0, photo: 0 };
  return {
    items: places.flatMap(({ id, ...place }): CheckItem[] => {
      const ballot = known.get(id);
      return ballot ? [{ ...place, ballot }] : [];
    }),
    total: counts[state],
    counts,
    waitingMine,
  };
}
