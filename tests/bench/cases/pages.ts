import assert from 'node:assert/strict';
import { LIST_JOINS } from '../sql';
import type { BenchCase } from '../types';

const HTML = /^text\/html/;
const GOALS = { cpu: 15 };

const list: BenchCase = {
  name: 'page-compounds',
  says: 'page: the compounds list as HTML',
  as: 'lufengClerk',
  request: () => '/compounds',
  yardstick: 'none',
  sql: ({ lufengId }) => ({
    text: `WITH page AS (SELECT c.id FROM compound c WHERE c.county_id = $1::uuid AND c.status = 'active' ORDER BY c.pinyin, c.id LIMIT 50)
      SELECT json_agg(json_build_array(c.id, c.name, t.households) ORDER BY c.pinyin, c.id)::text AS body
      FROM page JOIN compound c USING (id) ${LIST_JOINS}`,
    values: [lufengId],
  }),
  check: ({ status, contentType, text }, expected) => {
    assert.equal(status, 200);
    assert.match(contentType, HTML);
    const rows = expected as [string, string, number][];
    assert.equal(rows.length, 50);
    let at = 0;
    for (const [id, name] of rows) {
      at = text.indexOf(`/compounds/${id}`, at);
      assert.ok(at > 0 && text.includes(name, at), `${name} stands in its place`);
    }
  },
  goals: GOALS,
};

const dashboard: BenchCase = {
  name: 'page-dashboard',
  says: 'page: the survey dashboard as HTML',
  as: 'prefectureBureau',
  request: () => '/dashboard',
  yardstick: 'none',
  sql: () => ({
    text: `SELECT json_build_array(count(*), count(*) FILTER (WHERE eligibility = 'eligible'))::text AS body
      FROM compound WHERE status = 'active'`,
    values: [],
  }),
  check: ({ status, contentType, text }, expected) => {
    assert.equal(status, 200);
    assert.match(contentType, HTML);
    for (const figure of expected as number[])
      assert.ok(text.includes(figure.toLocaleString('en-US')), `${figure} is shown`);
  },
  goals: GOALS,
};

export default [list, dashboard];
