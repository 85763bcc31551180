-- What residents complain of is answered in time: each is received once, joins one matter, and its matter has one limit, which the earliest receipt sets. What was said
-- stays as it was said; how to reach the person is sealed, and goes when the matter is over.

CREATE TABLE "complaint" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "no" TEXT NOT NULL DEFAULT '',
    "compound_id" UUID,
    "project_id" UUID,
    "notice_id" UUID,
    "rulebook_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "contact" BYTEA,
    "code_hash" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "received_by" UUID,
    "status" TEXT NOT NULL DEFAULT 'received',
    "lead_id" UUID,
    "own_due_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "assigned_kind" TEXT,
    "assigned_unit_id" UUID,
    "draft" TEXT,
    "drafted_at" TIMESTAMPTZ(3),
    "drafted_by" UUID,
    "answer" TEXT,
    "answered_on" DATE,
    "answered_by" UUID,
    "reopened_on" DATE,
    "late_before" BOOLEAN NOT NULL DEFAULT false,
    "ended_on" DATE,
    "ended_by" UUID,
    "end_words" TEXT,
    "transferred_to" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "complaint_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "complaint_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "complaint_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "complaint_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE "complaint_event" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "complaint_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "account_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "complaint_event_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "complaint_event_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "complaint_code_hash_key" ON "complaint"("code_hash");
CREATE UNIQUE INDEX "complaint_no_key" ON "complaint"("no");
CREATE INDEX "complaint_county_id_received_on_id_idx" ON "complaint"("county_id", "received_on" DESC, "id" DESC);
CREATE INDEX "complaint_lead_id_idx" ON "complaint"("lead_id");
CREATE INDEX "complaint_compound_id_idx" ON "complaint"("compound_id");
CREATE INDEX "complaint_project_id_idx" ON "complaint"("project_id");
CREATE INDEX "complaint_event_complaint_id_id_idx" ON "complaint_event"("complaint_id", "id");
-- what waits for an answer
CREATE INDEX complaint_open ON complaint (county_id, due_on) WHERE status IN ('received', 'assigned');

ALTER TABLE complaint ADD CONSTRAINT complaint_words CHECK (kind IN ('complaint', 'opinion') AND channel IN ('page', 'phone', 'visit', 'letter', 'transferred')
  AND status IN ('received', 'assigned', 'answered', 'closed', 'notAccepted', 'transferred', 'merged') AND length(content) BETWEEN 1 AND 2000
  AND (lead_id IS NOT NULL) = (status = 'merged') AND lead_id IS DISTINCT FROM id AND own_due_on >= received_on
  AND (assigned_kind IS NULL OR assigned_kind IN ('bureau', 'town', 'community', 'entity', 'supervisor')) AND (assigned_unit_id IS NOT NULL) = coalesce(assigned_kind IN ('town', 'community'), false)
  AND (assigned_kind IS NULL OR assigned_kind NOT IN ('entity', 'supervisor') OR project_id IS NOT NULL) AND (status <> 'assigned' OR assigned_kind IS NOT NULL)
  AND (answer IS NULL) = (answered_on IS NULL) AND (status <> 'answered' OR answer IS NOT NULL) AND (status NOT IN ('received', 'assigned') OR answer IS NULL)
  AND (status IN ('closed', 'notAccepted', 'transferred')) = (ended_on IS NOT NULL) AND (status NOT IN ('notAccepted', 'transferred') OR coalesce(length(end_words), 0) > 0)
  AND (status = 'transferred') = (transferred_to IS NOT NULL));
ALTER TABLE complaint_event ADD CONSTRAINT complaint_event_words CHECK (kind IN ('received', 'assigned', 'drafted', 'answered', 'reopened', 'merged', 'joined', 'separated', 'closed',
  'notAccepted', 'transferred') AND (note IS NULL OR length(note) BETWEEN 1 AND 2000));

-- It stands where its compound stands, else in the place it was said to be of, and has the next number of its county and year. A compound's project is known.
CREATE FUNCTION complaint_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE home uuid; code text; year text := to_char(NEW.received_on, 'YYYY'); n bigint;
BEGIN
  IF NEW.compound_id IS NOT NULL THEN
    SELECT county_id, subdistrict_id, community_id INTO home, NEW.subdistrict_id, NEW.community_id FROM compound WHERE id = NEW.compound_id;
    IF home IS DISTINCT FROM NEW.county_id THEN RAISE EXCEPTION 'a compound of another county' USING ERRCODE = '23514', CONSTRAINT = 'complaint_county'; END IF;
    NEW.project_id := coalesce(NEW.project_id, (SELECT p.id FROM project_compound c JOIN project p ON p.id = c.project_id JOIN programme_year y ON y.id = p.programme_year_id
      WHERE c.compound_id = NEW.compound_id AND c.live AND p.status <> 'withdrawn' ORDER BY y.year DESC, p.id DESC LIMIT 1));
  END IF;
  IF NEW.project_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM project WHERE id = NEW.project_id AND county_id = NEW.county_id) THEN
    RAISE EXCEPTION 'a project of another county' USING ERRCODE = '23514', CONSTRAINT = 'complaint_county';
  END IF;
  SELECT u.code INTO code FROM unit u WHERE u.id = NEW.county_id AND u.kind = 'county';
  IF NOT FOUND THEN RAISE EXCEPTION 'no county' USING ERRCODE = '23503', CONSTRAINT = 'complaint_county'; END IF;
  INSERT INTO county_counter (county_id, name, value) VALUES (NEW.county_id, 'complaint-' || year, 1)
    ON CONFLICT (county_id, name) DO UPDATE SET value = county_counter.value + 1 RETURNING value INTO n;
  NEW.no := code || '-' || year || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
  RETURN NEW;
END $$;
CREATE TRIGGER complaint_place BEFORE INSERT ON complaint FOR EACH ROW EXECUTE FUNCTION complaint_place();
CREATE FUNCTION complaint_event_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT county_id, subdistrict_id, community_id INTO NEW.county_id, NEW.subdistrict_id, NEW.community_id FROM complaint WHERE id = NEW.complaint_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no complaint' USING ERRCODE = '23503', CONSTRAINT = 'complaint_event_place'; END IF;
  NEW.account_id := anju_account();
  RETURN NEW;
END $$;
CREATE TRIGGER complaint_event_place BEFORE INSERT ON complaint_event FOR EACH ROW EXECUTE FUNCTION complaint_event_place();

-- What somebody said stays as it was said, also its limit; what is over stays over (its place moves with its compound, its contact goes).
CREATE FUNCTION complaint_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moved text[] := '{county_id,subdistrict_id,community_id,contact}';
BEGIN
  IF (OLD.no, OLD.compound_id, OLD.notice_id, OLD.rulebook_id, OLD.kind, OLD.channel, OLD.content, OLD.code_hash, OLD.received_on, OLD.received_at, OLD.received_by, OLD.own_due_on)
      IS DISTINCT FROM (NEW.no, NEW.compound_id, NEW.notice_id, NEW.rulebook_id, NEW.kind, NEW.channel, NEW.content, NEW.code_hash, NEW.received_on, NEW.received_at, NEW.received_by, NEW.own_due_on)
    OR (NEW.contact IS NOT NULL AND NEW.contact IS DISTINCT FROM OLD.contact)
    OR (OLD.status IN ('closed', 'notAccepted', 'transferred') AND to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved) THEN
    RAISE EXCEPTION 'what was said stays' USING ERRCODE = '42501', CONSTRAINT = 'complaint_said';
  END IF;
  -- a matter is a complaint that stands for itself, of the same county; nothing joins what has joined another
  IF NEW.lead_id IS NOT NULL AND NEW.lead_id IS DISTINCT FROM OLD.lead_id AND (
      NOT EXISTS (SELECT 1 FROM complaint WHERE id = NEW.lead_id AND lead_id IS NULL AND county_id = NEW.county_id) OR EXISTS (SELECT 1 FROM complaint WHERE lead_id = NEW.id)) THEN
    RAISE EXCEPTION 'joins no matter' USING ERRCODE = '23514', CONSTRAINT = 'complaint_matter';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER complaint_guard BEFORE UPDATE ON complaint FOR EACH ROW EXECUTE FUNCTION complaint_guard();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON complaint FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE ON complaint_event FOR EACH ROW EXECUTE FUNCTION vote_kept();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON complaint_event FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

CREATE FUNCTION complaint_move_with_compound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE complaint SET county_id = NEW.county_id, subdistrict_id = NEW.subdistrict_id, community_id = NEW.community_id WHERE compound_id = NEW.id;
  UPDATE complaint_event e SET county_id = NEW.county_id, subdistrict_id = NEW.subdistrict_id, community_id = NEW.community_id FROM complaint c WHERE c.id = e.complaint_id AND c.compound_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER compound_moved_complaints AFTER UPDATE OF county_id, subdistrict_id, community_id ON compound FOR EACH ROW
  WHEN (OLD.county_id IS DISTINCT FROM NEW.county_id OR OLD.subdistrict_id IS DISTINCT FROM NEW.subdistrict_id OR OLD.community_id IS DISTINCT FROM NEW.community_id)
  EXECUTE FUNCTION complaint_move_with_compound();

-- Its place sees it, and the town or community that is to draft the answer; people of a project see what was assigned to their project.
SELECT anju_protect(t::regclass, 'territory') FROM unnest(ARRAY['complaint', 'complaint_event']) t;
DO $$
DECLARE
  rule text := '(county_id = ANY ((SELECT anju_counties())::uuid[]) AND ((((SELECT anju_subdistrict()) IS NULL OR subdistrict_id = (SELECT anju_subdistrict())) AND ((SELECT anju_community()) IS NULL OR community_id = (SELECT anju_community())))
      OR assigned_unit_id = coalesce((SELECT anju_community()), (SELECT anju_subdistrict()))))
    OR ((SELECT anju_level()) = ''project'' AND assigned_kind IN (''entity'', ''supervisor'') AND project_id = ANY ((SELECT anju_projects())::uuid[]))';
BEGIN
  EXECUTE format('ALTER POLICY app_territory ON complaint USING (%s) WITH CHECK (%s)', rule, rule);
  EXECUTE format('ALTER POLICY app_territory ON complaint_event USING (%1$s) WITH CHECK (%1$s)', 'complaint_id IN (SELECT c.id FROM complaint c)');
END $$;
SELECT anju_audit(t::regclass) FROM unnest(ARRAY['complaint', 'complaint_event']) t;
GRANT SELECT, INSERT, UPDATE ON complaint TO anju_app;
GRANT SELECT, INSERT ON complaint_event TO anju_app;
-- Lines of the record are kept for ever; how to reach a resident is not.
DO $$
DECLARE shape text := pg_get_functiondef('anju_audit_shape(text, jsonb)'::regprocedure); now text;
BEGIN
  now := replace(shape, 'ELSE doc END', 'WHEN ''complaint'' THEN doc - ''contact'' - ''code_hash'' ELSE doc END');
  IF now = shape THEN RAISE EXCEPTION 'anju_audit_shape is not what this change expects'; END IF;
  EXECUTE now;
END $$;

-- Residents, who have no account, choose the compound they write about, write, read the answer by a code, and ask once that it be looked at again: through these
-- functions, which tell and take exactly that.
CREATE FUNCTION rulebook_for_residents() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM (SELECT rulebook_id AS id, 0 AS place, current_date AS day, '' AS version FROM programme_year WHERE current
    UNION ALL SELECT id, 1, effective_from, version_name FROM rulebook_version WHERE effective_from <= anju_today()) found ORDER BY place, day DESC, version DESC LIMIT 1
$$;
CREATE FUNCTION compounds_for_residents(of_county text, words text, most integer) RETURNS TABLE (id uuid, name text, place text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.name, coalesce(s.name, '') FROM compound c JOIN unit u ON u.id = c.county_id LEFT JOIN unit s ON s.id = c.subdistrict_id
    WHERE u.code = of_county AND u.kind = 'county' AND c.status = 'active' AND c.name LIKE '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    ORDER BY c.pinyin, c.id LIMIT least(most, 20)
$$;
CREATE FUNCTION compound_for_resident(which uuid) RETURNS TABLE (id uuid, name text, place text, county text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.name, coalesce(s.name, ''), u.code FROM compound c JOIN unit u ON u.id = c.county_id LEFT JOIN unit s ON s.id = c.subdistrict_id WHERE c.id = which AND c.status = 'active'
$$;
-- What a published notice is about: its county, and the compound where it is one.
CREATE FUNCTION notice_subject_for_resident(which uuid) RETURNS TABLE (title text, county text, compound_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.title, u.code, n.compound_id FROM notice n JOIN unit u ON u.id = n.county_id WHERE n.id = which AND n.published_at IS NOT NULL AND n.status <> 'withdrawn'
$$;
CREATE FUNCTION complain_by_page(which uuid, of_county text, of_compound uuid, of_notice uuid, book uuid, days integer, what text, about text, said text, sealed bytea, digest text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE home uuid;
BEGIN
  SELECT u.id INTO home FROM unit u WHERE u.code = of_county AND u.kind = 'county' AND (u.valid_to IS NULL OR u.valid_to > anju_today());
  IF NOT FOUND OR (of_compound IS NOT NULL AND NOT EXISTS (SELECT 1 FROM compound c WHERE c.id = of_compound AND c.county_id = home AND c.status = 'active'))
    OR (of_notice IS NOT NULL AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.id = of_notice AND n.county_id = home AND n.published_at IS NOT NULL)) THEN RETURN 'unknown'; END IF;
  -- sent again it is the same one: whoever comes second waits here, and finds it
  PERFORM pg_advisory_xact_lock(hashtextextended('complaint ' || which, 0));
  IF EXISTS (SELECT 1 FROM complaint WHERE id = which) THEN RETURN 'taken'; END IF;
  INSERT INTO complaint (id, county_id, compound_id, notice_id, rulebook_id, kind, subject, channel, content, contact, code_hash, received_on, own_due_on, due_on)
    VALUES (which, home, of_compound, of_notice, book, what, about, 'page', said, sealed, digest, anju_today(), anju_today() + days, anju_today() + days);
  INSERT INTO complaint_event (complaint_id, county_id, kind) VALUES (which, home, 'received');
  RETURN 'taken';
END $$;
-- Of one that joined another: how that one stands, never what the other person said.
CREATE FUNCTION complaint_for_resident(digest text) RETURNS TABLE (id uuid, no text, kind text, subject text, content text, received_on text, county text, compound text, rulebook_id uuid, status text, due_on text,
  answer text, answered_on text, reopened_on text, ended_on text, end_words text, transferred_to text, today text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.no, c.kind, c.subject, c.content, c.received_on::text, u.name, k.name, m.rulebook_id, m.status, m.due_on::text, m.answer, m.answered_on::text, m.reopened_on::text, m.ended_on::text, m.end_words,
      m.transferred_to, anju_today()::text
    FROM complaint c JOIN complaint m ON m.id = coalesce(c.lead_id, c.id) JOIN unit u ON u.id = c.county_id LEFT JOIN compound k ON k.id = c.compound_id WHERE c.code_hash = digest
$$;
-- Looked at again, once, while its answer is not older than `within` days; what was answered stays in the history.
CREATE FUNCTION reopen_by_resident(digest text, said text, within integer, days integer) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE m complaint; lead uuid;
BEGIN
  SELECT coalesce(lead_id, id) INTO lead FROM complaint WHERE code_hash = digest;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  SELECT * INTO m FROM complaint WHERE id = lead FOR UPDATE;
  IF m.status <> 'answered' OR m.reopened_on IS NOT NULL OR anju_today() > m.answered_on + within THEN RETURN 'over'; END IF;
  UPDATE complaint SET status = CASE WHEN assigned_kind IS NULL THEN 'received' ELSE 'assigned' END, late_before = late_before OR answered_on > due_on, answer = NULL, answered_on = NULL,
    answered_by = NULL, draft = NULL, drafted_at = NULL, drafted_by = NULL, reopened_on = anju_today(), due_on = anju_today() + days, version = version + 1, updated_at = anju_now() WHERE id = m.id;
  INSERT INTO complaint_event (complaint_id, county_id, kind, note) VALUES (m.id, m.county_id, 'reopened', said);
  RETURN 'taken';
END $$;

REVOKE ALL ON FUNCTION complaint_place(), complaint_event_place(), complaint_guard(), complaint_move_with_compound(), rulebook_for_residents(), compounds_for_residents(text, text, integer),
  compound_for_resident(uuid), notice_subject_for_resident(uuid), complain_by_page(uuid, text, uuid, uuid, uuid, integer, text, text, text, bytea, text), complaint_for_resident(text),
  reopen_by_resident(text, text, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rulebook_for_residents(), compounds_for_residents(text, text, integer), compound_for_resident(uuid), notice_subject_for_resident(uuid),
  complain_by_page(uuid, text, uuid, uuid, uuid, integer, text, text, text, bytea, text), complaint_for_resident(text), reopen_by_resident(text, text, integer, integer) TO anju_app;
