-- Nobody passes a gate that the policy closes: what was decided stays as it was decided, sums are kept by what is recorded, and people of
-- projects, towns and communities see the projects that are theirs.

ALTER TABLE programme_year ADD CONSTRAINT programme_year_weights CHECK (ranking_weights IS NULL OR jsonb_typeof(ranking_weights) = 'object');
ALTER TABLE compound_plan ADD CONSTRAINT compound_plan_words CHECK (status IN ('draft', 'final') AND no > 0 AND (status = 'final') = (hash IS NOT NULL)
  AND todo_items >= 0 AND cost >= 0 AND resident_share BETWEEN 0 AND cost);
CREATE UNIQUE INDEX compound_plan_one_draft ON compound_plan (compound_id) WHERE status = 'draft';
-- 10^11 of 0.01: a billion metres; 10^13 fen: a hundred billion yuan. Catches a value in the wrong unit, refuses no real one.
ALTER TABLE plan_item ADD CONSTRAINT plan_item_words CHECK (answer IN ('todo', 'met', 'impossible', 'refused', 'none') AND item ~ '^[BC]-[RI][0-9]{2}$'
  AND (building_id IS NULL) = (item LIKE 'C-%') AND quantity BETWEEN 0 AND 100000000000 AND unit_cost BETWEEN 0 AND 10000000000000 AND cost BETWEEN 0 AND 10000000000000
  AND resident_percent BETWEEN 0 AND 100 AND (method IS NULL OR method IN ('overhead', 'underground')) AND (photo_file_id IS NULL) = (photo_sha256 IS NULL)
  AND (answer = 'todo' OR cost = 0)
  AND (answer <> 'met' OR photo_file_id IS NOT NULL) AND (answer NOT IN ('impossible', 'refused') OR coalesce(length(reason), 0) > 0));
ALTER TABLE company ADD CONSTRAINT company_words CHECK (length(name) BETWEEN 1 AND 100 AND cardinality(kinds) > 0
  AND kinds <@ ARRAY['design', 'construction', 'supervision', 'audit', 'consulting', 'epc', 'testing', 'investment', 'property', 'pipeline']);
ALTER TABLE project ADD CONSTRAINT project_words CHECK (status IN ('active', 'suspended', 'withdrawn') AND stage BETWEEN 1 AND 11 AND length(name) BETWEEN 1 AND 100
  AND (entity_kind IS NULL OR entity_kind IN ('countyBureau', 'town', 'company')) AND estimate >= 0 AND budget >= 0 AND final_account >= 0 AND audited >= 0
  AND compounds >= 0 AND findings_open >= 0 AND contract_sum >= 0 AND funding_sum >= 0);
ALTER TABLE project_party ADD CONSTRAINT project_party_words CHECK (kind IN ('design', 'construction', 'supervision', 'audit', 'epc', 'consulting', 'testing'));
ALTER TABLE contract ADD CONSTRAINT contract_words CHECK (kind IN ('design', 'construction', 'supervision', 'epc', 'consulting', 'audit', 'other') AND status IN ('active', 'ended')
  AND amount > 0 AND (tender_method IS NULL OR tender_method IN ('open', 'invited', 'consultation', 'quotation', 'direct')) AND (end_on IS NULL OR start_on IS NULL OR end_on >= start_on)
  AND (status = 'active' OR coalesce(length(ended_reason), 0) > 0));
ALTER TABLE project_stage ADD CONSTRAINT project_stage_words CHECK (stage BETWEEN 1 AND 10 AND status IN ('waiting', 'current', 'completed')
  AND (status = 'completed') = (accepted_at IS NOT NULL) AND (status <> 'completed' OR step IS NULL));
-- A project is in one stage at a time.
CREATE UNIQUE INDEX project_stage_one_current ON project_stage (project_id) WHERE status = 'current';
ALTER TABLE project_event ADD CONSTRAINT project_event_words CHECK (kind IN ('created', 'step', 'completed', 'returned', 'sentBack', 'suspended', 'resumed', 'withdrawn', 'yearChanged')
  AND (kind NOT IN ('returned', 'sentBack', 'suspended', 'withdrawn') OR coalesce(length(reason), 0) > 0));
ALTER TABLE paper ADD CONSTRAINT paper_words CHECK (stage BETWEEN 1 AND 10 AND no > 0 AND status IN ('current', 'superseded', 'withdrawn')
  AND (status <> 'withdrawn' OR coalesce(length(ended_reason), 0) > 0) AND length(title) BETWEEN 1 AND 200);
ALTER TABLE funding_line ADD CONSTRAINT funding_line_words CHECK (amount > 0 AND amount <= 10000000000000
  AND source IN ('central', 'local', 'pipeline', 'residents', 'originalUnit', 'bonds', 'social', 'other'));
ALTER TABLE item_completion ADD CONSTRAINT item_completion_words CHECK (item ~ '^[BC]-[RI][0-9]{2}$' AND (building_id IS NULL) = (item LIKE 'C-%')
  AND (retired_at IS NULL OR coalesce(length(retired_reason), 0) > 0));
CREATE UNIQUE INDEX item_completion_once ON item_completion (project_id, compound_id, building_id, item) NULLS NOT DISTINCT WHERE retired_at IS NULL;
ALTER TABLE finding ADD CONSTRAINT finding_words CHECK (status IN ('open', 'rectified', 'closed') AND grade IN ('minor', 'major', 'grave') AND limit_on >= inspected_on
  AND (status = 'open' OR (rectified_on IS NOT NULL AND coalesce(length(rectification), 0) > 0)) AND (status <> 'closed' OR rechecked_on IS NOT NULL));
ALTER TABLE acceptance ADD CONSTRAINT acceptance_words CHECK (no > 0 AND status IN ('draft', 'passed', 'failed') AND (status = 'draft') = (concluded_at IS NULL)
  AND (status <> 'failed' OR coalesce(length(conclusion), 0) > 0));
CREATE UNIQUE INDEX acceptance_one_draft ON acceptance (project_id) WHERE status = 'draft';
ALTER TABLE acceptance_party ADD CONSTRAINT acceptance_party_words CHECK (opinion IN ('agree', 'conditions', 'disagree') AND (opinion = 'agree' OR coalesce(length(remarks), 0) > 0));
ALTER TABLE handover_item ADD CONSTRAINT handover_item_words CHECK (maintainer_kind IN ('operator', 'property', 'owners', 'unit') AND item ~ '^[BC]-[RI][0-9]{2}$');
ALTER TABLE aftercare_check ADD CONSTRAINT aftercare_check_words CHECK (months > 0 AND (result IS NULL) = (checked_on IS NULL) AND (result IS NULL) = (recorded_at IS NULL)
  AND (result IS NULL OR result IN ('good', 'problems')) AND (result IS DISTINCT FROM 'problems' OR coalesce(length(remarks), 0) > 0));
ALTER TABLE feasibility_report ADD CONSTRAINT feasibility_report_words CHECK (status IN ('draft', 'consented', 'approved') AND investment >= 0 AND no > 0
  AND (status = 'draft' OR (consent_no IS NOT NULL AND consent_on IS NOT NULL AND file_id IS NOT NULL)) AND (status = 'approved') = (approval_no IS NOT NULL AND approval_on IS NOT NULL AND approval_body IS NOT NULL));
CREATE UNIQUE INDEX leading_group_one ON leading_group (county_id) WHERE ended_at IS NULL;
ALTER TABLE leading_group ADD CONSTRAINT leading_group_members CHECK (jsonb_typeof(members) = 'array');
ALTER TABLE application ADD CONSTRAINT application_words CHECK (status IN ('submitted', 'accepted', 'returned', 'withdrawn') AND (status IN ('submitted', 'withdrawn') OR answered_at IS NOT NULL)
  AND (status <> 'returned' OR coalesce(length(reply), 0) > 0));
-- One application of a project for a year is under way or accepted at a time.
CREATE UNIQUE INDEX application_one ON application (project_id, programme_year_id) WHERE status IN ('submitted', 'accepted');
ALTER TABLE annual_plan ADD CONSTRAINT annual_plan_words CHECK (status IN ('draft', 'confirmed') AND no > 0 AND (status = 'confirmed') = (confirmed_at IS NOT NULL)
  AND (status = 'draft' OR (document_no IS NOT NULL AND document_on IS NOT NULL)) AND (status = 'draft' OR no = 1 OR coalesce(length(reason), 0) > 0) AND jsonb_typeof(weights) = 'object');
CREATE UNIQUE INDEX annual_plan_one_draft ON annual_plan (programme_year_id) WHERE status = 'draft';
ALTER TABLE annual_plan_budget ADD CONSTRAINT annual_plan_budget_words CHECK (amount BETWEEN 0 AND 100000000000000
  AND source IN ('central', 'local', 'pipeline', 'residents', 'originalUnit', 'bonds', 'social', 'other'));
ALTER TABLE annual_plan_entry ADD CONSTRAINT annual_plan_entry_words CHECK (lock IS NULL OR (lock IN ('in', 'out') AND coalesce(length(lock_reason), 0) > 0));
ALTER TABLE county_target ADD CONSTRAINT county_target_words CHECK (minimum >= 0 AND compounds >= 0 AND households >= 0);
CREATE INDEX finding_open ON finding (county_id, limit_on) WHERE status <> 'closed';
CREATE INDEX paper_current ON paper (project_id, kind) WHERE status = 'current';
CREATE UNIQUE INDEX paper_one_current ON paper (project_id, kind, compound_id) NULLS NOT DISTINCT WHERE status = 'current';
CREATE INDEX stored_file_of_project ON stored_file (project_id) WHERE project_id IS NOT NULL;

-- Where rows stand: given by the compound, the plan, the project.
CREATE TRIGGER compound_plan_place BEFORE INSERT ON compound_plan FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE TRIGGER compound_have_place BEFORE INSERT ON compound_have FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE FUNCTION plan_item_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT compound_id, county_id, subdistrict_id, community_id INTO NEW.compound_id, NEW.county_id, NEW.subdistrict_id, NEW.community_id FROM compound_plan WHERE id = NEW.plan_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no plan' USING ERRCODE = '23503', CONSTRAINT = 'plan_item_place'; END IF;
  IF NEW.building_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM building WHERE id = NEW.building_id AND compound_id = NEW.compound_id) THEN
    RAISE EXCEPTION 'a building of another compound' USING ERRCODE = '23514', CONSTRAINT = 'plan_item_building';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_item_place BEFORE INSERT ON plan_item FOR EACH ROW EXECUTE FUNCTION plan_item_place();
CREATE FUNCTION project_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT county_id INTO NEW.county_id FROM project WHERE id = NEW.project_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no project' USING ERRCODE = '23503', CONSTRAINT = TG_TABLE_NAME || '_place'; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION acceptance_party_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT project_id, county_id INTO NEW.project_id, NEW.county_id FROM acceptance WHERE id = NEW.acceptance_id AND status = 'draft';
  IF NOT FOUND THEN RAISE EXCEPTION 'no acceptance under way' USING ERRCODE = '23503', CONSTRAINT = 'acceptance_party_place'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acceptance_party_place BEFORE INSERT ON acceptance_party FOR EACH ROW EXECUTE FUNCTION acceptance_party_place();
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['project_person', 'project_party', 'contract', 'project_stage', 'project_event', 'paper', 'funding_line', 'item_completion', 'finding', 'acceptance',
    'handover_item', 'aftercare_check', 'application', 'annual_plan_entry'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION project_place()', t || '_place', t);
  END LOOP;
END $$;
-- Compounds of one county only, and each in one project of a year. Who adds the same compound at once waits for the other.
CREATE FUNCTION project_compound_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE home uuid; in_year uuid; state text;
BEGIN
  SELECT county_id, programme_year_id INTO home, in_year FROM project WHERE id = NEW.project_id FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no project' USING ERRCODE = '23503', CONSTRAINT = 'project_compound_place'; END IF;
  SELECT county_id, subdistrict_id, community_id, status INTO NEW.county_id, NEW.subdistrict_id, NEW.community_id, state FROM compound WHERE id = NEW.compound_id FOR NO KEY UPDATE;
  IF NOT FOUND OR NEW.county_id <> home THEN RAISE EXCEPTION 'a compound of another county' USING ERRCODE = '23514', CONSTRAINT = 'project_compound_county'; END IF;
  IF NEW.live AND state <> 'active' THEN RAISE EXCEPTION 'the compound is retired' USING ERRCODE = '23514', CONSTRAINT = 'project_compound_retired'; END IF;
  IF NEW.live AND EXISTS (SELECT 1 FROM project_compound c JOIN project p ON p.id = c.project_id
      WHERE c.compound_id = NEW.compound_id AND c.live AND p.programme_year_id = in_year AND c.project_id <> NEW.project_id) THEN
    RAISE EXCEPTION 'in another project of the year' USING ERRCODE = '23505', CONSTRAINT = 'project_compound_one_a_year';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_compound_place BEFORE INSERT OR UPDATE OF live ON project_compound FOR EACH ROW EXECUTE FUNCTION project_compound_place();

CREATE FUNCTION plan_move_with_compound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t text;
BEGIN
  IF OLD.county_id <> NEW.county_id AND EXISTS (SELECT 1 FROM project_compound WHERE compound_id = NEW.id AND live) THEN
    RAISE EXCEPTION 'stands in a project of its county' USING ERRCODE = '23514', CONSTRAINT = 'project_compound_county';
  END IF;
  FOREACH t IN ARRAY ARRAY['compound_plan', 'plan_item', 'compound_have', 'project_compound'] LOOP
    EXECUTE format('UPDATE %I SET county_id = $1, subdistrict_id = $2, community_id = $3 WHERE compound_id = $4', t) USING NEW.county_id, NEW.subdistrict_id, NEW.community_id, NEW.id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER compound_moved_plans AFTER UPDATE OF county_id, subdistrict_id, community_id ON compound FOR EACH ROW
  WHEN (OLD.county_id IS DISTINCT FROM NEW.county_id OR OLD.subdistrict_id IS DISTINCT FROM NEW.subdistrict_id OR OLD.community_id IS DISTINCT FROM NEW.community_id)
  EXECUTE FUNCTION plan_move_with_compound();

-- Kept sums.
CREATE FUNCTION plan_item_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE compound_plan p SET todo_items = s.todo, cost = s.cost, resident_share = s.share
    FROM (SELECT plan_id, count(*) FILTER (WHERE answer = 'todo')::int AS todo, sum(cost)::bigint AS cost, sum((cost * resident_percent + 50) / 100)::bigint AS share
      FROM plan_item WHERE plan_id IN (SELECT plan_id FROM new_rows) GROUP BY plan_id) s
    WHERE p.id = s.plan_id AND (p.todo_items, p.cost, p.resident_share) IS DISTINCT FROM (s.todo, s.cost, s.share);
  RETURN NULL;
END $$;
CREATE TRIGGER plan_item_counted_insert AFTER INSERT ON plan_item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION plan_item_counted();
CREATE TRIGGER plan_item_counted_update AFTER UPDATE ON plan_item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION plan_item_counted();
CREATE FUNCTION project_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM project WHERE id IN (SELECT project_id FROM new_rows) ORDER BY id FOR UPDATE;
  CASE TG_ARGV[0]
    WHEN 'compounds' THEN UPDATE project p SET compounds = (SELECT count(*)::int FROM project_compound c WHERE c.project_id = p.id AND c.live) WHERE p.id IN (SELECT project_id FROM new_rows);
    WHEN 'findings_open' THEN UPDATE project p SET findings_open = (SELECT count(*)::int FROM finding f WHERE f.project_id = p.id AND f.status <> 'closed') WHERE p.id IN (SELECT project_id FROM new_rows);
    WHEN 'contract_sum' THEN UPDATE project p SET contract_sum = (SELECT coalesce(sum(amount), 0)::bigint FROM contract c WHERE c.project_id = p.id AND c.status = 'active') WHERE p.id IN (SELECT project_id FROM new_rows);
    WHEN 'funding_sum' THEN UPDATE project p SET funding_sum = (SELECT coalesce(sum(amount), 0)::bigint FROM funding_line f WHERE f.project_id = p.id AND f.retired_at IS NULL) WHERE p.id IN (SELECT project_id FROM new_rows);
  END CASE;
  RETURN NULL;
END $$;
DO $$
DECLARE one text[];
BEGIN
  FOREACH one SLICE 1 IN ARRAY ARRAY[['project_compound', 'compounds'], ['finding', 'findings_open'], ['contract', 'contract_sum'], ['funding_line', 'funding_sum']] LOOP
    EXECUTE format('CREATE TRIGGER project_counted_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION project_counted(%L)', one[1], one[2]);
    EXECUTE format('CREATE TRIGGER project_counted_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION project_counted(%L)', one[1], one[2]);
  END LOOP;
END $$;

-- What was decided stays.
CREATE FUNCTION plan_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moved text[] := '{county_id,subdistrict_id,community_id}';
BEGIN
  IF TG_TABLE_NAME = 'compound_plan' THEN
    IF OLD.status = 'final' AND to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved THEN RAISE EXCEPTION 'a final plan stays' USING ERRCODE = '42501', CONSTRAINT = 'plan_final'; END IF;
  ELSIF EXISTS (SELECT 1 FROM compound_plan WHERE id = NEW.plan_id AND status = 'final') AND (TG_OP = 'INSERT' OR to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved) THEN
    RAISE EXCEPTION 'a final plan stays' USING ERRCODE = '42501', CONSTRAINT = 'plan_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_guard BEFORE UPDATE ON compound_plan FOR EACH ROW EXECUTE FUNCTION plan_guard();
CREATE TRIGGER plan_guard BEFORE INSERT OR UPDATE ON plan_item FOR EACH ROW EXECUTE FUNCTION plan_guard();
CREATE FUNCTION project_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.county_id, OLD.prefecture_id, OLD.code, OLD.rulebook_id) IS DISTINCT FROM (NEW.county_id, NEW.prefecture_id, NEW.code, NEW.rulebook_id) THEN
    RAISE EXCEPTION 'a project keeps its county, code and rule book' USING ERRCODE = '42501', CONSTRAINT = 'project_kept';
  END IF;
  IF OLD.status = 'withdrawn' AND NEW.status <> 'withdrawn' THEN RAISE EXCEPTION 'a withdrawn project stays withdrawn' USING ERRCODE = '42501', CONSTRAINT = 'project_withdrawn'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_guard BEFORE UPDATE ON project FOR EACH ROW EXECUTE FUNCTION project_guard();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON project_event FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE FUNCTION paper_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'current' OR to_jsonb(NEW) - '{status,ended_reason}'::text[] <> to_jsonb(OLD) - '{status,ended_reason}'::text[] THEN
    RAISE EXCEPTION 'a paper stays as it was filed' USING ERRCODE = '42501', CONSTRAINT = 'paper_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_guard BEFORE UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION paper_guard();
-- Rows that no longer change once they are decided: the word that decides is named.
CREATE FUNCTION decided_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) ->> 'status' = ANY (TG_ARGV) AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
    RAISE EXCEPTION 'what was decided stays' USING ERRCODE = '42501', CONSTRAINT = TG_TABLE_NAME || '_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided_stays BEFORE UPDATE ON acceptance FOR EACH ROW EXECUTE FUNCTION decided_stays('passed', 'failed');
CREATE TRIGGER decided_stays BEFORE UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION decided_stays('closed');
CREATE TRIGGER decided_stays BEFORE UPDATE ON feasibility_report FOR EACH ROW EXECUTE FUNCTION decided_stays('approved');
CREATE TRIGGER decided_stays BEFORE UPDATE ON annual_plan FOR EACH ROW EXECUTE FUNCTION decided_stays('confirmed');
CREATE FUNCTION annual_plan_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM annual_plan WHERE id = NEW.plan_id AND status = 'confirmed') THEN
    RAISE EXCEPTION 'a confirmed plan stays' USING ERRCODE = '42501', CONSTRAINT = 'annual_plan_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER annual_plan_guard BEFORE INSERT OR UPDATE ON annual_plan_budget FOR EACH ROW EXECUTE FUNCTION annual_plan_guard();
CREATE TRIGGER annual_plan_guard BEFORE INSERT OR UPDATE ON annual_plan_entry FOR EACH ROW EXECUTE FUNCTION annual_plan_guard();
CREATE TRIGGER annual_plan_guard BEFORE INSERT OR UPDATE ON county_target FOR EACH ROW EXECUTE FUNCTION annual_plan_guard();
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['compound_plan', 'plan_item', 'compound_have', 'company', 'project', 'project_compound', 'project_person', 'project_party', 'contract', 'project_stage', 'paper',
    'funding_line', 'item_completion', 'finding', 'acceptance', 'acceptance_party', 'handover_item', 'aftercare_check', 'feasibility_report', 'leading_group', 'application',
    'annual_plan', 'annual_plan_budget', 'annual_plan_entry', 'county_target'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
END $$;

-- Whose projects a session sees: those it is named to, or those with a compound in its place. {} for the bodies, who see their counties'.
CREATE FUNCTION anju_projects() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(CASE anju_level()
    WHEN 'project' THEN (SELECT array_agg(project_id) FROM project_person WHERE account_id = anju_account() AND ended_at IS NULL)
    WHEN 'subdistrict' THEN (SELECT array_agg(DISTINCT project_id) FROM project_compound WHERE subdistrict_id = anju_subdistrict() AND county_id = ANY (anju_counties()))
    WHEN 'community' THEN (SELECT array_agg(DISTINCT project_id) FROM project_compound WHERE community_id = anju_community() AND county_id = ANY (anju_counties()))
  END, '{}') $$;
CREATE FUNCTION anju_project_compounds() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE anju_level() WHEN 'project' THEN (SELECT coalesce(array_agg(compound_id), '{}') FROM project_compound WHERE project_id = ANY (anju_projects())) ELSE '{}' END $$;
CREATE FUNCTION anju_project_counties() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE anju_level() WHEN 'project' THEN (SELECT coalesce(array_agg(DISTINCT county_id), '{}') FROM project WHERE id = ANY (anju_projects())) ELSE '{}' END $$;
REVOKE ALL ON FUNCTION anju_projects(), anju_project_compounds(), anju_project_counties() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anju_projects(), anju_project_compounds(), anju_project_counties() TO anju_app;

-- anju_protect_project(table, column): what a later migration calls for each new table of projects.
CREATE FUNCTION anju_protect_project(t regclass, column_name text DEFAULT 'project_id') RETURNS void LANGUAGE plpgsql AS $$
DECLARE rule text := format('((SELECT anju_level()) NOT IN (''project'', ''subdistrict'', ''community'') AND county_id = ANY ((SELECT anju_counties())::uuid[]))
  OR ((SELECT anju_level()) IN (''project'', ''subdistrict'', ''community'') AND %I = ANY ((SELECT anju_projects())::uuid[]))', column_name);
BEGIN
  PERFORM anju_protect(t, 'none');
  EXECUTE format('ALTER POLICY app_territory ON %s USING (%s) WITH CHECK (%s)', t, rule, rule);
END $$;
REVOKE ALL ON FUNCTION anju_protect_project(regclass, text) FROM PUBLIC;

SELECT anju_protect(t::regclass, 'territory') FROM unnest(ARRAY['compound_plan', 'plan_item', 'compound_have']) t;
SELECT anju_protect(t::regclass, 'county') FROM unnest(ARRAY['company', 'feasibility_report', 'leading_group', 'county_target']) t;
SELECT anju_protect_project('project', 'id');
SELECT anju_protect_project(t::regclass) FROM unnest(ARRAY['project_compound', 'project_person', 'project_party', 'contract', 'project_stage', 'project_event', 'paper', 'funding_line',
  'item_completion', 'finding', 'acceptance', 'acceptance_party', 'handover_item', 'aftercare_check', 'application', 'annual_plan_entry']) t;
SELECT anju_protect('annual_plan', 'prefecture');
SELECT anju_protect('annual_plan_budget', 'county', 'OR (county_id IS NULL AND (SELECT anju_level()) IN (''prefecture'', ''county'') AND prefecture_id = (SELECT anju_prefecture()))');
-- Who is named to a project reads what it is about; nobody's household or ballot.
DO $$
DECLARE one text[];
BEGIN
  FOREACH one SLICE 1 IN ARRAY ARRAY[['compound', 'id'], ['building', 'compound_id'], ['compound_plan', 'compound_id'], ['plan_item', 'compound_id'], ['compound_have', 'compound_id'],
    ['scheme', 'compound_id'], ['compound_total', 'compound_id']] LOOP
    EXECUTE format('CREATE POLICY of_projects ON %I FOR SELECT TO anju_app USING ((SELECT anju_level()) = ''project'' AND %I = ANY ((SELECT anju_project_compounds())::uuid[]))', one[1], one[2]);
  END LOOP;
  FOREACH one SLICE 1 IN ARRAY ARRAY[['unit', 'county_id'], ['company', 'county_id'], ['feasibility_report', 'county_id']] LOOP
    EXECUTE format('CREATE POLICY of_projects ON %I FOR SELECT TO anju_app USING ((SELECT anju_level()) = ''project'' AND %I = ANY ((SELECT anju_project_counties())::uuid[]))', one[1], one[2]);
  END LOOP;
END $$;
CREATE POLICY of_projects ON stored_file FOR SELECT TO anju_app USING ((SELECT anju_level()) IN ('project', 'subdistrict', 'community') AND project_id = ANY ((SELECT anju_projects())::uuid[]));
CREATE POLICY own_upload ON stored_file FOR ALL TO anju_app USING ((SELECT anju_level()) = 'project' AND uploaded_by = (SELECT anju_account()))
  WITH CHECK ((SELECT anju_level()) = 'project' AND uploaded_by = (SELECT anju_account()));

SELECT anju_audit(t::regclass) FROM unnest(ARRAY['compound_plan', 'plan_item', 'company', 'project', 'project_party', 'contract', 'paper', 'funding_line', 'item_completion', 'finding',
  'acceptance', 'acceptance_party', 'handover_item', 'aftercare_check', 'feasibility_report', 'leading_group', 'application', 'annual_plan', 'annual_plan_budget']) t;
SELECT anju_audit('compound_have', 'compound_id', 'have');
SELECT anju_audit('project_compound', 'project_id', 'compound_id');
SELECT anju_audit('project_person', 'project_id', 'account_id');
SELECT anju_audit('project_stage', 'project_id', 'stage');
SELECT anju_audit('annual_plan_entry', 'plan_id', 'project_id');
SELECT anju_audit('county_target', 'plan_id', 'county_id');
SELECT anju_audit('project_event');
-- Kept sums are nobody's act.
DO $$
DECLARE body text := pg_get_functiondef('anju_audit_shape(text,jsonb)'::regprocedure); now text;
BEGIN
  now := replace(body, 'WHEN ''building'' THEN', 'WHEN ''project'' THEN doc - ''pinyin'' - ''compounds'' - ''findings_open'' - ''contract_sum'' - ''funding_sum''
    WHEN ''compound_plan'' THEN doc - ''todo_items'' - ''cost'' - ''resident_share''
    WHEN ''building'' THEN');
  IF now = body THEN RAISE EXCEPTION 'anju_audit_shape is not what this change expects'; END IF;
  EXECUTE now;
END $$;

GRANT SELECT, INSERT, UPDATE ON compound_plan, plan_item, compound_have, company, project, project_compound, project_person, project_party, contract, project_stage, funding_line,
  item_completion, finding, acceptance, handover_item, aftercare_check, feasibility_report, leading_group, application, annual_plan, annual_plan_budget, annual_plan_entry, county_target TO anju_app;
GRANT SELECT, INSERT ON project_event, paper, acceptance_party TO anju_app;
GRANT UPDATE (status, ended_reason) ON paper TO anju_app;
REVOKE ALL ON FUNCTION plan_item_place(), project_place(), acceptance_party_place(), project_compound_place(), plan_move_with_compound(), plan_item_counted(), project_counted(), plan_guard(),
  annual_plan_guard() FROM PUBLIC;
