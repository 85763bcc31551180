import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { MonthsAnswer } from '@/lib/domain/progress/answers';
import { dueAt, timeliness } from '@/lib/domain/progress/due';
import { REPORTED_STAGES } from '@/lib/domain/progress/report';
import { addMonths, monthOf, type ReportMonth } from '@/lib/domain/progress/report-month';
import type { ReportStatus } from '@/lib/domain/progress/types';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { projectScope } from '@/lib/server/projects/scope';
import { outagesAfter } from './outages';

interface Row {
  month: ReportMonth;
  status: ReportStatus;
  percentBp: number | null;
  investment: string | null;
  firstReceivedAt: string | null;
  acceptedAt: string | null;
}

interface Head {
  today: CalendarDate;
  now: Date;
  reportDay: number;
  stage: number;
  active: boolean;
  rows: Row[];
}

const SHOWN = 60;

/** The months of a project, the latest first: those that were reported, and this and the last one where they are to be. null: not this person's. */
export async function monthsOf(reader: Reader, actor: Actor, projectId: string): Promise<MonthsAnswer | null> {
  const [head] = await reader.$queryRaw<Head[]>`
    SELECT anju_today()::text AS today, anju_now() AS now, y.report_day AS "reportDay", p.stage, p.status = 'active' AS active,
      coalesce((SELECT json_agg(json_build_object('month', to_char(r.month, 'YYYY-MM'), 'status', r.status, 'percentBp', m.percent_bp, 'investment', ${yuan('m.investment')},
          'firstReceivedAt', ${instant('r.first_received_at')}, 'acceptedAt', ${instant('r.accepted_at')}) ORDER BY r.month)
        FROM progress_report r LEFT JOIN project_month m ON m.project_id = r.project_id AND m.month = r.month WHERE r.project_id = p.id), '[]') AS rows
    FROM project p JOIN programme_year y ON y.id = p.programme_year_id WHERE p.id = ${projectId}::uuid AND ${projectScope(actor)}`;
  if (!head) return null;
  const current = monthOf(head.today);
  const reports = head.active && head.stage >= REPORTED_STAGES.first && head.stage <= REPORTED_STAGES.last;
  const first = head.rows[0]?.month ?? addMonths(current, -1);
  const months: ReportMonth[] = [];
  for (let one = current; one >= first && months.length < SHOWN; one = addMonths(one, -1)) months.push(one);
  const outages = await outagesAfter(reader, actor, first);
  const known = new Map(head.rows.map((row) => [row.month, row]));
  const items = months.flatMap((month) => {
    const row = known.get(month);
    if (!row && !reports) return [];
    const due = dueAt(month, head.reportDay, outages);
    const received = row?.firstReceivedAt ?? null;
    return {
      month,
      status: row?.status ?? null,
      percentBp: row?.percentBp ?? null,
      investment: row?.investment ?? null,
      dueAt: due.toISOString(),
      timeliness: timeliness(received === null ? null : new Date(received), due, head.now),
      firstReceivedAt: received,
      acceptedAt: row?.acceptedAt ?? null,
    };
  });
  return { items };
}
