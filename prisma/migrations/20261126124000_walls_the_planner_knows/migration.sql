-- The second wall says the same as before in words that the planner can weigh. "IS NULL OR equal to" twice over a setting made it expect one row
-- of a thousand, so that it sorted whole counties for a page of fifty rows. A CASE is taken for one half: near enough for any kind of session.
CREATE FUNCTION anju_territory() RETURNS text LANGUAGE sql IMMUTABLE AS $sql$
  SELECT 'county_id = ANY ((SELECT anju_counties())::uuid[]) AND CASE WHEN (SELECT anju_subdistrict()) IS NULL AND (SELECT anju_community()) IS NULL THEN true ELSE '
    || '((SELECT anju_subdistrict()) IS NULL OR subdistrict_id = (SELECT anju_subdistrict())) AND ((SELECT anju_community()) IS NULL OR community_id = (SELECT anju_community()))'
    || ' END'
$sql$;
CREATE FUNCTION anju_of_bodies() RETURNS text LANGUAGE sql IMMUTABLE AS $sql$
  SELECT 'county_id = ANY ((SELECT anju_counties())::uuid[]) AND CASE WHEN (SELECT anju_level()) IN (''prefecture'', ''county'') THEN true ELSE false END'
$sql$;
REVOKE ALL ON FUNCTION anju_territory(), anju_of_bodies() FROM PUBLIC;

-- What a later migration calls for each new table: classes as before (20261123090300_row_security).
CREATE OR REPLACE FUNCTION anju_protect(t regclass, class text, extra text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  of_prefecture text := 'prefecture_id = (SELECT anju_prefecture())';
  rule text;
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
  EXECUTE format('CREATE POLICY owner_all ON %s FOR ALL TO anju_owner USING (true) WITH CHECK (true)', t);
  EXECUTE format('CREATE POLICY verifier_reads ON %s FOR SELECT TO anju_verifier, anju_backup USING (true)', t);
  EXECUTE format('GRANT SELECT ON %s TO anju_verifier, anju_backup', t);
  rule := CASE class
    WHEN 'territory' THEN anju_territory()
    WHEN 'county' THEN anju_of_bodies()
    WHEN 'own' THEN 'account_id = (SELECT anju_account())'
    WHEN 'prefecture' THEN of_prefecture
    WHEN 'public' THEN 'true'
    WHEN 'none' THEN 'false'
  END;
  IF rule IS NULL THEN RAISE EXCEPTION 'unknown class %', class; END IF;
  IF extra IS NOT NULL THEN rule := '(' || rule || ') ' || extra; END IF;
  EXECUTE format('CREATE POLICY app_territory ON %s FOR ALL TO anju_app USING (%s) WITH CHECK (%s)', t, rule, rule);
END $$;

DO $$
DECLARE
  one text[];
  sums text;
  rule text;
  -- The prefecture's own rows have no county.
  own_of_prefecture text := 'OR (county_id IS NULL AND (SELECT anju_level()) = ''prefecture'' AND prefecture_id = (SELECT anju_prefecture()))';
  its_own text := 'OR account_id = (SELECT anju_account()) ' || own_of_prefecture;
BEGIN
  FOREACH one SLICE 1 IN ARRAY ARRAY[
    ['compound', ''], ['compound_total', ''], ['compound_alias', ''], ['compound_lineage', ''], ['building', ''], ['household', ''], ['owner', ''],
    ['household_owner', ''], ['survey', ''], ['compound_file', ''], ['survey_place_total', ''],
    ['owner_personal', 'AND (SELECT anju_personal())'], ['stored_file', own_of_prefecture], ['account_password', its_own], ['session', its_own],
    ['account', 'OR id = (SELECT anju_account()) ' || own_of_prefecture]] LOOP
    rule := '(' || anju_territory() || ') ' || one[2];
    EXECUTE format('ALTER POLICY app_territory ON %I USING (%s) WITH CHECK (%s)', one[1], rule, rule);
  END LOOP;
  -- Sums over which dashboards go; the other tables of the bodies are read by their keys.
  FOREACH sums IN ARRAY ARRAY['survey_total', 'register_gap'] LOOP
    EXECUTE format('ALTER POLICY app_territory ON %I USING (%s) WITH CHECK (%s)', sums, anju_of_bodies(), anju_of_bodies());
  END LOOP;
END $$;
