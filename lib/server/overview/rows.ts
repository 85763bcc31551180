import 'server-only';
import { formatArea } from '@/lib/domain/kernel/area';
import {
  type OverviewRow,
  ROWS_PAGE,
  type RowsAnswer,
  type RowsFigure,
  type RowsQuery,
} from '@/lib/domain/overview/rows';
import type { Actor } from '@/lib/server/actor';
import { yearUnknown } from '@/lib/server/annual/year';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { bodiesScope } from '@/lib/server/units/bodies';
import { namedUnit } from '@/lib/server/units/named';

const DAY = (column: string) => Prisma.raw(`(${column} AT TIME ZONE 'Asia/Shanghai')::date`);

/** Compounds of the projects, with the days on which they were begun, complete and accepted (reckon.ts). */
const compounds = (counties: readonly string[], years: Prisma.Sql) => Prisma.sql`
  SELECT p.county_id, p.id AS project_id, p.name AS project, p.stage, y.year, y.start_by, y.complete_by, c.compound_id, o.name AS compound, o.pinyin, coalesce(t.households, 0) AS households, coalesce(t.floor_area, 0) AS floor_area,
      (SELECT v.id FROM compound_plan v WHERE v.compound_id = c.compound_id AND v.status = 'final' ORDER BY v.no DESC LIMIT 1) AS plan_id, least(m.begun, w.complete) AS begun, w.complete,
      CASE WHEN p.stage > 9 THEN (SELECT ${DAY('coalesce(s.received_at, s.accepted_at)')} FROM project_stage s WHERE s.project_id = p.id AND s.stage = 9 AND s.status = 'completed') END AS accepted
    FROM project p JOIN programme_year y ON y.id = p.programme_year_id JOIN project_compound c ON c.project_id = p.id AND c.live JOIN compound o ON o.id = c.compound_id
      LEFT JOIN compound_total t ON t.compound_id = c.compound_id
      CROSS JOIN LATERAL (SELECT min(${DAY('m.first_received_at')}) FILTER (WHERE m.kind = 'start' AND (m.compound_id IS NULL OR m.compound_id = c.compound_id)) AS begun,
          min(${DAY('m.first_received_at')}) FILTER (WHERE m.kind = 'completion' AND m.status = 'accepted' AND m.compound_id = c.compound_id) AS own,
          min(${DAY('m.first_received_at')}) FILTER (WHERE m.kind = 'completion' AND m.status = 'accepted' AND m.compound_id IS NULL) AS whole
        FROM milestone m WHERE m.project_id = p.id) m
      CROSS JOIN LATERAL (SELECT coalesce(m.own, m.whole, CASE WHEN p.stage > 8 THEN (SELECT ${DAY('coalesce(s.received_at, s.accepted_at)')} FROM project_stage s
          WHERE s.project_id = p.id AND s.stage = 8 AND s.status = 'completed') END) AS complete) w
    WHERE p.county_id = ANY (${[...counties]}::uuid[]) AND p.status <> 'withdrawn' AND ${years}`;

const none = Prisma.sql`NULL::text AS building`;
/** Which of them, and the day that is told. */
const OF_COMPOUNDS: Record<Exclude<RowsFigure, 'item' | 'promise' | 'have'>, [of: Prisma.Sql, on: Prisma.Sql]> = {
  compounds: [Prisma.sql`true`, Prisma.sql`NULL::date`],
  planned: [Prisma.sql`c.plan_id IS NOT NULL`, Prisma.sql`NULL::date`],
  started: [Prisma.sql`c.begun IS NOT NULL`, Prisma.sql`c.begun`],
  startedLate: [Prisma.sql`c.begun > c.start_by`, Prisma.sql`c.begun`],
  completed: [Prisma.sql`c.complete IS NOT NULL`, Prisma.sql`c.complete`],
  completedLate: [Prisma.sql`c.complete > c.complete_by`, Prisma.sql`c.complete`],
  accepted: [Prisma.sql`c.accepted IS NOT NULL`, Prisma.sql`c.accepted`],
};

/** Done: its completion stands. Of plan item i in compound c. */
const DONE = Prisma.sql`EXISTS (SELECT 1 FROM item_completion d WHERE d.project_id = c.project_id AND d.compound_id = c.compound_id AND d.item = i.item
  AND coalesce(d.building_id, d.compound_id) = coalesce(i.building_id, i.compound_id) AND d.retired_at IS NULL)`;

function items(key: string, state: RowsQuery['state']): Prisma.Sql {
  const of =
    state === 'met'
      ? Prisma.sql`i.answer = 'met'`
      : Prisma.sql`i.answer = 'todo' AND ${state === 'done' ? DONE : Prisma.sql`NOT ${DONE}`}`;
  return Prisma.sql`SELECT c.*, b.name AS building, b.sort_key AS place, NULL::date AS told FROM c JOIN plan_item i ON i.plan_id = c.plan_id AND i.item = ${key} LEFT JOIN building b ON b.id = i.building_id WHERE ${of}`;
}

/** 五不 of each building of a final plan: it holds when every item of it met the standard or was done. */
function promises(needed: readonly string[], state: RowsQuery['state']): Prisma.Sql {
  const holds = Prisma.sql`NOT EXISTS (SELECT 1 FROM unnest(${[...needed]}::text[]) w (item) WHERE NOT EXISTS (SELECT 1 FROM plan_item i WHERE i.plan_id = c.plan_id AND i.item = w.item
    AND i.building_id IS NOT DISTINCT FROM CASE WHEN w.item LIKE 'C-%' THEN NULL ELSE b.id END AND (i.answer = 'met' OR (i.answer = 'todo' AND ${DONE}))))`;
  return Prisma.sql`SELECT c.*, b.name AS building, b.sort_key AS place, NULL::date AS told FROM c JOIN building b ON b.id IN (SELECT i.building_id FROM plan_item i WHERE i.plan_id = c.plan_id AND i.building_id IS NOT NULL)
    WHERE ${state === 'done' ? holds : Prisma.sql`NOT (${holds})`}`;
}

function haves(key: string, state: RowsQuery['state']): Prisma.Sql {
  const has = Prisma.sql`EXISTS (SELECT 1 FROM compound_have h WHERE h.compound_id = c.compound_id AND h.have = ${key} AND h.attested)`;
  return Prisma.sql`SELECT c.*, ${none}, '' AS place, NULL::date AS told FROM c WHERE ${state === 'done' ? has : Prisma.sql`NOT ${has}`}`;
}

async function found(reader: Reader, { figure, key = '', state }: RowsQuery, rulebookId: string): Promise<Prisma.Sql> {
  if (figure === 'item') return items(key, state);
  if (figure === 'have') return haves(key, state);
  if (figure === 'promise') {
    const promise = (await rulebookOf(reader, rulebookId)).promises.find(({ code }) => code === key);
    // a promise that the rule book does not know is kept nowhere
    return promise
      ? promises(promise.items, state)
      : Prisma.sql`SELECT c.*, ${none}, '' AS place, NULL::date AS told FROM c WHERE false`;
  }
  const [of, on] = OF_COMPOUNDS[figure];
  return Prisma.sql`SELECT c.*, ${none}, '' AS place, ${on} AS told FROM c WHERE ${of}`;
}

interface Row extends Omit<OverviewRow, 'floorArea'> {
  floorArea: string;
}

/**
 * Every compound, building or place behind a figure of the overview, as the records stand now: so many as the figure says.
 * Not found: a county that is not the actor's. Refused: a year that was not opened.
 */
export async function overviewRows(reader: Reader, actor: Actor, query: RowsQuery): Promise<Answer<RowsAnswer>> {
  const scope = bodiesScope(actor, query.county);
  if (!scope) return notFound();
  const [year] = await reader.$queryRaw<{ year: number; rulebookId: string }[]>`
    SELECT year, rulebook_id AS "rulebookId" FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid AND (${query.year ?? null}::int IS NULL OR year = ${query.year ?? null}::int)
    ORDER BY current DESC, year DESC LIMIT 1`;
  if (!year) return query.year === undefined ? notFound() : refused(yearUnknown(query.year));
  const years = query.span === 'all' ? Prisma.sql`y.year <= ${year.year}` : Prisma.sql`y.year = ${year.year}`;
  const [answer] = await reader.$queryRaw<{ total: number; items: Row[] }[]>`
    WITH c AS MATERIALIZED (${compounds(scope.counties, years)}), f AS MATERIALIZED (${await found(reader, query, year.rulebookId)}),
      page AS (SELECT f.*, u.sort_order, u.code FROM f JOIN unit u ON u.id = f.county_id ORDER BY u.sort_order, u.code, f.pinyin, f.compound_id, f.place, f.building LIMIT ${ROWS_PAGE} OFFSET ${(query.page - 1) * ROWS_PAGE})
    SELECT (SELECT count(*)::int FROM f) AS total, coalesce((SELECT json_agg(json_build_object('county', ${namedUnit('u')}, 'compound', json_build_object('id', g.compound_id, 'name', g.compound), 'building', g.building,
        'project', json_build_object('id', g.project_id, 'name', g.project, 'year', g.year, 'stage', g.stage), 'households', g.households, 'floorArea', g.floor_area::text, 'on', g.told)
        ORDER BY g.sort_order, g.code, g.pinyin, g.compound_id, g.place, g.building) FROM page g JOIN unit u ON u.id = g.county_id), '[]') AS items`;
  const rows = answer?.items ?? [];
  return done({
    year: year.year,
    total: answer?.total ?? 0,
    items: rows.map((one) => ({ ...one, floorArea: formatArea(BigInt(one.floorArea)) })),
  });
}
