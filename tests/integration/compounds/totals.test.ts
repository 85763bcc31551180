import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '@/lib/server/answer';
import { createBuilding, retireBuilding, updateBuilding } from '@/lib/server/compounds/buildings';
import { createCompound, retireCompound, updateCompound } from '@/lib/server/compounds/commands';
import { createHousehold, retireHousehold, updateHousehold } from '@/lib/server/compounds/households';
import { mergeCompounds, splitCompound } from '@/lib/server/compounds/merge-split';
import type { Tx } from '@/lib/server/db/with-actor';
import { withActor } from '@/lib/server/db/with-actor';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const as = <T>(work: (tx: Tx) => Promise<Answer<T>>) => withActor(world.actors.lufengClerk, work);

/** Counted from the rows themselves, in another way than the triggers do. */
const COUNTED = `
  WITH b AS (SELECT compound_id, count(*) n, coalesce(sum(units), 0) u, coalesce(sum(floor_area), 0) f FROM building WHERE status = 'active' GROUP BY 1),
       h AS (SELECT compound_id, count(*) n, coalesce(sum(exclusive_area), 0) e FROM household WHERE status = 'active' GROUP BY 1)
  SELECT c.id, coalesce(b.n, 0)::int AS rb, coalesce(b.u, 0)::int AS ru, coalesce(b.f, 0)::text AS rf, coalesce(h.n, 0)::int AS rh, coalesce(h.e, 0)::text AS re,
    c.status, c.eligibility, coalesce(nullif(coalesce(h.n, 0), 0), c.stated_households, 0)::int AS households
  FROM compound c LEFT JOIN b ON b.compound_id = c.id LEFT JOIN h ON h.compound_id = c.id ORDER BY c.id`;
const KEPT = `SELECT compound_id AS id, registered_buildings AS rb, registered_units AS ru, registered_floor_area::text AS rf,
  registered_households AS rh, registered_exclusive_area::text AS re, households FROM compound_total ORDER BY compound_id`;
const SUMS = `SELECT outcome, compounds, households FROM survey_total WHERE dimension = 'all' AND compounds <> 0 ORDER BY outcome`;
/** What is stated beside what is registered: over the active compounds that have both. */
const gapOf = (
  figure: string,
) => `count(*) FILTER (WHERE c.stated_${figure} IS NOT NULL AND t.registered_${figure} > 0) AS both_${figure},
  coalesce(sum(c.stated_${figure}) FILTER (WHERE t.registered_${figure} > 0), 0) AS stated_${figure},
  coalesce(sum(t.registered_${figure}) FILTER (WHERE c.stated_${figure} IS NOT NULL), 0) AS registered_${figure}`;
const differs = (figure: string) => `(t.registered_${figure} > 0 AND c.stated_${figure} <> t.registered_${figure})`;
const FIGURES = ['buildings', 'households', 'floor_area'];
const GAP = `SELECT count(*) AS compounds, count(*) FILTER (WHERE t.registered_households > 0) AS registered_compounds,
    count(*) FILTER (WHERE ${FIGURES.map(differs).join(' OR ')}) AS differing, ${FIGURES.map(gapOf).join(', ')}
  FROM compound c JOIN compound_total t ON t.compound_id = c.id WHERE c.status = 'active'`;
const KEPT_GAP = 'SELECT * FROM register_gap';

/** The sums of every place, counted from the compounds as they stand. */
const PLACES = `SELECT c.county_id, c.subdistrict_id, c.community_id, c.eligibility AS outcome, d.dimension, d.key, count(*)::int AS compounds,
    sum(t.buildings)::int AS buildings, sum(t.households)::int AS households, sum(t.floor_area)::text AS floor_area
  FROM compound c JOIN compound_total t ON t.compound_id = c.id,
    LATERAL (VALUES ('all', ''), ('willingness', coalesce(c.willingness, 'unknown')), ('ready', CASE WHEN c.missing_facts = '{}' THEN 'yes' ELSE 'no' END),
      ('decade', coalesce(left(coalesce(c.decisive_year, c.year_built)::text, 3) || '0', 'unknown'))) d (dimension, key)
  WHERE c.status = 'active' GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`;
const KEPT_PLACES = `SELECT county_id, subdistrict_id, community_id, outcome, dimension, key, compounds, buildings, households, floor_area::text
  FROM survey_place_total WHERE compounds <> 0 AND dimension IN ('all', 'willingness', 'ready', 'decade') ORDER BY 1, 2, 3, 4, 5, 6`;

async function placesAgree() {
  expect((await world.owner.query(KEPT_PLACES)).rows).toEqual((await world.owner.query(PLACES)).rows);
}

async function gapAgrees() {
  const [counted] = (await world.owner.query(GAP)).rows;
  const [kept] = (await world.owner.query(KEPT_GAP)).rows;
  if (kept === undefined) return expect(counted).toMatchObject({ compounds: '0' });
  const { county_id: _, ...sums } = kept;
  expect(Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, String(value)]))).toEqual(counted);
}

async function agree() {
  await gapAgrees();
  await placesAgree();
  const { rows: counted } = await world.owner.query(COUNTED);
  const { rows: kept } = await world.owner.query(KEPT);
  expect(kept).toEqual(counted.map(({ status: _s, eligibility: _e, ...figures }) => figures));
  const { rows: sums } = await world.owner.query(SUMS);
  const expected = new Map<string, { compounds: number; households: number }>();
  for (const row of counted.filter((one) => one.status === 'active')) {
    const sum = expected.get(row.eligibility) ?? { compounds: 0, households: 0 };
    expected.set(row.eligibility, { compounds: sum.compounds + 1, households: sum.households + row.households });
  }
  expect(sums).toEqual(
    [...expected].map(([outcome, sum]) => ({ outcome, ...sum })).sort((a, b) => (a.outcome < b.outcome ? -1 : 1)),
  );
}

const rows = async (table: string) =>
  (await world.owner.query(`SELECT * FROM ${table} WHERE status = 'active' ORDER BY id`)).rows;
const pick = <T>(list: T[], at: number): T | undefined => list[at % Math.max(list.length, 1)];

let serial = 0;
const facts = {
  legalTitle: true,
  insideTown: true,
  environmentPoor: true,
  inShantytownPlan: false,
  plannedDemolition: false,
  mainlySelfBuilt: false,
  urbanVillage: false,
};

/** A community, a town, or no place below the county. */
function placeAt(n: number) {
  const town = pick(world.lufeng.subdistricts, n);
  if (n % 3 === 0 || !town) return {};
  return n % 3 === 1 ? { subdistrictId: town.id } : { communityId: pick(town.communities, n)?.id };
}

/** What clerks do, in any order; what is refused changes nothing. */
const STEPS: Record<string, (n: number, area: bigint) => Promise<unknown>> = {
  compound: (n) =>
    as((tx) =>
      createCompound(tx, world.actors.lufengClerk, {
        name: `小区${++serial}`,
        ...placeAt(n),
        ...(n % 2 ? facts : {}),
        yearBuilt: 1980 + (n % 40),
        statedHouseholds: n % 300,
        ...(n % 3 ? { statedBuildings: n % 4, statedFloorArea: n % 2 ? 883300n : undefined } : {}),
      }),
    ),
  move: async (n) => {
    const compound = pick(await rows('compound'), n);
    return (
      compound &&
      as((tx) =>
        updateCompound(tx, world.actors.lufengClerk, compound.id, compound.version, {
          subdistrictId: null,
          communityId: null,
          ...placeAt(Math.floor(n / 7)),
        }),
      )
    );
  },
  building: async (n, area) => {
    const compound = pick(await rows('compound'), n);
    return (
      compound &&
      as((tx) =>
        createBuilding(tx, world.actors.lufengClerk, {
          compoundId: compound.id,
          name: `${++serial}栋`,
          units: n % 5,
          floorArea: area,
          yearBuilt: 1990 + (n % 20),
        }),
      )
    );
  },
  household: async (n, area) => {
    const building = pick(await rows('building'), n);
    return (
      building &&
      as((tx) =>
        createHousehold(tx, world.actors.lufengClerk, {
          buildingId: building.id,
          room: String(++serial),
          exclusiveArea: area,
          owners: [{ kind: 'person', name: '张三' }],
        }),
      )
    );
  },
  judge: async (n) => {
    const compound = pick(await rows('compound'), n);
    return (
      compound &&
      as((tx) =>
        updateCompound(tx, world.actors.lufengClerk, compound.id, compound.version, {
          ...facts,
          urbanVillage: n % 3 === 0,
        }),
      )
    );
  },
  measure: async (n, area) => {
    const home = pick(await rows('household'), n);
    return (
      home && as((tx) => updateHousehold(tx, world.actors.lufengClerk, home.id, home.version, { exclusiveArea: area }))
    );
  },
  remeasure: async (n, area) => {
    const building = pick(await rows('building'), n);
    return (
      building &&
      as((tx) =>
        updateBuilding(tx, world.actors.lufengClerk, building.id, building.version, { floorArea: area, units: n % 7 }),
      )
    );
  },
  leave: async (n) => {
    const home = pick(await rows('household'), n);
    return home && as((tx) => retireHousehold(tx, world.actors.lufengClerk, home.id, home.version, '登记重复'));
  },
  pullDown: async (n) => {
    const building = pick(await rows('building'), n);
    return (
      building &&
      as((tx) =>
        retireBuilding(tx, world.actors.lufengClerk, building.id, building.version, {
          reason: '已拆除',
          withHouseholds: true,
        }),
      )
    );
  },
  retire: async (n) => {
    const compound = pick(await rows('compound'), n);
    return (
      n % 4 === 0 &&
      compound &&
      as((tx) => retireCompound(tx, world.actors.lufengClerk, compound.id, compound.version, '重复'))
    );
  },
  merge: async (n) => {
    const compounds = await rows('compound');
    const [one, other] = [pick(compounds, n), pick(compounds, n + 1)];
    return (
      one &&
      other &&
      one !== other &&
      as((tx) =>
        mergeCompounds(tx, world.actors.lufengClerk, {
          compoundIds: [one.id, other.id],
          survivorId: one.id,
          reason: '合并',
        }),
      )
    );
  },
  split: async (n) => {
    const compound = pick(await rows('compound'), n);
    if (!compound) return;
    const mine = (await rows('building'))
      .filter((building) => building.compound_id === compound.id)
      .map((building) => building.id);
    const parts = [mine.slice(0, 1), mine.slice(1)].map((buildingIds) => ({ name: `分区${++serial}`, buildingIds }));
    return as((tx) =>
      splitCompound(tx, world.actors.lufengClerk, compound.id, compound.version, { parts, reason: '拆分' }),
    );
  },
};

test('kept totals are what a count would find, after anything in any order', { timeout: 120_000 }, async () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat(1000), fc.bigInt(0n, 2_000_000n));
  const run = fc.array(step, { minLength: 10, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(run, async (steps) => {
      for (const start of ['compound', 'compound', 'building', 'building', 'household', 'household'])
        await STEPS[start]?.(steps.length, 8833n);
      for (const [name, n, area] of steps) await STEPS[name]?.(n, area);
      await agree();
    }),
    { numRuns: 6, seed: 20201, endOnFailure: true },
  );
});
