import 'server-only';
import type { HaveView, PlanView } from '@/lib/domain/plans/answers';
import type { PlanBuilding, PlanCell } from '@/lib/domain/plans/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { englishName } from '@/lib/server/units/named';
import { instant } from '@/lib/server/votes/rows';
import { CELL_JSON, cellOf, type StoredCell } from './rows';
import { planScope } from './scope';

export type BuildingFacts = PlanBuilding & { storeys: number | null; units: number | null; households: number };

type Head = Pick<PlanView, 'id' | 'no' | 'title' | 'note' | 'status' | 'hash' | 'version' | 'compound'> & {
  finalizedAt: string | null;
  finalizedBy: string | null;
  updatedAt: string;
  rulebookId: string;
  countyId: string;
};

interface Row extends Head {
  cells: StoredCell[];
  buildings: BuildingFacts[];
  haves: Omit<HaveView, 'name' | 'nameEn'>[];
  demandOf: PlanView['demandOf'];
}

/** A plan with everything that is decided in it, and the rules that it goes by. */
export interface PlanFacts extends Head {
  rulebook: Rulebook;
  cells: PlanCell[];
  buildings: BuildingFacts[];
  haves: Row['haves'];
  demandOf: PlanView['demandOf'];
}

/** Buildings in use, and those out of use that the plan still speaks of. */
const BUILDINGS = Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', b.id, 'name', b.name, 'retired', b.status <> 'active', 'storeys', b.storeys, 'units', b.units,
    'households', coalesce(t.n, b.stated_households, 0)) ORDER BY b.sort_key, b.id)
  FROM building b LEFT JOIN (SELECT h.building_id, count(*)::int AS n FROM household h WHERE h.compound_id = p.compound_id AND h.status = 'active' GROUP BY h.building_id) t ON t.building_id = b.id
  WHERE b.compound_id = p.compound_id AND (b.status = 'active' OR EXISTS (SELECT 1 FROM plan_item i WHERE i.plan_id = p.id AND i.building_id = b.id AND i.answer <> 'none'))), '[]')`;

/** The first vote that is over: certified before closed, the latest first. */
const DEMAND_OF = Prisma.sql`(SELECT json_build_object('roundId', r.id, 'households', r.roll_households) FROM vote_round r
  WHERE r.compound_id = p.compound_id AND r.round = 1 AND r.status IN ('closed', 'certified') ORDER BY r.attempt DESC LIMIT 1)`;

/** One statement, whatever its size: 20 buildings of 36 items are one text. */
export async function planFacts(reader: Reader, actor: Actor, id: string): Promise<PlanFacts | null> {
  const [row] = await reader.$queryRaw<Row[]>(Prisma.sql`
    SELECT p.id, p.no, p.title, p.note, p.status, p.hash, p.version, p.rulebook_id AS "rulebookId", p.county_id AS "countyId", ${instant('p.finalized_at')} AS "finalizedAt",
      anju_name_of(p.finalized_by) AS "finalizedBy", ${instant('p.updated_at')} AS "updatedAt",
      json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'active', c.status = 'active', 'place', concat_ws(' · ', co.name, su.name, cm.name),
        'placeEn', concat_ws(' · ', ${englishName('co')}, ${englishName('su')}, ${englishName('cm')})) AS compound,
      coalesce((SELECT json_agg(${CELL_JSON} ORDER BY i.item, i.building_id) FROM plan_item i WHERE i.plan_id = p.id), '[]') AS cells,
      ${BUILDINGS} AS buildings, ${DEMAND_OF} AS "demandOf",
      coalesce((SELECT json_agg(json_build_object('code', h.have, 'attested', h.attested, 'note', h.note, 'photoFileId', h.photo_file_id, 'by', anju_name_of(h.attested_by),
        'at', ${instant('h.attested_at')})) FROM compound_have h WHERE h.compound_id = p.compound_id), '[]') AS haves
    FROM compound_plan p JOIN compound c ON c.id = p.compound_id LEFT JOIN unit co ON co.id = p.county_id LEFT JOIN unit su ON su.id = p.subdistrict_id
      LEFT JOIN unit cm ON cm.id = p.community_id
    WHERE p.id = ${id}::uuid AND ${planScope(actor)}`);
  if (!row) return null;
  return { ...row, rulebook: await rulebookOf(reader, row.rulebookId), cells: row.cells.map(cellOf) };
}
