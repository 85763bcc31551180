-- An opinion that was entered wrongly is taken out with the reason while the acceptance is under way; it stays readable, and after the conclusion nothing of it changes.

ALTER TABLE acceptance_party ADD COLUMN retired_at TIMESTAMPTZ(3), ADD COLUMN retired_reason TEXT;
ALTER TABLE acceptance_party ADD CONSTRAINT acceptance_party_taken_out CHECK ((retired_at IS NULL) = (retired_reason IS NULL) AND (retired_reason IS NULL OR length(retired_reason) > 0));
DROP INDEX acceptance_party_acceptance_id_party_name_key;
CREATE INDEX acceptance_party_acceptance_id_idx ON acceptance_party (acceptance_id);
CREATE UNIQUE INDEX acceptance_party_once ON acceptance_party (acceptance_id, party, name) WHERE retired_at IS NULL;

CREATE FUNCTION acceptance_party_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.retired_at IS NOT NULL OR to_jsonb(NEW) - '{retired_at,retired_reason}'::text[] <> to_jsonb(OLD) - '{retired_at,retired_reason}'::text[]
    OR NOT EXISTS (SELECT 1 FROM acceptance WHERE id = OLD.acceptance_id AND status = 'draft') THEN
    RAISE EXCEPTION 'an opinion stays as it was given' USING ERRCODE = '42501', CONSTRAINT = 'acceptance_party_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acceptance_party_guard BEFORE UPDATE ON acceptance_party FOR EACH ROW EXECUTE FUNCTION acceptance_party_guard();
GRANT UPDATE (retired_at, retired_reason) ON acceptance_party TO anju_app;
