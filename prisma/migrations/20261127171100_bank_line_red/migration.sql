-- 红字: that a line takes something back is read from its sign and stays as the bank printed it.
ALTER TABLE bank_line ADD COLUMN red boolean NOT NULL DEFAULT false;

CREATE OR REPLACE FUNCTION bank_line_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_county uuid; is_draft boolean;
BEGIN
  SELECT county_id, status = 'draft' INTO of_county, is_draft FROM bank_statement WHERE id = NEW.statement_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no statement' USING ERRCODE = '23503', CONSTRAINT = 'bank_line_place'; END IF;
  IF NOT is_draft THEN RAISE EXCEPTION 'what was decided stays' USING ERRCODE = '42501', CONSTRAINT = 'bank_line_kept'; END IF;
  NEW.county_id := of_county;
  IF TG_OP = 'UPDATE' AND (OLD.statement_id, OLD.row_no, OLD.line_on, OLD.amount, OLD.red, OLD.balance, OLD.counterparty, OLD.counter_account, OLD.remark, OLD.serial_no, OLD.fingerprint)
    IS DISTINCT FROM (NEW.statement_id, NEW.row_no, NEW.line_on, NEW.amount, NEW.red, NEW.balance, NEW.counterparty, NEW.counter_account, NEW.remark, NEW.serial_no, NEW.fingerprint) THEN
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
