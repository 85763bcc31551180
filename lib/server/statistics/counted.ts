import 'server-only';
import { BUILDING_STAGE } from '@/lib/domain/progress/report';
import { type CountedRow, ofUnit } from '@/lib/domain/statistics/facts';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';

export interface Span {
  yearId: string;
  counties: string[];
  /** the first day of the month; null: of no month */
  from: string | null;
  /** the last day that counts */
  until: string;
}

type Row = CountedRow & { unit: string };

/** The year's projects, and its compounds with what is known of each. First receipts date what was accepted (附件/完成时间). */
const ground = ({ yearId, counties }: Span) => Prisma.sql`
  p AS MATERIALIZED (SELECT id, county_id, estimate, stage, property_service, property_service_reason FROM project
    WHERE programme_year_id = ${yearId}::uuid AND county_id = ANY(${counties}::uuid[]) AND status <> 'withdrawn'),
  c AS MATERIALIZED (SELECT p.county_id, coalesce(t.buildings, 0) AS buildings, coalesce(t.households, 0) AS households, coalesce(t.floor_area, 0) AS floor_area,
      k.has_owners_committee AS committee, coalesce(k.decisive_year, k.year_built) AS built, p.property_service, p.property_service_reason,
      (s.first_received_at AT TIME ZONE 'Asia/Shanghai')::date AS started_on, (e.first_received_at AT TIME ZONE 'Asia/Shanghai')::date AS completed_on,
      EXISTS (SELECT 1 FROM project_stage g WHERE g.project_id = p.id AND g.stage = 9 AND g.status = 'completed') AS accepted
    FROM p JOIN project_compound m ON m.project_id = p.id AND m.live JOIN compound k ON k.id = m.compound_id LEFT JOIN compound_total t ON t.compound_id = k.id
    LEFT JOIN milestone s ON s.project_id = p.id AND s.compound_id = k.id AND s.kind = 'start' AND s.status = 'accepted'
    LEFT JOIN milestone e ON e.project_id = p.id AND e.compound_id = k.id AND e.kind = 'completion' AND e.status = 'accepted')`;

/** Each compound once for each state it is in and each size it has; a size that is nought was not recorded. */
const ofCompounds = ({ from, until }: Span) => Prisma.sql`
  SELECT c.county_id, s.state || '.' || v.size, v.value, v.unknown FROM c
    CROSS JOIN LATERAL (VALUES ('all', true), ('started', c.started_on <= ${until}::date), ('startedMonth', c.started_on BETWEEN ${from}::date AND ${until}::date),
      ('completed', c.completed_on <= ${until}::date), ('completedMonth', c.completed_on BETWEEN ${from}::date AND ${until}::date), ('accepted', c.accepted)) s(state, holds)
    CROSS JOIN LATERAL (VALUES ('compounds', 1::bigint, false), ('buildings', c.buildings, c.buildings = 0), ('households', c.households, c.households = 0),
      ('floorArea', c.floor_area, c.floor_area = 0)) v(size, value, unknown) WHERE s.holds
  UNION ALL SELECT c.county_id, f.key, f.value, f.unknown FROM c
    CROSS JOIN LATERAL (VALUES ('facet.built', (c.built <= 2000)::int, c.built IS NULL), ('facet.committee', c.committee::int, c.committee IS NULL),
      ('facet.service', (c.property_service IS NOT NULL)::int, c.property_service IS NULL AND c.property_service_reason IS NULL)) f(key, value, unknown)`;

/** Of a project that is being built and of which no report was accepted, what it has cost so far is not known. */
const ofProjects = ({ until }: Span) => Prisma.sql`
  SELECT p.county_id, v.key, v.value, v.unknown FROM p
    CROSS JOIN LATERAL (SELECT sum(m.investment)::bigint AS spent FROM project_month m WHERE m.project_id = p.id AND m.month <= ${until}::date) m
    CROSS JOIN LATERAL (VALUES ('projects', 1::bigint, false), ('estimate', p.estimate, p.estimate IS NULL),
      ('investment.soFar', m.spent, m.spent IS NULL AND p.stage >= ${BUILDING_STAGE}::int)) v(key, value, unknown)`;

/** What is counted from compounds and projects, by county: one statement for one county as for all. */
const yearRows = (reader: Reader, span: Span) => reader.$queryRaw<Row[]>`
  WITH ${ground(span)}, told (unit, key, value, unknown) AS (${ofCompounds(span)} UNION ALL ${ofProjects(span)})
  SELECT unit, key, coalesce(sum(value) FILTER (WHERE NOT unknown), 0)::text AS value, (count(*) FILTER (WHERE NOT unknown))::int AS known, (count(*) FILTER (WHERE unknown))::int AS missing
  FROM told GROUP BY 1, 2`;

/** The eligible stock as the survey's own sums have it; which compounds lack a size is looked up beside it. */
const surveyRows = (reader: Reader, { counties }: Span) => reader.$queryRaw<Row[]>`
  WITH lacking AS (SELECT t.county_id, count(*) FILTER (WHERE t.buildings = 0) AS buildings, count(*) FILTER (WHERE t.households = 0) AS households, count(*) FILTER (WHERE t.floor_area = 0) AS area
    FROM compound k JOIN compound_total t ON t.compound_id = k.id
    WHERE k.county_id = ANY(${counties}::uuid[]) AND k.status = 'active' AND k.eligibility = 'eligible' GROUP BY 1)
  SELECT s.county_id AS unit, v.key, v.value::text AS value, (s.compounds - v.without)::int AS known, v.without::int AS missing
  FROM survey_total s LEFT JOIN lacking l ON l.county_id = s.county_id
    CROSS JOIN LATERAL (VALUES ('survey.compounds', s.compounds::bigint, 0::bigint), ('survey.buildings', s.buildings, coalesce(l.buildings, 0)),
      ('survey.households', s.households, coalesce(l.households, 0)), ('survey.floorArea', s.floor_area, coalesce(l.area, 0))) v(key, value, without)
  WHERE s.county_id = ANY(${counties}::uuid[]) AND s.dimension = 'all' AND s.outcome = 'eligible'`;

/** By county, whatever is counted from compounds and projects. */
export async function countedOf(reader: Reader, span: Span): Promise<(county: string) => CountedRow[]> {
  const rows = (await Promise.all([yearRows(reader, span), surveyRows(reader, span)])).flat();
  // the driver reads sums as text
  return ofUnit(rows.map((row) => ({ ...row, value: BigInt(row.value) })));
}
