import 'server-only';
import { dwellingName } from '@/lib/domain/compounds/dwelling-name';
import { formatArea } from '@/lib/domain/kernel/area';
import { formatMoney, type Money } from '@/lib/domain/kernel/money';
import { sharesOf } from '@/lib/domain/votes/shares';
import type { ShareRule } from '@/lib/domain/votes/types';
import type { Reader } from '@/lib/server/db/with-reader';

export interface HouseholdShare {
  id: string;
  /** '3栋 2单元 501': by room, nobody's name */
  home: string;
  area: string | null;
  share: string;
}

/** Each household's part of what its compound raises, in the order of the register; together to the fen. Empty where the register is not to be seen. */
export async function householdShares(
  reader: Reader,
  compoundId: string,
  total: Money,
  rule: ShareRule,
): Promise<HouseholdShare[]> {
  const rows = await reader.$queryRaw<
    { id: string; buildingName: string; unitNo: string; room: string; area: string | null }[]
  >`
    SELECT h.id, b.name AS "buildingName", h.unit_no AS "unitNo", h.room, h.exclusive_area::text AS area FROM household h JOIN building b ON b.id = h.building_id
    WHERE h.compound_id = ${compoundId}::uuid AND h.status = 'active' AND b.status = 'active' ORDER BY b.sort_key, b.id, h.sort_key, h.id`;
  const shares = sharesOf(
    total,
    rule,
    rows.map(({ id, area }) => ({ id, area: BigInt(area ?? 0) })),
  );
  return rows.map((row) => ({
    ...{ id: row.id, home: dwellingName(row) },
    area: row.area === null ? null : formatArea(BigInt(row.area)),
    share: formatMoney(shares.get(row.id) ?? 0n),
  }));
}
