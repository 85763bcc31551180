-- What a county reports of a month is kept as it was sent: each sending is a row with the server's time and a hash over its content, an accepted report is locked, and the first time of
-- receipt is given up only by a return that was material (domain.md §5, §9).
CREATE TABLE "progress_report" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "stage" INTEGER NOT NULL,
    "investment" BIGINT NOT NULL DEFAULT 0,
    "people" INTEGER NOT NULL DEFAULT 0,
    "problems" TEXT,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "accepted_no" INTEGER,
    "first_received_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "progress_item" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "report_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "building_id" UUID,
    "item" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "back_reason" TEXT,

    CONSTRAINT "progress_item_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "progress_photo" (
    "report_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "taken_out" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "progress_photo_pkey" PRIMARY KEY ("report_id", "file_id")
);
CREATE TABLE "progress_sending" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "report_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "hash" TEXT NOT NULL DEFAULT '',
    "sent_by" UUID NOT NULL,
    "actor" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "progress_sending_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "progress_decision" (
    "sending_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "material" BOOLEAN NOT NULL DEFAULT false,
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "decided_by" UUID NOT NULL,
    "actor" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "progress_decision_pkey" PRIMARY KEY ("sending_id")
);
CREATE TABLE "progress_correction" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "report_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'asked',
    "answer" TEXT,
    "asked_by" UUID NOT NULL,
    "asked_actor" TEXT NOT NULL DEFAULT '',
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "answered_by" UUID,
    "answered_actor" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "progress_correction_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "project_month" (
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "percent_bp" INTEGER NOT NULL,
    "investment" BIGINT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_month_pkey" PRIMARY KEY ("project_id", "month")
);
CREATE TABLE "milestone" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "compound_id" UUID,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "actual_on" DATE NOT NULL,
    "stated_on" DATE NOT NULL,
    "note" TEXT,
    "file_id" UUID,
    "file_sha256" TEXT,
    "first_received_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "accepted_at" TIMESTAMPTZ(3),
    "remark" TEXT,
    "material" BOOLEAN,
    "sent" INTEGER NOT NULL DEFAULT 1,
    "reported_by" UUID NOT NULL,
    "decided_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "county_month" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "no" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "filler" TEXT NOT NULL,
    "reviewer" TEXT NOT NULL,
    "signer" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL DEFAULT '',
    "first_received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "remark" TEXT,
    "material" BOOLEAN,
    "submitted_by" UUID NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "county_month_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "outage" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,

    CONSTRAINT "outage_pkey" PRIMARY KEY ("id")
);

-- A month of a project is reported once, and of the county summed up once at a time.
CREATE UNIQUE INDEX "progress_report_project_id_month_key" ON "progress_report"("project_id", "month");
CREATE INDEX "progress_report_county_id_month_idx" ON "progress_report"("county_id", "month");
CREATE UNIQUE INDEX progress_item_once ON progress_item (report_id, compound_id, building_id, item) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "progress_sending_report_id_no_key" ON "progress_sending"("report_id", "no");
CREATE UNIQUE INDEX progress_correction_one ON progress_correction (report_id) WHERE status = 'asked';
CREATE INDEX "progress_correction_report_id_idx" ON "progress_correction"("report_id");
CREATE UNIQUE INDEX milestone_once ON milestone (project_id, compound_id, kind) NULLS NOT DISTINCT;
CREATE INDEX "milestone_county_id_status_idx" ON "milestone"("county_id", "status");
CREATE UNIQUE INDEX "county_month_county_id_month_no_key" ON "county_month"("county_id", "month", "no");
CREATE UNIQUE INDEX county_month_one ON county_month (county_id, month) WHERE status <> 'returned';
CREATE INDEX "outage_prefecture_id_to_at_idx" ON "outage"("prefecture_id", "to_at");

ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "progress_item" ADD CONSTRAINT "progress_item_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "progress_photo" ADD CONSTRAINT "progress_photo_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "progress_photo" ADD CONSTRAINT "progress_photo_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "progress_sending" ADD CONSTRAINT "progress_sending_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "progress_decision" ADD CONSTRAINT "progress_decision_sending_id_fkey" FOREIGN KEY ("sending_id") REFERENCES "progress_sending"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "progress_correction" ADD CONSTRAINT "progress_correction_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "project_month" ADD CONSTRAINT "project_month_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 10^13 fen: a hundred billion yuan; a sum in the wrong unit is caught, no real one is refused.
ALTER TABLE progress_report ADD CONSTRAINT progress_report_words CHECK (status IN ('draft', 'submitted', 'returned', 'accepted', 'correcting') AND extract(day FROM month) = 1
  AND stage BETWEEN 1 AND 11 AND investment BETWEEN 0 AND 10000000000000 AND people BETWEEN 0 AND 99999 AND length(problems) BETWEEN 1 AND 2000 AND sent >= 0 AND version > 0
  AND (sent = 0) = (status = 'draft') AND (sent > 0) = (received_at IS NOT NULL) AND (accepted_no IS NULL) = (accepted_at IS NULL) AND accepted_no <= sent
  AND (status NOT IN ('accepted', 'correcting') OR accepted_no IS NOT NULL) AND (status NOT IN ('submitted', 'accepted') OR first_received_at IS NOT NULL));
ALTER TABLE progress_item ADD CONSTRAINT progress_item_words CHECK (percent BETWEEN 0 AND 100 AND item ~ '^[BC]-[RI][0-9]{2}$' AND (building_id IS NULL) = (item LIKE 'C-%')
  AND length(back_reason) BETWEEN 1 AND 200);
ALTER TABLE progress_sending ADD CONSTRAINT progress_sending_words CHECK (no > 0 AND jsonb_typeof(content) = 'object' AND hash ~ '^[0-9a-f]{64}$');
ALTER TABLE progress_decision ADD CONSTRAINT progress_decision_words CHECK (verdict IN ('accepted', 'returned') AND jsonb_typeof(remarks) = 'array'
  AND (verdict = 'accepted' OR jsonb_array_length(remarks) > 0) AND (verdict = 'returned' OR NOT material));
ALTER TABLE progress_correction ADD CONSTRAINT progress_correction_words CHECK (status IN ('asked', 'granted', 'refused') AND length(reason) BETWEEN 1 AND 500
  AND (status = 'asked') = (answered_at IS NULL) AND (status = 'asked') = (answered_by IS NULL) AND (status <> 'refused' OR coalesce(length(answer), 0) > 0));
ALTER TABLE project_month ADD CONSTRAINT project_month_words CHECK (extract(day FROM month) = 1 AND percent_bp BETWEEN 0 AND 10000 AND investment BETWEEN 0 AND 10000000000000);
ALTER TABLE milestone ADD CONSTRAINT milestone_words CHECK (kind IN ('start', 'completion') AND status IN ('submitted', 'returned', 'accepted') AND sent > 0 AND version > 0
  AND (file_id IS NULL) = (file_sha256 IS NULL) AND (status = 'accepted') = (accepted_at IS NOT NULL) AND (status = 'submitted' OR decided_by IS NOT NULL)
  AND (status <> 'returned' OR (coalesce(length(remark), 0) > 0 AND material IS NOT NULL)) AND (status = 'returned' OR first_received_at IS NOT NULL));
ALTER TABLE county_month ADD CONSTRAINT county_month_words CHECK (extract(day FROM month) = 1 AND no > 0 AND status IN ('submitted', 'returned', 'accepted') AND hash ~ '^[0-9a-f]{64}$'
  AND length(filler) BETWEEN 1 AND 40 AND length(reviewer) BETWEEN 1 AND 40 AND length(signer) BETWEEN 1 AND 40 AND jsonb_typeof(content) = 'object'
  AND (status = 'submitted') = (decided_at IS NULL) AND (status = 'submitted') = (decided_by IS NULL) AND (status <> 'returned' OR (coalesce(length(remark), 0) > 0 AND material IS NOT NULL)));
ALTER TABLE outage ADD CONSTRAINT outage_words CHECK (to_at > from_at AND length(reason) BETWEEN 1 AND 200 AND (retired_at IS NULL OR coalesce(length(retired_reason), 0) > 0));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['progress_report', 'progress_item', 'progress_photo', 'progress_sending', 'progress_decision', 'progress_correction', 'milestone'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION project_place()', t || '_place', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['progress_report', 'progress_item', 'progress_photo', 'progress_correction', 'project_month', 'milestone', 'county_month', 'outage'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['progress_sending', 'progress_decision'] LOOP
    EXECUTE format('CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
END $$;

-- The receipt: the server's own time, and a hash over what was sent and when it came. The text of jsonb has one form, so that anybody can reckon it again.
CREATE FUNCTION receipt_hash(content jsonb, received_at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(content::text || ' ' || (extract(epoch FROM received_at) * 1000)::bigint::text, 'UTF8')), 'hex') $$;
CREATE FUNCTION receipt_stamped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.received_at := anju_now();
  NEW.hash := receipt_hash(NEW.content, NEW.received_at);
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_stamped BEFORE INSERT ON progress_sending FOR EACH ROW EXECUTE FUNCTION receipt_stamped();
CREATE TRIGGER receipt_stamped BEFORE INSERT ON county_month FOR EACH ROW EXECUTE FUNCTION receipt_stamped();

-- An accepted report is locked until a correction of it was granted; nobody writes in one that lies with its reviewer; the first time of receipt goes only with a return that was material.
CREATE FUNCTION progress_report_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.project_id, OLD.county_id, OLD.month) IS DISTINCT FROM (NEW.project_id, NEW.county_id, NEW.month) THEN
    RAISE EXCEPTION 'a report keeps its project and month' USING ERRCODE = '42501', CONSTRAINT = 'progress_report_kept';
  END IF;
  IF OLD.status IN ('submitted', 'accepted') AND (OLD.stage, OLD.investment, OLD.people, OLD.problems, OLD.sent) IS DISTINCT FROM (NEW.stage, NEW.investment, NEW.people, NEW.problems, NEW.sent) THEN
    RAISE EXCEPTION 'a report that was sent is not written in' USING ERRCODE = '42501', CONSTRAINT = 'progress_report_locked';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (('draft', 'submitted'), ('submitted', 'accepted'), ('submitted', 'returned'), ('returned', 'submitted'), ('accepted', 'correcting'),
      ('correcting', 'submitted')) THEN
    RAISE EXCEPTION 'not the way of a report' USING ERRCODE = '42501', CONSTRAINT = 'progress_report_way';
  END IF;
  IF OLD.first_received_at IS NOT NULL AND NEW.first_received_at IS DISTINCT FROM OLD.first_received_at AND NOT (NEW.first_received_at IS NULL AND NEW.status = 'returned') THEN
    RAISE EXCEPTION 'the first time of receipt stays' USING ERRCODE = '42501', CONSTRAINT = 'progress_report_first';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER progress_report_guard BEFORE UPDATE ON progress_report FOR EACH ROW EXECUTE FUNCTION progress_report_guard();
CREATE FUNCTION progress_part_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM progress_report WHERE id = NEW.report_id AND (status IN ('submitted', 'accepted') OR project_id <> NEW.project_id)) THEN
    RAISE EXCEPTION 'a report that was sent is not written in' USING ERRCODE = '42501', CONSTRAINT = 'progress_report_locked';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER progress_part_guard BEFORE INSERT OR UPDATE ON progress_item FOR EACH ROW EXECUTE FUNCTION progress_part_guard();
CREATE TRIGGER progress_part_guard BEFORE INSERT OR UPDATE ON progress_photo FOR EACH ROW EXECUTE FUNCTION progress_part_guard();
CREATE TRIGGER decided_stays BEFORE UPDATE ON progress_correction FOR EACH ROW EXECUTE FUNCTION decided_stays('granted', 'refused');
CREATE FUNCTION milestone_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'accepted' OR (OLD.project_id, OLD.county_id, OLD.compound_id, OLD.kind) IS DISTINCT FROM (NEW.project_id, NEW.county_id, NEW.compound_id, NEW.kind)
    OR (OLD.first_received_at IS NOT NULL AND NEW.first_received_at IS DISTINCT FROM OLD.first_received_at AND NOT (NEW.first_received_at IS NULL AND NEW.status = 'returned')) THEN
    RAISE EXCEPTION 'what was accepted stays, and the first time of receipt with it' USING ERRCODE = '42501', CONSTRAINT = 'milestone_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER milestone_guard BEFORE UPDATE ON milestone FOR EACH ROW EXECUTE FUNCTION milestone_guard();
CREATE FUNCTION county_month_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE decided text[] := '{status,remark,material,decided_by,decided_at,version}';
BEGIN
  IF OLD.status <> 'submitted' OR to_jsonb(NEW) - decided <> to_jsonb(OLD) - decided THEN
    RAISE EXCEPTION 'a summary stays as it was sent' USING ERRCODE = '42501', CONSTRAINT = 'county_month_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER county_month_guard BEFORE UPDATE ON county_month FOR EACH ROW EXECUTE FUNCTION county_month_guard();
CREATE FUNCTION outage_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.retired_at IS NOT NULL OR to_jsonb(NEW) - '{retired_at,retired_reason}'::text[] <> to_jsonb(OLD) - '{retired_at,retired_reason}'::text[] THEN
    RAISE EXCEPTION 'an outage stays as it was recorded' USING ERRCODE = '42501', CONSTRAINT = 'outage_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outage_guard BEFORE UPDATE ON outage FOR EACH ROW EXECUTE FUNCTION outage_guard();

-- What counts of a month is what was accepted, in the words of the report that was.
CREATE FUNCTION project_month_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO project_month (project_id, county_id, month, percent_bp, investment, accepted_at)
    SELECT r.project_id, r.county_id, r.month, (s.content ->> 'percentBp')::int, (s.content ->> 'investmentFen')::bigint, NEW.decided_at
    FROM progress_sending s JOIN progress_report r ON r.id = s.report_id WHERE s.id = NEW.sending_id
  ON CONFLICT (project_id, month) DO UPDATE SET percent_bp = excluded.percent_bp, investment = excluded.investment, accepted_at = excluded.accepted_at;
  RETURN NULL;
END $$;
CREATE TRIGGER project_month_kept AFTER INSERT ON progress_decision FOR EACH ROW WHEN (NEW.verdict = 'accepted') EXECUTE FUNCTION project_month_kept();

SELECT anju_protect_project(t::regclass) FROM unnest(ARRAY['progress_report', 'progress_item', 'progress_photo', 'progress_sending', 'progress_decision', 'progress_correction', 'project_month',
  'milestone']) t;
SELECT anju_protect('county_month', 'county');
SELECT anju_protect('outage', 'prefecture');
-- A draft is kept every few seconds while somebody fills it in; what the audit holds of a report is each sending, whole, and what was decided on it.
SELECT anju_audit(t::regclass) FROM unnest(ARRAY['progress_sending', 'progress_correction', 'milestone', 'county_month', 'outage']) t;
SELECT anju_audit('progress_decision', 'sending_id');
GRANT SELECT, INSERT, UPDATE ON progress_report, progress_item, progress_photo, progress_correction, milestone, county_month, outage TO anju_app;
GRANT SELECT, INSERT ON progress_sending, progress_decision TO anju_app;
GRANT SELECT ON project_month TO anju_app;
REVOKE ALL ON FUNCTION progress_part_guard(), project_month_kept() FROM PUBLIC;
