import assert from 'node:assert/strict';
import type { As, BenchCase, Statement } from '../types';

const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;

/** The same page by one statement over what is kept, the lights counted one by one. */
const statement = (where: string, values: unknown[]): Statement => ({
  text: `WITH page AS (SELECT k.* FROM project_light k WHERE ${where} AND k.place < 3 ORDER BY k.place, k.due_on, k.project_id LIMIT 50)
    SELECT json_build_object('totals', (SELECT json_object_agg(light, n) FROM (SELECT l AS light, (SELECT count(*) FROM project_light k WHERE ${where} AND k.light = l) AS n
        FROM unnest(ARRAY['red', 'yellow', 'green']) l) c),
      'items', (SELECT json_agg(json_build_array(p.code, u.name, y.year, k.light, k.percent_bp, ${day('k.due_on')}, ${day('k.middle_on')}, json_array_length(k.reasons::json))
        ORDER BY k.place, k.due_on, k.project_id) FROM page k JOIN project p ON p.id = k.project_id JOIN unit u ON u.id = p.county_id JOIN programme_year y ON y.id = p.programme_year_id))::text AS body`,
  values,
});

interface Item {
  project: { code: string };
  county: { name: string };
  year: number;
  light: string;
  percent: number | null;
  dueOn: string | null;
  forecast: { middle?: string };
  reasons: unknown[];
}
interface Expected {
  totals: Record<string, number>;
  items: unknown[][];
}

const list = (name: string, says: string, as: As, sql: BenchCase['sql']): BenchCase => ({
  name,
  says,
  as,
  request: () => '/api/v1/watch',
  yardstick: 'sql',
  sql,
  check: (answer, expected) => {
    const { totals, items } = JSON.parse(answer.text) as { totals: Record<string, number>; items: Item[] };
    const said = items.map(({ project, county, year, light, percent, dueOn, forecast, reasons }) => [
      ...[project.code, county.name, year, light, percent, dueOn, forecast.middle ?? null, reasons.length],
    ]);
    assert.equal((expected as Expected).items.length, 50);
    assert.deepEqual({ totals, items: said }, expected);
  },
});

/** Growth from 900 to 14,400 projects, at most half again as much: the judge of every case. */
export default [
  list('watch-list', 'watch list, 24 months of item progress of each project, a county', 'lufengClerk', (place) =>
    statement('k.county_id = $1::uuid', [place.lufengId]),
  ),
  list(
    'watch-list-prefecture',
    'watch list, 24 months of item progress of each project, the prefecture',
    'prefectureBureau',
    () => statement('true', []),
  ),
];
