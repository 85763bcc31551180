-- What the bank takes back is confirmed too: a line stands beside a reversal of the books, of the same sum and the other way than what was reversed.
CREATE OR REPLACE FUNCTION bank_match_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE line bank_line; moved bigint;
BEGIN
  SELECT * INTO line FROM bank_line WHERE id = NEW.line_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no line' USING ERRCODE = '23503', CONSTRAINT = 'bank_match_place'; END IF;
  NEW.county_id := line.county_id;
  IF NEW.entry_id IS NOT NULL THEN
    SELECT CASE e.kind WHEN 'received' THEN e.amount WHEN 'paid' THEN -e.amount WHEN 'reversed' THEN CASE w.kind WHEN 'received' THEN -e.amount WHEN 'paid' THEN e.amount END END INTO moved
    FROM ledger_entry e LEFT JOIN ledger_entry w ON w.id = e.reverses_id WHERE e.id = NEW.entry_id AND e.county_id = line.county_id;
  ELSE
    SELECT -amount INTO moved FROM payment_order WHERE id = NEW.order_id AND county_id = line.county_id AND reverses_id IS NULL;
  END IF;
  IF moved IS DISTINCT FROM line.amount THEN RAISE EXCEPTION 'another sum' USING ERRCODE = '23514', CONSTRAINT = 'bank_match_sum'; END IF;
  RETURN NEW;
END $$;
