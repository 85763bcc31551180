import type pg from 'pg';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { lightOf, lightRulesOf } from '@/lib/domain/warnings/light';
import type { LightFacts } from '@/lib/domain/warnings/types';

/** Rows of item progress of a prefecture at scale 1. */
const ROWS = 60_000;
const PROJECTS = `SELECT p.id, p.county_id, p.created_by, p.stage, right(p.code, 6)::int AS k FROM project p WHERE p.code LIKE '%-B%' AND p.code NOT LIKE '%-B999999'`;
/** the month before this one is the last of the 24 */
const MONTH = `(date_trunc('month', anju_today()) - (25 - n) * interval '1 month')::date`;

/** The year is under way, and its plan holds them all: due in six weeks. */
const YEAR = `UPDATE programme_year SET start_by = anju_today() - 400, complete_by = anju_today() + 42 WHERE year = 2020`;
const PLAN = `
  WITH y AS (SELECT id, prefecture_id FROM programme_year WHERE year = 2020 LIMIT 1),
    last AS (SELECT coalesce(max(no), 0) AS no FROM annual_plan WHERE programme_year_id = (SELECT id FROM y)),
    made AS (INSERT INTO annual_plan (prefecture_id, programme_year_id, no, title, weights, status, document_no, document_on, confirmed_at, confirmed_by, reason, created_by)
      SELECT y.prefecture_id, y.id, last.no + 1, '跑分计划', '{}', 'confirmed', '跑分', anju_today(), anju_now(), $1::uuid, '跑分', $1::uuid FROM y, last RETURNING id)
  INSERT INTO annual_plan_entry (plan_id, project_id, county_id, chosen)
  SELECT made.id, p.id, p.county_id, true FROM made, (${PROJECTS}) p`;

const REPORTS = `
  INSERT INTO progress_report (project_id, county_id, month, status, stage, sent, accepted_no, first_received_at, received_at, accepted_at, created_by, updated_by)
  SELECT p.id, p.county_id, ${MONTH}, 'accepted', p.stage, 1, 1, ${MONTH} + interval '33 days', ${MONTH} + interval '33 days', ${MONTH} + interval '35 days', p.created_by, p.created_by
  FROM (${PROJECTS}) p, generate_series(1, 24) n WHERE NOT EXISTS (SELECT 1 FROM progress_report r WHERE r.project_id = p.id)`;
/** Three items of most months, two of the others: sixty-six or sixty-seven rows of each project. */
const ITEMS = `
  INSERT INTO progress_item (report_id, project_id, county_id, compound_id, item, percent)
  SELECT r.id, r.project_id, r.county_id, c.compound_id, 'C-R0' || i, least(99, n * (1 + p.k % 4)) FROM (${PROJECTS}) p CROSS JOIN generate_series(1, 24) n JOIN progress_report r ON r.project_id = p.id AND r.month = ${MONTH}
    JOIN LATERAL (SELECT compound_id FROM project_compound WHERE project_id = p.id LIMIT 1) c ON true CROSS JOIN generate_series(1, 3) i
  WHERE (i < 3 OR n <= 18 OR (n = 19 AND p.k % 3 > 0)) AND NOT EXISTS (SELECT 1 FROM progress_item x WHERE x.report_id = r.id)`;
const MONTHS = `
  INSERT INTO project_month (project_id, county_id, month, percent_bp, investment, accepted_at)
  SELECT p.id, p.county_id, ${MONTH}, least(9900, n * (100 + p.k % 300)), 1000000, anju_now() FROM (${PROJECTS}) p, generate_series(1, 24) n ON CONFLICT DO NOTHING`;
const STARTS = `
  INSERT INTO milestone (project_id, county_id, kind, status, actual_on, stated_on, first_received_at, accepted_at, decided_by, reported_by)
  SELECT p.id, p.county_id, 'start', 'accepted', anju_today() - 500, anju_today() - 500, anju_now() - interval '500 days', anju_now(), p.created_by, p.created_by FROM (${PROJECTS}) p WHERE p.stage >= 8 ON CONFLICT DO NOTHING`;
const LIT = `INSERT INTO project_light (project_id, county_id, programme_year_id) SELECT id, county_id, programme_year_id FROM project ORDER BY id ON CONFLICT (project_id) DO UPDATE SET changes = project_light.changes + 1, valid_from = '1900-01-01', valid_until = '1900-01-01'`;

/** What the records have come to, by the product's own functions; the projects of one county at a time. */
const WORKS = [
  'INSERT INTO works_figure (project_id, county_id, programme_year_id) SELECT id, county_id, programme_year_id FROM project ORDER BY id ON CONFLICT DO NOTHING',
  `SELECT works_refresh(ARRAY(SELECT p.id FROM project p WHERE p.county_id = u.id)) FROM unit u WHERE u.kind = 'county'`,
  'SELECT works_fold()',
  'ANALYZE works_line',
];

interface Row {
  projectId: string;
  changes: string;
  today: CalendarDate;
  facts: LightFacts;
}

/** Reckoned by the product's rule and kept by its function, as lib/server/warnings/fresh.ts does. */
async function reckon(db: pg.Client): Promise<void> {
  const rules = lightRulesOf(chuxiong2020, 2020);
  for (;;) {
    const { rows } = await db.query<Row>(
      `SELECT project_id AS "projectId", changes, today::text AS today, facts FROM project_light_facts(ARRAY(SELECT project_light_stale(NULL, NULL, 1000)))`,
    );
    if (rows.length === 0) return;
    const lit = rows.map(({ facts, ...row }) => ({ ...row, ...lightOf(facts, row.today, rules) }));
    await db.query('SELECT project_light_keep($1::jsonb)', [JSON.stringify(lit)]);
  }
}

/** 24 months of reports of each project, past the triggers, and the lights that follow from them. */
export async function makeProgress(db: pg.Client, scale: number): Promise<void> {
  const { rows: there } = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM progress_item');
  if ((there[0]?.n ?? 0) >= ROWS * scale) return;
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM account WHERE role = 'prefecture_bureau' ORDER BY id LIMIT 1`,
  );
  await db.query('SET session_replication_role = replica');
  await db.query(YEAR);
  await db.query(PLAN, [rows[0]?.id]);
  for (const text of [REPORTS, ITEMS, MONTHS, STARTS]) await db.query(text);
  await db.query('SET session_replication_role = origin');
  await db.query('ANALYZE progress_report, progress_item, project_month, milestone, annual_plan_entry');
  await db.query(LIT);
  for (const text of WORKS) await db.query(text);
  await reckon(db);
}
