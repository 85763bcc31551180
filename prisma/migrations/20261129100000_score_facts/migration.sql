-- What a county's score is reckoned from is read with the owner's rights, of the counties of whoever asks alone: the same facts for everybody who may see the score, in one reading, without
-- asking row security of thirty tables row by row. Dates, counts, codes and money as text; of people only the head of the leading group, who stands in its document.
-- Each fact is a part of its project or county, put together by one grouping: nothing is joined with what was gathered before, so that twice the projects take twice the time. What a day or a
-- month means is decided by the rule that reads it (lib/domain/scorecards/read-facts.ts).
-- One statement for one county and for all of them: planned for what is asked, never compiled.
-- What belongs together is brought together by hashing, in memory, never by sorting all of a province: the few months, looks and items of a project come in any order, and what is told twice
-- twice; who reads them puts them in order.
CREATE FUNCTION score_facts(of_counties uuid[], of_year integer) RETURNS TABLE (kind text, facts json)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off SET work_mem = '64MB' SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
  asked uuid[] := ARRAY(SELECT unnest(of_counties) INTERSECT SELECT unnest(anju_counties()));
  y programme_year%ROWTYPE;
  in_force uuid;
BEGIN
  IF anju_level() NOT IN ('prefecture', 'county') THEN RETURN; END IF;
  SELECT * INTO y FROM programme_year o WHERE o.prefecture_id = anju_prefecture() AND o.year = of_year;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT a.id INTO in_force FROM annual_plan a WHERE a.programme_year_id = y.id AND a.status = 'confirmed' ORDER BY a.no DESC LIMIT 1;
  RETURN QUERY
  WITH p AS MATERIALIZED (
    SELECT o.id, o.county_id, o.code, o.name, o.status, o.stage, o.property_service, (o.created_at AT TIME ZONE 'Asia/Shanghai')::date AS created_on
      FROM project o WHERE o.county_id = ANY (asked) AND o.programme_year_id = y.id AND o.status <> 'withdrawn'
  ), pc AS MATERIALIZED (
    -- within a year a compound is in one project alone
    SELECT c.project_id, c.compound_id FROM project_compound c JOIN p ON p.id = c.project_id WHERE c.live
  ), plan AS MATERIALIZED (
    SELECT DISTINCT ON (v.compound_id) pc.project_id, v.compound_id, v.id FROM compound_plan v JOIN pc ON pc.compound_id = v.compound_id WHERE v.status = 'final' ORDER BY v.compound_id, v.no DESC
  ), todo AS (
    SELECT q.project_id, q.compound_id, i.item, bool_and(d.id IS NOT NULL) AS done
      FROM plan q JOIN plan_item i ON i.plan_id = q.id AND i.answer = 'todo'
        LEFT JOIN item_completion d ON d.project_id = q.project_id AND d.compound_id = q.compound_id AND d.item = i.item AND coalesce(d.building_id, d.compound_id) = coalesce(i.building_id, i.compound_id)
          AND d.retired_at IS NULL
      GROUP BY 1, 2, 3
  ), of_compound (project_id, compound_id, key, doc) AS (
    SELECT pc.project_id, pc.compound_id, 'head', json_build_object('id', c.id, 'name', c.name, 'eligible', c.eligibility = 'eligible', 'households', coalesce(t.households, 0))
      FROM pc JOIN compound c ON c.id = pc.compound_id LEFT JOIN compound_total t ON t.compound_id = c.id
    UNION ALL
    SELECT pc.project_id, pc.compound_id, 'buildings', to_json(count(*)) FROM pc JOIN building b ON b.compound_id = pc.compound_id WHERE b.status = 'active' GROUP BY 1, 2
    UNION ALL
    SELECT q.project_id, q.compound_id, 'buildingsPlanned', to_json(count(b.id) FILTER (WHERE EXISTS (SELECT 1 FROM plan_item i WHERE i.plan_id = q.id AND i.building_id = b.id)))
      FROM plan q LEFT JOIN building b ON b.compound_id = q.compound_id AND b.status = 'active' GROUP BY 1, 2
    UNION ALL
    SELECT t.project_id, t.compound_id, 'items', json_build_object('planned', json_agg(t.item), 'done', coalesce(json_agg(t.item) FILTER (WHERE t.done), '[]')) FROM todo t
      GROUP BY 1, 2
    UNION ALL
    SELECT pc.project_id, pc.compound_id, 'rounds', json_agg(r.round) FROM pc JOIN vote_round r ON r.compound_id = pc.compound_id WHERE r.status = 'certified' AND r.outcome = 'passed' GROUP BY 1, 2
    UNION ALL
    SELECT n.project_id, n.compound_id, 'notices', json_agg(n.kind) FROM (
        SELECT pc.project_id, pc.compound_id, n.kind FROM pc JOIN notice n ON n.compound_id = pc.compound_id WHERE n.status = 'completed'
        UNION ALL SELECT pc.project_id, pc.compound_id, n.kind FROM pc JOIN notice_compound l ON l.compound_id = pc.compound_id JOIN notice n ON n.id = l.notice_id WHERE n.status = 'completed') n GROUP BY 1, 2
    UNION ALL
    SELECT m.project_id, m.compound_id, 'completedOn', to_json((m.first_received_at AT TIME ZONE 'Asia/Shanghai')::date) FROM pc JOIN milestone m ON m.project_id = pc.project_id AND m.compound_id = pc.compound_id
      WHERE m.kind = 'completion' AND m.status = 'accepted'
    UNION ALL
    SELECT s.project_id, s.compound_id, 'survey', json_build_object('households', s.households, 'satisfied', s.satisfied)
      FROM pc JOIN satisfaction_survey s ON s.project_id = pc.project_id AND s.compound_id = pc.compound_id WHERE s.status = 'closed'
  ), compounds AS (
    SELECT c.project_id, json_object_agg(c.key, c.doc) AS doc FROM of_compound c GROUP BY c.project_id, c.compound_id
  ), stands AS (
    SELECT e.project_id, e.source, e.fund_kind, count(*) AS entries, count(*) FILTER (WHERE e.voucher_no <> '' AND e.file_id IS NOT NULL) AS with_file, count(*) FILTER (WHERE e.kind = 'paid') AS payments,
        count(*) FILTER (WHERE e.kind = 'paid' AND e.contract_id IS NOT NULL AND jsonb_array_length(e.items) > 0 AND e.approved_by <> e.created_by) AS in_order,
        sum(e.amount) FILTER (WHERE e.kind = 'received') AS received
      FROM p JOIN ledger_entry e ON e.project_id = p.id
      WHERE e.kind <> 'reversed' AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id IS NOT NULL AND r.reverses_id = e.id) GROUP BY 1, 2, 3
  ), of_project (project_id, key, doc) AS (
    SELECT p.id, 'head', json_build_object('countyId', p.county_id, 'id', p.id, 'code', p.code, 'name', p.name, 'status', p.status, 'stage', p.stage, 'propertyService', p.property_service, 'createdOn', p.created_on)
      FROM p
    UNION ALL
    SELECT c.project_id, 'compounds', json_agg(c.doc) FROM compounds c GROUP BY 1
    UNION ALL
    SELECT e.project_id, 'inPlan', 'true' FROM p JOIN annual_plan_entry e ON e.project_id = p.id WHERE e.plan_id = in_force AND e.chosen
    UNION ALL
    SELECT a.project_id, 'appliedOn', to_json((min(a.created_at) AT TIME ZONE 'Asia/Shanghai')::date) FROM p JOIN application a ON a.project_id = p.id WHERE a.status = 'accepted' GROUP BY 1
    UNION ALL
    SELECT m.project_id, 'milestones', json_build_object('startedOn', (min(m.first_received_at) FILTER (WHERE m.kind = 'start') AT TIME ZONE 'Asia/Shanghai')::date,
        'begunOn', min(m.actual_on) FILTER (WHERE m.kind = 'start' AND m.first_received_at IS NOT NULL),
        'completedOn', (min(m.first_received_at) FILTER (WHERE m.kind = 'completion' AND m.compound_id IS NULL AND m.status = 'accepted') AT TIME ZONE 'Asia/Shanghai')::date)
      FROM p JOIN milestone m ON m.project_id = p.id GROUP BY 1
    UNION ALL
    SELECT s.project_id, 'stages', json_object_agg(s.stage, (coalesce(s.received_at, s.accepted_at) AT TIME ZONE 'Asia/Shanghai')::date) FROM p JOIN project_stage s ON s.project_id = p.id
      WHERE s.stage BETWEEN 7 AND 9 AND s.status = 'completed' GROUP BY 1
    UNION ALL
    SELECT m.project_id, 'months', json_agg(json_build_array(m.month, m.percent_bp)) FROM p JOIN project_month m ON m.project_id = p.id GROUP BY 1
    UNION ALL
    SELECT r.project_id, 'reports', json_agg(json_build_array(r.month, (r.first_received_at AT TIME ZONE 'Asia/Shanghai')::date)) FROM p JOIN progress_report r ON r.project_id = p.id GROUP BY 1
    UNION ALL
    SELECT s.project_id, 'ledger', json_build_object('entries', sum(s.entries), 'entriesWithFile', sum(s.with_file), 'payments', sum(s.payments), 'paymentsInOrder', sum(s.in_order),
        'received', coalesce(json_agg(json_build_object('source', s.source, 'kind', s.fund_kind, 'amount', s.received::text)) FILTER (WHERE s.received > 0), '[]'))
      FROM stands s GROUP BY 1
    UNION ALL
    SELECT k.project_id, 'contracts', json_agg(k.kind) FROM p JOIN contract k ON k.project_id = p.id WHERE k.status = 'active' GROUP BY 1
    UNION ALL
    SELECT i.project_id, 'inspections', json_agg(i.inspected_on) FROM p JOIN inspection i ON i.project_id = p.id GROUP BY 1
    UNION ALL
    SELECT f.project_id, 'findings', json_build_object('findings', count(*),
        'findingsLate', count(*) FILTER (WHERE CASE f.status WHEN 'open' THEN f.limit_on < anju_today() ELSE f.rectified_on > f.limit_on END),
        'graveOpen', count(*) FILTER (WHERE f.grade = 'grave' AND f.status <> 'closed'))
      FROM p JOIN finding f ON f.project_id = p.id GROUP BY 1
    UNION ALL
    SELECT s.project_id, 'stopped', to_json(count(*)) FROM p JOIN stop_work s ON s.project_id = p.id WHERE s.lifted_on IS NULL GROUP BY 1
    UNION ALL
    SELECT a.project_id, 'acceptancesFailed', to_json(count(*)) FROM p JOIN acceptance a ON a.project_id = p.id WHERE a.status = 'failed' GROUP BY 1
  ), of_county (county_id, key, doc) AS (
    SELECT u.id, 'head', json_build_object('id', u.id, 'name', u.name, 'order', json_build_array(u.sort_order, u.code), 'year', y.year, 'startBy', y.start_by, 'completeBy', y.complete_by, 'reportDay', y.report_day,
        'today', anju_today())
      FROM unit u WHERE u.id = ANY (asked) AND u.kind = 'county' AND u.prefecture_id = y.prefecture_id AND (u.valid_to IS NULL OR u.valid_to > make_date(y.year, 1, 1))
    UNION ALL
    SELECT t.county_id, 'plan', json_build_object('id', a.id, 'no', a.no, 'documentNo', a.document_no, 'target', coalesce(t.compounds, 0))
      FROM annual_plan a JOIN county_target t ON t.plan_id = a.id WHERE a.id = in_force AND t.county_id = ANY (asked)
    UNION ALL
    SELECT t.county_id, 'survey', json_build_object('compounds', sum(t.compounds), 'eligible', coalesce(sum(t.compounds) FILTER (WHERE t.outcome = 'eligible'), 0))
      FROM survey_total t WHERE t.county_id = ANY (asked) AND t.dimension = 'all' GROUP BY 1
    UNION ALL
    SELECT g.county_id, 'leadingGroup', json_build_object('id', g.id, 'documentNo', g.document_no, 'documentOn', g.document_on, 'head', g.head, 'headPost', g.head_post, 'hasFile', g.file_id IS NOT NULL)
      FROM leading_group g WHERE g.county_id = ANY (asked) AND g.ended_at IS NULL
    UNION ALL
    -- of a month the last sending counts; what was returned as material is not received any more
    SELECT m.county_id, 'months', json_agg(json_build_array(m.month, m.received_on) ORDER BY m.month) FROM (
        SELECT DISTINCT ON (s.county_id, s.month) s.county_id, s.month,
            CASE WHEN s.status = 'returned' AND s.material THEN NULL ELSE (s.first_received_at AT TIME ZONE 'Asia/Shanghai')::date END AS received_on
          FROM county_month s WHERE s.county_id = ANY (asked) AND s.month >= make_date(y.year, 1, 1) ORDER BY s.county_id, s.month, s.no DESC) m GROUP BY 1
    UNION ALL
    -- about a project of the year; or, where it names none that goes on, about one of its compounds
    SELECT c.county_id, 'complaints', json_agg(json_build_object('id', c.id, 'no', c.no, 'projectId', c.project_id, 'compoundId', c.compound_id, 'receivedOn', c.received_on, 'status', c.status, 'dueOn', c.due_on,
        'answeredOn', c.answered_on, 'endedOn', c.ended_on, 'lateBefore', c.late_before) ORDER BY c.received_on, c.no)
      FROM complaint c LEFT JOIN project o ON o.id = c.project_id AND o.status <> 'withdrawn'
      WHERE c.county_id = ANY (asked) AND c.lead_id IS NULL AND c.received_on >= make_date(y.year, 1, 1)
        AND (o.programme_year_id = y.id OR (o.id IS NULL AND c.compound_id IN (SELECT pc.compound_id FROM pc))) GROUP BY 1
    UNION ALL
    SELECT s.county_id, 'supervisions', json_agg(json_build_object('id', s.id, 'documentNo', s.document_no, 'title', s.title, 'status', s.status, 'limitOn', s.limit_on,
        'answeredOn', (s.answered_at AT TIME ZONE 'Asia/Shanghai')::date, 'lateBefore', EXISTS (SELECT 1 FROM supervision_event e WHERE e.supervision_id = s.id AND e.late)) ORDER BY s.issued_on, s.id)
      FROM supervision s WHERE s.county_id = ANY (asked) AND s.status <> 'withdrawn' AND s.id IN (SELECT x.supervision_id FROM p JOIN supervision_project x ON x.project_id = p.id) GROUP BY 1
    UNION ALL
    SELECT n.county_id, 'news', json_agg(json_build_object('id', n.id, 'title', n.title, 'kind', n.kind, 'level', n.level, 'happenedOn', n.happened_on) ORDER BY n.happened_on, n.id)
      FROM news n WHERE n.county_id = ANY (asked) AND n.programme_year_id = y.id AND n.status = 'filed' GROUP BY 1
  )
  SELECT 'county', json_object_agg(c.key, c.doc) FROM of_county c GROUP BY c.county_id
  UNION ALL SELECT 'project', json_object_agg(o.key, o.doc) FROM of_project o GROUP BY o.project_id;
END $$;
REVOKE ALL ON FUNCTION score_facts(uuid[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION score_facts(uuid[], integer) TO anju_app, anju_verifier;
-- The notices of a compound are looked up by it, here and by the gates.
CREATE INDEX notice_of_compound ON notice (compound_id) WHERE compound_id IS NOT NULL;
