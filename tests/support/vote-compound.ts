import type pg from 'pg';
import type { Place } from './world';

export interface VoteHomeMade {
  id: string;
  room: string;
  /** 0.01 m² */
  area: number;
}

export interface VoteCompound {
  id: string;
  code: string;
  buildingIds: string[];
  homes: VoteHomeMade[];
}

let made = 0;

/** A compound of the first community of a county with so many dwellings of 88.33 m², eight to a building, each with an owner of its own. */
export async function voteCompound(
  owner: pg.Client,
  county: Place,
  { households = 12, area = 8_833, perBuilding = 8 }: { households?: number; area?: number; perBuilding?: number } = {},
): Promise<VoteCompound> {
  made += 1;
  const code = `V${String(made).padStart(4, '0')}-${Date.now().toString(36)}`;
  const community = county.subdistricts[0]?.communities[0]?.id;
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO compound (county_id, subdistrict_id, community_id, code, name, pinyin, search_text, eligibility)
     VALUES ($1, $2, $3, $4, $5, 'wen hua lu', '文化路', 'eligible') RETURNING id`,
    [county.id, county.subdistricts[0]?.id, community, code, `文化路${made}号院`],
  );
  const id = rows[0]?.id ?? '';
  const buildingIds: string[] = [];
  for (let at = 0; at * perBuilding < households; at++) {
    const one = await owner.query<{ id: string }>(
      `INSERT INTO building (compound_id, county_id, name, sort_key) VALUES ($1, $2, $3, $4) RETURNING id`,
      [id, county.id, `${at + 1}栋`, String(at + 1).padStart(4, '0')],
    );
    buildingIds.push(one.rows[0]?.id ?? '');
  }
  const homes = await owner.query<VoteHomeMade>(
    `INSERT INTO household (building_id, compound_id, county_id, unit_no, room, storey, sort_key, exclusive_area)
     SELECT ($1::uuid[])[n / $4 + 1], $2, $3, '1', (101 + (n % $4) / 2 * 100 + n % 2)::text, 1 + (n % $4) / 2, lpad((n % $4)::text, 4, '0'), $5
     FROM generate_series(0, $6::int - 1) n RETURNING id, room, exclusive_area::int AS area`,
    [buildingIds, id, county.id, perBuilding, area, households],
  );
  await owner.query(
    `WITH home AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM household WHERE compound_id = $1),
       person AS (INSERT INTO owner (county_id, compound_id, kind, name_masked) SELECT $2, $1, 'person', '王*' FROM home RETURNING id)
     INSERT INTO household_owner (household_id, owner_id, compound_id, county_id)
     SELECT home.id, p.id, $1, $2 FROM home JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM person) p ON p.n = home.n`,
    [id, county.id],
  );
  return { id, code, buildingIds, homes: homes.rows };
}
