-- What the gates of the stages look at is the same for everyone who may see the project: read with the owner's rights, of visible projects only.
-- A town sees one of a project's two compounds; the gate must not tell it that the other one has no vote. Money as text: no number of JSON holds it safely.
CREATE FUNCTION project_facts(wanted uuid[]) RETURNS TABLE (id uuid, rulebook_id uuid, facts jsonb) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
      'itemsPlanned', coalesce(w.planned, 0), 'itemsMissing', coalesce(w.missing, 0), 'findingsOpen', p.findings_open, 'annualPlanId', a.plan_id,
      'applied', EXISTS (SELECT 1 FROM application q WHERE q.project_id = p.id AND q.status IN ('submitted', 'accepted')),
      'acceptancePassed', EXISTS (SELECT 1 FROM acceptance q WHERE q.project_id = p.id AND q.status = 'passed'),
      'propertyService', p.property_service, 'propertyServiceReason', p.property_service_reason, 'handoverMissing', coalesce(h.missing, 0))
    FROM p LEFT JOIN stages s ON s.project_id = p.id LEFT JOIN feasibility_report f ON f.id = p.feasibility_id LEFT JOIN compounds c ON c.project_id = p.id
      LEFT JOIN residents r ON r.project_id = p.id LEFT JOIN papers pp ON pp.project_id = p.id LEFT JOIN contracts k ON k.project_id = p.id LEFT JOIN works w ON w.project_id = p.id
      LEFT JOIN handover h ON h.project_id = p.id LEFT JOIN planned a ON a.project_id = p.id
$$;
REVOKE ALL ON FUNCTION project_facts(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION project_facts(uuid[]) TO anju_app;

-- What other projects hold of the same compounds, for the contradictions of the county's and the prefecture's own projects.
CREATE FUNCTION project_neighbours(wanted uuid[]) RETURNS TABLE (id uuid, neighbours jsonb) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH p AS MATERIALIZED (
    SELECT project.* FROM project WHERE project.id = ANY (wanted) AND (
      (anju_level() IN ('prefecture', 'county') AND county_id = ANY (anju_counties())) OR (anju_level() IN ('project', 'subdistrict', 'community') AND project.id = ANY (anju_projects())))
  ), years AS (
    SELECT p.id, jsonb_agg(jsonb_build_object('compoundId', c.compound_id, 'projectId', o.id, 'code', o.code, 'year', y.year) ORDER BY o.code) AS list
      FROM p JOIN project_compound c ON c.project_id = p.id AND c.live JOIN project_compound x ON x.compound_id = c.compound_id AND x.live AND x.project_id <> p.id
        JOIN project o ON o.id = x.project_id AND o.status <> 'withdrawn' AND o.programme_year_id <> p.programme_year_id JOIN programme_year y ON y.id = o.programme_year_id
      WHERE p.status <> 'withdrawn' GROUP BY 1
  ), twice AS (
    SELECT p.id, jsonb_agg(jsonb_build_object('item', d.item, 'place', coalesce(b.name, m.name), 'projectId', o.id, 'code', o.code) ORDER BY d.item, o.code) AS list
      FROM p JOIN item_completion d ON d.project_id = p.id AND d.retired_at IS NULL
        JOIN item_completion x ON x.compound_id = d.compound_id AND x.item = d.item AND x.building_id IS NOT DISTINCT FROM d.building_id AND x.project_id <> p.id AND x.retired_at IS NULL
        JOIN project o ON o.id = x.project_id JOIN compound m ON m.id = d.compound_id LEFT JOIN building b ON b.id = d.building_id GROUP BY 1
  )
  SELECT p.id, jsonb_build_object('otherYears', coalesce(y.list, '[]'), 'doneTwice', coalesce(t.list, '[]')) FROM p LEFT JOIN years y ON y.id = p.id LEFT JOIN twice t ON t.id = p.id
$$;
REVOKE ALL ON FUNCTION project_neighbours(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION project_neighbours(uuid[]) TO anju_app;
CREATE INDEX item_completion_of_compound ON item_completion (compound_id, item) WHERE retired_at IS NULL;

-- Everyone of the county reads that the year's report was approved.
CREATE POLICY of_county ON feasibility_report FOR SELECT TO anju_app USING ((SELECT anju_level()) IN ('subdistrict', 'community') AND county_id = ANY ((SELECT anju_counties())::uuid[]));
