-- Accounts, papers and notices are found by the sounds of their Chinese too: words beside the row, made by what makes those of compounds, and no fact of it.
-- Rows from before, and those that scripts write, get theirs when the application settles (prisma/seed/search-words.ts).
ALTER TABLE account ADD COLUMN search_text text;
ALTER TABLE paper ADD COLUMN search_text text;
ALTER TABLE notice ADD COLUMN search_text text;

-- The record of who changed what does not speak of them.
DO $$
DECLARE shape text := pg_get_functiondef('anju_audit_shape(text, jsonb)'::regprocedure); now text;
BEGIN
  now := replace(shape, 'doc - ''last_sign_in_at''', 'doc - ''last_sign_in_at'' - ''search_text''');
  IF now = shape THEN RAISE EXCEPTION 'anju_audit_shape is not what this change expects'; END IF;
  shape := now;
  now := replace(shape, 'ELSE doc END', 'WHEN ''paper'' THEN doc - ''search_text'' WHEN ''notice'' THEN doc - ''search_text'' ELSE doc END');
  IF now = shape THEN RAISE EXCEPTION 'anju_audit_shape is not what this change expects'; END IF;
  EXECUTE now;
END $$;

-- A paper stays as it was filed; one that has no words yet gets them, once.
CREATE OR REPLACE FUNCTION paper_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changing text[] := '{status,ended_reason}';
BEGIN
  IF OLD.search_text IS NULL AND to_jsonb(NEW) - 'search_text' = to_jsonb(OLD) - 'search_text' THEN RETURN NEW; END IF;
  IF OLD.status <> 'current' OR to_jsonb(NEW) - changing <> to_jsonb(OLD) - changing THEN
    RAISE EXCEPTION 'a paper stays as it was filed' USING ERRCODE = '42501', CONSTRAINT = 'paper_kept';
  END IF;
  RETURN NEW;
END $$;
