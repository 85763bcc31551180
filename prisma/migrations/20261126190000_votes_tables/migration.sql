-- Votes and notices: what is frozen, what is recorded, what is kept as a sum. Who may change what: the next migration.
ALTER TABLE "programme_year" ADD COLUMN "vote_test" TEXT;

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "kind" TEXT NOT NULL,
    "compound_id" UUID,
    "round_id" UUID,
    "scheme_id" UUID,
    "title" TEXT NOT NULL,
    "document_no" TEXT,
    "issuer" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "days" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "published_by" UUID,
    "starts_on" DATE,
    "ends_on" DATE,
    "completed_at" TIMESTAMPTZ(3),
    "completed_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_reason" TEXT,
    "hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_compound" (
    "notice_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "note" TEXT,

    CONSTRAINT "notice_compound_pkey" PRIMARY KEY ("notice_id","compound_id")
);

-- CreateTable
CREATE TABLE "notice_photo" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "notice_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "place" TEXT NOT NULL,
    "taken_on" DATE NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "notice_photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "notice_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "round_id" UUID,
    "household_id" UUID,
    "source" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "contact" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "received_by" UUID,
    "verdict" TEXT,
    "reply" TEXT,
    "ballot_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "estimate" BIGINT NOT NULL,
    "owners_share" BIGINT NOT NULL,
    "share_rule" TEXT NOT NULL DEFAULT 'area',
    "note" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "hash" TEXT,
    "finalized_at" TIMESTAMPTZ(3),
    "finalized_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme_part" (
    "scheme_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "summary" TEXT NOT NULL,
    "file_id" UUID,
    "file_sha256" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "scheme_part_pkey" PRIMARY KEY ("scheme_id","part")
);

-- CreateTable
CREATE TABLE "vote_round" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "compound_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "rulebook_id" UUID NOT NULL,
    "programme_year_id" UUID,
    "round" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "scheme_id" UUID,
    "test" TEXT NOT NULL,
    "planned_close_on" DATE,
    "roll_hash" TEXT,
    "roll_households" INTEGER NOT NULL DEFAULT 0,
    "roll_area" BIGINT NOT NULL DEFAULT 0,
    "roll_voters" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3),
    "opened_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "provisional" JSONB,
    "result" JSONB,
    "outcome" TEXT,
    "certified_at" TIMESTAMPTZ(3),
    "certified_by" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by" UUID,
    "cancelled_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "vote_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_roll" (
    "round_id" UUID NOT NULL,
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
    "area" BIGINT NOT NULL,
    "voter" INTEGER NOT NULL,
    "voter_dwellings" INTEGER NOT NULL,
    "owners" JSONB NOT NULL,
    "receipt_hash" TEXT NOT NULL,

    CONSTRAINT "vote_roll_pkey" PRIMARY KEY ("round_id","household_id")
);

-- CreateTable
CREATE TABLE "vote_standing" (
    "round_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "ballot_id" UUID,
    "choice" TEXT,
    "checked" BOOLEAN NOT NULL DEFAULT false,
    "door" TEXT,
    "door_on" DATE,

    CONSTRAINT "vote_standing_pkey" PRIMARY KEY ("round_id","household_id")
);

-- CreateTable
CREATE TABLE "vote_tally" (
    "round_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "head_seq" INTEGER NOT NULL DEFAULT 0,
    "head_hash" TEXT NOT NULL DEFAULT '',
    "agree_households" INTEGER NOT NULL DEFAULT 0,
    "agree_area" BIGINT NOT NULL DEFAULT 0,
    "disagree_households" INTEGER NOT NULL DEFAULT 0,
    "disagree_area" BIGINT NOT NULL DEFAULT 0,
    "abstain_households" INTEGER NOT NULL DEFAULT 0,
    "abstain_area" BIGINT NOT NULL DEFAULT 0,
    "voters_in" INTEGER NOT NULL DEFAULT 0,
    "voters_agree" INTEGER NOT NULL DEFAULT 0,
    "checked" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "vote_tally_pkey" PRIMARY KEY ("round_id")
);

-- CreateTable
CREATE TABLE "vote_building" (
    "round_id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "households" INTEGER NOT NULL,
    "area" BIGINT NOT NULL,
    "agree" INTEGER NOT NULL DEFAULT 0,
    "disagree" INTEGER NOT NULL DEFAULT 0,
    "abstain" INTEGER NOT NULL DEFAULT 0,
    "agree_area" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "vote_building_pkey" PRIMARY KEY ("round_id","building_id")
);

-- CreateTable
CREATE TABLE "vote_voter" (
    "round_id" UUID NOT NULL,
    "voter" INTEGER NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "dwellings" INTEGER NOT NULL,
    "agree" INTEGER NOT NULL DEFAULT 0,
    "disagree" INTEGER NOT NULL DEFAULT 0,
    "abstain" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "vote_voter_pkey" PRIMARY KEY ("round_id","voter")
);

-- CreateTable
CREATE TABLE "vote_entry" (
    "round_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT anju_now(),
    "account_id" UUID,
    "digest" TEXT NOT NULL,
    "content" JSONB,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "vote_entry_pkey" PRIMARY KEY ("round_id","seq")
);

-- CreateTable
CREATE TABLE "ballot" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "round_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'recorded',
    "choice" TEXT,
    "channel" TEXT NOT NULL,
    "form_no" TEXT,
    "photo_file_id" UUID,
    "photo_sha256" TEXT,
    "proxy_name" TEXT,
    "proxy_file_id" UUID,
    "proxy_sha256" TEXT,
    "wanted" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "problems" TEXT,
    "collector" TEXT NOT NULL,
    "collected_at" TIMESTAMPTZ(3) NOT NULL,
    "device_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL DEFAULT 'single',
    "replaces_id" UUID,
    "beside_id" UUID,
    "objection_id" UUID,
    "reason" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT anju_now(),
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_check" (
    "ballot_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "seq" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT,
    "checked_by" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT anju_now(),
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ballot_check_pkey" PRIMARY KEY ("ballot_id")
);

-- CreateTable
CREATE TABLE "vote_form" (
    "form_no" TEXT NOT NULL,
    "round_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "batch" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "printed_by" UUID NOT NULL,
    "printed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "void_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "vote_form_pkey" PRIMARY KEY ("form_no")
);

-- CreateTable
CREATE TABLE "door_visit" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "round_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "visited_on" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "door_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_back" (
    "round_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "ballot_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "outcome" TEXT,
    "note" TEXT,
    "called_by" UUID,
    "called_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "call_back_pkey" PRIMARY KEY ("round_id","household_id")
);

-- CreateIndex
CREATE INDEX "notice_county_id_status_idx" ON "notice"("county_id", "status");

-- CreateIndex
CREATE INDEX "notice_round_id_idx" ON "notice"("round_id");

-- CreateIndex
CREATE INDEX "notice_scheme_id_idx" ON "notice"("scheme_id");

-- CreateIndex
CREATE INDEX "notice_compound_compound_id_idx" ON "notice_compound"("compound_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_photo_notice_id_file_id_key" ON "notice_photo"("notice_id", "file_id");

-- CreateIndex
CREATE INDEX "objection_notice_id_received_at_idx" ON "objection"("notice_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "scheme_compound_id_no_key" ON "scheme"("compound_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "vote_round_code_key" ON "vote_round"("code");

-- CreateIndex
CREATE INDEX "vote_round_county_id_status_idx" ON "vote_round"("county_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "vote_round_compound_id_round_attempt_key" ON "vote_round"("compound_id", "round", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "vote_roll_receipt_hash_key" ON "vote_roll"("receipt_hash");

-- CreateIndex
CREATE INDEX "vote_roll_round_id_sort_key_idx" ON "vote_roll"("round_id", "sort_key");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_replaces_id_key" ON "ballot"("replaces_id");

-- CreateIndex
CREATE INDEX "ballot_round_id_household_id_idx" ON "ballot"("round_id", "household_id");

-- CreateIndex
CREATE INDEX "ballot_round_id_seq_idx" ON "ballot"("round_id", "seq");

-- CreateIndex
CREATE INDEX "ballot_photo_sha256_idx" ON "ballot"("photo_sha256");

-- CreateIndex
CREATE INDEX "ballot_check_round_id_seq_idx" ON "ballot_check"("round_id", "seq");

-- CreateIndex
CREATE INDEX "vote_form_round_id_household_id_idx" ON "vote_form"("round_id", "household_id");

-- CreateIndex
CREATE UNIQUE INDEX "vote_form_round_id_serial_key" ON "vote_form"("round_id", "serial");

-- CreateIndex
CREATE INDEX "door_visit_round_id_household_id_idx" ON "door_visit"("round_id", "household_id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "vote_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_compound" ADD CONSTRAINT "notice_compound_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_photo" ADD CONSTRAINT "notice_photo_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_photo" ADD CONSTRAINT "notice_photo_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme" ADD CONSTRAINT "scheme_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_part" ADD CONSTRAINT "scheme_part_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_part" ADD CONSTRAINT "scheme_part_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_round" ADD CONSTRAINT "vote_round_compound_id_fkey" FOREIGN KEY ("compound_id") REFERENCES "compound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_round" ADD CONSTRAINT "vote_round_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_roll" ADD CONSTRAINT "vote_roll_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "vote_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_tally" ADD CONSTRAINT "vote_tally_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "vote_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_building" ADD CONSTRAINT "vote_building_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "vote_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_entry" ADD CONSTRAINT "vote_entry_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "vote_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "vote_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_check" ADD CONSTRAINT "ballot_check_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
