import 'server-only';
import type { FoundRow } from '@/lib/domain/inspections/answers';
import type { InspectionListQuery } from '@/lib/domain/inspections/schema';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { pageOf } from '@/lib/server/funds/watch';
import { projectScope } from '@/lib/server/projects/scope';
import { namedUnit } from '@/lib/server/units/named';

/** The conditions of the list of inspections, asked of what was found: a level is that of the inspection, which a finding by itself does not have. */
function conditionsOf(actor: Actor, { county, project, kind, level, open, from, to }: InspectionListQuery): Prisma.Sql {
  const all = [
    projectScope(actor, Prisma.sql`f.project_id`, Prisma.sql`f.county_id`),
    ...(county ? [Prisma.sql`f.county_id = ${county}::uuid`] : []),
    ...(project ? [Prisma.sql`f.project_id = ${project}::uuid`] : []),
    ...(kind ? [Prisma.sql`f.kind = ${kind}`] : []),
    ...(level ? [Prisma.sql`i.level = ${level}`] : []),
    ...(open ? [Prisma.sql`f.status <> 'closed'`] : []),
    ...(from ? [Prisma.sql`f.inspected_on >= ${from}::date`] : []),
    ...(to ? [Prisma.sql`f.inspected_on <= ${to}::date`] : []),
  ];
  return Prisma.join(all, ' AND ');
}

const named = (alias: string) =>
  Prisma.raw(`CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`);

/** What was found in all projects that this person sees: what is not closed first, the nearest limit first. */
export async function listFound(
  reader: Reader,
  actor: Actor,
  query: InspectionListQuery,
): Promise<{ items: FoundRow[]; total: number }> {
  const where = conditionsOf(actor, query);
  const of = Prisma.sql`finding f LEFT JOIN inspection i ON i.id = f.inspection_id`;
  const order = Prisma.raw(`(f.status = 'closed'), f.limit_on, f.id`);
  const [items, [found]] = await Promise.all([
    reader.$queryRaw<FoundRow[]>`
      SELECT f.id, json_build_object('id', p.id, 'code', p.code, 'name', p.name) AS project, ${namedUnit('cu')} AS county, ${named('c')} AS compound, ${named('b')} AS building,
        f.place, f.kind, f.grade, f.item, f.check_code AS "check", f.content, f.responsible, i.level, f.inspected_on::text AS "inspectedOn", f.limit_on::text AS "limitOn", f.status,
        (f.status = 'open' AND f.limit_on < anju_today()) AS late, f.repeat_no AS "repeatNo", f.times_seen AS "timesSeen", f.rectification, f.rectified_on::text AS "rectifiedOn",
        f.rechecked_on::text AS "recheckedOn", f.recheck_note AS "recheckNote",
        (SELECT string_agg(s.no, '、' ORDER BY s.issued_on, s.id) FROM stop_work_finding n JOIN stop_work s ON s.id = n.stop_work_id WHERE n.finding_id = f.id) AS "stopWork"
      FROM ${of} JOIN project p ON p.id = f.project_id JOIN unit cu ON cu.id = f.county_id LEFT JOIN compound c ON c.id = f.compound_id LEFT JOIN building b ON b.id = f.building_id
      WHERE ${where} ORDER BY ${order} ${pageOf(query.page, query.limit)}`,
    reader.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${of} WHERE ${where}`,
  ]);
  return { items, total: found?.total ?? 0 };
}
