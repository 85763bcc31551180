-- A card that is to begin anywhere but open is refused as what nobody may write, like every other step that a card does not take.
CREATE OR REPLACE FUNCTION scorecard_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'open' THEN RAISE EXCEPTION 'a card begins open' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_way'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_scorecard_begins BEFORE INSERT ON scorecard FOR EACH ROW EXECUTE FUNCTION scorecard_begins();
