-- Telling the time reads no table: whoever moves anju_clock writes its shift into anju_now() itself, and every plan that has seen through it is made anew.

CREATE FUNCTION anju_clock_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE shift bigint := (SELECT shift_ms FROM anju_clock);
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION public.anju_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS %L',
    CASE WHEN coalesce(shift, 0) = 0 THEN 'SELECT now()' ELSE format('SELECT now() + %s * interval ''1 millisecond''', shift) END);
  RETURN NULL;
END $$;
CREATE TRIGGER clock_moved AFTER INSERT OR UPDATE OR DELETE ON anju_clock FOR EACH STATEMENT EXECUTE FUNCTION anju_clock_moved();

UPDATE anju_clock SET shift_ms = shift_ms;
