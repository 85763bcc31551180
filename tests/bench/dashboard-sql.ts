/** Of lines (unit, outcome, dimension, key and what they count): the whole, and the plain ones of each unit. */
const SUMMED = `summed AS (
      SELECT grouping(unit) = 0 AS of_unit, unit, dimension, key, outcome, count(*) AS compounds, sum(buildings) AS buildings,
        sum(households) AS households, sum(area) AS area
      FROM keyed GROUP BY GROUPING SETS ((dimension, key, outcome), (unit, dimension, key, outcome))
      HAVING grouping(unit) = 1 OR dimension IN ('all', 'ready'))
    SELECT json_agg(json_build_object('ofUnit', of_unit, 'unit', unit, 'dimension', dimension, 'key', key, 'outcome', outcome,
      'compounds', compounds, 'buildings', buildings, 'households', households, 'area', area::bigint) ORDER BY of_unit, unit, dimension, key, outcome)::text AS body FROM summed`;

/**
 * The survey's figures counted from the households, buildings and compounds themselves: what a dashboard without kept
 * totals would have to ask. One pass over each table; `by` is the column of the units that stand side by side.
 */
export function dashboardSql(by: 'county_id' | 'subdistrict_id', where: string): string {
  return `WITH b AS (SELECT compound_id, count(*) AS n, sum(floor_area) AS area FROM building WHERE status = 'active' ${where} GROUP BY 1),
    h AS (SELECT compound_id, count(*) AS n FROM household WHERE status = 'active' ${where} GROUP BY 1),
    one AS MATERIALIZED (
      SELECT c.${by} AS unit, c.eligibility AS outcome, coalesce(b.n, c.stated_buildings, 0) AS buildings,
        coalesce(h.n, c.stated_households, 0) AS households, coalesce(nullif(b.area, 0), c.stated_floor_area, 0) AS area,
        coalesce((coalesce(c.decisive_year, c.year_built) / 10 * 10)::text, 'unknown') AS decade,
        coalesce(c.ownership_kind, 'unknown') AS ownership, cardinality(c.missing_facts) = 0 AS ready,
        c.eligibility_reasons AS reasons, c.missing_facts AS missing, c.facilities
      FROM (SELECT * FROM compound WHERE status = 'active' ${where}) c
        LEFT JOIN b ON b.compound_id = c.id LEFT JOIN h ON h.compound_id = c.id),
    keyed AS (
      SELECT unit, outcome, buildings, households, area, x.dimension, x.key FROM one,
        LATERAL (SELECT * FROM (VALUES ('all', ''), ('ready', ready::text), ('decade', decade), ('ownership', ownership)) v (dimension, key)
          UNION ALL SELECT 'reason', r ->> 'code' FROM jsonb_array_elements(reasons) r
          UNION ALL SELECT 'missing', m FROM unnest(missing) m
          UNION ALL SELECT 'facility', f.key || ':' || f.value FROM jsonb_each_text(facilities) f WHERE outcome = 'eligible') x),
    ${SUMMED}`;
}

/** A past year's figures from what its campaign recorded of each compound, each record opened once. */
export const OLD_YEAR_SQL = `WITH one AS MATERIALIZED (
      SELECT s.county_id AS unit, s.eligibility AS outcome, t.buildings, t.households, t.floor_area AS area, f.facts -> 'contribution' AS gives
      FROM survey s, LATERAL (SELECT s.facts OFFSET 0) f, jsonb_to_record(f.facts -> 'totals') AS t (buildings int, households int, floor_area bigint)
      WHERE s.campaign_id = (SELECT campaign_id FROM programme_year WHERE year = $1)),
    keyed AS (
      SELECT unit, outcome, buildings, households, area, r ->> 0 AS dimension, CASE r ->> 0 WHEN 'ready' THEN (r ->> 1 = 'yes')::text ELSE r ->> 1 END AS key
      FROM one, jsonb_array_elements(gives) r WHERE r ->> 0 <> 'facility' OR outcome = 'eligible'),
    ${SUMMED}`;
