import assert from 'node:assert/strict';
import { LIST_ITEM, LIST_JOINS } from '../sql';
import type { As, BenchCase, Statement } from '../types';

/** The territory is left to the index of one county, or of the whole prefecture. */
const statement = (where: string, values: unknown[]): Statement => ({
  text: `WITH page AS (SELECT c.id FROM compound c WHERE ${where} ORDER BY c.pinyin, c.id LIMIT 50)
    SELECT json_build_object('total', (SELECT count(*) FROM compound c WHERE ${where}),
      'items', (SELECT json_agg(${LIST_ITEM} ORDER BY c.pinyin, c.id) FROM page JOIN compound c USING (id) ${LIST_JOINS}))::text AS body`,
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
  request: () => '/api/v1/compounds?willingness=strong&limit=50',
  yardstick: 'sql',
  sql,
  check: (answer, expected) => {
    const { total, items } = JSON.parse(answer.text) as List;
    assert.equal((expected as List).items.length, 50);
    assert.deepEqual({ total, items }, expected);
  },
  // a generic data platform was measured at 194 lists/s
  goals: { ofNext: 0.5, cpu: 2, perSecond: 2 * 194 },
});

export default [
  list('compounds-list', 'compounds list with filter and total, 50 rows, a county', 'lufengClerk', (place) =>
    statement(`c.county_id = $1::uuid AND c.status = 'active' AND c.willingness = 'strong'`, [place.lufengId]),
  ),
  list(
    'compounds-list-prefecture',
    'compounds list with filter and total, 50 rows, the prefecture',
    'prefectureBureau',
    () => statement(`c.status = 'active' AND c.willingness = 'strong'`, []),
  ),
];
