-- Totals of lists and dashboards are kept as the data changes; nobody counts 90,062 households at a page view.

-- What one compound adds to the sums of its county: rows of (dimension, key). Only active compounds count.
CREATE FUNCTION anju_contribution(c compound) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN c.status <> 'active' THEN '[]'::jsonb ELSE (
    SELECT jsonb_agg(jsonb_build_array(dimension, key) ORDER BY dimension, key) FROM (
      SELECT 'all' AS dimension, '' AS key
      UNION SELECT 'decade', coalesce((coalesce(c.decisive_year, c.year_built) / 10 * 10)::text, 'unknown')
      UNION SELECT 'ownership', coalesce(c.ownership_kind, 'unknown')
      UNION SELECT 'willingness', coalesce(c.willingness, 'unknown')
      UNION SELECT 'reason', r ->> 'code' FROM jsonb_array_elements(c.eligibility_reasons) r
      UNION SELECT 'missing', m FROM unnest(c.missing_facts) m
      UNION SELECT 'ready', CASE WHEN cardinality(c.missing_facts) = 0 THEN 'yes' ELSE 'no' END
      UNION SELECT 'facility', f.key || ':' || (f.value #>> '{}') FROM jsonb_each(c.facilities) f
    ) x
  ) END $$;

CREATE FUNCTION anju_add_totals(county uuid, outcome text, contribution jsonb, sign integer, b integer, h integer, floor_area bigint, exclusive_area bigint)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO survey_total AS t (county_id, outcome, dimension, key, compounds, buildings, households, floor_area, exclusive_area)
    SELECT county, anju_add_totals.outcome, e ->> 0, e ->> 1, sign, sign * b, sign * h, sign * anju_add_totals.floor_area, sign * anju_add_totals.exclusive_area
      FROM jsonb_array_elements(contribution) e ORDER BY 3, 4
  ON CONFLICT (county_id, dimension, outcome, key) DO UPDATE SET
    compounds = t.compounds + EXCLUDED.compounds, buildings = t.buildings + EXCLUDED.buildings, households = t.households + EXCLUDED.households,
    floor_area = t.floor_area + EXCLUDED.floor_area, exclusive_area = t.exclusive_area + EXCLUDED.exclusive_area $$;

-- Recounts the given compounds and moves the difference into the sums. The rows are locked in order first, and counted in a statement
-- of its own after that, so that two people in one compound never lose each other's household.
CREATE FUNCTION anju_refresh_totals(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO compound_total (compound_id, county_id, subdistrict_id, community_id)
    SELECT id, county_id, subdistrict_id, community_id FROM compound WHERE id = ANY (ids) ORDER BY id ON CONFLICT DO NOTHING;
  PERFORM 1 FROM compound_total WHERE compound_id = ANY (ids) ORDER BY compound_id FOR UPDATE;

  WITH counted AS (
    SELECT c AS compound, t AS was,
      coalesce(b.n, 0) AS rb, coalesce(b.units, 0) AS ru, coalesce(b.area, 0) AS rf,
      coalesce(h.n, 0) AS rh, coalesce(h.area, 0) AS re, coalesce(h.no_area, 0) AS no_area, coalesce(h.no_owner, 0) AS no_owner
    FROM compound c JOIN compound_total t ON t.compound_id = c.id
    LEFT JOIN (SELECT compound_id, count(*) AS n, sum(units) AS units, sum(floor_area) AS area FROM building
               WHERE compound_id = ANY (ids) AND status = 'active' GROUP BY compound_id) b ON b.compound_id = c.id
    LEFT JOIN (SELECT x.compound_id, count(*) AS n, sum(x.exclusive_area) AS area, count(*) FILTER (WHERE coalesce(x.exclusive_area, 0) = 0) AS no_area,
                 count(*) FILTER (WHERE o.household_id IS NULL) AS no_owner
               FROM household x LEFT JOIN (SELECT DISTINCT household_id FROM household_owner WHERE compound_id = ANY (ids) AND ended_at IS NULL) o ON o.household_id = x.id
               WHERE x.compound_id = ANY (ids) AND x.status = 'active' GROUP BY x.compound_id) h ON h.compound_id = c.id
    WHERE c.id = ANY (ids)
  ), effective AS (
    SELECT *, CASE WHEN rb > 0 THEN rb ELSE coalesce((compound).stated_buildings, 0) END AS eb,
      CASE WHEN rh > 0 THEN rh ELSE coalesce((compound).stated_households, 0) END AS eh,
      CASE WHEN rf > 0 THEN rf ELSE coalesce((compound).stated_floor_area, 0) END AS ef,
      CASE WHEN re > 0 THEN re ELSE coalesce((compound).stated_exclusive_area, 0) END AS ee,
      jsonb_build_object('outcome', (compound).eligibility, 'county', (compound).county_id, 'rows', anju_contribution(compound)) AS gives
    FROM counted
  ), moved AS (
    SELECT county, outcome, dimension, key, sum(n) AS n, sum(b) AS b, sum(h) AS h, sum(f) AS f, sum(e) AS e FROM (
      SELECT ((was).contribution ->> 'county')::uuid AS county, (was).contribution ->> 'outcome' AS outcome, x ->> 0 AS dimension, x ->> 1 AS key,
        -1 AS n, -(was).buildings AS b, -(was).households AS h, -(was).floor_area AS f, -(was).exclusive_area AS e
        FROM effective, jsonb_array_elements(coalesce((was).contribution -> 'rows', '[]')) x
      UNION ALL
      SELECT (gives ->> 'county')::uuid, gives ->> 'outcome', x ->> 0, x ->> 1, 1, eb, eh, ef, ee FROM effective, jsonb_array_elements(gives -> 'rows') x
    ) d GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 OR sum(b) <> 0 OR sum(h) <> 0 OR sum(f) <> 0 OR sum(e) <> 0
  ), summed AS (
    INSERT INTO survey_total AS t (county_id, outcome, dimension, key, compounds, buildings, households, floor_area, exclusive_area)
      SELECT county, outcome, dimension, key, n, b, h, f, e FROM moved ORDER BY county, dimension, outcome, key
    ON CONFLICT (county_id, dimension, outcome, key) DO UPDATE SET
      compounds = t.compounds + EXCLUDED.compounds, buildings = t.buildings + EXCLUDED.buildings, households = t.households + EXCLUDED.households,
      floor_area = t.floor_area + EXCLUDED.floor_area, exclusive_area = t.exclusive_area + EXCLUDED.exclusive_area
    RETURNING 1
  )
  UPDATE compound_total t SET registered_buildings = e.rb, registered_units = e.ru, registered_floor_area = e.rf, registered_households = e.rh,
      registered_exclusive_area = e.re, households_without_area = e.no_area, households_without_owner = e.no_owner,
      buildings = e.eb, households = e.eh, floor_area = e.ef, exclusive_area = e.ee, contribution = e.gives
    FROM effective e WHERE t.compound_id = (e.compound).id;
END $$;
DROP FUNCTION anju_add_totals(uuid, text, jsonb, integer, integer, integer, bigint, bigint);

CREATE FUNCTION anju_totals_of_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids uuid[];
BEGIN
  IF anju_bulk_load() THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'compound' THEN EXECUTE 'SELECT array_agg(DISTINCT id) FROM new_rows' INTO ids;
  ELSIF TG_OP = 'UPDATE' THEN EXECUTE 'SELECT array_agg(DISTINCT compound_id) FROM (SELECT compound_id FROM new_rows UNION SELECT compound_id FROM old_rows) x' INTO ids;
  ELSE EXECUTE 'SELECT array_agg(DISTINCT compound_id) FROM new_rows' INTO ids;
  END IF;
  IF ids IS NOT NULL THEN PERFORM anju_refresh_totals(ids); END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['compound', 'building', 'household', 'household_owner'] LOOP
    EXECUTE format('CREATE TRIGGER totals_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_totals_of_rows()', t);
    EXECUTE format('CREATE TRIGGER totals_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_totals_of_rows()', t);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION anju_refresh_totals(uuid[]), anju_totals_of_rows() FROM PUBLIC;
