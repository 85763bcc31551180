import 'server-only';
import { cumulativeTarget } from '@/lib/domain/programme/calendar';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';

interface Row {
  year: number;
  countyId: string;
  planned: number;
  households: number;
  completed: number;
}

export interface CountyProgress {
  countyId: string;
  name: string;
  /** compounds of the survey total in force */
  surveyed: number;
  /** cumulative: so many by the end of the year */
  needed: number;
  /** target of this year's confirmed plan; null: none is confirmed */
  planned: number | null;
  plannedHouseholds: number | null;
  plannedSoFar: number;
  completedSoFar: number;
  missing: number;
}

export interface YearProgress {
  counties: CountyProgress[];
  sum: Omit<CountyProgress, 'countyId' | 'name'>;
}

interface Base {
  countyId: string;
  name: string;
  surveyed: number;
}

function progressOf(base: Base, year: number, share: number, rows: readonly Row[]): CountyProgress {
  const so = rows.filter((row) => row.countyId === base.countyId && row.year <= year);
  const here = so.find((row) => row.year === year);
  const of = (field: 'planned' | 'completed') => so.reduce((sum, row) => sum + row[field], 0);
  const target = cumulativeTarget(base.surveyed, share, of('completed'));
  const isPlanned = here !== undefined && (here.planned > 0 || here.households > 0);
  return {
    ...base,
    needed: target.needed,
    planned: isPlanned ? here.planned : null,
    plannedHouseholds: isPlanned ? here.households : null,
    plannedSoFar: of('planned'),
    completedSoFar: of('completed'),
    missing: target.missing,
  };
}

/** Sums over the counties; the share of the whole is taken of the whole, not added up from rounded parts. */
function sumOf(counties: readonly CountyProgress[], share: number): YearProgress['sum'] {
  const total = (pick: (one: CountyProgress) => number | null) =>
    counties.reduce((sum, one) => sum + (pick(one) ?? 0), 0);
  const [surveyed, completedSoFar] = [total((one) => one.surveyed), total((one) => one.completedSoFar)];
  const { needed, missing } = cumulativeTarget(surveyed, share, completedSoFar);
  const isPlanned = counties.some(({ planned }) => planned !== null);
  return {
    surveyed,
    needed,
    planned: isPlanned ? total((one) => one.planned) : null,
    plannedHouseholds: isPlanned ? total((one) => one.plannedHouseholds) : null,
    plannedSoFar: total((one) => one.plannedSoFar),
    completedSoFar,
    missing,
  };
}

/** P三(一): what the confirmed plans set and what is accepted (stage 9 passed), by county, for each year with its surveyed totals. */
export async function programmeProgress(
  reader: Reader,
  actor: Actor,
  years: readonly { year: number; targetShare: number; bases: readonly Base[] }[],
): Promise<Map<number, YearProgress>> {
  const rows = await reader.$queryRaw<Row[]>`
    WITH done AS (
      SELECT programme_year_id, county_id, sum(compounds)::int AS completed FROM project WHERE stage >= 10 AND status <> 'withdrawn' AND county_id = ANY(${[...actor.counties]}::uuid[])
      GROUP BY 1, 2
    ), planned AS (
      SELECT a.programme_year_id, t.county_id, t.compounds, t.households FROM annual_plan a JOIN county_target t ON t.plan_id = a.id
      WHERE a.status = 'confirmed' AND t.county_id = ANY(${[...actor.counties]}::uuid[])
        AND a.no = (SELECT max(l.no) FROM annual_plan l WHERE l.programme_year_id = a.programme_year_id AND l.status = 'confirmed')
    )
    SELECT y.year, coalesce(p.county_id, d.county_id) AS "countyId", coalesce(p.compounds, 0) AS planned, coalesce(p.households, 0) AS households, coalesce(d.completed, 0) AS completed
    FROM planned p FULL JOIN done d ON d.programme_year_id = p.programme_year_id AND d.county_id = p.county_id
      JOIN programme_year y ON y.id = coalesce(p.programme_year_id, d.programme_year_id) WHERE y.prefecture_id = ${actor.prefectureId}::uuid`;
  return new Map(
    years.map(({ year, targetShare, bases }) => {
      const counties = bases.map((base) => progressOf(base, year, targetShare, rows));
      return [year, { counties, sum: sumOf(counties, targetShare) }] as const;
    }),
  );
}
