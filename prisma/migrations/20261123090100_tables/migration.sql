-- The tables of the programme, as prisma/schema declares them.
-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "county_id" UUID,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "unit_id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_password" (
    "account_id" UUID NOT NULL,
    "prefecture_id" UUID NOT NULL,
    "county_id" UUID,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "account_password_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "account_id" UUID NOT NULL,
    "prefecture_id" UUID NOT NULL,
    "county_id" UUID,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "token_hash" TEXT NOT NULL,
    "user_agent" TEXT,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "account_id" UUID NOT NULL,
    "county_id" UUID,
    "form" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "key_id" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" UUID NOT NULL,
    "county_id" UUID,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "sign_in_try" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_try_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "id" BIGSERIAL NOT NULL,
    "county_id" UUID,
    "prefecture_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT anju_now(),
    "account_id" UUID,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "request_id" TEXT,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "county_id" UUID,
    "prefecture_id" UUID,
    "lines" INTEGER NOT NULL,
    "total" BIGINT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "audit_sealed_line" (
    "line_id" BIGINT NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "county_id" UUID,
    "prefecture_id" UUID,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_sealed_line_pkey" PRIMARY KEY ("line_id")
);

-- CreateTable
CREATE TABLE "audit_pending" (
    "chain" TEXT NOT NULL,
    "line_id" BIGINT NOT NULL,
    "county_id" UUID,
    "prefecture_id" UUID,

    CONSTRAINT "audit_pending_pkey" PRIMARY KEY ("chain","line_id")
);

-- CreateTable
CREATE TABLE "personal_key" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID,
    "prefecture_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "wrapped" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "destroyed_at" TIMESTAMPTZ(3),
    "destroyed_reason" TEXT,

    CONSTRAINT "personal_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "identity" UUID NOT NULL DEFAULT anju_new_id(),
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anju_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "shift_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "anju_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compound" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "address" TEXT,
    "longitude" DECIMAL(9,6),
    "latitude" DECIMAL(9,6),
    "year_built" INTEGER,
    "decisive_year" INTEGER,
    "stated_buildings" INTEGER,
    "stated_units" INTEGER,
    "stated_households" INTEGER,
    "stated_floor_area" BIGINT,
    "stated_exclusive_area" BIGINT,
    "ownership_kind" TEXT,
    "original_unit" TEXT,
    "has_owners_committee" BOOLEAN,
    "has_property_service" BOOLEAN,
    "has_maintenance_fund" BOOLEAN,
    "willingness" TEXT,
    "legal_title" BOOLEAN,
    "inside_town" BOOLEAN,
    "in_shantytown_plan" BOOLEAN,
    "planned_demolition" BOOLEAN,
    "mainly_self_built" BOOLEAN,
    "urban_village" BOOLEAN,
    "facilities_incomplete" BOOLEAN,
    "environment_poor" BOOLEAN,
    "management_missing" BOOLEAN,
    "facilities_backward" BOOLEAN,
    "facilities" JSONB NOT NULL DEFAULT '{}',
    "remarks" TEXT,
    "eligibility" TEXT NOT NULL DEFAULT 'incomplete',
    "eligibility_reasons" JSONB NOT NULL DEFAULT '[]',
    "missing_facts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rulebook_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'active',
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_by" UUID,

    CONSTRAINT "compound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compound_total" (
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "registered_buildings" INTEGER NOT NULL DEFAULT 0,
    "registered_units" INTEGER NOT NULL DEFAULT 0,
    "registered_households" INTEGER NOT NULL DEFAULT 0,
    "registered_floor_area" BIGINT NOT NULL DEFAULT 0,
    "registered_exclusive_area" BIGINT NOT NULL DEFAULT 0,
    "households_without_area" INTEGER NOT NULL DEFAULT 0,
    "households_without_owner" INTEGER NOT NULL DEFAULT 0,
    "buildings" INTEGER NOT NULL DEFAULT 0,
    "households" INTEGER NOT NULL DEFAULT 0,
    "floor_area" BIGINT NOT NULL DEFAULT 0,
    "exclusive_area" BIGINT NOT NULL DEFAULT 0,
    "contribution" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "compound_total_pkey" PRIMARY KEY ("compound_id")
);

-- CreateTable
CREATE TABLE "survey_total" (
    "county_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "compounds" INTEGER NOT NULL DEFAULT 0,
    "buildings" INTEGER NOT NULL DEFAULT 0,
    "households" INTEGER NOT NULL DEFAULT 0,
    "floor_area" BIGINT NOT NULL DEFAULT 0,
    "exclusive_area" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "survey_total_pkey" PRIMARY KEY ("county_id","dimension","outcome","key")
);

-- CreateTable
CREATE TABLE "compound_alias" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "name" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "compound_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compound_lineage" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "kind" TEXT NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "document_no" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "compound_lineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "building" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "year_built" INTEGER,
    "structure" TEXT,
    "storeys" INTEGER,
    "units" INTEGER,
    "stated_households" INTEGER,
    "floor_area" BIGINT,
    "remarks" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_by" UUID,

    CONSTRAINT "building_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "building_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "unit_no" TEXT NOT NULL DEFAULT '',
    "room" TEXT NOT NULL,
    "storey" INTEGER,
    "sort_key" TEXT NOT NULL,
    "exclusive_area" BIGINT,
    "usage" TEXT,
    "remarks" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_by" UUID,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "owner" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "compound_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name_masked" TEXT NOT NULL,
    "phone_masked" TEXT,
    "id_masked" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_by" UUID,

    CONSTRAINT "owner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "owner_personal" (
    "owner_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "key_id" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "audit_key_id" UUID NOT NULL,
    "audit_cipher" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "owner_personal_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "household_owner" (
    "household_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 1,
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "household_owner_pkey" PRIMARY KEY ("household_id","owner_id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "county_id" UUID,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "purpose" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "thumbnail_key" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "uploaded_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compound_file" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "compound_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "kind" TEXT NOT NULL,
    "caption" TEXT,
    "taken_on" DATE,
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "compound_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'uploaded',
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "template_version" TEXT,
    "mapping" JSONB,
    "proposal" JSONB,
    "progress_done" INTEGER NOT NULL DEFAULT 0,
    "progress_total" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "errors" INTEGER NOT NULL DEFAULT 0,
    "warnings" INTEGER NOT NULL DEFAULT 0,
    "refusal" JSONB,
    "heartbeat_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "read_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "applied_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "undo_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target_id" UUID,
    "target_version" INTEGER,
    "parent_id" UUID,
    "data" JSONB NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "before" JSONB,
    "key_id" UUID,
    "secret" BYTEA,
    "audit_key_id" UUID,
    "audit_secret" BYTEA,
    "decision" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","entity","row_no")
);

-- CreateTable
CREATE TABLE "import_finding" (
    "batch_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "county_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "row_no" INTEGER,
    "cell" TEXT,
    "code" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "import_finding_pkey" PRIMARY KEY ("batch_id","seq")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "created_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_job" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID,
    "created_by" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "query" JSONB NOT NULL DEFAULT '{}',
    "unmasked" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "file_id" UUID,
    "progress_done" INTEGER NOT NULL DEFAULT 0,
    "progress_total" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rulebook_version" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "code" TEXT NOT NULL,
    "version_name" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "rulebook_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_year" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "rulebook_id" UUID NOT NULL,
    "campaign_id" UUID,
    "target_share" INTEGER NOT NULL,
    "start_by" DATE NOT NULL,
    "complete_by" DATE NOT NULL,
    "report_day" INTEGER NOT NULL DEFAULT 5,
    "current" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "programme_year_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_campaign" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "baseline_on" DATE,
    "frozen_at" TIMESTAMPTZ(3),
    "frozen_by" UUID,
    "document_no" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "survey_campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_baseline" (
    "campaign_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "compounds" INTEGER NOT NULL,
    "buildings" INTEGER NOT NULL,
    "households" INTEGER NOT NULL,
    "floor_area" BIGINT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "survey_baseline_pkey" PRIMARY KEY ("campaign_id","county_id")
);

-- CreateTable
CREATE TABLE "baseline_amendment" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "campaign_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "compounds_delta" INTEGER NOT NULL,
    "buildings_delta" INTEGER NOT NULL,
    "households_delta" INTEGER NOT NULL,
    "floor_area_delta" BIGINT NOT NULL,
    "document_no" TEXT NOT NULL,
    "document_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "file_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "baseline_amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey" (
    "campaign_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "eligibility" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "survey_pkey" PRIMARY KEY ("campaign_id","compound_id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "parent_id" UUID,
    "county_id" UUID,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "pinyin" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "approvers" JSONB NOT NULL DEFAULT '{}',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "retired_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_version" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "unit_id" UUID NOT NULL,
    "prefecture_id" UUID NOT NULL,
    "county_id" UUID,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "document_no" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "unit_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "county_counter" (
    "county_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "county_counter_pkey" PRIMARY KEY ("county_id","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE INDEX "account_county_id_role_idx" ON "account"("county_id", "role");

-- CreateIndex
CREATE INDEX "account_unit_id_idx" ON "account"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_account_id_form_subject_key" ON "draft"("account_id", "form", "subject");

-- CreateIndex
CREATE INDEX "audit_line_county_id_id_idx" ON "audit_line"("county_id", "id");

-- CreateIndex
CREATE INDEX "audit_line_entity_entity_id_id_idx" ON "audit_line"("entity", "entity_id", "id");

-- CreateIndex
CREATE INDEX "audit_line_account_id_id_idx" ON "audit_line"("account_id", "id");

-- CreateIndex
CREATE INDEX "audit_sealed_line_chain_seq_line_id_idx" ON "audit_sealed_line"("chain", "seq", "line_id");

-- CreateIndex
CREATE UNIQUE INDEX "personal_key_prefecture_id_county_id_purpose_period_key" ON "personal_key"("prefecture_id", "county_id", "purpose", "period");

-- CreateIndex
CREATE UNIQUE INDEX "compound_code_key" ON "compound"("code");

-- CreateIndex
CREATE INDEX "compound_county_id_status_pinyin_id_idx" ON "compound"("county_id", "status", "pinyin", "id");

-- CreateIndex
CREATE INDEX "compound_status_pinyin_id_idx" ON "compound"("status", "pinyin", "id");

-- CreateIndex
CREATE INDEX "compound_community_id_idx" ON "compound"("community_id");

-- CreateIndex
CREATE INDEX "compound_subdistrict_id_idx" ON "compound"("subdistrict_id");

-- CreateIndex
CREATE INDEX "compound_total_county_id_idx" ON "compound_total"("county_id");

-- CreateIndex
CREATE INDEX "compound_alias_county_id_normalised_idx" ON "compound_alias"("county_id", "normalised");

-- CreateIndex
CREATE UNIQUE INDEX "compound_alias_compound_id_normalised_key" ON "compound_alias"("compound_id", "normalised");

-- CreateIndex
CREATE INDEX "compound_lineage_to_id_idx" ON "compound_lineage"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "compound_lineage_from_id_to_id_key" ON "compound_lineage"("from_id", "to_id");

-- CreateIndex
CREATE INDEX "building_compound_id_sort_key_idx" ON "building"("compound_id", "sort_key");

-- CreateIndex
CREATE INDEX "building_county_id_idx" ON "building"("county_id");

-- CreateIndex
CREATE INDEX "household_building_id_sort_key_idx" ON "household"("building_id", "sort_key");

-- CreateIndex
CREATE INDEX "household_compound_id_idx" ON "household"("compound_id");

-- CreateIndex
CREATE INDEX "household_county_id_idx" ON "household"("county_id");

-- CreateIndex
CREATE INDEX "owner_compound_id_idx" ON "owner"("compound_id");

-- CreateIndex
CREATE INDEX "owner_county_id_idx" ON "owner"("county_id");

-- CreateIndex
CREATE INDEX "household_owner_owner_id_idx" ON "household_owner"("owner_id");

-- CreateIndex
CREATE INDEX "household_owner_compound_id_idx" ON "household_owner"("compound_id");

-- CreateIndex
CREATE INDEX "stored_file_county_id_created_at_idx" ON "stored_file"("county_id", "created_at");

-- CreateIndex
CREATE INDEX "compound_file_compound_id_idx" ON "compound_file"("compound_id");

-- CreateIndex
CREATE INDEX "import_batch_county_id_created_at_idx" ON "import_batch"("county_id", "created_at");

-- CreateIndex
CREATE INDEX "import_row_batch_id_action_idx" ON "import_row"("batch_id", "action");

-- CreateIndex
CREATE INDEX "import_finding_batch_id_level_seq_idx" ON "import_finding"("batch_id", "level", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_county_id_fingerprint_key" ON "import_mapping"("county_id", "fingerprint");

-- CreateIndex
CREATE INDEX "export_job_created_by_created_at_idx" ON "export_job"("created_by", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "rulebook_version_code_version_name_key" ON "rulebook_version"("code", "version_name");

-- CreateIndex
CREATE UNIQUE INDEX "programme_year_prefecture_id_year_key" ON "programme_year"("prefecture_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "baseline_amendment_campaign_id_county_id_document_no_key" ON "baseline_amendment"("campaign_id", "county_id", "document_no");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE INDEX "unit_county_id_kind_idx" ON "unit"("county_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "unit_version_unit_id_valid_from_key" ON "unit_version"("unit_id", "valid_from");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_password" ADD CONSTRAINT "account_password_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compound_total" ADD CONSTRAINT "compound_total_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compound_alias" ADD CONSTRAINT "compound_alias_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "building" ADD CONSTRAINT "building_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household" ADD CONSTRAINT "household_building_id_fkey" FOREIGN KEY ("building_id") REFERENCES "building"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "owner_personal" ADD CONSTRAINT "owner_personal_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_owner" ADD CONSTRAINT "household_owner_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_owner" ADD CONSTRAINT "household_owner_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compound_file" ADD CONSTRAINT "compound_file_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compound_file" ADD CONSTRAINT "compound_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_finding" ADD CONSTRAINT "import_finding_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_year" ADD CONSTRAINT "programme_year_rulebook_id_fkey" FOREIGN KEY ("rulebook_id") REFERENCES "rulebook_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_year" ADD CONSTRAINT "programme_year_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "survey_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_baseline" ADD CONSTRAINT "survey_baseline_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "survey_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_amendment" ADD CONSTRAINT "baseline_amendment_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "survey_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "survey_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
