import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { Prisma } from '@/lib/server/db/sql';
import { projectScope } from '@/lib/server/projects/scope';
import { type TasksOf, task } from './kind';

const SHOWN = 10;

interface Row {
  id: string;
  project: string;
  name: string;
  months: number;
  dueOn: CalendarDate;
}

/** 回访检查 that are due within 30 days or late: for the county bureau and the communities of the project. */
export const aftercareChecks: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if ((actor.role !== 'county_bureau' && actor.role !== 'community') || !can(actor.role, 'aftercare.write')) return [];
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT k.id, p.id AS project, p.name, k.months, k.due_on::text AS "dueOn" FROM aftercare_check k JOIN project p ON p.id = k.project_id
    WHERE k.result IS NULL AND p.status <> 'withdrawn' AND k.due_on <= anju_today() + 30 AND ${projectScope(actor)} ORDER BY k.due_on, k.id LIMIT ${SHOWN}`);
  return rows.map(({ id, project, name, months, dueOn }) =>
    task(asked, {
      key: `aftercare:${id}`,
      kind: 'aftercareCheck',
      href: `/projects/${project}/aftercare#check-${months}`,
      params: { name, months },
      dueOn,
    }),
  );
};
