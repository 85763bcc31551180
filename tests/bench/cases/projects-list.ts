import assert from 'node:assert/strict';
import type { As, BenchCase, Statement } from '../types';

const yuan = (column: string) => `(${column} / 100.0)::numeric(20, 2)::text`;

const ITEM = `json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'county', json_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en), 'year', y.year, 'stage', p.stage,
  'step', s.step, 'status', p.status, 'entityKind', p.entity_kind, 'entityName', p.entity_name, 'compounds', p.compounds, 'estimate', ${yuan('p.estimate')},
  'budget', ${yuan('p.budget')}, 'contractSum', ${yuan('p.contract_sum')}, 'finalAccount', ${yuan('p.final_account')}, 'audited', ${yuan('p.audited')}, 'fundingSum', ${yuan('p.funding_sum')}, 'findingsOpen', p.findings_open, 'version', p.version,
  'updatedAt', to_char(p.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'households', (SELECT coalesce(sum(t.households), 0)::int FROM project_compound m JOIN compound_total t USING (compound_id) WHERE m.project_id = p.id AND m.live),
  'light', (SELECT k.light FROM project_light k WHERE k.project_id = p.id AND anju_today() BETWEEN k.valid_from AND k.valid_until))`;

const statement = (where: string, values: unknown[]): Statement => ({
  text: `WITH page AS (SELECT p.id FROM project p WHERE ${where} ORDER BY p.pinyin, p.id LIMIT 50)
    SELECT json_build_object('total', (SELECT count(*) FROM project p WHERE ${where}),
      'items', (SELECT json_agg(${ITEM} ORDER BY p.pinyin, p.id) FROM page JOIN project p USING (id) JOIN unit u ON u.id = p.county_id
        JOIN programme_year y ON y.id = p.programme_year_id LEFT JOIN project_stage s ON s.project_id = p.id AND s.stage = p.stage))::text AS body`,
  values,
});

interface List {
  total: number;
  items: unknown[];
}

const list = (name: string, says: string, as: As, sql: BenchCase['sql']): BenchCase => ({
  name,
  says,
  as,
  request: () => '/api/v1/projects?year=2020&limit=50',
  yardstick: 'sql',
  sql,
  check: (answer, expected) => {
    const { total, items } = JSON.parse(answer.text) as List;
    assert.equal((expected as List).items.length, 50);
    assert.deepEqual({ total, items }, expected);
  },
  goals: { ofNext: 0.5 },
});

const YEAR = `p.programme_year_id = (SELECT id FROM programme_year WHERE year = 2020 LIMIT 1)`;

export default [
  list('projects-list', 'projects list of a year with total, 50 rows, a county', 'lufengClerk', (place) =>
    statement(`p.county_id = $1::uuid AND ${YEAR}`, [place.lufengId]),
  ),
  list(
    'projects-list-prefecture',
    'projects list of a year with total, 50 rows, the prefecture',
    'prefectureBureau',
    () => statement(YEAR, []),
  ),
];
