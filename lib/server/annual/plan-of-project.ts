import 'server-only';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';

export interface PlanOfProject {
  planId: string;
  year: number;
  no: number;
  documentNo: string;
  documentOn: string;
  rank: number | null;
}

/** Entries `e` of plans `a` of years `y` that a project stands in: of each year the latest confirmed version counts. */
export const standing = (projectId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  annual_plan_entry e JOIN annual_plan a ON a.id = e.plan_id JOIN programme_year y ON y.id = a.programme_year_id
    WHERE e.project_id = ${projectId} AND e.chosen AND a.status = 'confirmed'
      AND a.no = (SELECT max(l.no) FROM annual_plan l WHERE l.programme_year_id = a.programme_year_id AND l.status = 'confirmed')`;

/** The confirmed plan that a project stands in. null: it may not begin stage 6. */
export async function planOfProject(reader: Reader, projectId: string): Promise<PlanOfProject | null> {
  const [row] = await reader.$queryRaw<PlanOfProject[]>`
    SELECT a.id AS "planId", y.year, a.no, a.document_no AS "documentNo", a.document_on::text AS "documentOn", e.rank
    FROM ${standing(Prisma.sql`${projectId}::uuid`)} ORDER BY y.year LIMIT 1`;
  return row ?? null;
}
