-- A 督办 notice stays as it was issued, to one county and about its projects only; what happens to it is one line after the other, and what is closed or withdrawn stays so.
-- CreateTable
CREATE TABLE "supervision" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "document_no" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT,
    "demand" TEXT NOT NULL,
    "first_limit_on" DATE NOT NULL,
    "limit_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'issued',
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "reminded_on" DATE,
    "answered_at" TIMESTAMPTZ(3),
    "answered_late" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "supervision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_project" (
    "supervision_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "supervision_project_pkey" PRIMARY KEY ("supervision_id", "project_id")
);

-- CreateTable
CREATE TABLE "supervision_event" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "supervision_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "stated_on" DATE,
    "file_id" UUID,
    "file_sha256" TEXT,
    "limit_from" DATE,
    "limit_to" DATE,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "supervision_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "supervision_of_county" ON "supervision"("county_id", "limit_on");

-- CreateIndex
CREATE INDEX "supervision_project_project_id_idx" ON "supervision_project"("project_id");

-- CreateIndex
CREATE INDEX "supervision_event_supervision_id_idx" ON "supervision_event"("supervision_id");

-- AddForeignKey
ALTER TABLE "supervision_project" ADD CONSTRAINT "supervision_project_supervision_id_fkey" FOREIGN KEY ("supervision_id") REFERENCES "supervision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_project" ADD CONSTRAINT "supervision_project_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_event" ADD CONSTRAINT "supervision_event_supervision_id_fkey" FOREIGN KEY ("supervision_id") REFERENCES "supervision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_event" ADD CONSTRAINT "supervision_event_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE supervision ADD CONSTRAINT supervision_words CHECK (status IN ('issued', 'answered', 'returned', 'closed', 'withdrawn') AND length(document_no) BETWEEN 1 AND 50
  AND length(title) BETWEEN 1 AND 120 AND length(demand) > 0 AND first_limit_on >= issued_on AND limit_on >= first_limit_on AND reminders >= 0
  AND (reminders = 0) = (reminded_on IS NULL) AND (status NOT IN ('answered', 'returned', 'closed') OR answered_at IS NOT NULL));
ALTER TABLE supervision_project ADD CONSTRAINT supervision_project_facts CHECK (jsonb_typeof(facts) = 'object');
ALTER TABLE supervision_event ADD CONSTRAINT supervision_event_words CHECK (kind IN ('issued', 'reminded', 'answered', 'returned', 'prolonged', 'closed', 'withdrawn')
  AND (kind NOT IN ('answered', 'returned', 'prolonged', 'withdrawn') OR coalesce(length(text), 0) > 0) AND (kind = 'answered') = (stated_on IS NOT NULL)
  AND (kind = 'answered' OR (file_id IS NULL AND NOT late)) AND (file_id IS NULL) = (file_sha256 IS NULL)
  AND (kind <> 'prolonged' OR limit_to IS NOT NULL) AND (limit_to IS NULL OR limit_from IS NULL OR limit_to > limit_from));
-- A number is a paper's: a notice that was withdrawn gives it free, for the paper may have been entered to the wrong county.
CREATE UNIQUE INDEX supervision_number ON supervision (prefecture_id, document_no) WHERE status <> 'withdrawn';

-- A notice goes to a county of its prefecture, which keeps what it was told; a limit is only put off.
CREATE FUNCTION supervision_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moving text[] := '{limit_on,status,reminders,reminded_on,answered_at,answered_late,version}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.county_id AND kind = 'county' AND prefecture_id = NEW.prefecture_id) THEN
      RAISE EXCEPTION 'no county of the prefecture' USING ERRCODE = '23514', CONSTRAINT = 'supervision_county';
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving OR NEW.limit_on < OLD.limit_on THEN
    RAISE EXCEPTION 'a notice stays as it was issued' USING ERRCODE = '42501', CONSTRAINT = 'supervision_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER supervision_guard BEFORE INSERT OR UPDATE ON supervision FOR EACH ROW EXECUTE FUNCTION supervision_guard();
CREATE TRIGGER decided_stays BEFORE UPDATE ON supervision FOR EACH ROW EXECUTE FUNCTION decided_stays('closed', 'withdrawn');
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON supervision FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

-- What belongs to a notice stands where it stands; a project of another county is none of its matter.
CREATE FUNCTION supervision_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT county_id INTO NEW.county_id FROM supervision WHERE id = NEW.supervision_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no notice' USING ERRCODE = '23503', CONSTRAINT = TG_TABLE_NAME || '_place'; END IF;
  IF TG_TABLE_NAME = 'supervision_project' AND NOT EXISTS (SELECT 1 FROM project WHERE id = (to_jsonb(NEW) ->> 'project_id')::uuid AND county_id = NEW.county_id) THEN
    RAISE EXCEPTION 'a project of another county' USING ERRCODE = '23514', CONSTRAINT = 'supervision_project_county';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER supervision_place BEFORE INSERT ON supervision_project FOR EACH ROW EXECUTE FUNCTION supervision_place();
CREATE TRIGGER supervision_place BEFORE INSERT ON supervision_event FOR EACH ROW EXECUTE FUNCTION supervision_place();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON supervision_project FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON supervision_event FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

SELECT anju_protect(t::regclass, 'county') FROM unnest(ARRAY['supervision', 'supervision_project', 'supervision_event']) t;
SELECT anju_audit(t::regclass) FROM unnest(ARRAY['supervision', 'supervision_event']) t;
SELECT anju_audit('supervision_project', 'supervision_id', 'project_id');
GRANT SELECT, INSERT, UPDATE ON supervision TO anju_app;
GRANT SELECT, INSERT ON supervision_project, supervision_event TO anju_app;
REVOKE ALL ON FUNCTION supervision_guard(), supervision_place() FROM PUBLIC;
