import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import type { CardState } from '@/lib/domain/scorecards/season/types';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';

export interface CardRow {
  id: string;
  seasonId: string;
  county: NamedUnit;
  status: CardState;
  version: number;
  report: ScorecardAnswer['report'];
  submissions: number;
  /** how often the county submitted it itself */
  claims: number;
  submitted: ScorecardAnswer['submitted'];
  returned: ScorecardAnswer['returned'];
  reviewed: ScorecardAnswer['reviewed'];
  reviewedOn: CalendarDate | null;
  disputeUntil: CalendarDate | null;
  result: { total: number; grade: string; rank: number; vetoed: boolean } | null;
}

const byWhom = (column: string): Prisma.Sql =>
  Prisma.sql`'at', ${instant(`c.${column}_at`)}, 'by', anju_name_of(${Prisma.raw(`c.${column}_by`)})`;

/** Cards of the counties that this person sees. */
export const cardRows = (reader: Reader, actor: Actor, where: Prisma.Sql): Promise<CardRow[]> =>
  reader.$queryRaw<CardRow[]>(Prisma.sql`
    SELECT c.id, c.season_id AS "seasonId", ${namedUnit()} AS county, c.status, c.version, c.submissions,
      c.submissions - (SELECT count(*)::int FROM score_event e WHERE e.scorecard_id = c.id AND e.kind = 'takenIn') AS claims,
      json_build_object('summary', c.summary, 'problems', c.problems, 'nextSteps', c.next_steps, 'version', c.report_version) AS report,
      CASE WHEN c.submissions > 0 THEN json_build_object(${byWhom('submitted')}, 'late', (c.submitted_at AT TIME ZONE 'Asia/Shanghai')::date > s.self_due_on,
        'takenIn', CASE WHEN c.status <> 'open' THEN c.taken_in_reason END) END AS submitted,
      CASE WHEN c.returned_at IS NOT NULL THEN json_build_object(${byWhom('returned')}, 'reason', c.returned_reason) END AS returned,
      CASE WHEN c.reviewed_at IS NOT NULL THEN json_build_object(${byWhom('reviewed')}) END AS reviewed,
      (c.reviewed_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "reviewedOn", c.dispute_until::text AS "disputeUntil",
      CASE WHEN c.status = 'final' THEN json_build_object('total', c.total, 'grade', c.grade, 'rank', c.rank, 'vetoed', c.vetoed) END AS result
    FROM scorecard c JOIN score_season s ON s.id = c.season_id JOIN unit u ON u.id = c.county_id
    WHERE c.county_id = ANY(${[...actor.counties]}::uuid[]) AND ${where} ORDER BY u.sort_order, u.code LIMIT 1000`);
