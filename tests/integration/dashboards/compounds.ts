import type { World } from '../../support/world';

export interface Made {
  name: string;
  county: 'lufeng' | 'shuangbai';
  /** index of the subdistrict and of the community in it; left out: not recorded */
  at?: [number, number];
  eligibility?: 'eligible' | 'ineligible' | 'incomplete';
  reasons?: string[];
  missing?: string[];
  year?: number;
  facilities?: Record<string, 'good' | 'poor' | 'missing'>;
  statedHouseholds?: number;
  statedFloorArea?: number;
  /** floor area of each building in 0.01 m², with the exclusive areas of its households */
  buildings?: { floorArea: number; households: number[] }[];
}

let codes = 0;

/** A compound as the survey left it, written by the owner's role; the totals are the database's own doing. */
export async function addCompound(world: World, made: Made): Promise<string> {
  const place = world[made.county];
  const community = made.at ? place.subdistricts[made.at[0]]?.communities[made.at[1]]?.id : undefined;
  codes += 1;
  const { rows } = await world.owner.query<{ id: string }>(
    `INSERT INTO compound (county_id, community_id, code, name, pinyin, search_text, year_built, decisive_year, eligibility, eligibility_reasons,
       missing_facts, facilities, stated_households, stated_floor_area, rulebook_id)
     VALUES ($1, $2, $3, $4, 'x', lower($4), $5, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      place.id,
      community ?? null,
      `T-${codes}`,
      made.name,
      made.year ?? null,
      made.eligibility ?? 'incomplete',
      JSON.stringify((made.reasons ?? []).map((code) => ({ code }))),
      made.missing ?? [],
      JSON.stringify(made.facilities ?? {}),
      made.statedHouseholds ?? null,
      made.statedFloorArea ?? null,
      world.rulebookId,
    ],
  );
  const id = rows[0]?.id ?? '';
  for (const [index, building] of (made.buildings ?? []).entries()) await addBuilding(world, id, index, building);
  return id;
}

async function addBuilding(
  world: World,
  compound: string,
  index: number,
  made: { floorArea: number; households: number[] },
) {
  const { rows } = await world.owner.query<{ id: string }>(
    `INSERT INTO building (compound_id, county_id, name, sort_key, floor_area, units)
     SELECT id, county_id, $2, $2, $3, 1 FROM compound WHERE id = $1 RETURNING id`,
    [compound, `${index + 1}栋`, made.floorArea],
  );
  await world.owner.query(
    `INSERT INTO household (building_id, compound_id, county_id, room, sort_key, exclusive_area)
     SELECT $1, c.id, c.county_id, r.room::text, r.room::text, r.area FROM compound c, unnest($3::bigint[]) WITH ORDINALITY r (area, room) WHERE c.id = $2`,
    [rows[0]?.id, compound, made.households],
  );
}

/** The same small survey in two counties for whoever counts it. */
export async function addSurvey(
  world: World,
): Promise<Record<'oldTown' | 'railway' | 'village' | 'unknown' | 'cadres', string>> {
  return {
    oldTown: await addCompound(world, {
      name: '老街小区',
      county: 'lufeng',
      at: [0, 0],
      eligibility: 'eligible',
      reasons: ['eligibility.builtInTime', 'eligibility.hasLegalTitle'],
      year: 1986,
      facilities: { drainage: 'missing', roads: 'poor', parking: 'missing' },
      statedHouseholds: 5,
      statedFloorArea: 50_000,
      buildings: [
        { floorArea: 30_001, households: [8833, 8833] },
        { floorArea: 20_002, households: [9001] },
      ],
    }),
    railway: await addCompound(world, {
      name: '铁路小区',
      county: 'lufeng',
      at: [0, 1],
      eligibility: 'eligible',
      year: 1999,
      facilities: { drainage: 'missing', roads: 'good' },
      statedHouseholds: 40,
      statedFloorArea: 400_000,
      missing: ['readiness.photos'],
    }),
    village: await addCompound(world, {
      name: '城中小区',
      county: 'lufeng',
      at: [1, 0],
      eligibility: 'ineligible',
      reasons: ['eligibility.excluded.urbanVillage', 'eligibility.builtTooLate', 'eligibility.missing.legalTitle'],
      missing: ['eligibility.missing.legalTitle'],
      year: 2003,
      facilities: { drainage: 'missing' },
      statedHouseholds: 12,
    }),
    unknown: await addCompound(world, {
      name: '无名小区',
      county: 'lufeng',
      eligibility: 'incomplete',
      reasons: ['eligibility.missing.yearBuilt'],
      missing: ['eligibility.missing.yearBuilt', 'readiness.photos'],
    }),
    cadres: await addCompound(world, {
      name: '干部小区',
      county: 'shuangbai',
      at: [0, 0],
      eligibility: 'eligible',
      year: 1992,
      facilities: { roads: 'missing' },
      buildings: [{ floorArea: 10_000, households: [5000, 5000] }],
    }),
  };
}
