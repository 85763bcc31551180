import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { Task } from '@/lib/domain/tasks/answers';
import { feasibilityReports } from '@/lib/server/feasibility/reports';
import { type Asked, type TasksOf, task } from './kind';

/** Applications that wait for the county bureau: one line, so many of them. */
async function applicationsWaiting(asked: Asked): Promise<Task[]> {
  const { tx, actor } = asked;
  if (actor.role !== 'county_bureau') return [];
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM application WHERE status = 'submitted' AND county_id = ANY(${[...actor.counties]}::uuid[])`;
  const count = row?.count ?? 0;
  const line = { key: 'applications', kind: 'applicationsWaiting', href: '/applications?status=submitted' } as const;
  return count > 0 ? [task(asked, { ...line, params: { count } })] : [];
}

/** Reports that wait for the government's consent, and for whoever approves them. */
async function feasibilityWaiting(asked: Asked): Promise<Task[]> {
  const { tx, actor } = asked;
  if (!can(actor.role, 'feasibility.write') && !can(actor.role, 'feasibility.approve')) return [];
  const reports = await feasibilityReports(tx, actor, {});
  return reports.flatMap(({ id, title, status, projects, file, approver }) => {
    const [href, params] = [`/feasibility/${id}#steps`, { name: title }];
    if (status === 'draft' && actor.role === 'county_bureau' && file && projects > 0)
      return [task(asked, { key: `consent:${id}`, kind: 'feasibilityConsent', href, params })];
    if (status === 'consented' && actor.role === approver.recordedBy)
      return [task(asked, { key: `approve:${id}`, kind: 'feasibilityApprove', href, params })];
    return [];
  });
}

/** A draft of the year's plan waits for the prefecture bureau. */
async function plansWaiting(asked: Asked): Promise<Task[]> {
  const { tx, actor } = asked;
  if (!can(actor.role, 'annualPlan.write')) return [];
  const rows = await tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT id, title FROM annual_plan WHERE status = 'draft' AND prefecture_id = ${actor.prefectureId}::uuid ORDER BY created_at LIMIT 10`;
  return rows.map(({ id, title }) =>
    task(asked, { key: `plan:${id}`, kind: 'annualPlanDraft', href: `/annual-plans/${id}`, params: { name: title } }),
  );
}

/** The programme year: applications, feasibility reports, the annual plan. */
export const annualSteps: TasksOf = async (asked) => [
  ...(await applicationsWaiting(asked)),
  ...(await feasibilityWaiting(asked)),
  ...(await plansWaiting(asked)),
];
