-- A household says once whether it is satisfied, and nobody learns what it said: who has answered and what was answered stand in two tables that share no id and no order, and
-- the second is told as sums only, once the survey is closed and enough households have answered.

CREATE TABLE "satisfaction_survey" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "project_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "rulebook_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "households" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "opened_by" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "answered" INTEGER,
    "satisfied" INTEGER,
    "result" JSONB,
    "words" JSONB,
    "cancelled_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "satisfaction_survey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "satisfaction_survey_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "satisfaction_survey_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- The register as it stood at opening, and which of these households have answered: no answer, no time, no account.
CREATE TABLE "satisfaction_roll" (
    "survey_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "building_id" UUID NOT NULL,
    "building_name" TEXT NOT NULL,
    "unit_no" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "storey" INTEGER,
    "sort_key" TEXT NOT NULL,
    "how" TEXT,

    CONSTRAINT "satisfaction_roll_pkey" PRIMARY KEY ("survey_id", "household_id"),
    CONSTRAINT "satisfaction_roll_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "satisfaction_survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- What was answered: one row of a survey, so that no row, and no row's place in its table, belongs to a household. Words stand in the order of their letters.
CREATE TABLE "satisfaction_count" (
    "survey_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "words" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "satisfaction_count_pkey" PRIMARY KEY ("survey_id"),
    CONSTRAINT "satisfaction_count_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "satisfaction_survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- How many each officer has recorded, so that somebody answers for the collecting.
CREATE TABLE "satisfaction_collector" (
    "survey_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "recorded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "satisfaction_collector_pkey" PRIMARY KEY ("survey_id", "account_id"),
    CONSTRAINT "satisfaction_collector_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "satisfaction_survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "satisfaction_survey_project_id_idx" ON "satisfaction_survey"("project_id");
CREATE INDEX "satisfaction_survey_compound_id_idx" ON "satisfaction_survey"("compound_id");
CREATE INDEX "satisfaction_survey_county_id_status_idx" ON "satisfaction_survey"("county_id", "status");
-- A compound of a project is asked once; a survey that was cancelled may be held again.
CREATE UNIQUE INDEX satisfaction_survey_one ON satisfaction_survey (project_id, compound_id) WHERE status <> 'cancelled';

ALTER TABLE satisfaction_survey ADD CONSTRAINT satisfaction_survey_words CHECK (status IN ('open', 'closed', 'cancelled') AND households >= 0
  AND (status = 'closed') = (result IS NOT NULL) AND (status = 'closed') = (closed_at IS NOT NULL) AND (result IS NULL) = (answered IS NULL) AND (result IS NULL) = (satisfied IS NULL)
  AND (result IS NULL) = (words IS NULL) AND satisfied BETWEEN 0 AND answered AND answered <= households AND (status = 'cancelled') = (coalesce(length(cancelled_reason), 0) > 0));
ALTER TABLE satisfaction_roll ADD CONSTRAINT satisfaction_roll_words CHECK (how IS NULL OR how IN ('door', 'meeting', 'phone'));
ALTER TABLE satisfaction_count ADD CONSTRAINT satisfaction_count_words CHECK (answered >= 0 AND jsonb_typeof(counts) = 'object' AND jsonb_typeof(words) = 'array');

CREATE FUNCTION satisfaction_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT c.county_id, c.subdistrict_id, c.community_id INTO NEW.county_id, NEW.subdistrict_id, NEW.community_id
    FROM project_compound c WHERE c.project_id = NEW.project_id AND c.compound_id = NEW.compound_id AND c.live;
  IF NOT FOUND THEN RAISE EXCEPTION 'no compound of the project' USING ERRCODE = '23503', CONSTRAINT = 'satisfaction_place'; END IF;
  IF NEW.status <> 'open' OR NEW.households <> 0 THEN RAISE EXCEPTION 'a survey begins open' USING ERRCODE = '42501', CONSTRAINT = 'satisfaction_begins'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER satisfaction_place BEFORE INSERT ON satisfaction_survey FOR EACH ROW EXECUTE FUNCTION satisfaction_place();
-- The register is frozen in the statement that opens the survey.
CREATE FUNCTION satisfaction_frozen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n integer;
BEGIN
  INSERT INTO satisfaction_roll (survey_id, household_id, county_id, subdistrict_id, community_id, building_id, building_name, unit_no, room, storey, sort_key)
    SELECT NEW.id, h.id, NEW.county_id, NEW.subdistrict_id, NEW.community_id, b.id, b.name, h.unit_no, h.room, h.storey, b.sort_key || ' ' || h.sort_key
    FROM household h JOIN building b ON b.id = h.building_id WHERE h.compound_id = NEW.compound_id AND h.status = 'active' AND b.status = 'active';
  GET DIAGNOSTICS n = ROW_COUNT;
  INSERT INTO satisfaction_count (survey_id, county_id) VALUES (NEW.id, NEW.county_id);
  UPDATE satisfaction_survey SET households = n WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER satisfaction_frozen AFTER INSERT ON satisfaction_survey FOR EACH ROW EXECUTE FUNCTION satisfaction_frozen();
-- What was frozen stays; a survey that is over stays as it ended.
CREATE FUNCTION satisfaction_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moved text[] := '{county_id,subdistrict_id,community_id}';
BEGIN
  IF (OLD.project_id, OLD.compound_id, OLD.rulebook_id, OLD.opened_at, OLD.opened_by) IS DISTINCT FROM (NEW.project_id, NEW.compound_id, NEW.rulebook_id, NEW.opened_at, NEW.opened_by)
    OR (NEW.households <> OLD.households AND pg_trigger_depth() < 2) OR (OLD.status <> 'open' AND to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved) THEN
    RAISE EXCEPTION 'what was decided stays' USING ERRCODE = '42501', CONSTRAINT = 'satisfaction_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER satisfaction_guard BEFORE UPDATE ON satisfaction_survey FOR EACH ROW EXECUTE FUNCTION satisfaction_guard();
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['satisfaction_survey', 'satisfaction_roll', 'satisfaction_count', 'satisfaction_collector'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
END $$;

-- One household answers, once. The row of the sums is the lock: of two who record the same household at once, one is told that it has answered.
CREATE FUNCTION satisfaction_answer(which uuid, home uuid, said text, by_way text, wish text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s satisfaction_survey; was text;
BEGIN
  SELECT * INTO s FROM satisfaction_survey WHERE id = which AND county_id = ANY (anju_counties()) AND (anju_subdistrict() IS NULL OR subdistrict_id = anju_subdistrict())
    AND (anju_community() IS NULL OR community_id = anju_community()) AND anju_level() IN ('county', 'community');
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  PERFORM 1 FROM satisfaction_count WHERE survey_id = which FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM satisfaction_survey WHERE id = which AND status = 'open') THEN RETURN 'over'; END IF;
  SELECT how INTO was FROM satisfaction_roll WHERE survey_id = which AND household_id = home;
  IF NOT FOUND THEN RETURN 'notInRoll'; END IF;
  IF was IS NOT NULL THEN RETURN 'again'; END IF;
  UPDATE satisfaction_roll SET how = by_way WHERE survey_id = which AND household_id = home;
  UPDATE satisfaction_count c SET answered = c.answered + 1, counts = c.counts || jsonb_build_object(said, coalesce((c.counts ->> said)::int, 0) + 1),
    words = CASE WHEN wish IS NULL THEN c.words ELSE (SELECT jsonb_agg(w ORDER BY w COLLATE "C") FROM jsonb_array_elements_text(c.words || to_jsonb(wish)) AS x(w)) END
    WHERE c.survey_id = which;
  INSERT INTO satisfaction_collector (survey_id, account_id, county_id, subdistrict_id, community_id, recorded) VALUES (which, anju_account(), s.county_id, s.subdistrict_id, s.community_id, 1)
    ON CONFLICT (survey_id, account_id) DO UPDATE SET recorded = satisfaction_collector.recorded + 1;
  RETURN 'taken';
END $$;
-- The only way that what was answered becomes known: as sums, at the end, of enough households.
CREATE FUNCTION satisfaction_close(which uuid, least_answers integer, counting text[]) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE c satisfaction_count;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM satisfaction_survey WHERE id = which AND county_id = ANY (anju_counties()) AND anju_level() = 'county') THEN RETURN 'unknown'; END IF;
  SELECT * INTO c FROM satisfaction_count WHERE survey_id = which FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM satisfaction_survey WHERE id = which AND status = 'open') THEN RETURN 'over'; END IF;
  IF c.answered < greatest(least_answers, 2) THEN RETURN 'few'; END IF;
  UPDATE satisfaction_survey SET status = 'closed', closed_at = anju_now(), closed_by = anju_account(), answered = c.answered, result = c.counts, words = c.words,
    satisfied = (SELECT coalesce(sum((v.value)::int), 0) FROM jsonb_each_text(c.counts) v WHERE v.key = ANY (counting)), version = version + 1 WHERE id = which;
  RETURN 'closed';
END $$;

CREATE FUNCTION satisfaction_move_with_compound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t text;
BEGIN
  UPDATE satisfaction_survey SET county_id = NEW.county_id, subdistrict_id = NEW.subdistrict_id, community_id = NEW.community_id WHERE compound_id = NEW.id;
  FOREACH t IN ARRAY ARRAY['satisfaction_roll', 'satisfaction_collector'] LOOP
    EXECUTE format('UPDATE %I x SET county_id = $1, subdistrict_id = $2, community_id = $3 FROM satisfaction_survey s WHERE s.id = x.survey_id AND s.compound_id = $4', t)
      USING NEW.county_id, NEW.subdistrict_id, NEW.community_id, NEW.id;
  END LOOP;
  UPDATE satisfaction_count x SET county_id = NEW.county_id FROM satisfaction_survey s WHERE s.id = x.survey_id AND s.compound_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER compound_moved_satisfaction AFTER UPDATE OF county_id, subdistrict_id, community_id ON compound FOR EACH ROW
  WHEN (OLD.county_id IS DISTINCT FROM NEW.county_id OR OLD.subdistrict_id IS DISTINCT FROM NEW.subdistrict_id OR OLD.community_id IS DISTINCT FROM NEW.community_id)
  EXECUTE FUNCTION satisfaction_move_with_compound();

SELECT anju_protect(t::regclass, 'territory') FROM unnest(ARRAY['satisfaction_survey', 'satisfaction_roll', 'satisfaction_collector']) t;
SELECT anju_protect('satisfaction_count', 'none');
-- Opening, closing and cancelling are lines of the record. That a household answered is none: its moment would stand beside the moment of what was answered.
SELECT anju_audit('satisfaction_survey');
DO $$
DECLARE shape text := pg_get_functiondef('anju_audit_shape(text, jsonb)'::regprocedure); now text;
BEGIN
  now := replace(shape, 'ELSE doc END', 'WHEN ''satisfaction_survey'' THEN doc - ''words'' ELSE doc END');
  IF now = shape THEN RAISE EXCEPTION 'anju_audit_shape is not what this change expects'; END IF;
  EXECUTE now;
END $$;
GRANT SELECT, INSERT ON satisfaction_survey TO anju_app;
GRANT UPDATE (status, cancelled_reason, version) ON satisfaction_survey TO anju_app;
GRANT SELECT (survey_id, household_id, county_id, subdistrict_id, community_id, building_id, building_name, unit_no, room, storey, sort_key, how) ON satisfaction_roll TO anju_app;
GRANT SELECT ON satisfaction_collector TO anju_app;
REVOKE ALL ON FUNCTION satisfaction_place(), satisfaction_frozen(), satisfaction_answer(uuid, uuid, text, text, text), satisfaction_close(uuid, integer, text[]), satisfaction_move_with_compound() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION satisfaction_answer(uuid, uuid, text, text, text), satisfaction_close(uuid, integer, text[]) TO anju_app;
