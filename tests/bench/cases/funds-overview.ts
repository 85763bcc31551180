import assert from 'node:assert/strict';
import type { As, BenchCase, Statement } from '../types';

const grouped = (of: string, keys: string, as = keys) =>
  `(SELECT json_agg(json_build_array(${as}, measure, fen) ORDER BY ${keys}, measure) FROM (SELECT ${keys}, measure, sum(amount)::text AS fen FROM ${of} GROUP BY ${keys}, measure) g)`;

/** Everything that the overview shows, by one statement over what is kept. */
function statement(counties: string, values: unknown[]): Statement {
  const within = `programme_year_id = (SELECT id FROM y) AND county_id = ANY(${counties})`;
  return {
    text: `WITH y AS MATERIALIZED (SELECT id, year FROM programme_year WHERE year = 2020 LIMIT 1),
      moved AS MATERIALIZED (SELECT county_id, source, fund_kind, measure, month, amount FROM ledger_total WHERE ${within}),
      sums AS MATERIALIZED (SELECT county_id, source, fund_kind, measure, sum(amount) AS amount FROM moved GROUP BY 1, 2, 3, 4
        UNION ALL SELECT county_id, source, fund_kind, 'planned', amount FROM fund_planned_total WHERE ${within} AND amount <> 0)
      SELECT json_build_object('year', y.year, 'units', (SELECT json_agg(json_build_object('id', u.id, 'code', u.code, 'name', u.name) ORDER BY u.sort_order, u.code) FROM unit u
          WHERE u.id = ANY(${counties})), 'sources', ${grouped('sums', 'source, fund_kind')}, 'counties', ${grouped('sums', 'county_id')},
        'months', ${grouped('moved', 'month', `to_char(month, 'YYYY-MM')`)},
        'flows', (SELECT json_agg(json_build_array(source, item, fen) ORDER BY source, item) FROM (SELECT source, item, sum(paid)::text AS fen FROM fund_flow WHERE ${within} GROUP BY 1, 2) g))::text AS body FROM y`,
    values,
  };
}

interface Expected {
  year: number;
  sources: [source: string, kind: string, measure: string, fen: string][];
  flows: [source: string, item: string, fen: string][];
}
interface Overview {
  year: number;
  totals: Record<string, string>;
  flows: { paid: string }[];
}

const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
const sum = (all: readonly string[]) => all.reduce((total, fen) => total + BigInt(fen), 0n);

const overview = (name: string, says: string, as: As, sql: BenchCase['sql']): BenchCase => ({
  name,
  says,
  as,
  request: () => '/api/v1/funds/overview?year=2020',
  yardstick: 'sql',
  sql,
  check: (answer, expected) => {
    const { year, totals, flows } = JSON.parse(answer.text) as Overview;
    const { sources, flows: paid, year: asked } = expected as Expected;
    const of = (measure: string) =>
      yuan(sum(sources.filter(([, , name_]) => name_ === measure).map(([, , , fen]) => fen)));
    assert.ok(sources.length > 12);
    assert.deepEqual(
      { year, planned: totals.planned, received: totals.received, paid: totals.paid, flows: flows.length },
      {
        year: asked,
        planned: of('planned'),
        received: of('received'),
        paid: yuan(sum(paid.map(([, , fen]) => fen))),
        flows: paid.length,
      },
    );
  },
  goals: { ofNext: 0.5 },
});

export default [
  overview('funds-overview', 'fund dashboard of a county, 20,000 entries at scale 1', 'lufengClerk', (place) =>
    statement('ARRAY[$1::uuid]', [place.lufengId]),
  ),
  overview(
    'funds-overview-prefecture',
    'fund dashboard of the prefecture, 20,000 entries at scale 1',
    'prefectureBureau',
    () => statement(`ARRAY(SELECT id FROM unit WHERE kind = 'county')`, []),
  ),
];
