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

/** Sums kept by county, or by the innermost place: of today, or of the day when the baseline was frozen. */
function keptBy(level: 'county' | 'place', source: Source): Prisma.Sql {
  if (source.kind === 'live') return Prisma.raw(level === 'county' ? 'survey_total' : 'survey_place_total');
  return Prisma.sql`(SELECT * FROM survey_frozen_total WHERE campaign_id = ${source.id}::uuid AND level = ${level})`;
}

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
  const all = keptBy(isOfCounties(scope) ? 'county' : 'place', source);
  const parts = keptBy(scope.by === 'county' ? 'county' : 'place', source);
  const unit = scope.by && Prisma.raw(`p.${scope.by}_id`);
  const ofUnits = unit
    ? Prisma.sql`UNION ALL SELECT 1, ${unit}, p.outcome, p.dimension, p.key, p.compounds, p.buildings, p.households, p.floor_area
        FROM ${parts} p WHERE ${within(scope, 'p')} AND p.dimension IN ('all', 'ready')`
    : Prisma.empty;
  // a few hundred short lines: as one JSON text they are read several times faster than row by row
  const [answer] = await reader.$queryRaw<{ lines: string }[]>`
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
