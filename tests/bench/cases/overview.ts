import assert from 'node:assert/strict';
import type { Overview } from '@/lib/domain/overview/answers';
import type { As, BenchCase, Statement } from '../types';

const DAY = (column: string) => `(${column} AT TIME ZONE 'Asia/Shanghai')::date`;

/** What a leader's page says, aggregated from the records themselves by one statement: what it would cost without kept facts. Each table is gone through once. */
function statement(within: string, values: unknown[]): Statement {
  const own = (alias: string) => within.replaceAll('@', alias);
  return {
    text: `WITH y AS MATERIALIZED (SELECT id, year, start_by, complete_by FROM programme_year WHERE year = 2020 LIMIT 1),
      p AS MATERIALIZED (SELECT p.id, p.county_id, p.stage, p.status FROM project p, y WHERE p.programme_year_id = y.id AND ${own('p')}),
      h AS (SELECT h.compound_id, count(*) AS n FROM household h WHERE h.status = 'active' AND ${own('h')} GROUP BY 1),
      m AS MATERIALIZED (SELECT m.project_id, m.compound_id, min(${DAY('m.first_received_at')}) FILTER (WHERE m.kind = 'start') AS begun,
          min(${DAY('m.first_received_at')}) FILTER (WHERE m.kind = 'completion' AND m.status = 'accepted') AS complete FROM milestone m WHERE m.first_received_at IS NOT NULL AND ${own('m')} GROUP BY 1, 2),
      s AS MATERIALIZED (SELECT s.project_id, min(${DAY('coalesce(s.received_at, s.accepted_at)')}) FILTER (WHERE s.stage = 8) AS works FROM project_stage s JOIN p ON p.id = s.project_id
          WHERE s.stage = 8 AND s.status = 'completed' AND p.stage > 8 GROUP BY 1),
      c AS MATERIALIZED (SELECT p.id AS project_id, c.compound_id, coalesce(h.n, 0) AS households, coalesce(o.complete, w.complete, s.works) AS complete, least(o.begun, w.begun, o.complete, w.complete, s.works) AS begun
        FROM p JOIN project_compound c ON c.project_id = p.id AND c.live LEFT JOIN h ON h.compound_id = c.compound_id LEFT JOIN m o ON o.project_id = p.id AND o.compound_id = c.compound_id
          LEFT JOIN m w ON w.project_id = p.id AND w.compound_id IS NULL LEFT JOIN s ON s.project_id = p.id WHERE p.status <> 'withdrawn'),
      v AS (SELECT DISTINCT ON (v.compound_id) v.id, v.compound_id FROM compound_plan v WHERE v.status = 'final' AND ${own('v')} ORDER BY v.compound_id, v.no DESC),
      i AS (SELECT i.item, count(*) AS planned, count(d.item) AS done FROM c JOIN v ON v.compound_id = c.compound_id JOIN plan_item i ON i.plan_id = v.id AND i.answer = 'todo'
          LEFT JOIN item_completion d ON d.project_id = c.project_id AND d.compound_id = c.compound_id AND d.item = i.item AND coalesce(d.building_id, d.compound_id) = coalesce(i.building_id, i.compound_id) AND d.retired_at IS NULL GROUP BY 1),
      l AS (SELECT e.source, e.fund_kind, CASE WHEN e.kind = 'reversed' THEN w.kind ELSE e.kind END AS kind, sum(CASE WHEN e.kind = 'reversed' THEN -e.amount ELSE e.amount END) AS amount
          FROM ledger_entry e LEFT JOIN ledger_entry w ON w.id = e.reverses_id, y WHERE e.programme_year_id = y.id AND ${own('e')} GROUP BY 1, 2, 3),
      f AS (SELECT f.source, sum(f.amount) AS amount FROM funding_line f JOIN p ON p.id = f.project_id WHERE f.retired_at IS NULL AND p.status <> 'withdrawn' GROUP BY 1)
    SELECT json_build_object('survey', (SELECT json_object_agg(eligibility, n ORDER BY eligibility) FROM (SELECT c.eligibility, count(*) AS n FROM compound c WHERE c.status = 'active' AND ${own('c')} GROUP BY 1) g),
      'stages', (SELECT json_object_agg(stage, n ORDER BY stage) FROM (SELECT p.stage, count(*) AS n FROM p WHERE p.status = 'active' GROUP BY 1) g),
      'lights', (SELECT json_object_agg(light, n ORDER BY light) FROM (SELECT k.light, count(*) AS n FROM project_light k, y WHERE k.programme_year_id = y.id AND ${own('k')} GROUP BY 1) g),
      'compounds', (SELECT json_build_object('all', count(*), 'started', count(c.begun), 'completed', count(c.complete), 'late', count(*) FILTER (WHERE c.complete > y.complete_by),
          'households', coalesce(sum(c.households), 0)) FROM c, y),
      'counties', (SELECT json_agg(json_build_array(county_id, n, done) ORDER BY county_id) FROM (SELECT p.county_id, count(*) AS n, count(c.complete) AS done FROM c JOIN p ON p.id = c.project_id GROUP BY 1) g),
      'items', (SELECT json_agg(json_build_array(item, planned, done) ORDER BY item) FROM i),
      'haves', (SELECT json_agg(json_build_array(have, n) ORDER BY have) FROM (SELECT a.have, count(*) AS n FROM c JOIN compound_have a ON a.compound_id = c.compound_id AND a.attested GROUP BY 1) g),
      'votes', (SELECT json_agg(json_build_array(round, status, outcome, n) ORDER BY round, status, outcome) FROM (SELECT r.round, r.status, r.outcome, count(*) AS n FROM vote_round r WHERE ${own('r')} GROUP BY 1, 2, 3) g),
      'money', (SELECT json_agg(json_build_array(source, kind, amount::text) ORDER BY source, kind) FROM (SELECT source, kind, sum(amount) AS amount FROM l GROUP BY 1, 2 UNION ALL SELECT source, 'planned', amount FROM f) g))::text AS body`,
    values,
  };
}

interface Expected {
  survey: Record<string, number>;
  stages: Record<string, number>;
  lights: Record<string, number>;
  compounds: { all: number; started: number; completed: number; late: number };
  items: [item: string, planned: number, done: number][] | null;
  money: [source: string, kind: string, fen: string][];
}

const fenOf = (text: string) => BigInt(text.replace('.', ''));
const sumOf = (money: Expected['money'], kind: string) =>
  money.reduce((sum, [, of, fen]) => (of === kind ? sum + BigInt(fen) : sum), 0n);

const overview = (
  name: string,
  says: string,
  as: As,
  sql: BenchCase['sql'],
  goals?: BenchCase['goals'],
): BenchCase => ({
  name,
  says,
  as,
  request: () => '/api/v1/dashboards/overview?year=2020',
  yardstick: 'sql',
  sql,
  check: (answer, expected) => {
    const told = JSON.parse(answer.text) as Overview;
    const right = expected as Expected;
    const { ofYear } = told.completion;
    assert.ok(right.compounds.all > 50);
    assert.deepEqual(
      { all: ofYear.compounds, started: ofYear.started, completed: ofYear.completed, late: ofYear.completedLate },
      {
        all: right.compounds.all,
        started: right.compounds.started,
        completed: right.compounds.completed,
        late: right.compounds.late,
      },
    );
    assert.equal(told.survey.eligible, right.survey.eligible ?? 0);
    for (const { stage, active } of told.stages) assert.equal(active, right.stages[stage] ?? 0);
    for (const light of ['red', 'yellow', 'green'] as const)
      assert.equal(told.lights?.[light], right.lights[light] ?? 0);
    for (const measure of ['planned', 'received', 'paid'] as const)
      assert.equal(fenOf(told.money.totals[measure]), sumOf(right.money, measure));
    for (const [item, planned, done] of right.items ?? []) {
      const said = told.items.find((one) => one.item === item);
      assert.deepEqual([said?.planned, said?.done], [planned, done]);
    }
  },
  goals,
});

/** Growth at most half again as much, as of every case. */
export default [
  overview(
    'overview-prefecture',
    'overview of the prefecture, from kept facts',
    'prefectureBureau',
    () => statement('true', []),
    { ofBare: { 1: 2, 16: 30 } },
  ),
  overview('overview', 'overview of a county, from kept facts', 'lufengClerk', (place) =>
    statement('@.county_id = $1::uuid', [place.lufengId]),
  ),
];
