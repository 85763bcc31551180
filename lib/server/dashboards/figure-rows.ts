import 'server-only';
import type { Outcome } from '@/lib/domain/compounds/types';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { type Scope, within } from './scope';

/** Sums of the compounds that share an outcome and one value of a dimension (decade, facility, reason …). */
export interface FigureRow {
  outcome: Outcome;
  dimension: string;
  key: string;
  compounds: number;
  buildings: number;
  households: number;
  /** in 0.01 m² */
  floor_area: string;
}

export interface UnitRow extends FigureRow {
  unit_id: string | null;
}

/** What stands now, or what the campaign recorded when its baseline was frozen. */
export type Source = { kind: 'live' } | { kind: 'campaign'; id: string };

/** One row per compound, dimension and key, with the numbers of the compound: kept totals, never a count of households. */
function contributions(scope: Scope, source: Source): Prisma.Sql {
  const from =
    source.kind === 'live'
      ? Prisma.sql`SELECT t.county_id, t.subdistrict_id, t.community_id, t.contribution ->> 'outcome' AS outcome,
          t.buildings, t.households, t.floor_area, t.contribution -> 'rows' AS rows
        FROM compound_total t WHERE ${within(scope, 't')}`
      : Prisma.sql`SELECT s.county_id, s.subdistrict_id, s.community_id, s.eligibility AS outcome,
          (s.facts #>> '{totals,buildings}')::int AS buildings, (s.facts #>> '{totals,households}')::int AS households,
          (s.facts #>> '{totals,floor_area}')::bigint AS floor_area, s.facts -> 'contribution' AS rows
        FROM survey s WHERE s.campaign_id = ${source.id}::uuid AND ${within(scope, 's')}`;
  return Prisma.sql`SELECT x.county_id, x.subdistrict_id, x.community_id, x.outcome, r ->> 0 AS dimension, r ->> 1 AS key,
      1 AS compounds, x.buildings, x.households, x.floor_area
    FROM (${from}) x, jsonb_array_elements(coalesce(x.rows, '[]')) r`;
}

const isKept = (scope: Scope, source: Source) => source.kind === 'live' && scope.by === 'county';

type Line = [
  unit: 0 | 1,
  unitId: string | null,
  FigureRow['outcome'],
  ...[string, string, number, number, number, string],
];

/** The sums of the whole scope, and the plain ones of each unit in it, by one statement: the parts make the whole. */
export async function figureRows(
  reader: Reader,
  scope: Scope,
  source: Source,
): Promise<{ whole: FigureRow[]; units: UnitRow[] }> {
  const from = isKept(scope, source)
    ? Prisma.sql`SELECT t.*, t.county_id AS unit_id FROM survey_total t WHERE ${within(scope, 't')}`
    : Prisma.sql`SELECT c.*, ${Prisma.raw(scope.by ? `c.${scope.by}_id` : 'NULL::uuid')} AS unit_id
        FROM (${contributions(scope, source)}) c`;
  // a few hundred short lines: as one JSON text they are read several times faster than row by row
  const [answer] = await reader.$queryRaw<{ lines: string }[]>`
    SELECT coalesce(json_agg(json_build_array(of_unit, unit_id, outcome, dimension, key, compounds, buildings, households, floor_area)), '[]')::text AS lines
    FROM (SELECT 1 - grouping(unit_id) AS of_unit, unit_id, outcome, dimension, key, sum(compounds)::int AS compounds,
        sum(buildings)::int AS buildings, sum(households)::int AS households, sum(floor_area)::text AS floor_area
      FROM (${from}) f
      GROUP BY GROUPING SETS ((outcome, dimension, key), (unit_id, outcome, dimension, key))
      HAVING sum(compounds) > 0 AND (grouping(unit_id) = 1 OR dimension IN ('all', 'ready'))) g`;
  const whole: FigureRow[] = [];
  const units: UnitRow[] = [];
  for (const [ofUnit, unit_id, outcome, dimension, key, compounds, buildings, households, floor_area] of JSON.parse(
    answer?.lines ?? '[]',
  ) as Line[]) {
    const row = { unit_id, outcome, dimension, key, compounds, buildings, households, floor_area };
    if (!ofUnit) whole.push(row);
    else if (scope.by) units.push(row);
  }
  return { whole, units };
}
