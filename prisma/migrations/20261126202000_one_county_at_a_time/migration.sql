-- Whoever changes the register of a county changes its kept sums: the county's, and those of its places. A transaction does so more than once (a building comes in, its
-- compound is judged anew), each time in the order of the rows, but two transactions crossed each other between the times, and one of them was ended by the deadlock.
-- The county is taken before any of its rows, in the first statement of anju_refresh_totals(): BEFORE INSERT is asked also where the row is there already. It keeps
-- nobody waiting who did not wait before: all of them change the county's row of all compounds.
CREATE FUNCTION anju_county_at_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('totals ' || NEW.county_id, 0));
  RETURN NEW;
END $$;
CREATE TRIGGER county_at_once BEFORE INSERT ON compound_total FOR EACH ROW EXECUTE FUNCTION anju_county_at_once();
