-- The figures of a county are what is kept of it (overview_lines); those of a month's end are kept that night, with their hash, and never reckoned afterwards.
CREATE TABLE "score_kept" (
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "points" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "veto" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_kept_pkey" PRIMARY KEY ("county_id", "programme_year_id")
);
CREATE TABLE "month_end" (
    "county_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "lines" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "month_end_pkey" PRIMARY KEY ("county_id", "month")
);
ALTER TABLE score_kept ADD CONSTRAINT score_kept_words CHECK (points BETWEEN 0 AND 11000 AND veto IN ('none', 'risk', 'proposed', 'vetoed'));
ALTER TABLE month_end ADD CONSTRAINT month_end_words CHECK (month = date_trunc('month', month)::date AND jsonb_typeof(lines) = 'array');

-- What the page of a leader is made of, each line a sum that is kept: [county, year, figure, key, how many, households, amount in fen or 0.01 m²]. With the rights of whoever asks.
CREATE FUNCTION overview_lines(of_counties uuid[]) RETURNS TABLE (county_id uuid, year integer, figure text, key text, n bigint, households bigint, amount bigint)
  LANGUAGE sql STABLE AS $$
  SELECT t.county_id, NULL::integer, 'survey', t.outcome, sum(t.compounds)::bigint, sum(t.households)::bigint, sum(t.floor_area)::bigint
    FROM survey_total t WHERE t.county_id = ANY (of_counties) AND t.dimension = 'all' GROUP BY 1, 4
  UNION ALL
  SELECT b.county_id, y.year, 'baseline', '', b.compounds + coalesce(sum(a.compounds_delta), 0), b.households + coalesce(sum(a.households_delta), 0), (b.floor_area + coalesce(sum(a.floor_area_delta), 0))::bigint
    FROM programme_year y JOIN survey_baseline b ON b.campaign_id = y.campaign_id LEFT JOIN baseline_amendment a ON a.campaign_id = b.campaign_id AND a.county_id = b.county_id
    WHERE b.county_id = ANY (of_counties) GROUP BY b.county_id, y.year, b.compounds, b.households, b.floor_area
  UNION ALL
  SELECT t.county_id, y.year, 'target', '', t.compounds::bigint, 0, 0
    FROM programme_year y CROSS JOIN LATERAL (SELECT a.id FROM annual_plan a WHERE a.programme_year_id = y.id AND a.status = 'confirmed' ORDER BY a.no DESC LIMIT 1) a
      JOIN county_target t ON t.plan_id = a.id WHERE t.county_id = ANY (of_counties)
  UNION ALL
  SELECT t.county_id, y.year, 'stage', concat(t.stage, '/', t.status), sum(t.projects)::bigint, 0, 0
    FROM project_total t JOIN programme_year y ON y.id = t.programme_year_id WHERE t.county_id = ANY (of_counties) GROUP BY 1, 2, 4
  UNION ALL
  SELECT t.county_id, y.year, 'light', t.light, t.projects::bigint, 0, 0 FROM light_total t JOIN programme_year y ON y.id = t.programme_year_id WHERE t.county_id = ANY (of_counties)
  UNION ALL
  SELECT t.county_id, y.year, t.measure, concat(t.source, '/', t.fund_kind), sum(t.entries)::bigint, 0, sum(t.amount)::bigint
    FROM ledger_total t JOIN programme_year y ON y.id = t.programme_year_id WHERE t.county_id = ANY (of_counties) GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT t.county_id, y.year, 'fundPlanned', concat(t.source, '/', t.fund_kind), 0, 0, t.amount FROM fund_planned_total t JOIN programme_year y ON y.id = t.programme_year_id WHERE t.county_id = ANY (of_counties)
  UNION ALL
  SELECT t.county_id, y.year, t.figure, t.key, sum(t.n)::bigint, sum(t.households)::bigint, sum(t.floor_area)::bigint
    FROM works_line t LEFT JOIN programme_year y ON y.id = t.programme_year_id WHERE t.county_id = ANY (of_counties) GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT t.county_id, y.year, 'score', concat(t.grade, '/', t.veto), t.points::bigint, 0, 0 FROM score_kept t JOIN programme_year y ON y.id = t.programme_year_id WHERE t.county_id = ANY (of_counties)
$$;

-- Which scores are to be reckoned and of what: of nobody in particular, as the nightly jobs have no actor. Sets who asks for this statement alone.
CREATE FUNCTION score_facts_of_all(of_prefecture uuid, of_year integer) RETURNS TABLE (kind text, facts json) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.level', 'prefecture', true), set_config('app.prefecture', of_prefecture::text, true),
    set_config('app.counties', coalesce((SELECT '{' || string_agg(u.id::text, ',') || '}' FROM unit u WHERE u.kind = 'county' AND u.prefecture_id = of_prefecture), '{}'), true);
  RETURN QUERY SELECT f.kind, f.facts FROM score_facts(ARRAY(SELECT u.id FROM unit u WHERE u.kind = 'county' AND u.prefecture_id = of_prefecture), of_year) f;
END $$;
CREATE FUNCTION score_years() RETURNS TABLE (prefecture_id uuid, year integer, rulebook_id uuid, outages jsonb) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT y.prefecture_id, y.year, y.rulebook_id, coalesce((SELECT jsonb_agg(jsonb_build_object('from', o.from_at, 'to', o.to_at) ORDER BY o.from_at, o.id)
      FROM outage o WHERE o.prefecture_id = y.prefecture_id AND o.retired_at IS NULL), '[]')
    FROM programme_year y WHERE y.current
$$;
-- A score that stands keeps the time at which it was first so.
CREATE FUNCTION score_keep(of_prefecture uuid, of_year integer, scores jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO score_kept AS k (county_id, programme_year_id, points, grade, veto)
  SELECT s."countyId", y.id, s.points, s.grade, s.veto FROM jsonb_to_recordset(scores) AS s ("countyId" uuid, points integer, grade text, veto text)
    JOIN unit u ON u.id = s."countyId" AND u.prefecture_id = of_prefecture JOIN programme_year y ON y.prefecture_id = of_prefecture AND y.year = of_year ORDER BY 1
  ON CONFLICT (county_id, programme_year_id) DO UPDATE SET points = EXCLUDED.points, grade = EXCLUDED.grade, veto = EXCLUDED.veto, kept_at = EXCLUDED.kept_at
$$;

-- Keeps the figures of the month that is over, once; whoever comes later finds them kept. A server that slept through the night keeps them when it wakes, and kept_at says so.
CREATE FUNCTION month_end_keep() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  over date := (date_trunc('month', anju_today()) - interval '1 month')::date;
  kept integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('month_end', 0));
  INSERT INTO month_end (county_id, month, lines, hash)
  SELECT u.id, over, l.lines, encode(sha256(convert_to(concat(u.id, ' ', over, ' ', l.lines::text), 'UTF8')), 'hex') FROM unit u
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_array(o.year, o.figure, o.key, o.n, o.households, o.amount::text) ORDER BY o.year NULLS FIRST, o.figure, o.key), '[]') AS lines
      FROM overview_lines(ARRAY[u.id]) o) l
    WHERE u.kind = 'county' AND u.valid_to IS NULL AND NOT EXISTS (SELECT 1 FROM month_end m WHERE m.county_id = u.id AND m.month = over)
      AND EXISTS (SELECT 1 FROM programme_year y WHERE y.prefecture_id = u.prefecture_id) ORDER BY u.id;
  GET DIAGNOSTICS kept = ROW_COUNT;
  RETURN kept;
END $$;

CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON month_end FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
SELECT anju_protect(t::regclass, 'county') FROM unnest(ARRAY['score_kept', 'month_end']) t;
GRANT SELECT ON score_kept, month_end TO anju_app;
REVOKE ALL ON FUNCTION overview_lines(uuid[]), score_facts_of_all(uuid, integer), score_years(), score_keep(uuid, integer, jsonb), month_end_keep() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION overview_lines(uuid[]), score_facts_of_all(uuid, integer), score_years(), score_keep(uuid, integer, jsonb), month_end_keep() TO anju_app;
