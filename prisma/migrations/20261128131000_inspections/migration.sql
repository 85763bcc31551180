-- An inspection stays as it was made, with every point that was looked at, its photos and what the device stated; what comes back is counted; while a stop-work note
-- stands, its number is what stages 8 and 9 lack. Position and time of the device are kept as stated: nothing is decided by them.
CREATE TABLE inspection (
  id uuid PRIMARY KEY DEFAULT anju_new_id(),
  project_id uuid NOT NULL REFERENCES project (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  county_id uuid NOT NULL,
  compound_id uuid REFERENCES compound (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  building_id uuid REFERENCES building (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kinds text[] NOT NULL,
  level text NOT NULL,
  inspected_on date NOT NULL,
  participants text,
  summary text,
  device_at timestamptz(3),
  latitude_e6 integer,
  longitude_e6 integer,
  accuracy_m integer,
  inspector text NOT NULL,
  created_by uuid NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  CONSTRAINT inspection_words CHECK (cardinality(kinds) > 0 AND level IN ('supervisor', 'county', 'prefecture') AND (building_id IS NULL OR compound_id IS NOT NULL)
    AND (latitude_e6 IS NULL) = (longitude_e6 IS NULL) AND (latitude_e6 IS NULL) = (accuracy_m IS NULL)
    AND latitude_e6 BETWEEN -90000000 AND 90000000 AND longitude_e6 BETWEEN -180000000 AND 180000000 AND accuracy_m >= 0)
);
CREATE INDEX inspection_of_project ON inspection (project_id, inspected_on DESC);
CREATE INDEX inspection_of_county ON inspection (county_id, inspected_on DESC);

-- A finding knows the point that was wrong, and the one that was closed before it at the same place.
ALTER TABLE finding ADD COLUMN inspection_id uuid REFERENCES inspection (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN check_code text,
  ADD COLUMN building_id uuid REFERENCES building (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN responsible_party_id uuid REFERENCES project_party (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN repeat_of uuid REFERENCES finding (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN repeat_no integer NOT NULL DEFAULT 1,
  ADD COLUMN times_seen integer NOT NULL DEFAULT 1;
ALTER TABLE finding ADD CONSTRAINT finding_of_inspection CHECK ((inspection_id IS NULL) = (check_code IS NULL) AND (building_id IS NULL OR compound_id IS NOT NULL)
  AND repeat_no > 0 AND (repeat_of IS NULL) = (repeat_no = 1) AND times_seen > 0);
CREATE INDEX finding_of_point ON finding (project_id, check_code) WHERE check_code IS NOT NULL;
-- Of one point of one place one finding is open at a time: what is found again is the same.
CREATE UNIQUE INDEX finding_open_once ON finding (project_id, compound_id, building_id, check_code) NULLS NOT DISTINCT WHERE check_code IS NOT NULL AND status <> 'closed';

CREATE TABLE inspection_check (
  inspection_id uuid NOT NULL REFERENCES inspection (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  code text NOT NULL,
  project_id uuid NOT NULL,
  county_id uuid NOT NULL,
  kind text NOT NULL,
  item text,
  result text NOT NULL,
  note text,
  photo_file_id uuid REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  sighting text,
  finding_id uuid REFERENCES finding (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  PRIMARY KEY (inspection_id, code),
  CONSTRAINT inspection_check_words CHECK (result IN ('pass', 'fail', 'none') AND (result = 'fail') = (finding_id IS NOT NULL) AND (finding_id IS NULL) = (sighting IS NULL)
    AND (sighting IS NULL OR sighting IN ('new', 'repeat', 'again', 'past')))
);
CREATE INDEX inspection_check_finding ON inspection_check (finding_id) WHERE finding_id IS NOT NULL;
CREATE TABLE inspection_photo (
  inspection_id uuid NOT NULL REFERENCES inspection (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  file_id uuid NOT NULL REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  project_id uuid NOT NULL,
  county_id uuid NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (inspection_id, file_id)
);

CREATE TABLE stop_work (
  id uuid PRIMARY KEY DEFAULT anju_new_id(),
  project_id uuid NOT NULL REFERENCES project (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  county_id uuid NOT NULL,
  compound_id uuid REFERENCES compound (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  inspection_id uuid REFERENCES inspection (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  no text NOT NULL,
  level text NOT NULL,
  reason text NOT NULL,
  issued_on date NOT NULL,
  file_id uuid REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  issuer text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  lifted_on date,
  lift_reason text,
  lift_file_id uuid REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  lifted_by uuid,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT stop_work_words CHECK (level IN ('supervisor', 'county', 'prefecture') AND length(no) BETWEEN 1 AND 80 AND length(reason) > 0
    AND (lifted_on IS NULL) = (lift_file_id IS NULL) AND (lifted_on IS NULL) = (lifted_by IS NULL) AND (lifted_on IS NULL OR (coalesce(length(lift_reason), 0) > 0 AND lifted_on >= issued_on)))
);
CREATE UNIQUE INDEX stop_work_number ON stop_work (project_id, no);
CREATE INDEX stop_work_standing ON stop_work (county_id, issued_on) WHERE lifted_on IS NULL;
CREATE TABLE stop_work_finding (
  stop_work_id uuid NOT NULL REFERENCES stop_work (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  finding_id uuid NOT NULL REFERENCES finding (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  project_id uuid NOT NULL,
  county_id uuid NOT NULL,
  PRIMARY KEY (stop_work_id, finding_id)
);
CREATE INDEX stop_work_finding_of ON stop_work_finding (finding_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['inspection', 'inspection_check', 'inspection_photo', 'stop_work', 'stop_work_finding'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION project_place()', t || '_place', t);
    PERFORM anju_protect_project(t::regclass);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['inspection', 'inspection_check', 'inspection_photo', 'stop_work_finding'] LOOP
    EXECUTE format('CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
END $$;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON stop_work FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
-- A note is lifted once, and stays as it was issued.
CREATE FUNCTION stop_work_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lift text[] := '{lifted_on,lift_reason,lift_file_id,lifted_by,version}';
BEGIN
  IF OLD.lifted_on IS NOT NULL OR to_jsonb(NEW) - lift <> to_jsonb(OLD) - lift THEN
    RAISE EXCEPTION 'a stop-work note stays as it was issued' USING ERRCODE = '42501', CONSTRAINT = 'stop_work_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stop_work_guard BEFORE UPDATE ON stop_work FOR EACH ROW EXECUTE FUNCTION stop_work_guard();

SELECT anju_audit(t::regclass) FROM unnest(ARRAY['inspection', 'stop_work']) t;
SELECT anju_audit('inspection_check', 'inspection_id', 'code');
SELECT anju_audit('inspection_photo', 'inspection_id', 'file_id');
SELECT anju_audit('stop_work_finding', 'stop_work_id', 'finding_id');
GRANT SELECT, INSERT ON inspection, inspection_check, inspection_photo, stop_work_finding, stop_work TO anju_app;
GRANT UPDATE (lifted_on, lift_reason, lift_file_id, lifted_by, version) ON stop_work TO anju_app;

-- The gates see the notes that stand. As in 20261127023000_gate_facts, with 'stopWorks'.
CREATE OR REPLACE FUNCTION project_facts(wanted uuid[]) RETURNS TABLE (id uuid, rulebook_id uuid, facts jsonb) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH p AS MATERIALIZED (
    SELECT * FROM project WHERE project.id = ANY (wanted) AND (
      (anju_level() IN ('prefecture', 'county') AND county_id = ANY (anju_counties())) OR (anju_level() IN ('project', 'subdistrict', 'community') AND project.id = ANY (anju_projects())))
  ), pc AS MATERIALIZED (
    SELECT c.project_id, c.compound_id FROM project_compound c JOIN p ON p.id = c.project_id WHERE c.live
  ), cs AS MATERIALIZED (SELECT DISTINCT compound_id FROM pc),
  votes AS (
    SELECT DISTINCT ON (r.compound_id, r.round) r.compound_id, r.round, r.id, r.scheme_id, r.outcome = 'passed' AS passed, r.opened_at, r.certified_at,
        count(*) OVER (PARTITION BY r.compound_id, r.round) AS attempts
      FROM vote_round r JOIN cs USING (compound_id) WHERE r.status <> 'cancelled'
      ORDER BY r.compound_id, r.round, (r.outcome IS NOT DISTINCT FROM 'passed') DESC, (r.status IN ('draft', 'open', 'closed')) DESC, r.attempt DESC
  ), vote AS (
    SELECT compound_id, jsonb_object_agg(round, jsonb_build_object('id', v.id, 'attempts', attempts, 'passed', coalesce(passed, false), 'schemeId', scheme_id,
        'openedOn', (opened_at AT TIME ZONE 'Asia/Shanghai')::date, 'certifiedOn', (certified_at AT TIME ZONE 'Asia/Shanghai')::date)) AS rounds FROM votes v GROUP BY 1
  ), lists AS (
    SELECT nc.compound_id, jsonb_agg(jsonb_build_object('id', n.id, 'status', n.status, 'startsOn', n.starts_on, 'endsOn', n.ends_on) ORDER BY n.published_at DESC NULLS LAST) AS notices
      FROM notice_compound nc JOIN cs USING (compound_id) JOIN notice n ON n.id = nc.notice_id AND n.kind = 'list' AND n.status <> 'withdrawn' GROUP BY 1
  ), designs AS (
    SELECT n.compound_id, jsonb_agg(jsonb_build_object('id', n.id, 'status', n.status, 'startsOn', n.starts_on, 'endsOn', n.ends_on, 'schemeId', n.scheme_id) ORDER BY n.published_at DESC NULLS LAST) AS notices
      FROM notice n JOIN cs USING (compound_id) WHERE n.kind = 'design' AND n.status <> 'withdrawn' GROUP BY 1
  ), schemes AS (
    SELECT s.compound_id, jsonb_agg(jsonb_build_object('id', s.id, 'no', s.no, 'estimate', s.estimate::text, 'ownersShare', s.owners_share::text) ORDER BY s.no DESC) AS finals
      FROM scheme s JOIN cs USING (compound_id) WHERE s.status = 'final' GROUP BY 1
  ), plan AS MATERIALIZED (
    SELECT DISTINCT ON (q.compound_id) q.* FROM compound_plan q JOIN cs USING (compound_id) ORDER BY q.compound_id, (q.status = 'final') DESC, q.no DESC
  ), todo AS MATERIALIZED (
    SELECT i.compound_id, i.building_id, i.item FROM plan_item i JOIN plan q ON q.id = i.plan_id AND q.status = 'final' WHERE i.answer = 'todo'
  ), works AS (
    SELECT pc.project_id, count(*) AS planned, count(*) FILTER (WHERE d.id IS NULL) AS missing
      FROM pc JOIN todo t USING (compound_id) LEFT JOIN item_completion d ON d.project_id = pc.project_id AND d.compound_id = t.compound_id
        AND d.item = t.item AND d.building_id IS NOT DISTINCT FROM t.building_id AND d.retired_at IS NULL GROUP BY 1
  ), handover AS (
    SELECT pc.project_id, count(*) AS missing FROM pc JOIN (SELECT DISTINCT compound_id, item FROM todo) t USING (compound_id)
      WHERE NOT EXISTS (SELECT 1 FROM handover_item h WHERE h.project_id = pc.project_id AND h.compound_id = t.compound_id AND h.item = t.item AND h.retired_at IS NULL) GROUP BY 1
  ), compounds AS (
    SELECT pc.project_id, jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'active', c.status = 'active', 'eligibility', c.eligibility,
        'rounds', coalesce(v.rounds, '{}'), 'lists', coalesce(l.notices, '[]'), 'designs', coalesce(g.notices, '[]'), 'schemes', coalesce(s.finals, '[]'),
        'plan', CASE WHEN q.id IS NOT NULL THEN jsonb_build_object('id', q.id, 'no', q.no, 'final', q.status = 'final', 'cost', q.cost::text, 'residentShare', q.resident_share::text,
          'buildingsWithout', (SELECT count(*) FROM building b WHERE b.compound_id = c.id AND b.status = 'active'
            AND NOT EXISTS (SELECT 1 FROM plan_item i WHERE i.plan_id = q.id AND i.building_id = b.id))) END) ORDER BY c.code) AS list
      FROM pc JOIN compound c ON c.id = pc.compound_id LEFT JOIN vote v ON v.compound_id = c.id LEFT JOIN lists l ON l.compound_id = c.id LEFT JOIN designs g ON g.compound_id = c.id
        LEFT JOIN schemes s ON s.compound_id = c.id LEFT JOIN plan q ON q.compound_id = c.id GROUP BY 1
  ), stages AS (
    SELECT s.project_id, jsonb_agg(jsonb_build_object('stage', s.stage, 'status', s.status, 'step', s.step, 'statedOn', s.stated_on, 'receivedAt', s.received_at,
        'acceptedAt', s.accepted_at) ORDER BY s.stage) AS list FROM project_stage s JOIN p ON p.id = s.project_id GROUP BY 1
  ), papers AS (
    SELECT q.project_id, jsonb_agg(DISTINCT q.kind) AS kinds FROM paper q JOIN p ON p.id = q.project_id WHERE q.status = 'current' GROUP BY 1
  ), contracts AS (
    SELECT q.project_id, jsonb_agg(DISTINCT q.kind) AS kinds FROM contract q JOIN p ON p.id = q.project_id WHERE q.status = 'active' GROUP BY 1
  ), stops AS (
    SELECT q.project_id, jsonb_agg(jsonb_build_object('id', q.id, 'no', q.no) ORDER BY q.issued_on, q.id) AS list FROM stop_work q JOIN p ON p.id = q.project_id WHERE q.lifted_on IS NULL GROUP BY 1
  ), residents AS (
    SELECT f.project_id, sum(f.amount) AS amount FROM funding_line f JOIN p ON p.id = f.project_id WHERE f.retired_at IS NULL AND f.source = 'residents' GROUP BY 1
  ), in_force AS (
    SELECT DISTINCT ON (programme_year_id) a.id FROM annual_plan a WHERE a.status = 'confirmed' ORDER BY programme_year_id, a.no DESC
  ), planned AS (
    SELECT DISTINCT ON (e.project_id) e.project_id, e.plan_id FROM annual_plan_entry e JOIN in_force a ON a.id = e.plan_id JOIN p ON p.id = e.project_id WHERE e.chosen ORDER BY e.project_id, e.plan_id DESC
  )
  SELECT p.id, p.rulebook_id, jsonb_build_object('id', p.id, 'status', p.status, 'stage', p.stage, 'stages', coalesce(s.list, '[]'), 'renovationType', p.renovation_type,
      'entityKind', p.entity_kind, 'entityUnitId', p.entity_unit_id, 'entityName', p.entity_name,
      'touches', jsonb_build_object('newLand', p.new_land, 'newPipelines', p.new_pipelines, 'structuralWork', p.structural_work),
      'feasibility', CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'status', f.status) END, 'compounds', coalesce(c.list, '[]'),
      'fundingSum', p.funding_sum::text, 'fundedByResidents', coalesce(r.amount, 0)::text, 'estimate', p.estimate::text, 'budget', p.budget::text,
      'finalAccount', p.final_account::text, 'audited', p.audited::text, 'papers', coalesce(pp.kinds, '[]'), 'contracts', coalesce(k.kinds, '[]'),
      'itemsPlanned', coalesce(w.planned, 0), 'itemsMissing', coalesce(w.missing, 0), 'findingsOpen', p.findings_open, 'stopWorks', coalesce(x.list, '[]'), 'annualPlanId', a.plan_id,
      'applied', EXISTS (SELECT 1 FROM application q WHERE q.project_id = p.id AND q.status IN ('submitted', 'accepted')),
      'acceptancePassed', EXISTS (SELECT 1 FROM acceptance q WHERE q.project_id = p.id AND q.status = 'passed'),
      'propertyService', p.property_service, 'propertyServiceReason', p.property_service_reason, 'handoverMissing', coalesce(h.missing, 0))
    FROM p LEFT JOIN stages s ON s.project_id = p.id LEFT JOIN feasibility_report f ON f.id = p.feasibility_id LEFT JOIN compounds c ON c.project_id = p.id
      LEFT JOIN residents r ON r.project_id = p.id LEFT JOIN papers pp ON pp.project_id = p.id LEFT JOIN contracts k ON k.project_id = p.id LEFT JOIN works w ON w.project_id = p.id
      LEFT JOIN handover h ON h.project_id = p.id LEFT JOIN planned a ON a.project_id = p.id LEFT JOIN stops x ON x.project_id = p.id
$$;
