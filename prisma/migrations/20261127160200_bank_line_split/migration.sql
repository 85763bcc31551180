-- One line of the bank may stand for several entries: its parts make its sum, and each part stands beside one entry or request of that part's sum.
ALTER TABLE bank_line ADD COLUMN parts jsonb;
ALTER TABLE bank_line DROP CONSTRAINT bank_line_words;
ALTER TABLE bank_line ADD CONSTRAINT bank_line_words CHECK (row_no > 0 AND amount <> 0 AND abs(amount) <= 10000000000000
  AND decision IN ('entry', 'order', 'receipt', 'payment', 'allocation', 'assignment', 'outside', 'split') AND (NOT applied OR decision IS NOT NULL));
ALTER TABLE bank_line DROP CONSTRAINT bank_line_decided;
ALTER TABLE bank_line ADD CONSTRAINT bank_line_decided CHECK (CASE decision WHEN 'entry' THEN entry_id IS NOT NULL WHEN 'order' THEN order_id IS NOT NULL WHEN 'outside' THEN length(note) > 0
  WHEN 'split' THEN parts IS NOT NULL AND entry_id IS NULL AND order_id IS NULL
  WHEN 'payment' THEN project_id IS NOT NULL AND source IS NOT NULL AND contract_id IS NOT NULL AND items IS NOT NULL AND (NOT applied OR order_id IS NOT NULL)
  ELSE decision IS NULL OR (project_id IS NOT NULL AND source IS NOT NULL AND (NOT applied OR entry_id IS NOT NULL)) END AND (parts IS NULL OR decision = 'split'));
ALTER TABLE bank_match ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE bank_match DROP CONSTRAINT bank_match_pkey;
ALTER TABLE bank_match ADD CONSTRAINT bank_match_pkey PRIMARY KEY (line_id, part);

-- The parts of a line are above nothing and make its sum, to the fen.
CREATE FUNCTION bank_line_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_typeof(NEW.parts) <> 'array' OR jsonb_array_length(NEW.parts) NOT BETWEEN 2 AND 20
    OR EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.parts) p WHERE coalesce((p ->> 'amount')::bigint, 0) <= 0)
    OR (SELECT sum((p ->> 'amount')::bigint) FROM jsonb_array_elements(NEW.parts) p) <> abs(NEW.amount) THEN
    RAISE EXCEPTION 'the parts are not the line' USING ERRCODE = '23514', CONSTRAINT = 'bank_line_whole';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_line_whole BEFORE INSERT OR UPDATE ON bank_line FOR EACH ROW WHEN (NEW.parts IS NOT NULL) EXECUTE FUNCTION bank_line_whole();

CREATE OR REPLACE FUNCTION bank_match_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE line bank_line; moved bigint; wanted bigint;
BEGIN
  SELECT * INTO line FROM bank_line WHERE id = NEW.line_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no line' USING ERRCODE = '23503', CONSTRAINT = 'bank_match_place'; END IF;
  NEW.county_id := line.county_id;
  IF (line.parts IS NULL) <> (NEW.part = 0) THEN RAISE EXCEPTION 'no such part' USING ERRCODE = '23514', CONSTRAINT = 'bank_match_part'; END IF;
  wanted := CASE WHEN line.parts IS NULL THEN line.amount ELSE sign(line.amount) * (line.parts -> (NEW.part - 1) ->> 'amount')::bigint END;
  IF NEW.entry_id IS NOT NULL THEN
    SELECT CASE e.kind WHEN 'received' THEN e.amount WHEN 'paid' THEN -e.amount WHEN 'reversed' THEN CASE w.kind WHEN 'received' THEN -e.amount WHEN 'paid' THEN e.amount END END INTO moved
    FROM ledger_entry e LEFT JOIN ledger_entry w ON w.id = e.reverses_id WHERE e.id = NEW.entry_id AND e.county_id = line.county_id;
  ELSE
    SELECT -amount INTO moved FROM payment_order WHERE id = NEW.order_id AND county_id = line.county_id AND reverses_id IS NULL;
  END IF;
  IF moved IS NULL OR moved IS DISTINCT FROM wanted THEN RAISE EXCEPTION 'another sum' USING ERRCODE = '23514', CONSTRAINT = 'bank_match_sum'; END IF;
  RETURN NEW;
END $$;
