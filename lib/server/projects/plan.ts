import 'server-only';
import { Prisma } from '@/lib/server/db/sql';

/** The plan that counts for each live compound of a project: the latest final version; while there is none, the draft. */
export const plansInForce = (projectId: string): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (v.compound_id) v.id, v.compound_id, v.no, v.status, v.todo_items, v.cost, v.resident_share
  FROM project_compound m JOIN compound_plan v ON v.compound_id = m.compound_id
  WHERE m.project_id = ${projectId}::uuid AND m.live ORDER BY v.compound_id, (v.status = 'final') DESC, v.no DESC`;

/** The same of several projects at once, each row with its project. */
export const plansInForceOf = (projectIds: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (m.project_id, v.compound_id) m.project_id, v.id, v.compound_id
  FROM project_compound m JOIN compound_plan v ON v.compound_id = m.compound_id
  WHERE m.project_id = ANY(${[...projectIds]}::uuid[]) AND m.live ORDER BY m.project_id, v.compound_id, (v.status = 'final') DESC, v.no DESC`;
