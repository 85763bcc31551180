-- Tables of the ledger: accounts, entries with their debits and credits, requests for payment, batches, and the sums that are kept.
-- CreateTable
CREATE TABLE "ledger_account" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "project_id" UUID,
    "programme_year_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "fund_kind" TEXT NOT NULL DEFAULT '',
    "earmark" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "balance" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "project_id" UUID,
    "programme_year_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "fund_kind" TEXT NOT NULL DEFAULT '',
    "earmark" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "entry_on" DATE NOT NULL,
    "voucher_no" TEXT NOT NULL,
    "note" TEXT,
    "counterparty" TEXT,
    "contract_id" UUID,
    "items" JSONB,
    "reverses_id" UUID,
    "batch_line_id" UUID,
    "file_id" UUID,
    "file_sha256" TEXT,
    "created_by" UUID NOT NULL,
    "approved_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_line" (
    "entry_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "project_id" UUID,
    "side" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "item" TEXT,

    CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("entry_id","no")
);

-- CreateTable
CREATE TABLE "contract_paid" (
    "contract_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "paid" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "contract_paid_pkey" PRIMARY KEY ("contract_id")
);

-- CreateTable
CREATE TABLE "payment_order" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "reverses_id" UUID,
    "source" TEXT NOT NULL,
    "fund_kind" TEXT NOT NULL DEFAULT '',
    "earmark" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "items" JSONB NOT NULL,
    "payee" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "pay_on" DATE NOT NULL,
    "voucher_no" TEXT NOT NULL,
    "file_id" UUID,
    "file_sha256" TEXT,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "entry_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "payment_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_batch" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "document_no" TEXT NOT NULL,
    "document_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "fund_kind" TEXT NOT NULL DEFAULT '',
    "earmark" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "file_id" UUID,
    "file_sha256" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "issued_by" UUID,
    "issued_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "fund_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_batch_line" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "batch_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "project_id" UUID,
    "reward" BOOLEAN NOT NULL DEFAULT false,
    "amount" BIGINT NOT NULL,
    "note" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "fund_batch_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_total" (
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "fund_kind" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "entries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_total_pkey" PRIMARY KEY ("county_id","programme_year_id","source","fund_kind","measure","month")
);

-- CreateTable
CREATE TABLE "fund_planned_total" (
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "fund_kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "fund_planned_total_pkey" PRIMARY KEY ("county_id","programme_year_id","source","fund_kind")
);

-- CreateTable
CREATE TABLE "fund_flow" (
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "fund_kind" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "paid" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "fund_flow_pkey" PRIMARY KEY ("county_id","programme_year_id","source","fund_kind","item")
);

-- CreateIndex
CREATE INDEX "ledger_account_project_id_idx" ON "ledger_account"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_key" ON "ledger_account"("county_id", "project_id", "programme_year_id", "source", "fund_kind", "earmark", "class") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_reverses_id_key" ON "ledger_entry"("reverses_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_batch_line_id_key" ON "ledger_entry"("batch_line_id");

-- CreateIndex
CREATE INDEX "ledger_entry_of_county" ON "ledger_entry"("county_id", "entry_on" DESC, "id");

-- CreateIndex
CREATE INDEX "ledger_entry_of_project" ON "ledger_entry"("project_id", "entry_on" DESC, "id");

-- CreateIndex
CREATE INDEX "ledger_entry_of_year" ON "ledger_entry"("programme_year_id", "entry_on" DESC, "id");

-- CreateIndex
CREATE INDEX "ledger_entry_contract_id_idx" ON "ledger_entry"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_voucher" ON "ledger_entry"("county_id", "voucher_no");

-- CreateIndex
CREATE INDEX "ledger_line_account_id_idx" ON "ledger_line"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_order_entry_id_key" ON "payment_order"("entry_id");

-- CreateIndex
CREATE INDEX "payment_order_project_id_idx" ON "payment_order"("project_id");

-- CreateIndex
CREATE INDEX "payment_order_of_county" ON "payment_order"("county_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "fund_batch_programme_year_id_idx" ON "fund_batch"("programme_year_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_batch_document" ON "fund_batch"("prefecture_id", "document_no", "source", "fund_kind", "earmark");

-- CreateIndex
CREATE INDEX "fund_batch_line_batch_id_idx" ON "fund_batch_line"("batch_id");

-- CreateIndex
CREATE INDEX "fund_batch_line_county_id_idx" ON "fund_batch_line"("county_id");

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_paid" ADD CONSTRAINT "contract_paid_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_order" ADD CONSTRAINT "payment_order_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_order" ADD CONSTRAINT "payment_order_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_order" ADD CONSTRAINT "payment_order_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_batch" ADD CONSTRAINT "fund_batch_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_batch_line" ADD CONSTRAINT "fund_batch_line_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "fund_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
