-- The light of each project is kept beside what it was reckoned from, so that a watch list is read in its order and adds nothing up. Whatever changes a fact says so on the row in the
-- same transaction; a row that says so, or whose days are over, is reckoned anew by the rule (lib/domain/warnings) before anybody is shown it.
CREATE TABLE "project_light" (
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "light" TEXT NOT NULL DEFAULT 'none',
    "place" INTEGER NOT NULL DEFAULT 3,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "due_on" DATE,
    "percent_bp" INTEGER,
    "earliest_on" DATE,
    "middle_on" DATE,
    "latest_on" DATE,
    "forecast" JSONB NOT NULL DEFAULT '{}',
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "since_on" DATE NOT NULL DEFAULT anju_today(),
    "changes" BIGINT NOT NULL DEFAULT 1,
    "counted" BIGINT NOT NULL DEFAULT 0,
    "valid_from" DATE NOT NULL DEFAULT '1900-01-01',
    "valid_until" DATE NOT NULL DEFAULT '1900-01-01',
    "computed_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_light_pkey" PRIMARY KEY ("project_id")
);
CREATE TABLE "light_total" (
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "light" TEXT NOT NULL,
    "projects" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "light_total_pkey" PRIMARY KEY ("county_id", "programme_year_id", "light")
);
ALTER TABLE "project_light" ADD CONSTRAINT "project_light_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE project_light ADD CONSTRAINT project_light_words CHECK (light IN ('red', 'yellow', 'green', 'none') AND place = CASE light WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 WHEN 'green' THEN 2 ELSE 3 END AND percent_bp BETWEEN 0 AND 10000 AND counted <= changes AND valid_from <= valid_until
  AND jsonb_typeof(reasons) = 'array' AND jsonb_typeof(forecast) = 'object' AND (counted = 0) = (computed_at IS NULL));
-- In the order of the list: the gravest light first, then the nearest date.
CREATE INDEX project_light_in_order ON project_light (place, due_on, project_id);
CREATE INDEX project_light_of_county ON project_light (county_id, place, due_on, project_id);
CREATE INDEX project_light_of_year ON project_light (programme_year_id, place, due_on, project_id);
-- What is to be reckoned anew is true on no day, and found without looking at the rest.
CREATE INDEX "project_light_county_id_valid_until_idx" ON "project_light"("county_id", "valid_until");
CREATE INDEX "project_light_county_id_valid_from_idx" ON "project_light"("county_id", "valid_from");

CREATE FUNCTION light_total_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record;
BEGIN
  FOR one IN
    SELECT county_id, programme_year_id, light, sum(n)::int AS n FROM (
      SELECT county_id, programme_year_id, light, 1 AS n FROM new_rows UNION ALL SELECT o.county_id, o.programme_year_id, o.light, -1 FROM old_rows o) moved
    GROUP BY 1, 2, 3 HAVING sum(n) <> 0 ORDER BY 1, 2, 3
  LOOP
    INSERT INTO light_total AS t (county_id, programme_year_id, light, projects) VALUES (one.county_id, one.programme_year_id, one.light, one.n)
    ON CONFLICT (county_id, programme_year_id, light) DO UPDATE SET projects = t.projects + one.n;
  END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION light_total_begun() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO light_total AS t (county_id, programme_year_id, light, projects)
  SELECT county_id, programme_year_id, light, count(*)::int FROM new_rows GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (county_id, programme_year_id, light) DO UPDATE SET projects = t.projects + EXCLUDED.projects;
  RETURN NULL;
END $$;
CREATE TRIGGER light_total_insert AFTER INSERT ON project_light REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION light_total_begun();
CREATE TRIGGER light_total_update AFTER UPDATE ON project_light REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION light_total_kept();

-- A fact has changed. Taken in one order, so that of two who change many, one waits for the other.
CREATE FUNCTION project_light_touch(of_projects uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM project_light k WHERE k.project_id = ANY (of_projects) ORDER BY k.project_id FOR UPDATE;
  UPDATE project_light k SET changes = k.changes + 1, valid_from = '1900-01-01', valid_until = '1900-01-01' WHERE k.project_id = ANY (of_projects);
END $$;
CREATE FUNCTION project_light_begun() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO project_light (project_id, county_id, programme_year_id) SELECT id, county_id, programme_year_id FROM new_rows ORDER BY id;
  RETURN NULL;
END $$;
CREATE TRIGGER project_light_begun AFTER INSERT ON project REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION project_light_begun();
CREATE FUNCTION project_light_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE project_light SET changes = changes + 1, valid_from = '1900-01-01', valid_until = '1900-01-01', programme_year_id = NEW.programme_year_id WHERE project_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER project_light_moved AFTER UPDATE ON project FOR EACH ROW
  WHEN ((OLD.status, OLD.stage, OLD.programme_year_id, OLD.rulebook_id) IS DISTINCT FROM (NEW.status, NEW.stage, NEW.programme_year_id, NEW.rulebook_id)) EXECUTE FUNCTION project_light_moved();
CREATE FUNCTION project_light_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM project_light_touch(ARRAY(SELECT DISTINCT project_id FROM new_rows));
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['project_month', 'milestone', 'finding', 'stop_work', 'project_stage'] LOOP
    EXECUTE format('CREATE TRIGGER project_light_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION project_light_changed()', t);
    EXECUTE format('CREATE TRIGGER project_light_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION project_light_changed()', t);
  END LOOP;
END $$;
CREATE FUNCTION project_light_of_year_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM project_light_touch(ARRAY(SELECT id FROM project WHERE programme_year_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER project_light_of_year AFTER UPDATE ON programme_year FOR EACH ROW
  WHEN ((OLD.start_by, OLD.complete_by) IS DISTINCT FROM (NEW.start_by, NEW.complete_by)) EXECUTE FUNCTION project_light_of_year_changed();
-- A plan comes into force: of what it holds, and of what the one before it held.
CREATE FUNCTION project_light_of_plan_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM project_light_touch(ARRAY(SELECT e.project_id FROM annual_plan_entry e JOIN annual_plan a ON a.id = e.plan_id WHERE a.programme_year_id = NEW.programme_year_id
    UNION SELECT p.id FROM project p WHERE p.programme_year_id = NEW.programme_year_id));
  RETURN NULL;
END $$;
CREATE TRIGGER project_light_of_plan AFTER UPDATE ON annual_plan FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION project_light_of_plan_changed();

-- Which are to be reckoned anew; NULL: of all counties, of all projects.
CREATE FUNCTION project_light_stale(of_counties uuid[], of_project uuid, most integer) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE today date := anju_today();
BEGIN
  IF of_project IS NOT NULL THEN
    RETURN QUERY SELECT k.project_id FROM project_light k WHERE k.project_id = of_project AND NOT today BETWEEN k.valid_from AND k.valid_until;
  ELSE
    RETURN QUERY SELECT s.project_id FROM unnest(coalesce(of_counties, ARRAY(SELECT u.id FROM unit u WHERE u.kind = 'county'))) c (id) CROSS JOIN LATERAL (
      (SELECT k.project_id FROM project_light k WHERE k.county_id = c.id AND k.valid_until < today ORDER BY k.valid_until LIMIT most)
      UNION ALL (SELECT k.project_id FROM project_light k WHERE k.county_id = c.id AND k.valid_from > today ORDER BY k.valid_from DESC LIMIT most)) s LIMIT most;
  END IF;
END $$;
-- What the rule looks at, of nobody in particular: dates, counts and percentages. The nightly job has no actor.
CREATE FUNCTION project_light_facts(of_projects uuid[]) RETURNS TABLE (project_id uuid, changes text, rulebook_id uuid, year integer, today date, facts jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH in_force AS (SELECT DISTINCT ON (a.programme_year_id) a.id FROM annual_plan a WHERE a.status = 'confirmed' ORDER BY a.programme_year_id, a.no DESC),
  received AS (SELECT m.project_id, min(m.first_received_at AT TIME ZONE 'Asia/Shanghai') FILTER (WHERE m.kind = 'start')::date AS started,
      min(m.first_received_at AT TIME ZONE 'Asia/Shanghai') FILTER (WHERE m.kind = 'completion')::date AS completed
    FROM milestone m WHERE m.project_id = ANY (of_projects) AND m.compound_id IS NULL GROUP BY 1),
  done AS (SELECT m.project_id, jsonb_agg(jsonb_build_object('month', m.month, 'basisPoints', m.percent_bp) ORDER BY m.month) AS months FROM project_month m WHERE m.project_id = ANY (of_projects) GROUP BY 1),
  found AS (SELECT f.project_id, jsonb_agg(f.limit_on ORDER BY f.limit_on) AS limits FROM finding f WHERE f.project_id = ANY (of_projects) AND f.status = 'open' GROUP BY 1),
  stops AS (SELECT s.project_id, count(*) AS stopped FROM stop_work s WHERE s.project_id = ANY (of_projects) AND s.lifted_on IS NULL GROUP BY 1)
  SELECT k.project_id, k.changes::text, p.rulebook_id, y.year, anju_today(), jsonb_build_object('status', p.status, 'stage', p.stage,
      'inPlan', EXISTS (SELECT 1 FROM annual_plan_entry e JOIN in_force a ON a.id = e.plan_id WHERE e.project_id = p.id AND e.chosen),
      'startBy', y.start_by, 'completeBy', y.complete_by, 'startedOn', r.started, 'completedOn', r.completed,
      'worksAcceptedOn', (SELECT (coalesce(s.received_at, s.accepted_at) AT TIME ZONE 'Asia/Shanghai')::date FROM project_stage s WHERE s.project_id = p.id AND s.stage = 8 AND s.status = 'completed'),
      'months', coalesce(d.months, '[]'), 'findingLimits', coalesce(f.limits, '[]'), 'stopped', coalesce(t.stopped, 0))
    FROM project_light k JOIN project p ON p.id = k.project_id JOIN programme_year y ON y.id = p.programme_year_id LEFT JOIN received r ON r.project_id = p.id LEFT JOIN done d ON d.project_id = p.id
      LEFT JOIN found f ON f.project_id = p.id LEFT JOIN stops t ON t.project_id = p.id WHERE k.project_id = ANY (of_projects) ORDER BY 1
$$;
-- What the rule said, of the facts that it was asked about: where one has changed meanwhile, the row stays to be reckoned.
CREATE FUNCTION project_light_keep(lit jsonb) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE kept integer;
BEGIN
  PERFORM 1 FROM project_light k WHERE k.project_id IN (SELECT (one ->> 'projectId')::uuid FROM jsonb_array_elements(lit) one) ORDER BY k.project_id FOR UPDATE;
  UPDATE project_light k SET light = n.light, place = CASE n.light WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 WHEN 'green' THEN 2 ELSE 3 END,
      late = n.late, due_on = n."dueOn", percent_bp = n."basisPoints", earliest_on = (n.forecast ->> 'earliest')::date, middle_on = (n.forecast ->> 'middle')::date,
      latest_on = (n.forecast ->> 'latest')::date, forecast = n.forecast, reasons = n.reasons, since_on = CASE WHEN k.light = n.light AND k.counted > 0 THEN k.since_on ELSE n.today END,
      counted = k.changes, valid_from = n.today, valid_until = n."validUntil", computed_at = anju_now()
    FROM jsonb_to_recordset(lit) AS n ("projectId" uuid, changes bigint, today date, light text, late boolean, "dueOn" date, "basisPoints" integer, forecast jsonb, reasons jsonb, "validUntil" date)
    WHERE k.project_id = n."projectId" AND k.changes = n.changes;
  GET DIAGNOSTICS kept = ROW_COUNT;
  RETURN kept;
END $$;

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON project_light FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
INSERT INTO project_light (project_id, county_id, programme_year_id) SELECT id, county_id, programme_year_id FROM project ORDER BY id;
SELECT anju_protect_project('project_light');
SELECT anju_protect('light_total', 'county');
GRANT SELECT ON project_light, light_total TO anju_app;
REVOKE ALL ON FUNCTION light_total_kept(), light_total_begun(), project_light_touch(uuid[]), project_light_begun(), project_light_moved(), project_light_changed(), project_light_of_year_changed(),
  project_light_of_plan_changed(), project_light_stale(uuid[], uuid, integer), project_light_facts(uuid[]), project_light_keep(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION project_light_stale(uuid[], uuid, integer), project_light_facts(uuid[]), project_light_keep(jsonb) TO anju_app;
GRANT EXECUTE ON FUNCTION project_light_facts(uuid[]) TO anju_verifier;
