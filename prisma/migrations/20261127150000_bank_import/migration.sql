-- What a bank statement or a ledger sheet says becomes entries once: a file is taken once, a line of the bank is booked once, an entry is confirmed by one line, and what was applied stays.
-- CreateTable
CREATE TABLE "bank_statement" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "header_row" INTEGER NOT NULL,
    "account" TEXT,
    "period_from" DATE,
    "period_to" DATE,
    "opening" BIGINT,
    "closing" BIGINT,
    "sum_in" BIGINT NOT NULL DEFAULT 0,
    "sum_out" BIGINT NOT NULL DEFAULT 0,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "errors" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "bank_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_line" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "statement_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "line_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "balance" BIGINT,
    "counterparty" TEXT,
    "counter_account" TEXT,
    "remark" TEXT,
    "serial_no" TEXT,
    "fingerprint" TEXT,
    "decision" TEXT,
    "entry_id" UUID,
    "order_id" UUID,
    "project_id" UUID,
    "source" TEXT,
    "fund_kind" TEXT,
    "earmark" TEXT,
    "contract_id" UUID,
    "items" JSONB,
    "voucher_no" TEXT,
    "note" TEXT,
    "applied" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "bank_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_match" (
    "line_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "entry_id" UUID,
    "order_id" UUID,
    "matched_by" UUID NOT NULL,
    "matched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "bank_match_pkey" PRIMARY KEY ("line_id")
);

-- CreateIndex
CREATE INDEX "bank_statement_of_county" ON "bank_statement"("county_id", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_line_row" ON "bank_line"("statement_id", "row_no");

-- CreateIndex
CREATE INDEX "bank_line_known" ON "bank_line"("county_id", "fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "bank_match_entry_id_key" ON "bank_match"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_match_order_id_key" ON "bank_match"("order_id");

-- AddForeignKey
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "bank_statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "bank_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE bank_statement ADD CONSTRAINT bank_statement_words CHECK (kind IN ('bank', 'ledger') AND status IN ('draft', 'applied', 'cancelled')
  AND (status = 'draft') = (decided_at IS NULL) AND (status = 'draft') = (decided_by IS NULL) AND (status <> 'applied' OR errors = 0) AND jsonb_typeof(findings) = 'array');
ALTER TABLE bank_line ADD CONSTRAINT bank_line_words CHECK (row_no > 0 AND amount <> 0 AND abs(amount) <= 10000000000000
  AND decision IN ('entry', 'order', 'receipt', 'payment', 'allocation', 'assignment', 'outside') AND (NOT applied OR decision IS NOT NULL));
ALTER TABLE bank_line ADD CONSTRAINT bank_line_decided CHECK (CASE decision WHEN 'entry' THEN entry_id IS NOT NULL WHEN 'order' THEN order_id IS NOT NULL WHEN 'outside' THEN length(note) > 0
  WHEN 'payment' THEN project_id IS NOT NULL AND source IS NOT NULL AND contract_id IS NOT NULL AND items IS NOT NULL AND (NOT applied OR order_id IS NOT NULL)
  ELSE decision IS NULL OR (project_id IS NOT NULL AND source IS NOT NULL AND (NOT applied OR entry_id IS NOT NULL)) END);
ALTER TABLE bank_match ADD CONSTRAINT bank_match_one CHECK ((entry_id IS NULL) <> (order_id IS NULL));
-- The same file is taken once, unless what it brought was cancelled.
CREATE UNIQUE INDEX bank_statement_file ON bank_statement (county_id, sha256) WHERE status <> 'cancelled';
-- Statements that overlap: a line of the bank is booked once.
CREATE UNIQUE INDEX bank_line_once ON bank_line (county_id, fingerprint) WHERE applied AND fingerprint IS NOT NULL;

-- A line is changed only while its statement is a draft, and only in what is decided about it; it names nothing of another county.
CREATE FUNCTION bank_line_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_county uuid; is_draft boolean;
BEGIN
  SELECT county_id, status = 'draft' INTO of_county, is_draft FROM bank_statement WHERE id = NEW.statement_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no statement' USING ERRCODE = '23503', CONSTRAINT = 'bank_line_place'; END IF;
  IF NOT is_draft THEN RAISE EXCEPTION 'what was decided stays' USING ERRCODE = '42501', CONSTRAINT = 'bank_line_kept'; END IF;
  NEW.county_id := of_county;
  IF TG_OP = 'UPDATE' AND (OLD.statement_id, OLD.row_no, OLD.line_on, OLD.amount, OLD.balance, OLD.counterparty, OLD.counter_account, OLD.remark, OLD.serial_no, OLD.fingerprint)
    IS DISTINCT FROM (NEW.statement_id, NEW.row_no, NEW.line_on, NEW.amount, NEW.balance, NEW.counterparty, NEW.counter_account, NEW.remark, NEW.serial_no, NEW.fingerprint) THEN
    RAISE EXCEPTION 'a line stays as the bank printed it' USING ERRCODE = '42501', CONSTRAINT = 'bank_line_kept';
  END IF;
  IF (NEW.project_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM project WHERE id = NEW.project_id AND county_id = of_county))
    OR (NEW.contract_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contract WHERE id = NEW.contract_id AND project_id = NEW.project_id))
    OR (NEW.entry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.entry_id AND county_id = of_county))
    OR (NEW.order_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payment_order WHERE id = NEW.order_id AND county_id = of_county)) THEN
    RAISE EXCEPTION 'of another county' USING ERRCODE = '23514', CONSTRAINT = 'bank_line_county';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_line_guard BEFORE INSERT OR UPDATE ON bank_line FOR EACH ROW EXECUTE FUNCTION bank_line_guard();

-- What the bank confirms is of the same county and the same sum, and goes the same way.
CREATE FUNCTION bank_match_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE line bank_line; moved bigint;
BEGIN
  SELECT * INTO line FROM bank_line WHERE id = NEW.line_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no line' USING ERRCODE = '23503', CONSTRAINT = 'bank_match_place'; END IF;
  NEW.county_id := line.county_id;
  IF NEW.entry_id IS NOT NULL THEN
    SELECT CASE kind WHEN 'received' THEN amount WHEN 'paid' THEN -amount END INTO moved FROM ledger_entry WHERE id = NEW.entry_id AND county_id = line.county_id;
  ELSE
    SELECT -amount INTO moved FROM payment_order WHERE id = NEW.order_id AND county_id = line.county_id AND reverses_id IS NULL;
  END IF;
  IF moved IS DISTINCT FROM line.amount THEN RAISE EXCEPTION 'another sum' USING ERRCODE = '23514', CONSTRAINT = 'bank_match_sum'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_match_guard BEFORE INSERT ON bank_match FOR EACH ROW EXECUTE FUNCTION bank_match_guard();

CREATE TRIGGER decided_stays BEFORE UPDATE ON bank_statement FOR EACH ROW EXECUTE FUNCTION decided_stays('applied', 'cancelled');
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON bank_statement FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON bank_line FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_match FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

SELECT anju_protect(t::regclass, 'county') FROM unnest(ARRAY['bank_statement', 'bank_line', 'bank_match']) t;
SELECT anju_audit(t::regclass) FROM unnest(ARRAY['bank_statement', 'bank_line']) t;
SELECT anju_audit('bank_match', 'line_id');
GRANT SELECT, INSERT, UPDATE ON bank_statement, bank_line TO anju_app;
GRANT SELECT, INSERT ON bank_match TO anju_app;
REVOKE ALL ON FUNCTION bank_line_guard(), bank_match_guard() FROM PUBLIC;
