-- Rows that come with their place are checked against what they stand in, all at once; rows without it are given it, one by one, as before.
-- A session chooses by app.placed which of the two; the check runs for both, so that the setting decides the cost and never the outcome.
-- Parents are looked up by their keys, one index walk a row, whatever the transaction and its statistics make the planner think.
CREATE FUNCTION anju_placed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_nestloop = on SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  parent text := TG_ARGV[0];
  places text := 'p.county_id, p.subdistrict_id, p.community_id' || CASE parent WHEN 'building' THEN ', p.compound_id' ELSE '' END;
  astray uuid;
BEGIN
  EXECUTE format('SELECT n.%1$I FROM new_rows n LEFT JOIN %2$I p ON p.id = n.%1$I WHERE p.id IS NULL OR (%3$s) IS DISTINCT FROM (%4$s) LIMIT 1',
    TG_ARGV[1], parent, places, replace(places, 'p.', 'n.')) INTO astray;
  IF astray IS NOT NULL THEN
    RAISE EXCEPTION '% does not stand where its % % stands', TG_TABLE_NAME, parent, astray
      USING ERRCODE = '23503', CONSTRAINT = TG_TABLE_NAME || '_placed';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION anju_placed() FROM PUBLIC;

DO $$
DECLARE part text[];
BEGIN
  -- table, function that gives the place, column that moves it ('' where none does), what it stands in, by which column
  FOREACH part SLICE 1 IN ARRAY ARRAY[
    ['household', 'anju_place_in_building', 'building_id', 'building', 'building_id'],
    ['owner', 'anju_place_in_compound', 'compound_id', 'compound', 'compound_id'],
    ['owner_personal', 'anju_place_in_owner', '', 'owner', 'owner_id'],
    ['household_owner', 'anju_place_in_compound', 'compound_id', 'compound', 'compound_id']] LOOP
    EXECUTE format('DROP TRIGGER %1$I ON %2$I', part[1] || '_place', part[1]);
    EXECUTE format('CREATE TRIGGER %1$I BEFORE INSERT ON %2$I FOR EACH ROW WHEN (current_setting(''app.placed'', true) IS DISTINCT FROM ''on'') EXECUTE FUNCTION %3$I()',
      part[1] || '_place', part[1], part[2]);
    EXECUTE format('CREATE TRIGGER %1$I AFTER INSERT ON %2$I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_placed(%3$L, %4$L)',
      part[1] || '_placed', part[1], part[4], part[5]);
    IF part[3] <> '' THEN
      EXECUTE format('CREATE TRIGGER %1$I BEFORE UPDATE OF %4$I ON %2$I FOR EACH ROW EXECUTE FUNCTION %3$I()',
        part[1] || '_moved', part[1], part[2], part[3]);
    END IF;
  END LOOP;
END $$;
