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

/** One row per compound, dimension and key, as it was when the baseline was frozen: looked at once a year, and never a count of households. */
const frozenRows = (scope: Scope, campaignId: string): Prisma.Sql => Prisma.sql`
  SELECT s.county_id, s.subdistrict_id, s.community_id, s.eligibility AS outcome, r ->> 0 AS dimension, r ->> 1 AS key, 1 AS compounds,
    (s.facts #>> '{totals,buildings}')::int AS buildings, (s.facts #>> '{totals,households}')::int AS households,
    (s.facts #>> '{totals,floor_area}')::bigint AS floor_area
  FROM survey s, jsonb_array_elements(coalesce(s.facts -> 'contribution', '[]')) r
  WHERE s.campaign_id = ${campaignId}::uuid AND ${within(scope, 's')}`;

const COUNTIES = Prisma.raw('survey_total');
const PLACES = Prisma.raw('survey_place_total');
const FROZEN = Prisma.raw('frozen');
const isOfCounties = (scope: Scope) => scope.level === 'prefecture' || scope.level === 'county';

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
  const isFrozen = source.kind === 'campaign';
  const [all, parts] = isFrozen
    ? [FROZEN, FROZEN]
    : [isOfCounties(scope) ? COUNTIES : PLACES, scope.by === 'county' ? COUNTIES : PLACES];
  const unit = scope.by && Prisma.raw(`p.${scope.by}_id`);
  const ofUnits = unit
    ? Prisma.sql`UNION ALL SELECT 1, ${unit}, p.outcome, p.dimension, p.key, p.compounds, p.buildings, p.households, p.floor_area
        FROM ${parts} p WHERE ${within(scope, 'p')} AND p.dimension IN ('all', 'ready')`
    : Prisma.empty;
  // a few hundred short lines: as one JSON text they are read several times faster than row by row
  const [answer] = await reader.$queryRaw<{ lines: string }[]>`
    ${isFrozen ? Prisma.sql`WITH frozen AS MATERIALIZED (${frozenRows(scope, source.id)})` : Prisma.empty}
    SELECT coalesce(json_agg(json_build_array(of_unit, unit_id, outcome, dimension, key, compounds, buildings, households, floor_area)), '[]')::text AS lines
    FROM (SELECT of_unit, unit_id, outcome, dimension, key, sum(compounds)::int AS compounds,
        sum(buildings)::int AS buildings, sum(households)::int AS households, sum(floor_area)::text AS floor_area
      FROM (SELECT 0 AS of_unit, NULL::uuid AS unit_id, w.outcome, w.dimension, w.key, w.compounds, w.buildings, w.households, w.floor_area
        FROM ${all} w WHERE ${within(scope, 'w')} ${ofUnits}) f
      GROUP BY of_unit, unit_id, outcome, dimension, key HAVING sum(compounds) > 0) g`;
  const whole: FigureRow[] = [];
  const units: UnitRow[] = [];
  for (const [ofUnit, unit_id, outcome, dimension, key, compounds, buildings, households, floor_area] of JSON.parse(
    answer?.lines ?? '[]',
  ) as Line[]) {
    const row = { unit_id, outcome, dimension, key, compounds, buildings, households, floor_area };
    if (ofUnit) units.push(row);
    else whole.push(row);
  }
  return { whole, units };
}
