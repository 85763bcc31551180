import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { levelFor } from '@/lib/domain/inspections/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Task } from '@/lib/domain/tasks/answers';
import { Prisma } from '@/lib/server/db/sql';
import { projectScope } from '@/lib/server/projects/scope';
import { type Asked, type TasksOf, task } from './kind';

const SHOWN = 10;

interface Row {
  id: string;
  name: string;
  count: number;
  dueOn: CalendarDate;
}

/** Findings of a status, project by project, the most urgent first. */
const byProject = ({ tx, actor }: Asked, where: Prisma.Sql) => tx.$queryRaw<Row[]>`
  SELECT p.id, p.name, count(*)::int AS count, min(f.limit_on)::text AS "dueOn" FROM finding f JOIN project p ON p.id = f.project_id
  WHERE p.status = 'active' AND ${projectScope(actor)} AND ${where} GROUP BY p.id, p.name ORDER BY min(f.limit_on), p.id LIMIT ${SHOWN}`;

/** What is past its limit, or due within a week: for the county bureau and who implements. */
async function findingsDue(asked: Asked): Promise<Task[]> {
  const { role, subdistrictId } = asked.actor;
  if (!can(role, 'progress.write')) return [];
  const mine =
    role === 'town'
      ? Prisma.sql`p.entity_kind = 'town' AND p.entity_unit_id = ${subdistrictId}::uuid`
      : Prisma.sql`true`;
  const rows = await byProject(asked, Prisma.sql`f.status = 'open' AND f.limit_on <= anju_today() + 7 AND ${mine}`);
  return rows.map(({ id, name, count, dueOn }) =>
    task(asked, {
      key: `findings:${id}`,
      kind: 'findingsDue',
      href: `/projects/${id}/works#findings`,
      params: { name, count },
      dueOn,
    }),
  );
}

/** What was reported put right waits for somebody else to look again; the prefecture looks at what it found itself. */
async function rechecks(asked: Asked): Promise<Task[]> {
  const { accountId, role } = asked.actor;
  if (!can(role, 'inspection.write')) return [];
  const own =
    levelFor(role) === 'prefecture'
      ? Prisma.sql`EXISTS (SELECT 1 FROM inspection i WHERE i.id = f.inspection_id AND i.level = 'prefecture')`
      : Prisma.sql`true`;
  const rows = await byProject(
    asked,
    Prisma.sql`f.status = 'rectified' AND f.rectified_by IS DISTINCT FROM ${accountId}::uuid AND ${own}`,
  );
  return rows.map(({ id, name, count, dueOn }) =>
    task(asked, {
      key: `recheck:${id}`,
      kind: 'recheckWaiting',
      href: `/projects/${id}/works#findings`,
      params: { name, count },
      dueOn,
    }),
  );
}

interface Stop {
  id: string;
  project: string;
  name: string;
  no: string;
}

/** Notes that stand: for who implements and who inspects; the prefecture sees its own. */
async function standing(asked: Asked): Promise<Task[]> {
  const { tx, actor } = asked;
  const { role, subdistrictId } = actor;
  if (!can(role, 'progress.write') && !can(role, 'inspection.write')) return [];
  const mine =
    role === 'town'
      ? Prisma.sql`p.entity_kind = 'town' AND p.entity_unit_id = ${subdistrictId}::uuid`
      : levelFor(role) === 'prefecture'
        ? Prisma.sql`s.level = 'prefecture'`
        : Prisma.sql`true`;
  const rows = await tx.$queryRaw<Stop[]>`
    SELECT s.id, p.id AS project, p.name, s.no FROM stop_work s JOIN project p ON p.id = s.project_id
    WHERE s.lifted_on IS NULL AND p.status = 'active' AND ${projectScope(actor)} AND ${mine} ORDER BY s.issued_on, s.id LIMIT ${SHOWN}`;
  return rows.map(({ id, project, name, no }) =>
    task(asked, {
      key: `stop:${id}`,
      kind: 'stopWorkStands',
      href: `/projects/${project}/works#stop-work`,
      params: { name, documentNo: no },
    }),
  );
}

export const inspectionsWaiting: TasksOf = async (asked) => [
  ...(await standing(asked)),
  ...(await findingsDue(asked)),
  ...(await rechecks(asked)),
];
