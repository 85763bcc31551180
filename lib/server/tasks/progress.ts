import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { dueDay } from '@/lib/domain/progress/due';
import { addMonths, monthOf, type ReportMonth } from '@/lib/domain/progress/report-month';
import type { Task } from '@/lib/domain/tasks/answers';
import { Prisma } from '@/lib/server/db/sql';
import { monthRows, reportDayOf, summaryRows } from '@/lib/server/progress/county-month';
import { outagesAfter } from '@/lib/server/progress/outages';
import { projectScope } from '@/lib/server/projects/scope';
import { type Asked, type TasksOf, task } from './kind';

const SHOWN = 10;

const inWords = (month: ReportMonth) => ({ year: month.slice(0, 4), month: Number(month.slice(5)) });

/** Last month's reports that this person fills in, and what came back of any month. */
async function toFillIn(asked: Asked, month: ReportMonth): Promise<Task[]> {
  const { tx, actor } = asked;
  if (!can(actor.role, 'progress.write')) return [];
  const rows = await monthRows(tx, actor, month);
  const open = rows.filter(({ firstReceivedAt, status }) => firstReceivedAt === null && status !== 'returned');
  const returned = await tx.$queryRaw<{ id: string; name: string; month: ReportMonth }[]>`
    SELECT p.id, p.name, to_char(r.month, 'YYYY-MM') AS month FROM progress_report r JOIN project p ON p.id = r.project_id
    WHERE r.status IN ('returned', 'correcting') AND p.status = 'active' AND ${projectScope(actor)} ORDER BY r.month, p.pinyin, p.id LIMIT ${SHOWN}`;
  const back = returned.map(({ id, name, month: of }) =>
    task(asked, {
      key: `report:${id}:${of}`,
      kind: 'reportReturned',
      href: `/projects/${id}/reports/${of}`,
      params: { name, ...inWords(of) },
    }),
  );
  if (open.length === 0) return back;
  const dueOn = dueDay(month, reportDayOf(open), await outagesAfter(tx, actor, month));
  const [only] = open;
  const href = open.length === 1 ? `/projects/${only?.project.id}/reports/${month}` : `/progress?month=${month}`;
  const params = { count: open.length, ...inWords(month) };
  return [task(asked, { key: `reports:${month}`, kind: 'reportsDue', href, params, dueOn }), ...back];
}

interface Waiting {
  reports: number;
  corrections: number;
  first: string | null;
  firstMonth: ReportMonth | null;
  month: ReportMonth | null;
}

/** Reports and corrections that wait for a second person. */
async function toReview(asked: Asked): Promise<Task[]> {
  const { tx, actor } = asked;
  if (!can(actor.role, 'report.review')) return [];
  // once the county has summed up its month, the prefecture decides: both see what they may decide
  const mine =
    actor.level === 'prefecture'
      ? Prisma.sql`true`
      : Prisma.sql`NOT EXISTS (SELECT 1 FROM county_month m WHERE m.county_id = r.county_id AND m.month = r.month AND m.status <> 'returned')`;
  const [row] = await tx.$queryRaw<Waiting[]>`
    SELECT count(*) FILTER (WHERE r.status = 'submitted')::int AS reports, count(*) FILTER (WHERE c.id IS NOT NULL)::int AS corrections, to_char(min(r.month) FILTER (WHERE r.status = 'submitted'), 'YYYY-MM') AS month,
      (array_agg(c.project_id ORDER BY c.asked_at) FILTER (WHERE c.id IS NOT NULL))[1]::text AS first,
      (array_agg(to_char(r.month, 'YYYY-MM') ORDER BY c.asked_at) FILTER (WHERE c.id IS NOT NULL))[1] AS "firstMonth"
    FROM progress_report r JOIN project p ON p.id = r.project_id LEFT JOIN progress_correction c ON c.report_id = r.id AND c.status = 'asked' AND c.asked_by <> ${actor.accountId}::uuid
    WHERE (c.id IS NOT NULL OR (r.status = 'submitted'
      AND (SELECT s.sent_by FROM progress_sending s WHERE s.report_id = r.id ORDER BY s.no DESC LIMIT 1) <> ${actor.accountId}::uuid)) AND ${mine} AND ${projectScope(actor)}`;
  if (!row) return [];
  const { reports, corrections, first, firstMonth, month } = row;
  return [
    ...(reports > 0
      ? [
          task(asked, {
            key: 'reportsToReview',
            kind: 'reportsToReview',
            href: `/progress?month=${month}`,
            params: { count: reports },
          }),
        ]
      : []),
    ...(corrections > 0
      ? [
          task(asked, {
            key: 'reportCorrections',
            kind: 'reportCorrections',
            href: `/projects/${first}/reports/${firstMonth}`,
            params: { count: corrections },
          }),
        ]
      : []),
  ];
}

/** The county's summary of last month, when every report was accepted. */
async function toSumUp(asked: Asked, month: ReportMonth): Promise<Task[]> {
  const { tx, actor } = asked;
  if (!can(actor.role, 'report.sumUp') || !actor.countyId) return [];
  const rows = await monthRows(tx, actor, month, actor.countyId);
  if (rows.length === 0 || rows.some(({ status }) => status !== 'accepted')) return [];
  const [last] = await summaryRows(
    tx,
    Prisma.sql`s.county_id = ${actor.countyId}::uuid AND s.month = ${`${month}-01`}::date`,
  );
  if (last && last.status !== 'returned') return [];
  const dueOn = dueDay(month, reportDayOf(rows), await outagesAfter(tx, actor, month));
  const href = `/progress?month=${month}#summary`;
  return [task(asked, { key: `summary:${month}`, kind: 'summaryDue', href, params: inWords(month), dueOn })];
}

/** Starts, completions and summaries that the prefecture accepts. */
async function toAccept(asked: Asked): Promise<Task[]> {
  const { tx, actor } = asked;
  if (!can(actor.role, 'milestone.decide')) return [];
  const milestones = await tx.$queryRaw<{ id: string; name: string; count: number }[]>`
    SELECT p.id, p.name, count(*)::int AS count FROM milestone m JOIN project p ON p.id = m.project_id
    WHERE m.status = 'submitted' AND ${projectScope(actor)} GROUP BY p.id ORDER BY min(m.received_at), p.id LIMIT ${SHOWN}`;
  const summaries = await tx.$queryRaw<{ id: string; name: string; nameEn: string | null; month: ReportMonth }[]>`
    SELECT u.id, u.name, u.name_en AS "nameEn", to_char(s.month, 'YYYY-MM') AS month FROM county_month s JOIN unit u ON u.id = s.county_id
    WHERE s.status = 'submitted' AND s.county_id = ANY(${[...actor.counties]}::uuid[]) ORDER BY s.received_at, s.id LIMIT ${SHOWN}`;
  return [
    ...milestones.map(({ id, name, count }) =>
      task(asked, {
        key: `milestones:${id}`,
        kind: 'milestonesWaiting',
        href: `/projects/${id}/reports#milestones`,
        params: { name, count },
      }),
    ),
    ...summaries.map(({ id, name, nameEn, month }) =>
      task(asked, {
        key: `summary:${id}:${month}`,
        kind: 'summaryWaiting',
        href: `/progress?month=${month}&county=${id}#summary`,
        params: { county: name, countyEn: nameEn ?? name, ...inWords(month) },
      }),
    ),
  ];
}

/** 月报: what is to be filled in, reviewed, summed up and accepted. */
export const reportsWaiting: TasksOf = async (asked) => {
  const month = addMonths(monthOf(asked.today), -1);
  return [
    ...(await toFillIn(asked, month)),
    ...(await toReview(asked)),
    ...(await toSumUp(asked, month)),
    ...(await toAccept(asked)),
  ];
};
