import type pg from 'pg';

/** Projects of the bench: each its own number, 900 to a prefecture. */
const P = `SELECT p.id, p.county_id, p.programme_year_id, p.rulebook_id, p.created_by, p.stage, right(p.code, 6)::int AS k FROM project p WHERE p.code LIKE '%-B%' AND p.code NOT LIKE '%-B999999'`;
const C = `SELECT p.*, m.compound_id FROM (${P}) p JOIN project_compound m ON m.project_id = p.id AND m.live`;
const none = (table: string, of = 'project_id = p.id') => `NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.${of})`;
const ago = (days: string) => `anju_today() - (${days})`;

/** A compound is in one project of a year alone: who shares one gets another like it, of six blocks. */
const OWN_COMPOUNDS = `
  WITH again AS (SELECT m.project_id, m.compound_id, anju_new_id() AS id FROM (SELECT c.id AS project_id, c.compound_id, row_number() OVER (PARTITION BY c.compound_id ORDER BY c.k) AS n FROM (${C}) c) m
      WHERE m.n > 1 OR EXISTS (SELECT 1 FROM project_compound x JOIN project o ON o.id = x.project_id WHERE x.compound_id = m.compound_id AND o.code NOT LIKE '%-B%')),
    made AS (INSERT INTO compound (id, county_id, code, name, pinyin, search_text, eligibility) SELECT a.id, c.county_id, 'B' || right(a.id::text, 12) || '-0001', c.name || '跑分', c.pinyin, c.search_text, 'eligible'
      FROM again a JOIN compound c ON c.id = a.compound_id RETURNING id, county_id),
    blocks AS (INSERT INTO building (compound_id, county_id, name, sort_key) SELECT m.id, m.county_id, n || '栋', lpad(n::text, 4, '0') FROM made m, generate_series(1, 6) n),
    totals AS (INSERT INTO compound_total (compound_id, county_id, households, buildings) SELECT m.id, m.county_id, 180, 6 FROM made m)
  UPDATE project_compound m SET compound_id = a.id FROM again a WHERE m.project_id = a.project_id AND m.compound_id = a.compound_id`;

/** A county for each 900th part: the copies of a county's projects stand in counties of their own. */
const COUNTIES = `
  WITH copies AS MATERIALIZED (SELECT u.*, copy, anju_new_id() AS own FROM unit u, generate_series(1, $1::int - 1) copy WHERE u.kind = 'county' AND u.code !~ '-[0-9]+$')
  INSERT INTO unit (id, prefecture_id, parent_id, county_id, kind, code, name, pinyin, sort_order, valid_from)
  SELECT own, prefecture_id, parent_id, own, 'county', code || '-' || copy, name || copy, pinyin, sort_order, valid_from FROM copies ON CONFLICT (code) DO NOTHING`;
const SPREAD = `
  UPDATE project p SET county_id = t.id FROM unit u, unit t WHERE u.id = p.county_id AND p.code LIKE '%-B%' AND p.code NOT LIKE '%-B999999' AND right(p.code, 6)::int > 900
    AND t.code = u.code || '-' || (right(p.code, 6)::int - 1) / 900`;
const FOLLOW = `SELECT c.table_name AS t FROM information_schema.columns c JOIN information_schema.tables b USING (table_schema, table_name)
  WHERE c.table_schema = 'public' AND b.table_type = 'BASE TABLE' AND c.column_name IN ($1, 'county_id') GROUP BY 1 HAVING count(*) = 2 ORDER BY 1`;
const SURVEYED = `
  INSERT INTO survey_total (county_id, outcome, dimension, key, compounds) SELECT c.county_id, c.eligibility, 'all', '', count(*)::int FROM compound c JOIN unit u ON u.id = c.county_id AND u.code ~ '-[0-9]+$'
  GROUP BY 1, 2 ON CONFLICT (county_id, dimension, outcome, key) DO UPDATE SET compounds = EXCLUDED.compounds`;

/** What a county records of its year besides money and monthly reports. */
const RECORDS = [
  `WITH v AS (INSERT INTO compound_plan (compound_id, county_id, rulebook_id, no, title, created_by, status, hash, finalized_at)
      SELECT p.compound_id, p.county_id, p.rulebook_id, 1, '一区一策', p.created_by, 'final', 'x', anju_now() FROM (${C}) p WHERE ${none('compound_plan', 'compound_id = p.compound_id')} RETURNING id, compound_id, county_id)
    INSERT INTO plan_item (plan_id, compound_id, county_id, building_id, item, answer, quantity, unit, unit_cost, cost)
    SELECT v.id, v.compound_id, v.county_id, b.id, 'B-R0' || i, 'todo', 100, '项', 5000, 5000 FROM v JOIN building b ON b.compound_id = v.compound_id, generate_series(1, 4) i
    UNION ALL SELECT v.id, v.compound_id, v.county_id, NULL, 'C-R0' || i, 'todo', 100, '项', 5000, 5000 FROM v, generate_series(1, 6) i`,
  `INSERT INTO item_completion (project_id, county_id, compound_id, building_id, item, completed_on, reported_by)
    SELECT p.id, p.county_id, p.compound_id, i.building_id, i.item, ${ago('30')}, p.created_by FROM (${C}) p JOIN plan_item i ON i.compound_id = p.compound_id AND i.answer = 'todo'
    WHERE (p.stage >= 8 OR i.item IN ('C-R01', 'C-R02')) AND ${none('item_completion')}`,
  `INSERT INTO vote_round (compound_id, county_id, rulebook_id, round, attempt, code, test, status, outcome, scheme_id, roll_hash, roll_households, roll_area, opened_at, closed_at, certified_at, provisional, result, created_by)
    SELECT p.compound_id, p.county_id, p.rulebook_id, n, 1, p.compound_id || '-B' || n, 'chuxiong-two-thirds', 'certified', 'passed', anju_new_id(), 'x', 10, 1000, anju_now(), anju_now(), anju_now(), '{}', '{}', p.created_by
    FROM (${C}) p, generate_series(1, 2) n WHERE p.stage > 2 * n ON CONFLICT DO NOTHING`,
  `INSERT INTO notice (county_id, kind, compound_id, scheme_id, round_id, title, issuer, body, days, status, published_at, starts_on, ends_on, completed_at, hash, created_by)
    SELECT p.county_id, n, p.compound_id, CASE n WHEN 'design' THEN anju_new_id() END, CASE n WHEN 'result' THEN anju_new_id() END, '公示', '住建局', '公示', 7, 'completed', anju_now(), ${ago('20')}, ${ago('13')}, anju_now(), 'x', p.created_by
    FROM (${C}) p, unnest(ARRAY['plan', 'design', 'result']) n WHERE p.stage > 4 AND ${none('notice', "compound_id = p.compound_id AND x.issuer = '住建局'")}`,
  `INSERT INTO milestone (project_id, county_id, compound_id, kind, status, actual_on, stated_on, first_received_at, accepted_at, decided_by, reported_by)
    SELECT p.id, p.county_id, p.compound_id, 'completion', 'accepted', ${ago('60')}, ${ago('60')}, anju_now() - interval '59 days', anju_now(), p.created_by, p.created_by FROM (${C}) p WHERE p.stage >= 9 ON CONFLICT DO NOTHING`,
  `INSERT INTO inspection (project_id, county_id, kinds, level, inspected_on, inspector, created_by)
    SELECT p.id, p.county_id, ARRAY['quality'], 'county', ${ago('500 - 40 * n')}, '检查员', p.created_by FROM (${P}) p, generate_series(1, 12) n WHERE p.stage >= 8 AND ${none('inspection')}`,
  `INSERT INTO finding (project_id, county_id, kind, grade, place, content, inspected_on, limit_on, status, rectified_on, rectification, created_by)
    SELECT p.id, p.county_id, 'quality', 'minor', '1栋', '渗漏', ${ago('100')}, ${ago('90')}, 'rectified', ${ago('92 - n')}, '已修', p.created_by FROM (${P}) p, generate_series(1, 3) n
    WHERE p.stage >= 8 AND ${none('finding', "project_id = p.id AND x.place = '1栋'")}`,
  `INSERT INTO satisfaction_survey (county_id, project_id, compound_id, rulebook_id, status, households, opened_by, closed_at, closed_by, answered, satisfied, result, words)
    SELECT p.county_id, p.id, p.compound_id, p.rulebook_id, 'closed', 180, p.created_by, anju_now(), p.created_by, 150, 120 + p.k % 30, '{}', '[]' FROM (${C}) p WHERE p.stage >= 9 AND ${none('satisfaction_survey')}`,
  `INSERT INTO application (project_id, county_id, programme_year_id, applicant, applied_on, file_id, status, answered_at, reply, created_by)
    SELECT p.id, p.county_id, p.programme_year_id, '业主委员会', ${ago('400')}, anju_new_id(), 'accepted', anju_now(), '同意', p.created_by FROM (${P}) p WHERE ${none('application')}`,
  `INSERT INTO complaint (county_id, no, project_id, rulebook_id, kind, subject, channel, content, code_hash, received_on, own_due_on, due_on, status, answer, answered_on, answered_by)
    SELECT p.county_id, 'B-' || p.id || n, p.id, p.rulebook_id, 'complaint', 'quality', 'phone', '漏水', 'B-' || p.id || n, '2020-05-01', '2020-05-16', '2020-05-16', 'answered', '已修', '2020-05-10'::date + n * 3, p.created_by
    FROM (${P}) p, generate_series(1, 2) n ON CONFLICT DO NOTHING`,
  `WITH s AS (INSERT INTO supervision (prefecture_id, county_id, document_no, issued_on, title, demand, first_limit_on, limit_on, status, created_by)
      SELECT u.prefecture_id, u.id, 'B-' || u.code || n, ${ago('30')}, '督办', '整改', ${ago('20')}, ${ago('20')}, 'issued', (SELECT id FROM account WHERE role = 'prefecture_bureau' LIMIT 1)
      FROM unit u, generate_series(1, 5) n WHERE u.kind = 'county' AND ${none('supervision', "county_id = u.id AND x.document_no LIKE 'B-%'")} RETURNING id, county_id)
    INSERT INTO supervision_project (supervision_id, project_id, county_id, facts) SELECT s.id, p.id, p.county_id, '{}' FROM s JOIN (${P}) p ON p.county_id = s.county_id AND p.k % 20 = 0`,
  `INSERT INTO news (county_id, programme_year_id, kind, level, title, title_key, happened_on, link, link_key, created_by)
    SELECT p.county_id, p.programme_year_id, 'report', 'province', '新闻' || p.k, 'B' || p.id, '2020-06-01', 'https://example.cn/' || p.id, 'B' || p.id, p.created_by FROM (${P}) p WHERE p.k % 10 = 0 ON CONFLICT DO NOTHING`,
  `INSERT INTO county_month (county_id, month, no, filler, reviewer, signer, content, hash, first_received_at, due_at, status, submitted_by)
    SELECT u.id, m::date, 1, '甲', '乙', '丙', '{}', repeat('0', 64), m + interval '1 month 3 days', m + interval '1 month 5 days', 'submitted', (SELECT id FROM account WHERE role = 'county_bureau' LIMIT 1)
    FROM unit u, generate_series('2020-01-01'::date, '2020-12-01', '1 month') m WHERE u.kind = 'county' ON CONFLICT DO NOTHING`,
  `INSERT INTO county_target (plan_id, county_id, minimum, compounds, households)
    SELECT a.id, u.id, 0, 60, 10000 FROM unit u, (SELECT a.id FROM annual_plan a JOIN programme_year y ON y.id = a.programme_year_id AND y.year = 2020 WHERE a.status = 'confirmed' ORDER BY a.no DESC LIMIT 1) a WHERE u.kind = 'county'
    ON CONFLICT (plan_id, county_id) DO UPDATE SET compounds = 60`,
  `INSERT INTO leading_group (county_id, document_no, document_on, head, head_post, members, created_by)
    SELECT u.id, '3号', '2020-01-10', '组长', '副市长', '[]', (SELECT id FROM account WHERE role = 'county_bureau' LIMIT 1) FROM unit u WHERE u.kind = 'county' AND ${none('leading_group', 'county_id = u.id AND x.ended_at IS NULL')}`,
];

/** All that the scores of a prefecture of this scale rest on, past the triggers; 11 counties at scale 1, and as many more for each further one. */
export async function makeScores(db: pg.Client, scale: number): Promise<void> {
  await db.query('SET session_replication_role = replica');
  await db.query(OWN_COMPOUNDS);
  await db.query(COUNTIES, [scale]);
  await db.query(SPREAD);
  await db.query(
    `UPDATE compound c SET county_id = p.county_id FROM (${C}) p WHERE p.compound_id = c.id AND c.county_id <> p.county_id`,
  );
  for (const [key, table] of [
    ['project_id', 'project'],
    ['compound_id', 'compound'],
  ] as const) {
    const { rows } = await db.query<{ t: string }>(FOLLOW, [key]);
    for (const { t } of rows)
      await db.query(
        `UPDATE ${t} x SET county_id = o.county_id FROM ${table} o WHERE o.id = x.${key} AND x.county_id <> o.county_id`,
      );
  }
  await db.query(SURVEYED);
  for (const text of RECORDS) await db.query(text);
  await db.query('SET session_replication_role = origin');
  await db.query('VACUUM (ANALYZE)');
}
