-- A draft that nobody wants is discarded: it stays as it was, no longer holds its document's number, and is never issued. An issued batch cannot be.
ALTER TABLE fund_batch DROP CONSTRAINT fund_batch_words;
ALTER TABLE fund_batch ADD CONSTRAINT fund_batch_words
  CHECK (status IN ('draft', 'issued', 'discarded') AND (status = 'issued') = (issued_at IS NOT NULL) AND total BETWEEN 1 AND 100000000000000);
DROP INDEX fund_batch_document;
CREATE UNIQUE INDEX fund_batch_document ON fund_batch (prefecture_id, document_no, source, fund_kind, earmark) WHERE status <> 'discarded';
DROP TRIGGER decided_stays ON fund_batch;
CREATE TRIGGER decided_stays BEFORE UPDATE ON fund_batch FOR EACH ROW EXECUTE FUNCTION decided_stays('issued', 'discarded');
CREATE OR REPLACE FUNCTION fund_batch_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM fund_batch WHERE id = NEW.batch_id AND status <> 'draft') THEN
    RAISE EXCEPTION 'an issued batch stays' USING ERRCODE = '42501', CONSTRAINT = 'fund_batch_decided';
  END IF;
  IF NEW.project_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM project WHERE id = NEW.project_id AND county_id = NEW.county_id) THEN
    RAISE EXCEPTION 'a project of another county' USING ERRCODE = '23514', CONSTRAINT = 'fund_batch_county';
  END IF;
  RETURN NEW;
END $$;
