import 'server-only';
import { formatArea } from '@/lib/domain/kernel/area';
import type { RegisterChange, RegisterChanges } from '@/lib/domain/votes/answers';
import { type Dwelling, registerChanges, wouldChangeTogether } from '@/lib/domain/votes/register-changes';
import type { Choice } from '@/lib/domain/votes/types';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { dwellingSql } from '@/lib/server/db/dwelling-sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { DWELLING } from './rows';
import { testOf } from './tally';

interface Row {
  id: string;
  where: string;
  area: string | null;
  owners: { id: string; name: string }[];
  choice: Choice | null;
}

const where = (row: Row | undefined): string => row?.where ?? '';
const names = (row: Row | undefined): string => row?.owners.map(({ name }) => name).join('、') ?? '';
const dwelling = ({ id, area, owners }: Row): Dwelling => ({
  id,
  area: area === null ? null : BigInt(area),
  ownerIds: owners.map((owner) => owner.id),
});

/** The register of today beside the roll that the round froze. Only what differs is judged. */
export async function changesSinceFreeze(reader: Reader, roundId: string): Promise<RegisterChanges> {
  const [round] = await reader.$queryRaw<{ compoundId: string; test: string; rulebookId: string }[]>`
    SELECT compound_id AS "compoundId", test, rulebook_id AS "rulebookId" FROM vote_round WHERE id = ${roundId}::uuid AND roll_hash IS NOT NULL`;
  if (!round) return { items: [], wouldChange: false };
  const frozen = await reader.$queryRaw<Row[]>`
    SELECT v.household_id AS id, ${DWELLING} AS where, v.area::text AS area, v.owners, s.choice
    FROM vote_roll v JOIN vote_standing s ON s.round_id = v.round_id AND s.household_id = v.household_id WHERE v.round_id = ${roundId}::uuid ORDER BY v.sort_key`;
  const today = await reader.$queryRaw<Row[]>`
    SELECT h.id, ${dwellingSql('b.name', 'h.unit_no', 'h.room')} AS where, h.exclusive_area::text AS area, NULL AS choice,
      coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', o.name_masked) ORDER BY x.position, o.id) FROM household_owner x JOIN owner o ON o.id = x.owner_id
        WHERE x.household_id = h.id AND x.ended_at IS NULL AND o.status = 'active'), '[]') AS owners
    FROM household h JOIN building b ON b.id = h.building_id WHERE h.compound_id = ${round.compoundId}::uuid AND h.status = 'active' AND b.status = 'active' ORDER BY b.sort_key, h.sort_key`;
  const standing = new Map(frozen.flatMap(({ id, choice }): [string, Choice][] => (choice ? [[id, choice]] : [])));
  const test = testOf(await rulebookOf(reader, round.rulebookId), round.test);
  const [then, now] = [new Map(frozen.map((row) => [row.id, row])), new Map(today.map((row) => [row.id, row]))];
  const [rollThen, rollNow] = [frozen.map(dwelling), today.map(dwelling)];
  const items = registerChanges(test, rollThen, rollNow, standing).map((change): RegisterChange => {
    const [from, to] = [then.get(change.householdId), now.get(change.householdId)];
    const said = (row: Row | undefined) =>
      change.kind === 'owners' ? names(row) : row?.area ? formatArea(BigInt(row.area)) : null;
    return {
      householdId: change.householdId,
      where: where(from ?? to),
      kind: change.kind,
      from: from ? said(from) : null,
      to: to ? said(to) : null,
      wouldChange: change.wouldChange,
    };
  });
  return { items, wouldChange: wouldChangeTogether(test, rollThen, rollNow, standing) };
}
