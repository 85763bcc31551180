import 'server-only';
import { formatArea } from '@/lib/domain/kernel/area';
import type { ChangeAnswer } from '@/lib/domain/programme/answers';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';

interface Row extends Pick<ChangeAnswer, 'compoundId' | 'countyId' | 'code' | 'name' | 'kind' | 'was' | 'now'> {
  b0: number | null;
  h0: number | null;
  f0: string | null;
  b1: number | null;
  h1: number | null;
  f1: string | null;
  total: number;
}

export interface ChangesWanted {
  county?: string;
  kind?: ChangeAnswer['kind'];
  cursor?: string;
  limit: number;
}

export interface Changes {
  items: ChangeAnswer[];
  nextCursor: string | null;
  total: number;
}

const side = (buildings: number | null, households: number | null, area: string | null) =>
  buildings === null || households === null || area === null
    ? null
    : { buildings, households, floorArea: formatArea(BigInt(area)) };

/**
 * What an amendment would have to say: the compounds that became eligible, ceased to be, or hold other numbers than when the
 * baseline was frozen. A compound's id is its place in the order (ids grow with time), so that pages never overlap.
 */
export async function changesSince(tx: Tx, actor: Actor, campaignId: string, wanted: ChangesWanted): Promise<Changes> {
  const counties = wanted.county ? actor.counties.filter((id) => id === wanted.county) : [...actor.counties];
  const rows = await tx.$queryRaw<Row[]>`
    WITH was AS (
      -- the facts are opened once
      SELECT s.compound_id, s.county_id, s.eligibility, f.code, f.name, n.buildings AS b, n.households AS h, n.floor_area AS f
      FROM survey s, jsonb_to_record(s.facts) AS f (code text, name text, totals jsonb),
        jsonb_to_record(coalesce(f.totals, '{}')) AS n (buildings int, households int, floor_area bigint)
      WHERE s.campaign_id = ${campaignId}::uuid AND s.county_id = ANY (${counties}::uuid[])
    ), stands AS (
      SELECT c.id, c.county_id, c.code, c.name, CASE WHEN c.status = 'active' THEN c.eligibility ELSE c.status END AS eligibility,
        t.buildings AS b, t.households AS h, t.floor_area AS f
      FROM compound c JOIN compound_total t ON t.compound_id = c.id WHERE c.county_id = ANY (${counties}::uuid[])
    ), beside AS (
      SELECT coalesce(s.id, w.compound_id) AS id, coalesce(s.county_id, w.county_id) AS county_id, coalesce(s.code, w.code) AS code,
        coalesce(s.name, w.name) AS name, w.eligibility AS was, coalesce(s.eligibility, 'retired') AS now,
        CASE WHEN s.eligibility = 'eligible' AND w.eligibility IS DISTINCT FROM 'eligible' THEN 'added'
          WHEN w.eligibility = 'eligible' AND s.eligibility IS DISTINCT FROM 'eligible' THEN 'removed'
          WHEN w.eligibility = 'eligible' AND (w.b, w.h, w.f) IS DISTINCT FROM (s.b, s.h, s.f) THEN 'changed' END AS kind,
        w.b AS b0, w.h AS h0, w.f AS f0, s.b AS b1, s.h AS h1, s.f AS f1
      FROM was w FULL JOIN stands s ON s.id = w.compound_id
    ), found AS (
      SELECT *, count(*) OVER ()::int AS total FROM beside
      WHERE kind IS NOT NULL AND (${wanted.kind ?? null}::text IS NULL OR kind = ${wanted.kind ?? null}::text)
    )
    SELECT id AS "compoundId", county_id AS "countyId", code, name, kind, was, now, b0, h0, f0::text, b1, h1, f1::text, total
    FROM found WHERE ${wanted.cursor ?? null}::uuid IS NULL OR id > ${wanted.cursor ?? null}::uuid
    ORDER BY id LIMIT ${wanted.limit + 1}`;
  const page = rows.slice(0, wanted.limit);
  return {
    items: page.map(({ b0, h0, f0, b1, h1, f1, total: _, ...row }) => ({
      ...row,
      before: side(b0, h0, f0),
      after: side(b1, h1, f1),
    })),
    nextCursor: rows.length > wanted.limit ? (page.at(-1)?.compoundId ?? null) : null,
    total: rows[0]?.total ?? 0,
  };
}
