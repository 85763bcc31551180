-- From plan to aftercare: plans, projects with their stages and papers, the year's plan. Who may change what: the next migration.
-- AlterTable
ALTER TABLE "programme_year" ADD COLUMN     "ranking_weights" JSONB;

-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "project_id" UUID;

-- CreateTable
CREATE TABLE "compound_plan" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "rulebook_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "hash" TEXT,
    "finalized_at" TIMESTAMPTZ(3),
    "finalized_by" UUID,
    "todo_items" INTEGER NOT NULL DEFAULT 0,
    "cost" BIGINT NOT NULL DEFAULT 0,
    "resident_share" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "compound_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_item" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "plan_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "building_id" UUID,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "item" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "quantity" BIGINT,
    "unit" TEXT,
    "unit_cost" BIGINT,
    "cost" BIGINT NOT NULL DEFAULT 0,
    "payer" TEXT,
    "method" TEXT,
    "resident_percent" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "photo_file_id" UUID,
    "photo_sha256" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "plan_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compound_have" (
    "compound_id" UUID NOT NULL,
    "have" TEXT NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "attested" BOOLEAN NOT NULL,
    "note" TEXT,
    "photo_file_id" UUID,
    "attested_by" UUID NOT NULL,
    "attested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "compound_have_pkey" PRIMARY KEY ("compound_id","have")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "applicant" TEXT NOT NULL,
    "applied_on" DATE NOT NULL,
    "reasons" TEXT,
    "file_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "reply" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annual_plan" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "document_no" TEXT,
    "document_on" DATE,
    "file_id" UUID,
    "reason" TEXT,
    "weights" JSONB NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "annual_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annual_plan_budget" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "plan_id" UUID NOT NULL,
    "prefecture_id" UUID NOT NULL,
    "county_id" UUID,
    "source" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "annual_plan_budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annual_plan_entry" (
    "plan_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "lock" TEXT,
    "lock_reason" TEXT,
    "chosen" BOOLEAN,
    "rank" INTEGER,
    "score" JSONB,
    "why" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "annual_plan_entry_pkey" PRIMARY KEY ("plan_id","project_id")
);

-- CreateTable
CREATE TABLE "county_target" (
    "plan_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "minimum" INTEGER NOT NULL DEFAULT 0,
    "compounds" INTEGER,
    "households" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "county_target_pkey" PRIMARY KEY ("plan_id","county_id")
);

-- CreateTable
CREATE TABLE "company" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credit_code" TEXT,
    "kinds" TEXT[],
    "note" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "prefecture_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "rulebook_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "renovation_type" TEXT,
    "entity_kind" TEXT,
    "entity_unit_id" UUID,
    "entity_company_id" UUID,
    "entity_name" TEXT,
    "feasibility_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'active',
    "stage" INTEGER NOT NULL DEFAULT 1,
    "new_land" BOOLEAN,
    "new_pipelines" BOOLEAN,
    "structural_work" BOOLEAN,
    "estimate" BIGINT,
    "budget" BIGINT,
    "final_account" BIGINT,
    "audited" BIGINT,
    "property_service" TEXT,
    "property_service_reason" TEXT,
    "compounds" INTEGER NOT NULL DEFAULT 0,
    "findings_open" INTEGER NOT NULL DEFAULT 0,
    "contract_sum" BIGINT NOT NULL DEFAULT 0,
    "funding_sum" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_compound" (
    "project_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "live" BOOLEAN NOT NULL DEFAULT true,
    "left_reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "project_compound_pkey" PRIMARY KEY ("project_id","compound_id")
);

-- CreateTable
CREATE TABLE "project_person" (
    "project_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "project_person_pkey" PRIMARY KEY ("project_id","account_id")
);

-- CreateTable
CREATE TABLE "project_party" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "company_id" UUID NOT NULL,
    "person" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "project_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "no" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "company_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "tender_method" TEXT,
    "awarded_on" DATE,
    "signed_on" DATE NOT NULL,
    "start_on" DATE,
    "end_on" DATE,
    "file_id" UUID,
    "file_sha256" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "ended_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_stage" (
    "project_id" UUID NOT NULL,
    "stage" INTEGER NOT NULL,
    "county_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "step" TEXT,
    "actual_on" DATE,
    "stated_on" DATE,
    "received_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "completed_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_stage_pkey" PRIMARY KEY ("project_id","stage")
);

-- CreateTable
CREATE TABLE "project_event" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "stage" INTEGER,
    "kind" TEXT NOT NULL,
    "step" TEXT,
    "reason" TEXT,
    "document_no" TEXT,
    "document_on" DATE,
    "file_id" UUID,
    "stated_on" DATE,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "account_id" UUID,
    "actor" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "project_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "compound_id" UUID,
    "kind" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "document_no" TEXT,
    "issued_on" DATE,
    "issuer" TEXT,
    "file_id" UUID NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "note" TEXT,
    "status" TEXT NOT NULL DEFAULT 'current',
    "ended_reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_line" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT,
    "payer" TEXT,
    "amount" BIGINT NOT NULL,
    "note" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "funding_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_completion" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "building_id" UUID,
    "item" TEXT NOT NULL,
    "completed_on" DATE NOT NULL,
    "photo_file_id" UUID,
    "note" TEXT,
    "reported_by" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,

    CONSTRAINT "item_completion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "compound_id" UUID,
    "kind" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "item" TEXT,
    "place" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "responsible" TEXT,
    "inspected_on" DATE NOT NULL,
    "limit_on" DATE NOT NULL,
    "photo_file_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'open',
    "rectified_on" DATE,
    "rectification" TEXT,
    "rectified_file_id" UUID,
    "rectified_by" UUID,
    "rechecked_on" DATE,
    "recheck_note" TEXT,
    "rechecked_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptance" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "conclusion" TEXT,
    "concluded_at" TIMESTAMPTZ(3),
    "concluded_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptance_party" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "acceptance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "person" TEXT,
    "opinion" TEXT NOT NULL,
    "remarks" TEXT,
    "file_id" UUID NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "acceptance_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_item" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "warranty_until" DATE,
    "maintainer_kind" TEXT NOT NULL,
    "maintainer" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "handover_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aftercare_check" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "months" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "checked_on" DATE,
    "result" TEXT,
    "remarks" TEXT,
    "photo_file_id" UUID,
    "checked_by" UUID,
    "recorded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "aftercare_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feasibility_report" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "investment" BIGINT NOT NULL,
    "file_id" UUID,
    "file_sha256" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "consent_no" TEXT,
    "consent_on" DATE,
    "consent_file_id" UUID,
    "approval_no" TEXT,
    "approval_on" DATE,
    "approval_body" TEXT,
    "approval_file_id" UUID,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "feasibility_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leading_group" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "document_no" TEXT NOT NULL,
    "document_on" DATE NOT NULL,
    "file_id" UUID,
    "head" TEXT NOT NULL,
    "head_post" TEXT NOT NULL,
    "members" JSONB NOT NULL DEFAULT '[]',
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "leading_group_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "compound_plan_compound_id_no_key" ON "compound_plan"("compound_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "plan_item_place_key" ON "plan_item"("plan_id", "building_id", "item") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "application_programme_year_id_county_id_idx" ON "application"("programme_year_id", "county_id");

-- CreateIndex
CREATE UNIQUE INDEX "annual_plan_programme_year_id_no_key" ON "annual_plan"("programme_year_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "annual_plan_budget_key" ON "annual_plan_budget"("plan_id", "county_id", "source") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "annual_plan_entry_project_id_idx" ON "annual_plan_entry"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "company_county_id_name_key" ON "company"("county_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "project_code_key" ON "project"("code");

-- CreateIndex
CREATE INDEX "project_county_id_programme_year_id_stage_idx" ON "project"("county_id", "programme_year_id", "stage");

-- CreateIndex
CREATE INDEX "project_compound_compound_id_idx" ON "project_compound"("compound_id");

-- CreateIndex
CREATE INDEX "project_person_account_id_idx" ON "project_person"("account_id");

-- CreateIndex
CREATE INDEX "project_party_project_id_idx" ON "project_party"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_project_id_no_key" ON "contract"("project_id", "no");

-- CreateIndex
CREATE INDEX "project_stage_county_id_stage_step_idx" ON "project_stage"("county_id", "stage", "step");

-- CreateIndex
CREATE INDEX "project_event_project_id_at_idx" ON "project_event"("project_id", "at");

-- CreateIndex
CREATE INDEX "paper_project_id_stage_idx" ON "paper"("project_id", "stage");

-- CreateIndex
CREATE INDEX "funding_line_project_id_idx" ON "funding_line"("project_id");

-- CreateIndex
CREATE INDEX "item_completion_project_id_idx" ON "item_completion"("project_id");

-- CreateIndex
CREATE INDEX "finding_project_id_status_idx" ON "finding"("project_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "acceptance_project_id_no_key" ON "acceptance"("project_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "acceptance_party_acceptance_id_party_name_key" ON "acceptance_party"("acceptance_id", "party", "name");

-- CreateIndex
CREATE INDEX "handover_item_project_id_idx" ON "handover_item"("project_id");

-- CreateIndex
CREATE INDEX "aftercare_check_county_id_due_on_idx" ON "aftercare_check"("county_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "aftercare_check_project_id_months_key" ON "aftercare_check"("project_id", "months");

-- CreateIndex
CREATE UNIQUE INDEX "feasibility_report_county_id_programme_year_id_no_key" ON "feasibility_report"("county_id", "programme_year_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "leading_group_county_id_document_no_key" ON "leading_group"("county_id", "document_no");

-- AddForeignKey
ALTER TABLE "compound_plan" ADD CONSTRAINT "compound_plan_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "compound_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_plan_budget" ADD CONSTRAINT "annual_plan_budget_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "annual_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_plan_entry" ADD CONSTRAINT "annual_plan_entry_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "annual_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_plan_entry" ADD CONSTRAINT "annual_plan_entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_target" ADD CONSTRAINT "county_target_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "annual_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_feasibility_id_fkey" FOREIGN KEY ("feasibility_id") REFERENCES "feasibility_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_compound" ADD CONSTRAINT "project_compound_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_compound" ADD CONSTRAINT "project_compound_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_person" ADD CONSTRAINT "project_person_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_party" ADD CONSTRAINT "project_party_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_party" ADD CONSTRAINT "project_party_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_stage" ADD CONSTRAINT "project_stage_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_event" ADD CONSTRAINT "project_event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_line" ADD CONSTRAINT "funding_line_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_completion" ADD CONSTRAINT "item_completion_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance_party" ADD CONSTRAINT "acceptance_party_acceptance_id_fkey" FOREIGN KEY ("acceptance_id") REFERENCES "acceptance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aftercare_check" ADD CONSTRAINT "aftercare_check_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX "project_list" ON "project"("county_id", "programme_year_id", "status", "stage", "pinyin", "id");
CREATE INDEX "project_list_all" ON "project"("programme_year_id", "pinyin", "id");
CREATE UNIQUE INDEX "paper_number" ON "paper"("project_id", "kind", "compound_id", "no") NULLS NOT DISTINCT;
