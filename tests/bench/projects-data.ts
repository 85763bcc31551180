import type pg from 'pg';

/** Projects of a prefecture at scale 1. */
const PROJECTS = 900;
/** What project-detail is asked about. */
export const LARGE = '跑分片区改造';

const FILL = `
  WITH counties AS (SELECT id, code, prefecture_id, row_number() OVER (ORDER BY code) - 1 AS at, count(*) OVER () AS n FROM unit WHERE kind = 'county'),
    homes AS (SELECT id, county_id, row_number() OVER (PARTITION BY county_id ORDER BY id) - 1 AS at, count(*) OVER (PARTITION BY county_id) AS n FROM compound WHERE status = 'active'),
    made AS (
      INSERT INTO project (county_id, prefecture_id, programme_year_id, rulebook_id, code, name, pinyin, entity_kind, entity_name, stage, estimate, contract_sum, funding_sum, findings_open, compounds, created_by)
      SELECT u.id, u.prefecture_id, y.id, y.rulebook_id, u.code || '-B' || lpad(k::text, 6, '0'), '片区改造' || k, 'pian qu gai zao ' || lpad(((k * 7919) % 1000000)::text, 6, '0'), 'countyBureau', u.code,
        1 + k % 10, k * 100000::bigint, k * 90000::bigint, k * 100000::bigint, k % 3, 1, $2::uuid
      FROM generate_series((SELECT count(*)::int FROM project) + 1, $1::int) k JOIN counties u ON u.at = k % u.n JOIN programme_year y ON y.prefecture_id = u.prefecture_id AND y.year = 2020
      RETURNING id, county_id, right(code, 6)::int AS k, stage),
    members AS (INSERT INTO project_compound (project_id, compound_id, county_id, created_by)
      SELECT m.id, h.id, m.county_id, $2::uuid FROM made m JOIN homes h ON h.county_id = m.county_id AND h.at = m.k % h.n)
  INSERT INTO project_stage (project_id, stage, county_id, status, step, accepted_at)
  SELECT m.id, s, m.county_id, CASE WHEN s < m.stage THEN 'completed' WHEN s = m.stage THEN 'current' ELSE 'waiting' END, CASE WHEN s = m.stage THEN 'complete' END,
    CASE WHEN s < m.stage THEN anju_now() END FROM made m, generate_series(1, 10) s`;

const KEPT = `
  TRUNCATE project_total;
  INSERT INTO project_total SELECT county_id, programme_year_id, stage, status, coalesce(entity_kind, ''), count(*)::int FROM project GROUP BY 1, 2, 3, 4, 5`;

/** One project of a compound of twenty buildings: all 36 items of the menu, the building's own seventeen at each of the twenty. */
const DETAIL = `
  WITH u AS (SELECT id, code, prefecture_id FROM unit WHERE code = '532302'), y AS (SELECT id, rulebook_id FROM programme_year WHERE year = 2020 LIMIT 1),
    p AS (INSERT INTO project (county_id, prefecture_id, programme_year_id, rulebook_id, code, name, pinyin, stage, compounds, created_by)
      SELECT u.id, u.prefecture_id, y.id, y.rulebook_id, u.code || '-B999999', $1, 'pao fen pian qu gai zao', 4, 1, $2::uuid FROM u, y RETURNING id, county_id, rulebook_id),
    c AS (INSERT INTO compound (county_id, code, name, pinyin, search_text, eligibility) SELECT county_id, '532302-0000', '跑分小区', 'pao fen xiao qu', 'pao fen', 'eligible' FROM p RETURNING id, county_id),
    b AS (INSERT INTO building (compound_id, county_id, name, sort_key) SELECT c.id, c.county_id, n || '栋', lpad(n::text, 4, '0') FROM c, generate_series(1, 20) n RETURNING id),
    m AS (INSERT INTO project_compound (project_id, compound_id, county_id, created_by) SELECT p.id, c.id, p.county_id, $2::uuid FROM p, c),
    v AS (INSERT INTO compound_plan (compound_id, county_id, rulebook_id, no, title, created_by) SELECT c.id, c.county_id, p.rulebook_id, 1, '一区一策', $2::uuid FROM c, p RETURNING id, compound_id, county_id),
    i AS (SELECT e ->> 'code' AS code, e ->> 'scope' AS scope FROM rulebook_version r, jsonb_array_elements(r.content -> 'menu') e WHERE r.id = (SELECT rulebook_id FROM p)),
    s AS (INSERT INTO project_stage (project_id, stage, county_id, status, step, accepted_at) SELECT p.id, n, p.county_id, CASE WHEN n < 4 THEN 'completed' WHEN n = 4 THEN 'current' ELSE 'waiting' END,
      CASE n WHEN 4 THEN 'submit' END, CASE WHEN n < 4 THEN anju_now() END FROM p, generate_series(1, 10) n)
  INSERT INTO plan_item (plan_id, compound_id, county_id, building_id, item, answer, quantity, unit, unit_cost, cost)
  SELECT v.id, v.compound_id, v.county_id, b.id, i.code, 'todo', 10000, '㎡', 5000, 500000 FROM v, b, i WHERE i.scope = 'building'
  UNION ALL SELECT v.id, v.compound_id, v.county_id, NULL, i.code, 'todo', 10000, '㎡', 5000, 500000 FROM v, i WHERE i.scope = 'compound'`;

/** As many projects as the scale says, past the triggers, which would look up again what the rows already carry; and the large one once. */
export async function makeProjects(db: pg.Client, scale: number): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM account WHERE role = 'county_bureau' ORDER BY id LIMIT 1`,
  );
  const account = rows[0]?.id;
  const { rows: there } = await db.query('SELECT 1 FROM project WHERE name = $1', [LARGE]);
  await db.query('SET session_replication_role = replica');
  if (there.length === 0) {
    await db.query(DETAIL, [LARGE, account]);
    await db.query(
      `UPDATE compound_plan v SET todo_items = s.n, cost = s.cost FROM (SELECT plan_id, count(*)::int AS n, sum(cost)::bigint AS cost FROM plan_item GROUP BY 1) s
       WHERE s.plan_id = v.id AND v.todo_items <> s.n`,
    );
  }
  await db.query(FILL, [Math.round(PROJECTS * scale), account]);
  await db.query(KEPT);
  await db.query('SET session_replication_role = origin');
  await db.query(`SELECT anju_refresh_totals(ARRAY(SELECT id FROM compound WHERE name = '跑分小区'))`);
}
