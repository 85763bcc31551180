import 'server-only';
import { maskName } from '@/lib/domain/compounds/masking';
import { numberVoters } from '@/lib/domain/votes/voters';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { receiptCodeOf, receiptHashOf } from './receipt-code';
import { ROLL_HASH } from './roll-hash';

interface Registered {
  id: string;
  buildingId: string;
  buildingName: string;
  unitNo: string;
  room: string;
  storey: number | null;
  sortKey: string;
  area: bigint | null;
  owners: { id: string; kind: string; name: string }[];
}

/** The register of a compound as it stands: dwellings with their owners, in the order of the doors. */
export const registered = (tx: Tx, compoundId: string): Promise<Registered[]> =>
  tx.$queryRaw<Registered[]>`
    SELECT h.id, b.id AS "buildingId", b.name AS "buildingName", h.unit_no AS "unitNo", h.room, h.storey, b.sort_key || ' ' || h.sort_key AS "sortKey", h.exclusive_area AS area,
      coalesce((SELECT json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name_masked) ORDER BY x.position, o.id) FROM household_owner x JOIN owner o ON o.id = x.owner_id
        WHERE x.household_id = h.id AND x.ended_at IS NULL AND o.status = 'active'), '[]') AS owners
    FROM household h JOIN building b ON b.id = h.building_id
    WHERE h.compound_id = ${compoundId}::uuid AND h.status = 'active' AND b.status = 'active' ORDER BY b.sort_key, b.id, h.sort_key, h.id`;

export interface FrozenRoll {
  households: number;
  area: bigint;
  voters: number;
  hash: string;
}

/** Copies the register into the round's roll, once and for good, and says what it holds. Names of persons stay masked. */
export async function freezeRoll(tx: Tx, roundId: string, homes: readonly Registered[]): Promise<FrozenRoll> {
  const numbered = numberVoters(homes.map(({ id, owners }) => ({ id, ownerIds: owners.map((owner) => owner.id) })));
  const rows = homes.map(({ area, owners, ...home }) => ({
    household_id: home.id,
    building_id: home.buildingId,
    building_name: home.buildingName,
    unit_no: home.unitNo,
    room: home.room,
    storey: home.storey,
    sort_key: home.sortKey,
    area: String(area ?? 0n),
    voter: numbered.get(home.id)?.voter ?? 0,
    voter_dwellings: numbered.get(home.id)?.dwellings ?? 1,
    owners: owners.map(({ id, kind, name }) => ({ id, kind, name: kind === 'person' ? maskName(name) : name })),
    receipt_hash: receiptHashOf(receiptCodeOf(roundId, home.id)),
  }));
  await tx.$executeRaw`
    INSERT INTO vote_roll (round_id, county_id, subdistrict_id, community_id, household_id, building_id, building_name, unit_no, room, storey, sort_key, area, voter, voter_dwellings, owners, receipt_hash)
    SELECT r.id, r.county_id, r.subdistrict_id, r.community_id, i.* FROM vote_round r,
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(household_id uuid, building_id uuid, building_name text, unit_no text, room text, storey int, sort_key text, area bigint,
        voter int, voter_dwellings int, owners jsonb, receipt_hash text)
    WHERE r.id = ${roundId}::uuid`;
  await tx.$queryRaw`SELECT vote_freeze(${roundId}::uuid)::text`;
  const [frozen] = await tx.$queryRaw<FrozenRoll[]>(Prisma.sql`
    SELECT count(*)::int AS households, sum(v.area)::bigint AS area, max(v.voter)::int AS voters, ${Prisma.raw(ROLL_HASH)} AS hash FROM vote_roll v WHERE v.round_id = ${roundId}::uuid`);
  if (!frozen) throw new Error('a roll was frozen and is not there');
  return frozen;
}
