import 'server-only';
import { READY_FROM_STAGE } from '@/lib/domain/applications/rules';
import type { ApplicationAnswer, ApplicationQuery } from '@/lib/domain/applications/schema';
import type { Actor } from '@/lib/server/actor';
import { standing } from '@/lib/server/annual/plan-of-project';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { projectScope } from '@/lib/server/projects/scope';
import { namedUnit } from '@/lib/server/units/named';
import { instant } from '@/lib/server/votes/rows';

async function read(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<ApplicationAnswer[]> {
  return reader.$queryRaw<ApplicationAnswer[]>(Prisma.sql`
    SELECT a.id, json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'stage', p.stage) AS project, ${namedUnit()} AS county, y.year,
      a.applicant, a.applied_on::text AS "appliedOn", a.reasons, CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name) END AS file, a.status, a.reply,
      ${instant('a.answered_at')} AS "answeredAt", a.version,
      (SELECT min(y.year) FROM ${standing(Prisma.sql`p.id`)}) AS planned
    FROM application a JOIN project p ON p.id = a.project_id JOIN programme_year y ON y.id = a.programme_year_id JOIN unit u ON u.id = a.county_id
      LEFT JOIN stored_file f ON f.id = a.file_id
    WHERE ${projectScope(actor, Prisma.sql`a.project_id`, Prisma.sql`a.county_id`)} AND ${where}
    ORDER BY array_position(ARRAY['submitted', 'accepted', 'returned', 'withdrawn'], a.status), y.year DESC, a.applied_on, a.id LIMIT 1000`);
}

export function applications(reader: Reader, actor: Actor, query: ApplicationQuery): Promise<ApplicationAnswer[]> {
  const { year = null, status = null, county = null, project = null } = query;
  return read(
    reader,
    actor,
    Prisma.sql`(${year}::int IS NULL OR y.year = ${year}::int) AND (${status}::text IS NULL OR a.status = ${status}) AND (${county}::uuid IS NULL OR a.county_id = ${county}::uuid)
      AND (${project}::uuid IS NULL OR a.project_id = ${project}::uuid)`,
  );
}

export const oneApplication = async (reader: Reader, actor: Actor, id: string): Promise<ApplicationAnswer | null> =>
  (await read(reader, actor, Prisma.sql`a.id = ${id}::uuid`))[0] ?? null;

export interface ReadyProject {
  id: string;
  code: string;
  name: string;
}

/** Projects that can apply for a year: the second vote is complete, no application of theirs lives, and no confirmed plan holds them. */
export function readyToApply(reader: Reader, actor: Actor, yearId: string): Promise<ReadyProject[]> {
  return reader.$queryRaw<ReadyProject[]>(Prisma.sql`
    SELECT p.id, p.code, p.name FROM project p
    WHERE ${projectScope(actor)} AND p.status = 'active' AND p.stage >= ${READY_FROM_STAGE}
      AND NOT EXISTS (SELECT 1 FROM application a WHERE a.project_id = p.id AND a.programme_year_id = ${yearId}::uuid AND a.status IN ('submitted', 'accepted'))
      AND NOT EXISTS (SELECT 1 FROM ${standing(Prisma.sql`p.id`)})
    ORDER BY p.code LIMIT 500`);
}
