import 'server-only';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { scorecardDetail } from './detail';

/** 年度考核 of a county in a year; null: none was opened, or it is not this person's. */
export async function scorecardOfCounty(
  reader: Reader,
  actor: Actor,
  county: string,
  year: number,
): Promise<ScorecardAnswer | null> {
  const [row] = await reader.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM scorecard c JOIN score_season s ON s.id = c.season_id JOIN programme_year y ON y.id = s.programme_year_id
    WHERE c.county_id = ${county}::uuid AND y.year = ${year}::int AND y.prefecture_id = ${actor.prefectureId}::uuid`;
  return row ? scorecardDetail(reader, actor, row.id) : null;
}
