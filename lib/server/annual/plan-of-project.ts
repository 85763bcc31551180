import 'server-only';
import type { Reader } from '@/lib/server/db/with-reader';

export interface PlanOfProject {
  planId: string;
  year: number;
  no: number;
  documentNo: string;
  documentOn: string;
  rank: number | null;
}

/** The confirmed plan that a project stands in: of each year the latest confirmed version counts. null: it may not begin stage 6. */
export async function planOfProject(reader: Reader, projectId: string): Promise<PlanOfProject | null> {
  const [row] = await reader.$queryRaw<PlanOfProject[]>`
    SELECT a.id AS "planId", y.year, a.no, a.document_no AS "documentNo", a.document_on::text AS "documentOn", e.rank
    FROM annual_plan_entry e JOIN annual_plan a ON a.id = e.plan_id JOIN programme_year y ON y.id = a.programme_year_id
    WHERE e.project_id = ${projectId}::uuid AND e.chosen AND a.status = 'confirmed'
      AND a.no = (SELECT max(l.no) FROM annual_plan l WHERE l.programme_year_id = a.programme_year_id AND l.status = 'confirmed')
    ORDER BY y.year LIMIT 1`;
  return row ?? null;
}
