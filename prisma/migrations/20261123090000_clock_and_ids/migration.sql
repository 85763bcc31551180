-- One clock and one kind of id for everything: anju_now() and anju_new_id().

-- Reads the shift by dynamic name resolution at run time (plpgsql), since the table anju_clock is made by the next migration.
CREATE FUNCTION anju_now() RETURNS timestamptz LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE shift bigint;
BEGIN
  SELECT shift_ms INTO shift FROM anju_clock;
  IF shift IS NULL OR shift = 0 THEN RETURN now(); END IF;
  RETURN now() + shift * interval '1 millisecond';
END $$;
COMMENT ON FUNCTION anju_now() IS 'The one clock of the programme: transaction time, moved by anju_clock.shift_ms (owner only).';

-- The calendar day in the programme's own time zone.
CREATE FUNCTION anju_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (anju_now() AT TIME ZONE 'Asia/Shanghai')::date $$;

-- UUID version 7 (time-ordered: new rows stand together in every index), portable to PostgreSQL 15 and later.
CREATE FUNCTION anju_new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
