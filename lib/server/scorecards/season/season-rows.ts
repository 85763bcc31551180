import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { CommentAnswer, SanctionAnswer, SeasonAnswer } from '@/lib/domain/scorecards/season/answers';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit, namedUnitIfAny } from '@/lib/server/units/named';

export const fileOf = (alias: string): Prisma.Sql =>
  Prisma.raw(`CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`);

export interface SeasonRow extends SeasonAnswer {
  selfDueOn: CalendarDate;
  rulebookId: string;
  deliberatedOn: CalendarDate | null;
  today: CalendarDate;
}

const SEASON = Prisma.sql`
  SELECT s.id, y.year, s.status, s.self_due_on::text AS "selfDueOn", s.note, s.document_no AS "documentNo", ${fileOf('f')} AS file, ${instant('s.created_at')} AS "openedAt",
    anju_name_of(s.created_by) AS "openedBy", s.version, s.rulebook_id AS "rulebookId", (s.deliberated_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "deliberatedOn",
    CASE WHEN s.deliberated_at IS NOT NULL AND (s.status = 'closed' OR (SELECT anju_level()) = 'prefecture')
      THEN json_build_object('opinion', s.deliberation, 'at', ${instant('s.deliberated_at')}, 'by', anju_name_of(s.deliberated_by)) END AS deliberation,
    CASE WHEN s.status = 'closed' THEN json_build_object('documentNo', s.consent_no, 'documentOn', s.consent_on::text, 'file', ${fileOf('g')}, 'at', ${instant('s.closed_at')},
      'by', anju_name_of(s.closed_by)) END AS final, anju_today()::text AS today
  FROM score_season s JOIN programme_year y ON y.id = s.programme_year_id LEFT JOIN stored_file f ON f.id = s.file_id LEFT JOIN stored_file g ON g.id = s.consent_file_id`;

export const seasonRows = (reader: Reader, actor: Actor, where: Prisma.Sql): Promise<SeasonRow[]> =>
  reader.$queryRaw<SeasonRow[]>(
    Prisma.sql`${SEASON} WHERE s.prefecture_id = ${actor.prefectureId}::uuid AND ${where} ORDER BY y.year DESC LIMIT 100`,
  );

export const seasonAnswerOf = ({ rulebookId: _, deliberatedOn: __, today: ___, ...season }: SeasonRow): SeasonAnswer =>
  season;

export const commentsOf = (reader: Reader, seasonId: string): Promise<CommentAnswer[]> =>
  reader.$queryRaw<CommentAnswer[]>`
    SELECT c.id, ${namedUnitIfAny('u')} AS county, c.kind, c.who, c.text, ${fileOf('f')} AS file, ${instant('c.created_at')} AS at, anju_name_of(c.created_by) AS by
    FROM score_comment c LEFT JOIN unit u ON u.id = c.county_id LEFT JOIN stored_file f ON f.id = c.file_id
    WHERE c.season_id = ${seasonId}::uuid ORDER BY c.created_at, c.id LIMIT 1000`;

export type SanctionRow = Omit<SanctionAnswer, 'kind'> & { kind: string };

export const sanctionsOf = (
  reader: Reader,
  actor: Actor,
  seasonId: string,
  countyId?: string,
): Promise<SanctionRow[]> =>
  reader.$queryRaw<SanctionRow[]>`
    SELECT x.id, ${namedUnit()} AS county, x.kind, x.facts, x.document_no AS "documentNo", x.document_on::text AS "documentOn", ${fileOf('f')} AS file,
      ${instant('x.created_at')} AS at, anju_name_of(x.created_by) AS by
    FROM score_sanction x JOIN unit u ON u.id = x.county_id LEFT JOIN stored_file f ON f.id = x.file_id
    WHERE x.season_id = ${seasonId}::uuid AND x.county_id = ANY(${[...actor.counties]}::uuid[]) AND (${countyId ?? null}::uuid IS NULL OR x.county_id = ${countyId ?? null}::uuid)
    ORDER BY x.document_on DESC, x.id LIMIT 1000`;

interface ResultRow {
  county: { id: string; name: string; nameEn: string | null };
  total: number;
  grade: string;
  rank: number;
  vetoed: boolean;
}

/** Of all counties, for every county, once the season is closed. */
export const resultRows = (reader: Reader, seasonId: string): Promise<ResultRow[]> =>
  reader.$queryRaw<ResultRow[]>`
    SELECT json_build_object('id', r.county_id, 'name', r.name, 'nameEn', r.name_en) AS county, r.total, r.grade, r.rank, r.vetoed FROM score_results(${seasonId}::uuid) r`;
