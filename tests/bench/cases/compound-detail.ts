import assert from 'node:assert/strict';
import type { CompoundDetail } from '@/lib/domain/compounds/answers';
import type { BenchCase } from '../types';

const FIGURES = `json_build_object('buildings', b.n, 'units', b.units, 'households', h.n,
  'floorArea', (b.area / 100.0)::numeric(20, 2)::text, 'exclusiveArea', (h.area / 100.0)::numeric(20, 2)::text)`;

const detail: BenchCase = {
  name: 'compound-detail',
  says: 'compound detail with eligibility, gaps and totals',
  as: 'lufengClerk',
  request: ({ compoundId }) => `/api/v1/compounds/${compoundId}`,
  yardstick: 'sql',
  sql: ({ compoundId }) => ({
    text: `SELECT json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'address', c.address, 'yearBuilt', c.year_built,
        'decisiveYear', c.decisive_year, 'ownershipKind', c.ownership_kind, 'willingness', c.willingness, 'facilities', c.facilities,
        'remarks', c.remarks, 'eligibility', c.eligibility, 'status', c.status, 'version', c.version,
        'county', (SELECT json_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en) FROM unit u WHERE u.id = c.county_id),
        'community', (SELECT json_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en) FROM unit u WHERE u.id = c.community_id),
        'aliases', coalesce((SELECT json_agg(x.name ORDER BY x.created_at, x.name) FROM compound_alias x WHERE x.compound_id = c.id), '[]'),
        'registered', ${FIGURES})::text AS body
      FROM compound c,
        LATERAL (SELECT count(*) AS n, coalesce(sum(units), 0) AS units, coalesce(sum(floor_area), 0) AS area FROM building WHERE compound_id = c.id AND status = 'active') b,
        LATERAL (SELECT count(*) AS n, coalesce(sum(exclusive_area), 0) AS area FROM household WHERE compound_id = c.id AND status = 'active') h
      WHERE c.id = $1::uuid`,
    values: [compoundId],
  }),
  check: ({ text }, expected) => {
    const found = JSON.parse(text) as CompoundDetail;
    const { registered, ...record } = expected as { registered: object } & Record<string, unknown>;
    const own = Object.fromEntries(Object.keys(record).map((key) => [key, found[key as keyof CompoundDetail]]));
    assert.deepEqual({ ...own, registered: found.totals.registered }, { ...record, registered });
    assert.equal(found.verdict.outcome, record.eligibility);
  },
};

export default detail;
