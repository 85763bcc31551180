import 'server-only';
import { type CalendarDate, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { DeadlineAnswer, YearAnswer } from '@/lib/domain/programme/answers';
import { deadlineState } from '@/lib/domain/programme/calendar';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';

interface Row extends Omit<YearAnswer, 'deadlines' | 'rulebook' | 'campaign'> {
  rulebook_id: string;
  rulebook_code: string;
  rulebook_version: string;
  rulebook_title: string;
  within_days: number;
  campaign_id: string | null;
  campaign_name: string | null;
  campaign_status: 'open' | 'frozen' | null;
  now: Date;
}

/** A deadline that is over says so; whether it was met, the projects tell. */
function deadline(kind: 'start' | 'complete', on: CalendarDate, now: Date, withinDays: number): DeadlineAnswer {
  const { passed, daysLeft } = deadlineState(on, now);
  return { kind, on, passed, daysLeft, light: passed ? 'neutral' : daysLeft <= withinDays ? 'amber' : 'green' };
}

function answerOf(row: Row): YearAnswer {
  const { id, year, current, targetShare, startBy, completeBy, reportDay, voteTest, rankingWeights, version } = row;
  return {
    id,
    year,
    current,
    targetShare,
    startBy,
    completeBy,
    reportDay,
    deadlines: [
      deadline('start', calendarDateOf(startBy), row.now, row.within_days),
      deadline('complete', calendarDateOf(completeBy), row.now, row.within_days),
    ],
    rulebook: {
      id: row.rulebook_id,
      code: row.rulebook_code,
      version: row.rulebook_version,
      title: row.rulebook_title,
    },
    campaign:
      row.campaign_id && row.campaign_name && row.campaign_status
        ? { id: row.campaign_id, name: row.campaign_name, status: row.campaign_status }
        : null,
    voteTest,
    rankingWeights,
    version,
  };
}

async function read(tx: Tx, actor: Actor, condition: Prisma.Sql): Promise<YearAnswer[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT y.id, y.year, y.current, y.target_share AS "targetShare", y.start_by::text AS "startBy", y.complete_by::text AS "completeBy",
      y.report_day AS "reportDay", y.ranking_weights AS "rankingWeights", y.version, r.id AS rulebook_id, r.code AS rulebook_code, r.version_name AS rulebook_version,
      coalesce(r.content ->> 'title', r.code) AS rulebook_title, coalesce((r.content #>> '{lights,withinDays}')::int, 30) AS within_days,
      (SELECT jsonb_build_object('code', v ->> 'code', 'name', v ->> 'name', 'nameEn', v ->> 'nameEn', 'clause', v ->> 'clause')
        FROM jsonb_array_elements(r.content #> '{votes,tests}') v WHERE v ->> 'code' = y.vote_test) AS "voteTest",
      c.id AS campaign_id, c.name AS campaign_name, c.status AS campaign_status, anju_now() AS now
    FROM programme_year y JOIN rulebook_version r ON r.id = y.rulebook_id LEFT JOIN survey_campaign c ON c.id = y.campaign_id
    WHERE y.prefecture_id = ${actor.prefectureId}::uuid AND ${condition} ORDER BY y.year DESC`;
  return rows.map(answerOf);
}

export const programmeYears = (tx: Tx, actor: Actor): Promise<YearAnswer[]> => read(tx, actor, Prisma.sql`true`);

export async function programmeYear(tx: Tx, actor: Actor, id: string): Promise<YearAnswer | undefined> {
  return (await read(tx, actor, Prisma.sql`y.id = ${id}::uuid`))[0];
}

/** Past years with the baseline that was frozen for them, the latest first: what a dashboard can look back to. */
export async function frozenYears(reader: Reader, actor: Actor): Promise<number[]> {
  const rows = await reader.$queryRaw<{ year: number }[]>`
    SELECT y.year FROM programme_year y JOIN survey_campaign c ON c.id = y.campaign_id
    WHERE y.prefecture_id = ${actor.prefectureId}::uuid AND NOT y.current AND c.status = 'frozen' ORDER BY y.year DESC`;
  return rows.map(({ year }) => year);
}
