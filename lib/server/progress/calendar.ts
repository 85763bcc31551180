import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { CalendarEntry } from '@/lib/domain/progress/calendar';
import { dueDay } from '@/lib/domain/progress/due';
import { addMonths, firstDay, lastDay, type ReportMonth } from '@/lib/domain/progress/report-month';
import type { Actor } from '@/lib/server/actor';
import { complaintScope } from '@/lib/server/complaints/scope';
import type { Reader } from '@/lib/server/db/with-reader';
import { projectScope } from '@/lib/server/projects/scope';
import { outagesAfter } from './outages';

/** So many of a kind are named; nobody reads more in a month's box. */
const MOST = 300;

interface Year {
  year: number;
  reportDay: number;
  startBy: CalendarEntry['on'];
  completeBy: CalendarEntry['on'];
}

/** The reporting day of the month before, and what the programme years want begun and complete. */
async function ofYears(reader: Reader, actor: Actor, month: ReportMonth): Promise<CalendarEntry[]> {
  const years = await reader.$queryRaw<Year[]>`
    SELECT year, report_day AS "reportDay", start_by::text AS "startBy", complete_by::text AS "completeBy" FROM programme_year
    WHERE prefecture_id = ${actor.prefectureId}::uuid ORDER BY year`;
  const before = addMonths(month, -1);
  const outages = await outagesAfter(reader, actor, before);
  const due = new Set(years.map(({ reportDay }) => dueDay(before, reportDay, outages)));
  const limits = years.flatMap(({ year, startBy, completeBy }) => [
    { on: startBy, kind: 'startBy' as const, name: String(year), count: 1, href: `/projects?year=${year}` },
    { on: completeBy, kind: 'completeBy' as const, name: String(year), count: 1, href: `/projects?year=${year}` },
  ]);
  const reports = [...due].map((on) => ({
    ...{ on, kind: 'reportDue' as const, name: before, count: 1, href: `/progress?month=${before}` },
  }));
  return [...reports, ...limits];
}

/** What falls due in a month, of everything that this person reads: reports, the years' limits, findings, notices, complaints, later checks. */
export async function calendarOf(reader: Reader, actor: Actor, month: ReportMonth): Promise<CalendarEntry[]> {
  const [from, to] = [firstDay(month), lastDay(month)];
  const [years, findings, checks, notices, complaints] = await Promise.all([
    ofYears(reader, actor, month),
    reader.$queryRaw<CalendarEntry[]>`
      SELECT f.limit_on::text AS "on", 'finding' AS kind, p.name, count(*)::int AS count, '/projects/' || p.id || '/works#findings' AS href FROM finding f JOIN project p ON p.id = f.project_id
      WHERE f.status <> 'closed' AND p.status <> 'withdrawn' AND f.limit_on BETWEEN ${from}::date AND ${to}::date AND ${projectScope(actor)} GROUP BY 1, p.id ORDER BY 1, p.id LIMIT ${MOST}`,
    reader.$queryRaw<CalendarEntry[]>`
      SELECT k.due_on::text AS "on", 'aftercare' AS kind, p.name, 1 AS count, '/projects/' || p.id || '/aftercare' AS href FROM aftercare_check k JOIN project p ON p.id = k.project_id
      WHERE k.result IS NULL AND p.status <> 'withdrawn' AND k.due_on BETWEEN ${from}::date AND ${to}::date AND ${projectScope(actor)} ORDER BY k.due_on, k.id LIMIT ${MOST}`,
    can(actor.role, 'supervision.read')
      ? reader.$queryRaw<CalendarEntry[]>`
          SELECT s.limit_on::text AS "on", 'supervision' AS kind, s.title AS name, 1 AS count, '/supervision/' || s.id AS href FROM supervision s
          WHERE s.status IN ('issued', 'returned') AND s.limit_on BETWEEN ${from}::date AND ${to}::date AND s.county_id = ANY(${[...actor.counties]}::uuid[]) ORDER BY s.limit_on, s.id LIMIT ${MOST}`
      : [],
    can(actor.role, 'complaint.read')
      ? reader.$queryRaw<CalendarEntry[]>`
          SELECT c.due_on::text AS "on", 'complaint' AS kind, min(c.no) AS name, count(*)::int AS count, '/complaints' AS href FROM complaint c
          WHERE (${complaintScope(actor)}) AND c.status IN ('received', 'assigned') AND c.due_on BETWEEN ${from}::date AND ${to}::date GROUP BY 1 ORDER BY 1`
      : [],
  ]);
  return [...years.filter(({ on }) => on >= from && on <= to), ...findings, ...notices, ...complaints, ...checks];
}
