import 'server-only';
import { Prisma } from '@/lib/server/db/sql';

/** Lines of funding plans that count, of `f` of project `p`: those that stand. A withdrawn project plans nothing; fund_planned_total keeps the same. */
export const PLAN_LINES = Prisma.sql`f.project_id = p.id AND f.retired_at IS NULL AND p.status <> 'withdrawn'`;
