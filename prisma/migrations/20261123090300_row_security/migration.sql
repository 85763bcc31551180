-- The second wall: a session reads and writes only its own territory, whatever a query forgets.
-- The actor is set for one transaction by withActor() (set_config(…, true)); without it every table is empty.

CREATE FUNCTION anju_setting(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting(name, true), '') $$;
CREATE FUNCTION anju_counties() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(anju_setting('app.counties')::uuid[], '{}') $$;
CREATE FUNCTION anju_level() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(anju_setting('app.level'), '') $$;
CREATE FUNCTION anju_prefecture() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT anju_setting('app.prefecture')::uuid $$;
CREATE FUNCTION anju_subdistrict() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT anju_setting('app.subdistrict')::uuid $$;
CREATE FUNCTION anju_community() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT anju_setting('app.community')::uuid $$;
CREATE FUNCTION anju_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT anju_setting('app.account')::uuid $$;
CREATE FUNCTION anju_personal() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(anju_setting('app.personal') = 'on', false) $$;

-- anju_protect(table, class) is what a later migration calls for each new table. Classes:
--   territory  rows of a county, narrowed to the subdistrict or community of the session
--   county     rows that only the county's and the prefecture's own bodies see
--   own        rows of the account itself
--   prefecture rows of the prefecture that everyone signed in may read
--   public     the same for everyone (law, the clock)
--   none       no row for the app's role (internal)
-- The scalar sub-selects make PostgreSQL read each setting once per statement instead of once per row.
CREATE FUNCTION anju_protect(t regclass, class text, extra text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  in_county text := 'county_id = ANY ((SELECT anju_counties())::uuid[])';
  in_place text := '((SELECT anju_subdistrict()) IS NULL OR subdistrict_id = (SELECT anju_subdistrict())) AND ((SELECT anju_community()) IS NULL OR community_id = (SELECT anju_community()))';
  of_body text := '(SELECT anju_level()) IN (''prefecture'', ''county'')';
  of_prefecture text := 'prefecture_id = (SELECT anju_prefecture())';
  rule text;
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
  EXECUTE format('CREATE POLICY owner_all ON %s FOR ALL TO anju_owner USING (true) WITH CHECK (true)', t);
  EXECUTE format('CREATE POLICY verifier_reads ON %s FOR SELECT TO anju_verifier, anju_backup USING (true)', t);
  EXECUTE format('GRANT SELECT ON %s TO anju_verifier, anju_backup', t);
  rule := CASE class
    WHEN 'territory' THEN in_county || ' AND ' || in_place
    WHEN 'county' THEN in_county || ' AND ' || of_body
    WHEN 'own' THEN 'account_id = (SELECT anju_account())'
    WHEN 'prefecture' THEN of_prefecture
    WHEN 'public' THEN 'true'
    WHEN 'none' THEN 'false'
  END;
  IF rule IS NULL THEN RAISE EXCEPTION 'unknown class %', class; END IF;
  IF extra IS NOT NULL THEN rule := '(' || rule || ') ' || extra; END IF;
  EXECUTE format('CREATE POLICY app_territory ON %s FOR ALL TO anju_app USING (%s) WITH CHECK (%s)', t, rule, rule);
END $$;

GRANT USAGE ON SCHEMA public TO anju_app, anju_verifier, anju_backup;

SELECT anju_protect(t::regclass, 'territory') FROM unnest(ARRAY['compound', 'compound_total', 'compound_alias', 'compound_lineage', 'building',
  'household', 'owner', 'household_owner', 'survey', 'compound_file']) t;
SELECT anju_protect('owner_personal', 'territory', 'AND (SELECT anju_personal())');
-- The prefecture's own files have no county.
SELECT anju_protect('stored_file', 'territory',
  'OR (county_id IS NULL AND (SELECT anju_level()) = ''prefecture'' AND prefecture_id = (SELECT anju_prefecture()))');
SELECT anju_protect(t::regclass, 'county') FROM unnest(ARRAY['county_counter', 'survey_total', 'survey_baseline', 'baseline_amendment', 'import_batch',
  'import_row', 'import_finding', 'import_mapping']) t;
SELECT anju_protect(t::regclass, 'own') FROM unnest(ARRAY['draft', 'idempotency_key']) t;
SELECT anju_protect(t::regclass, 'prefecture') FROM unnest(ARRAY['programme_year', 'survey_campaign']) t;
SELECT anju_protect(t::regclass, 'public') FROM unnest(ARRAY['rulebook_version', 'installation', 'anju_clock']) t;
SELECT anju_protect('audit_pending', 'none');
SELECT anju_protect('export_job', 'none', 'OR created_by = (SELECT anju_account())');
-- A session sees its own account; the bodies see those of their territory.
SELECT anju_protect(t::regclass, 'territory',
  'OR account_id = (SELECT anju_account()) OR (county_id IS NULL AND (SELECT anju_level()) = ''prefecture'' AND prefecture_id = (SELECT anju_prefecture()))')
  FROM unnest(ARRAY['account_password', 'session']) t;
SELECT anju_protect('account', 'territory',
  'OR id = (SELECT anju_account()) OR (county_id IS NULL AND (SELECT anju_level()) = ''prefecture'' AND prefecture_id = (SELECT anju_prefecture()))');
-- The tree: own branch upward and downward, never another county's.
SELECT anju_protect(t::regclass, 'none',
  'OR (county_id IS NULL AND prefecture_id = (SELECT anju_prefecture()))
   OR (county_id = ANY ((SELECT anju_counties())::uuid[])
     AND ((SELECT anju_subdistrict()) IS NULL OR subdistrict_id IS NULL OR subdistrict_id = (SELECT anju_subdistrict()))
     AND ((SELECT anju_community()) IS NULL OR community_id IS NULL OR community_id = (SELECT anju_community())))')
  FROM unnest(ARRAY['unit', 'unit_version']) t;
-- Audit: the county's own lines for the county, the prefecture's own and all its counties' for the prefecture.
SELECT anju_protect(t::regclass, 'county',
  'OR (county_id IS NULL AND (SELECT anju_level()) = ''prefecture'' AND prefecture_id = (SELECT anju_prefecture()))')
  FROM unnest(ARRAY['audit_line', 'audit_seal', 'audit_sealed_line']) t;
-- Everyone of a county needs its keys to write personal data; only those behind app.personal reach what they open.
SELECT anju_protect('personal_key', 'none',
  'OR county_id = ANY ((SELECT anju_counties())::uuid[]) OR (county_id IS NULL AND prefecture_id = (SELECT anju_prefecture()))');

-- What the app's role may do at all. No DELETE on any record: records are retired; only work lists are emptied.
GRANT SELECT, INSERT, UPDATE ON unit, unit_version, county_counter, account, session, draft, idempotency_key, programme_year, survey_campaign,
  survey, compound, compound_alias, compound_lineage, building, household, owner, owner_personal, household_owner, stored_file, compound_file,
  import_batch, import_row, import_finding, import_mapping, export_job, personal_key TO anju_app;
GRANT SELECT, INSERT ON survey_baseline, baseline_amendment TO anju_app;
GRANT SELECT ON compound_total, survey_total, rulebook_version, installation, anju_clock, audit_line, audit_seal, audit_sealed_line TO anju_app;
GRANT DELETE ON draft, import_row, import_finding TO anju_app;
GRANT INSERT, UPDATE ON account_password TO anju_app;
GRANT SELECT (account_id, changed_at) ON account_password TO anju_app;
GRANT SELECT ON _prisma_migrations TO anju_app, anju_verifier, anju_backup;
