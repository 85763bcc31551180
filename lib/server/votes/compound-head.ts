import 'server-only';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { englishName } from '@/lib/server/units/named';

export interface CompoundHead {
  id: string;
  code: string;
  name: string;
  active: boolean;
  place: string;
  placeEn: string;
  households: number;
}

export interface CompoundChoice {
  id: string;
  name: string;
  code: string;
  place: string | null;
  placeEn: string | null;
}

/** Whose schemes and rounds these are. */
export async function compoundHead(reader: Reader, actor: Actor, id: string): Promise<CompoundHead | null> {
  const [row] = await reader.$queryRaw<CompoundHead[]>`
    SELECT c.id, c.code, c.name, c.status = 'active' AS active, concat_ws(' · ', co.name, su.name, cm.name) AS place,
      concat_ws(' · ', ${englishName('co')}, ${englishName('su')}, ${englishName('cm')}) AS "placeEn", coalesce(t.registered_households, 0) AS households
    FROM compound c JOIN unit co ON co.id = c.county_id LEFT JOIN unit su ON su.id = c.subdistrict_id LEFT JOIN unit cm ON cm.id = c.community_id
      LEFT JOIN compound_total t ON t.compound_id = c.id
    WHERE c.id = ${id}::uuid AND c.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row ?? null;
}

const SHOWN = 30;

/** The first of the territory, to choose from before anything was typed. */
export const firstCompounds = (reader: Reader, actor: Actor): Promise<CompoundChoice[]> =>
  reader.$queryRaw<CompoundChoice[]>`
    SELECT c.id, c.name, c.code, coalesce(cm.name, su.name) AS place, coalesce(${englishName('cm')}, ${englishName('su')}) AS "placeEn"
    FROM compound c LEFT JOIN unit su ON su.id = c.subdistrict_id LEFT JOIN unit cm ON cm.id = c.community_id
    WHERE c.status = 'active' AND c.eligibility <> 'ineligible' AND c.county_id = ANY(${[...actor.counties]}::uuid[]) ORDER BY c.pinyin, c.id LIMIT ${SHOWN}`;
