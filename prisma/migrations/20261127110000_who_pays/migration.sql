-- Who pays for a project is agreed once at a time, and what was agreed stays: a later sheet stands beside the former one, never in its place.
CREATE TABLE "sharing" (
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "cover" JSONB NOT NULL DEFAULT '[]',
    "subsidy" BIGINT NOT NULL DEFAULT 0,
    "civil" JSONB NOT NULL DEFAULT '[]',
    "payers" JSONB NOT NULL DEFAULT '[]',
    "compounds" JSONB NOT NULL DEFAULT '[]',
    "agreed_no" INTEGER,
    "agreed_at" TIMESTAMPTZ(3),
    "agreed_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "sharing_pkey" PRIMARY KEY ("project_id")
);
CREATE TABLE "sharing_change" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "building_id" UUID,
    "item" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,

    CONSTRAINT "sharing_change_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "agreed_share" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'current',
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "payer" TEXT,
    "compound_id" UUID NOT NULL,
    "building_id" UUID,
    "item" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "rule" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "share_rule" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "agreed_share_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "sharing_change_project_id_idx" ON "sharing_change"("project_id");
CREATE INDEX "agreed_share_project_id_no_idx" ON "agreed_share"("project_id", "no");
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sharing_change" ADD CONSTRAINT "sharing_change_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agreed_share" ADD CONSTRAINT "agreed_share_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE sharing ADD CONSTRAINT sharing_words CHECK (jsonb_typeof(cover) = 'array' AND jsonb_typeof(civil) = 'array' AND jsonb_typeof(payers) = 'array'
  AND jsonb_typeof(compounds) = 'array' AND subsidy BETWEEN 0 AND 10000000000000 AND version > 0
  AND (agreed_no IS NULL) = (agreed_at IS NULL) AND (agreed_no IS NULL) = (agreed_by IS NULL) AND (agreed_no IS NULL OR agreed_no > 0));
-- A change has its reason, always.
ALTER TABLE sharing_change ADD CONSTRAINT sharing_change_words CHECK (item ~ '^[BC]-[RI][0-9]{2}$' AND (building_id IS NULL) = (item LIKE 'C-%') AND jsonb_typeof(parts) = 'array'
  AND jsonb_array_length(parts) > 0 AND length(reason) BETWEEN 1 AND 500 AND (retired_at IS NULL OR coalesce(length(retired_reason), 0) > 0));
CREATE UNIQUE INDEX sharing_change_one ON sharing_change (project_id, compound_id, building_id, item) NULLS NOT DISTINCT WHERE retired_at IS NULL;
ALTER TABLE agreed_share ADD CONSTRAINT agreed_share_words CHECK (no > 0 AND status IN ('current', 'superseded') AND amount BETWEEN 1 AND 10000000000000
  AND source IN ('central', 'local', 'pipeline', 'residents', 'originalUnit', 'bonds', 'social', 'other') AND item ~ '^[BC]-[RI][0-9]{2}$' AND (building_id IS NULL) = (item LIKE 'C-%')
  AND (share_rule IS NULL OR share_rule IN ('area', 'household')) AND (share_rule IS NULL OR source = 'residents'));
CREATE INDEX agreed_share_current ON agreed_share (project_id) WHERE status = 'current';

CREATE TRIGGER sharing_place BEFORE INSERT ON sharing FOR EACH ROW EXECUTE FUNCTION project_place();
CREATE TRIGGER sharing_change_place BEFORE INSERT ON sharing_change FOR EACH ROW EXECUTE FUNCTION project_place();
CREATE TRIGGER agreed_share_place BEFORE INSERT ON agreed_share FOR EACH ROW EXECUTE FUNCTION project_place();

-- What was agreed stays as it was agreed; it may only give way to a later sheet. A change is taken out with its reason, and stays readable.
CREATE FUNCTION sharing_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'agreed_share' THEN
    IF NEW.status <> 'superseded' OR to_jsonb(NEW) - 'status' <> to_jsonb(OLD) - 'status' THEN
      RAISE EXCEPTION 'what was agreed stays' USING ERRCODE = '42501', CONSTRAINT = 'agreed_share_kept';
    END IF;
  ELSIF OLD.retired_at IS NOT NULL OR to_jsonb(NEW) - '{retired_at,retired_reason}'::text[] <> to_jsonb(OLD) - '{retired_at,retired_reason}'::text[] THEN
    RAISE EXCEPTION 'a change stays as it was written' USING ERRCODE = '42501', CONSTRAINT = 'sharing_change_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sharing_guard BEFORE UPDATE ON agreed_share FOR EACH ROW EXECUTE FUNCTION sharing_guard();
CREATE TRIGGER sharing_guard BEFORE UPDATE ON sharing_change FOR EACH ROW EXECUTE FUNCTION sharing_guard();
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sharing', 'sharing_change', 'agreed_share'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
END $$;

SELECT anju_protect_project(t::regclass) FROM unnest(ARRAY['sharing', 'sharing_change', 'agreed_share']) t;
SELECT anju_audit('sharing', 'project_id');
SELECT anju_audit(t::regclass) FROM unnest(ARRAY['sharing_change', 'agreed_share']) t;

GRANT SELECT, INSERT, UPDATE ON sharing TO anju_app;
GRANT SELECT, INSERT ON sharing_change, agreed_share TO anju_app;
GRANT UPDATE (retired_at, retired_reason) ON sharing_change TO anju_app;
GRANT UPDATE (status) ON agreed_share TO anju_app;
