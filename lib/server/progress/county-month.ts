import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { ProgressAnswer, SummaryView } from '@/lib/domain/progress/answers';
import { dueAt, earliestDay, timeliness } from '@/lib/domain/progress/due';
import { REPORTED_STAGES } from '@/lib/domain/progress/report';
import { addMonths, firstDay, lastDay, monthOf, type ReportMonth } from '@/lib/domain/progress/report-month';
import type { ProgressQuery } from '@/lib/domain/progress/schema';
import type { ReportStatus } from '@/lib/domain/progress/types';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { projectScope } from '@/lib/server/projects/scope';
import { namedUnit } from '@/lib/server/units/named';
import { outagesAfter } from './outages';

export interface MonthRow {
  project: { id: string; name: string; code: string; stage: number };
  county: NamedUnit;
  reportDay: number;
  reportId: string | null;
  status: ReportStatus | null;
  percentBp: number | null;
  investment: string | null;
  people: number | null;
  problems: string | null;
  firstReceivedAt: string | null;
  acceptedAt: string | null;
}

/** The projects that report in a month: under way, come to be by its end, and not yet past their acceptance; with what was accepted of them. */
export const monthRows = (reader: Reader, actor: Actor, month: ReportMonth, county?: string): Promise<MonthRow[]> =>
  reader.$queryRaw<MonthRow[]>`
    SELECT json_build_object('id', p.id, 'name', p.name, 'code', p.code, 'stage', p.stage) AS project, ${namedUnit('cu')} AS county, y.report_day AS "reportDay", r.id AS "reportId", r.status,
      m.percent_bp AS "percentBp", ${yuan('m.investment')} AS investment, r.people, r.problems, ${instant('r.first_received_at')} AS "firstReceivedAt", ${instant('r.accepted_at')} AS "acceptedAt"
    FROM project p JOIN unit cu ON cu.id = p.county_id JOIN programme_year y ON y.id = p.programme_year_id
    LEFT JOIN progress_report r ON r.project_id = p.id AND r.month = ${firstDay(month)}::date LEFT JOIN project_month m ON m.project_id = p.id AND m.month = ${firstDay(month)}::date
    WHERE ${projectScope(actor)} AND ${county ? Prisma.sql`p.county_id = ${county}::uuid` : Prisma.sql`true`}
      AND (r.id IS NOT NULL OR (p.status = 'active' AND p.stage BETWEEN ${REPORTED_STAGES.first}::int AND ${REPORTED_STAGES.last}::int
        AND (p.created_at AT TIME ZONE 'Asia/Shanghai')::date <= ${lastDay(month)}::date))
    ORDER BY cu.code, p.pinyin, p.id`;

/** Of the whole prefecture so many are listed; a county lists all of its own. */
const MOST_LINES = 200;

interface Clock {
  today: CalendarDate;
  now: Date;
}

export async function clockOf(reader: Reader): Promise<Clock> {
  const [clock] = await reader.$queryRaw<Clock[]>`SELECT anju_today()::text AS today, anju_now() AS now`;
  if (!clock) throw new Error('the database told no time');
  return clock;
}

export const summaryRows = (reader: Reader, condition: Prisma.Sql): Promise<(SummaryView & { countyId: string })[]> =>
  reader.$queryRaw<(SummaryView & { countyId: string })[]>`
    SELECT s.id, s.county_id AS "countyId", s.no, s.status, s.filler, s.reviewer, s.signer, s.hash, ${instant('s.first_received_at')} AS "firstReceivedAt", ${instant('s.received_at')} AS "receivedAt",
      ${instant('s.due_at')} AS "dueAt", s.first_received_at > s.due_at AS late, s.remark, s.material, ${instant('s.decided_at')} AS "decidedAt", s.version
    FROM county_month s WHERE ${condition} ORDER BY s.no DESC`;

export const reportDayOf = (rows: readonly MonthRow[]): number => earliestDay(rows.map(({ reportDay }) => reportDay));

/** 月报 of all projects of a month: how far each county is, its summary, and the projects: a county's all, else those that wait for a review or are overdue. */
export async function progressOf(reader: Reader, actor: Actor, query: ProgressQuery): Promise<ProgressAnswer> {
  const { today, now } = await clockOf(reader);
  const month = query.month ?? addMonths(monthOf(today), -1);
  const [rows, outages, summaries] = await Promise.all([
    monthRows(reader, actor, month, query.county),
    outagesAfter(reader, actor, month),
    summaryRows(
      reader,
      Prisma.sql`s.month = ${firstDay(month)}::date AND s.county_id = ANY(${[...actor.counties]}::uuid[])`,
    ),
  ]);
  const judged = rows.map((row) => {
    const received = row.firstReceivedAt === null ? null : new Date(row.firstReceivedAt);
    return { ...row, timeliness: timeliness(received, dueAt(month, row.reportDay, outages), now) };
  });
  const counties = [...new Map(judged.map(({ county }) => [county.id, county])).values()].map((county) => {
    const own = judged.filter((row) => row.county.id === county.id);
    const due = dueAt(month, reportDayOf(own), outages);
    const summary = summaries.find(({ countyId }) => countyId === county.id) ?? null;
    return {
      ...county,
      dueAt: due.toISOString(),
      projects: own.length,
      accepted: own.filter(({ status }) => status === 'accepted').length,
      submitted: own.filter(({ status }) => status === 'submitted').length,
      overdue: own.filter((row) => row.timeliness === 'overdue').length,
      summary,
      timeliness: timeliness(summary ? new Date(summary.firstReceivedAt) : null, due, now),
    };
  });
  const all = query.county !== undefined || actor.level !== 'prefecture';
  const listed = judged.filter((row) => all || row.timeliness === 'overdue' || row.status === 'submitted');
  const shown = all ? listed : listed.slice(0, MOST_LINES);
  return {
    month,
    today,
    ended: today > lastDay(month),
    counties,
    more: listed.length - shown.length,
    lines: shown.map(
      ({ project, county, status, percentBp, investment, problems, firstReceivedAt, timeliness: state }) => ({
        ...{ project, county, status, percentBp, investment, problems, firstReceivedAt, timeliness: state },
      }),
    ),
  };
}

/** The reporting day of the current programme year; before a year is opened, what the rule book in force says (决定/月报). */
export async function reportingDay(reader: Reader, actor: Actor): Promise<number> {
  const [row] = await reader.$queryRaw<{ day: number }[]>`
    SELECT report_day AS day FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid ORDER BY current DESC, year DESC LIMIT 1`;
  return row?.day ?? (await rulebookInForce(reader)).rulebook.reporting.dueDay;
}
