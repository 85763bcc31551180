-- What the works of a project have reached (begun, complete, items done, promises kept) is reckoned anew with every fact that says so, and the difference is written down: a leader's page adds up a few hundred lines, over any number of projects.
-- Lines are only added: nobody who records waits for somebody who records in the same county. A job adds them up (works_fold), which changes no sum.
CREATE TABLE "works_figure" (
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "lines" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "works_figure_pkey" PRIMARY KEY ("project_id")
);
CREATE TABLE "works_line" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    -- of a vote that belongs to no year yet: none
    "programme_year_id" UUID,
    "figure" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "n" BIGINT NOT NULL,
    "households" BIGINT NOT NULL,
    "floor_area" BIGINT NOT NULL,

    CONSTRAINT "works_line_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "works_line_county_id_programme_year_id_idx" ON "works_line"("county_id", "programme_year_id");
ALTER TABLE "works_figure" ADD CONSTRAINT "works_figure_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE works_figure ADD CONSTRAINT works_figure_words CHECK (jsonb_typeof(lines) = 'array');
ALTER TABLE works_line ADD CONSTRAINT works_line_words CHECK (figure IN ('compounds', 'started', 'startedLate', 'completed', 'completedLate', 'accepted', 'planned',
  'itemPlanned', 'itemMet', 'itemDone', 'buildings', 'promise', 'have', 'vote'));

-- What the records of these projects say, as far as they were there on a day ('infinity': all of them). Of a compound: begun when its own start or that of the whole project was received, complete when
-- its own completion was accepted, else that of the whole project, else stage 8, each dated by its first receipt (domain.md §5, §8; the same as the score's). A withdrawn project says nothing.
CREATE FUNCTION works_reckoned(of_projects uuid[], upto date) RETURNS TABLE (project_id uuid, county_id uuid, programme_year_id uuid, figure text, key text, n bigint, households bigint, floor_area bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH p AS MATERIALIZED (
    SELECT o.id, o.county_id, o.programme_year_id, o.stage, y.start_by, y.complete_by, b.content -> 'promises' AS promises
      FROM project o JOIN programme_year y ON y.id = o.programme_year_id JOIN rulebook_version b ON b.id = o.rulebook_id WHERE o.id = ANY (of_projects) AND o.status <> 'withdrawn'
  ), s AS MATERIALIZED (
    SELECT s.project_id, s.stage, (coalesce(s.received_at, s.accepted_at) AT TIME ZONE 'Asia/Shanghai')::date AS on_day
      FROM project_stage s JOIN p ON p.id = s.project_id WHERE s.stage IN (8, 9) AND s.status = 'completed' AND p.stage > s.stage
  ), m AS MATERIALIZED (
    SELECT m.project_id, m.compound_id, m.kind, (m.first_received_at AT TIME ZONE 'Asia/Shanghai')::date AS on_day FROM milestone m JOIN p ON p.id = m.project_id
      WHERE m.first_received_at IS NOT NULL AND (m.kind = 'start' OR m.status = 'accepted')
  ), c AS MATERIALIZED (
    SELECT p.id AS project_id, c.compound_id, coalesce(t.households, 0)::bigint AS households, coalesce(t.floor_area, 0)::bigint AS floor_area, p.start_by, p.complete_by,
        (SELECT min(m.on_day) FROM m WHERE m.project_id = p.id AND m.kind = 'start' AND (m.compound_id IS NULL OR m.compound_id = c.compound_id)) AS begun,
        coalesce((SELECT min(m.on_day) FROM m WHERE m.project_id = p.id AND m.kind = 'completion' AND m.compound_id = c.compound_id),
          (SELECT min(m.on_day) FROM m WHERE m.project_id = p.id AND m.kind = 'completion' AND m.compound_id IS NULL), (SELECT s.on_day FROM s WHERE s.project_id = p.id AND s.stage = 8)) AS complete,
        (SELECT s.on_day FROM s WHERE s.project_id = p.id AND s.stage = 9) AS accepted
      FROM p JOIN project_compound c ON c.project_id = p.id AND c.live LEFT JOIN compound_total t ON t.compound_id = c.compound_id
      WHERE (c.created_at AT TIME ZONE 'Asia/Shanghai')::date <= upto
  ), plan AS MATERIALIZED (
    SELECT DISTINCT ON (v.compound_id, c.project_id) c.project_id, v.compound_id, v.id, c.households, c.floor_area FROM compound_plan v JOIN c ON c.compound_id = v.compound_id
      WHERE v.status = 'final' AND (v.finalized_at AT TIME ZONE 'Asia/Shanghai')::date <= upto ORDER BY v.compound_id, c.project_id, v.no DESC
  ), cell AS MATERIALIZED (
    SELECT v.project_id, v.compound_id, i.building_id, i.item, i.answer, i.answer = 'met' OR (i.answer = 'todo' AND EXISTS (SELECT 1 FROM item_completion d
        WHERE d.project_id = v.project_id AND d.compound_id = v.compound_id AND d.item = i.item AND coalesce(d.building_id, d.compound_id) = coalesce(i.building_id, i.compound_id)
          AND d.retired_at IS NULL AND (d.reported_at AT TIME ZONE 'Asia/Shanghai')::date <= upto)) AS there
      FROM plan v JOIN plan_item i ON i.plan_id = v.id WHERE i.answer IN ('todo', 'met')
  ), building AS MATERIALIZED (
    SELECT DISTINCT v.project_id, v.compound_id, i.building_id FROM plan v JOIN plan_item i ON i.plan_id = v.id WHERE i.building_id IS NOT NULL
  ), kept AS (
    SELECT b.project_id, b.building_id, r.one ->> 'code' AS code, bool_and(x.there IS TRUE) AS holds
      FROM building b JOIN p ON p.id = b.project_id CROSS JOIN LATERAL jsonb_array_elements(p.promises) r (one) CROSS JOIN LATERAL jsonb_array_elements_text(r.one -> 'items') w (item)
        LEFT JOIN cell x ON x.project_id = b.project_id AND x.compound_id = b.compound_id AND x.item = w.item AND coalesce(x.building_id, x.compound_id) = CASE WHEN w.item LIKE 'C-%' THEN b.compound_id ELSE b.building_id END
      GROUP BY 1, 2, 3
  ), told (project_id, figure, key, n, households, floor_area) AS (
    SELECT c.project_id, 'compounds', '', 1, c.households, c.floor_area FROM c
    UNION ALL SELECT c.project_id, 'started', to_char(least(c.begun, c.complete), 'YYYY-MM'), 1, c.households, c.floor_area FROM c WHERE least(c.begun, c.complete) <= upto
    UNION ALL SELECT c.project_id, 'startedLate', '', 1, c.households, c.floor_area FROM c WHERE least(c.begun, c.complete) <= upto AND least(c.begun, c.complete) > c.start_by
    UNION ALL SELECT c.project_id, 'completed', to_char(c.complete, 'YYYY-MM'), 1, c.households, c.floor_area FROM c WHERE c.complete <= upto
    UNION ALL SELECT c.project_id, 'completedLate', '', 1, c.households, c.floor_area FROM c WHERE c.complete <= upto AND c.complete > c.complete_by
    UNION ALL SELECT c.project_id, 'accepted', '', 1, c.households, c.floor_area FROM c WHERE c.accepted <= upto
    UNION ALL SELECT v.project_id, 'planned', '', 1, v.households, v.floor_area FROM plan v
    UNION ALL SELECT x.project_id, CASE x.answer WHEN 'met' THEN 'itemMet' ELSE 'itemPlanned' END, x.item, 1, 0, 0 FROM cell x
    UNION ALL SELECT x.project_id, 'itemDone', x.item, 1, 0, 0 FROM cell x WHERE x.answer = 'todo' AND x.there
    UNION ALL SELECT b.project_id, 'buildings', '', 1, 0, 0 FROM building b
    UNION ALL SELECT k.project_id, 'promise', k.code, 1, 0, 0 FROM kept k WHERE k.holds
    UNION ALL SELECT c.project_id, 'have', h.have, 1, c.households, c.floor_area FROM c JOIN compound_have h ON h.compound_id = c.compound_id
      WHERE h.attested AND (h.attested_at AT TIME ZONE 'Asia/Shanghai')::date <= upto
  )
  SELECT t.project_id, p.county_id, p.programme_year_id, t.figure, t.key, sum(t.n)::bigint, sum(t.households)::bigint, sum(t.floor_area)::bigint FROM told t JOIN p ON p.id = t.project_id GROUP BY 1, 2, 3, 4, 5
$$;

-- Reckons anew and writes down what is different. The projects are taken in one order, so that of two who change the same, one waits and counts what the other recorded.
CREATE FUNCTION works_refresh(touched uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM works_figure w WHERE w.project_id = ANY (touched) ORDER BY w.project_id FOR UPDATE;
  WITH now AS MATERIALIZED (
    SELECT * FROM works_reckoned(touched, 'infinity')
  ), before AS MATERIALIZED (
    SELECT w.county_id, w.programme_year_id, l.figure, l.key, l.n, l.households, l.floor_area FROM works_figure w
      CROSS JOIN LATERAL jsonb_to_recordset(w.lines) AS l (figure text, key text, n bigint, households bigint, floor_area bigint) WHERE w.project_id = ANY (touched)
  ), written AS (
    INSERT INTO works_line (county_id, programme_year_id, figure, key, n, households, floor_area)
    SELECT d.county_id, d.programme_year_id, d.figure, d.key, sum(d.n), sum(d.households), sum(d.floor_area) FROM (
        SELECT o.county_id, o.programme_year_id, o.figure, o.key, o.n, o.households, o.floor_area FROM now o
        UNION ALL SELECT b.county_id, b.programme_year_id, b.figure, b.key, -b.n, -b.households, -b.floor_area FROM before b) d
      GROUP BY 1, 2, 3, 4 HAVING sum(d.n) <> 0 OR sum(d.households) <> 0 OR sum(d.floor_area) <> 0
  )
  UPDATE works_figure w SET county_id = p.county_id, programme_year_id = p.programme_year_id, lines = coalesce((
      SELECT jsonb_agg(jsonb_build_object('figure', o.figure, 'key', o.key, 'n', o.n, 'households', o.households, 'floor_area', o.floor_area) ORDER BY o.figure, o.key) FROM now o WHERE o.project_id = w.project_id), '[]')
    FROM project p WHERE p.id = w.project_id AND w.project_id = ANY (touched);
END $$;

CREATE FUNCTION works_begun() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO works_figure (project_id, county_id, programme_year_id) SELECT id, county_id, programme_year_id FROM new_rows ORDER BY id;
  RETURN NULL;
END $$;
CREATE TRIGGER works_begun AFTER INSERT ON project REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION works_begun();
CREATE FUNCTION works_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM works_refresh(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER works_moved AFTER UPDATE ON project FOR EACH ROW
  WHEN ((OLD.county_id, OLD.programme_year_id, OLD.rulebook_id, OLD.stage, OLD.status = 'withdrawn') IS DISTINCT FROM (NEW.county_id, NEW.programme_year_id, NEW.rulebook_id, NEW.stage, NEW.status = 'withdrawn'))
  EXECUTE FUNCTION works_moved();
CREATE FUNCTION works_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM works_refresh(ARRAY(SELECT DISTINCT project_id FROM new_rows));
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['project_compound', 'milestone', 'item_completion', 'project_stage'] LOOP
    EXECUTE format('CREATE TRIGGER works_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION works_changed()', t);
    EXECUTE format('CREATE TRIGGER works_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION works_changed()', t);
  END LOOP;
END $$;
-- What stands in no final plan counts nothing, so a plan counts when it becomes final; nothing in it changes afterwards.
CREATE FUNCTION works_of_compounds_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM works_refresh(ARRAY(SELECT DISTINCT c.project_id FROM new_rows n JOIN project_compound c ON c.compound_id = n.compound_id AND c.live));
  RETURN NULL;
END $$;
CREATE TRIGGER works_insert AFTER INSERT ON compound_have REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION works_of_compounds_changed();
CREATE TRIGGER works_update AFTER UPDATE ON compound_have REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION works_of_compounds_changed();
CREATE FUNCTION works_of_plan_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM works_refresh(ARRAY(SELECT c.project_id FROM project_compound c WHERE c.compound_id = NEW.compound_id AND c.live ORDER BY 1));
  RETURN NULL;
END $$;
CREATE TRIGGER works_update AFTER UPDATE ON compound_plan FOR EACH ROW WHEN (NEW.status = 'final' AND OLD.status <> 'final') EXECUTE FUNCTION works_of_plan_changed();
-- Households come in by the hundred: only those of a compound that is being renovated are looked at.
CREATE FUNCTION works_of_size_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE touched uuid[] := ARRAY(SELECT DISTINCT c.project_id FROM new_rows n JOIN old_rows o USING (compound_id) JOIN project_compound c ON c.compound_id = n.compound_id AND c.live
    WHERE (n.households, n.floor_area) IS DISTINCT FROM (o.households, o.floor_area));
BEGIN
  IF touched <> '{}' THEN PERFORM works_refresh(touched); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER works_update AFTER UPDATE ON compound_total REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION works_of_size_changed();
CREATE FUNCTION works_of_year_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM works_refresh(ARRAY(SELECT id FROM project WHERE programme_year_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER works_of_year AFTER UPDATE ON programme_year FOR EACH ROW WHEN ((OLD.start_by, OLD.complete_by) IS DISTINCT FROM (NEW.start_by, NEW.complete_by)) EXECUTE FUNCTION works_of_year_changed();

-- Rounds of the votes, by what they have come to: key is round/status/outcome.
CREATE FUNCTION works_of_votes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.programme_year_id, OLD.county_id, OLD.status, OLD.outcome, OLD.roll_households, OLD.roll_area) IS NOT DISTINCT FROM
    (NEW.programme_year_id, NEW.county_id, NEW.status, NEW.outcome, NEW.roll_households, NEW.roll_area) THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO works_line (county_id, programme_year_id, figure, key, n, households, floor_area)
    VALUES (OLD.county_id, OLD.programme_year_id, 'vote', concat_ws('/', OLD.round, OLD.status, coalesce(OLD.outcome, '')), -1, -OLD.roll_households, -OLD.roll_area);
  END IF;
  INSERT INTO works_line (county_id, programme_year_id, figure, key, n, households, floor_area)
  VALUES (NEW.county_id, NEW.programme_year_id, 'vote', concat_ws('/', NEW.round, NEW.status, coalesce(NEW.outcome, '')), 1, NEW.roll_households, NEW.roll_area);
  RETURN NULL;
END $$;
CREATE TRIGGER works_of_votes AFTER INSERT OR UPDATE ON vote_round FOR EACH ROW EXECUTE FUNCTION works_of_votes();

-- Adds up the lines of the same figure; whoever reads meanwhile sees either the many or the one.
CREATE FUNCTION works_fold() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE folded integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('works_fold', 0));
  WITH many AS (
    SELECT county_id, programme_year_id, figure, key FROM works_line GROUP BY 1, 2, 3, 4 HAVING count(*) > 1 OR (sum(n) = 0 AND sum(households) = 0 AND sum(floor_area) = 0)
  ), gone AS (
    DELETE FROM works_line l USING many m WHERE l.county_id = m.county_id AND l.programme_year_id IS NOT DISTINCT FROM m.programme_year_id AND l.figure = m.figure AND l.key = m.key
      RETURNING l.county_id, l.programme_year_id, l.figure, l.key, l.n, l.households, l.floor_area
  ), kept AS (
    INSERT INTO works_line (county_id, programme_year_id, figure, key, n, households, floor_area)
    SELECT county_id, programme_year_id, figure, key, sum(n), sum(households), sum(floor_area) FROM gone GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 OR sum(households) <> 0 OR sum(floor_area) <> 0
  )
  SELECT count(*) INTO folded FROM gone;
  RETURN folded;
END $$;

INSERT INTO works_figure (project_id, county_id, programme_year_id) SELECT id, county_id, programme_year_id FROM project ORDER BY id;
SELECT works_refresh(ARRAY(SELECT id FROM project));
INSERT INTO works_line (county_id, programme_year_id, figure, key, n, households, floor_area)
SELECT county_id, programme_year_id, 'vote', concat_ws('/', round, status, coalesce(outcome, '')), count(*), sum(roll_households), sum(roll_area) FROM vote_round GROUP BY 1, 2, 4;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON works_figure FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
SELECT anju_protect('works_figure', 'none');
SELECT anju_protect('works_line', 'county');
GRANT SELECT ON works_line TO anju_app;
REVOKE ALL ON FUNCTION works_reckoned(uuid[], date), works_refresh(uuid[]), works_begun(), works_moved(), works_changed(), works_of_compounds_changed(), works_of_plan_changed(), works_of_size_changed(),
  works_of_year_changed(), works_of_votes(), works_fold() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION works_fold() TO anju_app;
GRANT EXECUTE ON FUNCTION works_reckoned(uuid[], date) TO anju_verifier;
