import 'server-only';
import type { InspectionDetail, InspectionList, InspectionRow } from '@/lib/domain/inspections/answers';
import type { InspectionListQuery } from '@/lib/domain/inspections/schema';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { pageOf } from '@/lib/server/funds/watch';
import { projectScope } from '@/lib/server/projects/scope';
import { namedUnit } from '@/lib/server/units/named';

const scope = (actor: Actor) => projectScope(actor, Prisma.sql`i.project_id`, Prisma.sql`i.county_id`);

const OPEN = Prisma.sql`(SELECT count(*)::int FROM inspection_check k JOIN finding f ON f.id = k.finding_id WHERE k.inspection_id = i.id AND f.status <> 'closed')`;
const count = (result: string) =>
  Prisma.sql`(SELECT count(*)::int FROM inspection_check k WHERE k.inspection_id = i.id AND k.result = ${result})`;

const ROW = Prisma.sql`i.id, json_build_object('id', p.id, 'code', p.code, 'name', p.name) AS project, ${namedUnit('cu')} AS county,
  CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS compound, CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name) END AS building,
  i.kinds, i.level, i.inspected_on::text AS "inspectedOn", i.inspector, ${count('pass')} AS passed, ${count('fail')} AS failed, ${OPEN} AS "findingsOpen",
  (SELECT count(*)::int FROM inspection_photo h WHERE h.inspection_id = i.id) AS photos, (SELECT s.no FROM stop_work s WHERE s.inspection_id = i.id LIMIT 1) AS "stopWork",
  ${instant('i.device_at')} AS "deviceAt", ${instant('i.received_at')} AS "receivedAt",
  CASE WHEN i.latitude_e6 IS NOT NULL THEN json_build_object('latitudeE6', i.latitude_e6, 'longitudeE6', i.longitude_e6, 'accuracyM', i.accuracy_m) END AS position`;
const FROM = Prisma.sql`inspection i JOIN project p ON p.id = i.project_id JOIN unit cu ON cu.id = i.county_id LEFT JOIN compound c ON c.id = i.compound_id LEFT JOIN building b ON b.id = i.building_id`;

function conditionsOf(actor: Actor, query: InspectionListQuery): Prisma.Sql {
  const { county, project, kind, level, open, from, to } = query;
  const all = [
    scope(actor),
    ...(county ? [Prisma.sql`i.county_id = ${county}::uuid`] : []),
    ...(project ? [Prisma.sql`i.project_id = ${project}::uuid`] : []),
    ...(kind ? [Prisma.sql`${kind} = ANY(i.kinds)`] : []),
    ...(level ? [Prisma.sql`i.level = ${level}`] : []),
    ...(open ? [Prisma.sql`${OPEN} > 0`] : []),
    ...(from ? [Prisma.sql`i.inspected_on >= ${from}::date`] : []),
    ...(to ? [Prisma.sql`i.inspected_on <= ${to}::date`] : []),
  ];
  return Prisma.join(all, ' AND ');
}

/** Inspections of all projects that this person sees: those with something open first, then the latest. */
export async function listInspections(
  reader: Reader,
  actor: Actor,
  query: InspectionListQuery,
): Promise<InspectionList> {
  const { page, limit } = query;
  const where = conditionsOf(actor, query);
  const [items, [found]] = await Promise.all([
    reader.$queryRaw<InspectionRow[]>`
      WITH page AS MATERIALIZED (SELECT i.id, (${OPEN} > 0) AS open FROM inspection i WHERE ${where} ORDER BY open DESC, i.inspected_on DESC, i.id DESC ${pageOf(page, limit)})
      SELECT ${ROW} FROM ${FROM} JOIN page ON page.id = i.id ORDER BY page.open DESC, i.inspected_on DESC, i.id DESC`,
    reader.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM inspection i WHERE ${where}`,
  ]);
  return { items, total: found?.total ?? 0, page, limit };
}

type More = Pick<InspectionDetail, 'participants' | 'summary' | 'checks' | 'photoFileIds' | 'stopNote'>;

/** One of them with every point; null: not there for this person. */
export async function inspectionDetail(reader: Reader, actor: Actor, id: string): Promise<InspectionDetail | null> {
  const [row] = await reader.$queryRaw<(InspectionRow & More)[]>`
    SELECT ${ROW}, i.participants, i.summary,
      (SELECT coalesce(json_agg(json_build_object('code', k.code, 'kind', k.kind, 'item', k.item, 'result', k.result, 'note', k.note, 'photoFileId', k.photo_file_id, 'sighting', k.sighting,
          'finding', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'grade', f.grade, 'status', f.status, 'content', f.content, 'limitOn', f.limit_on, 'repeatNo', f.repeat_no) END)
          ORDER BY (k.result <> 'fail'), k.item NULLS LAST, k.code), '[]')
        FROM inspection_check k LEFT JOIN finding f ON f.id = k.finding_id WHERE k.inspection_id = i.id) AS checks,
      (SELECT coalesce(json_agg(h.file_id ORDER BY h.position), '[]') FROM inspection_photo h WHERE h.inspection_id = i.id) AS "photoFileIds",
      (SELECT json_build_object('id', s.id, 'lifted', s.lifted_on IS NOT NULL) FROM stop_work s WHERE s.inspection_id = i.id LIMIT 1) AS "stopNote"
    FROM ${FROM} WHERE i.id = ${id}::uuid AND ${scope(actor)}`;
  return row ?? null;
}
