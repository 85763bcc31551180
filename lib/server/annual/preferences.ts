import 'server-only';
import { preferencesOf, type YearResult } from '@/lib/domain/annual/preference';
import type { Preference } from '@/lib/domain/annual/types';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import type { Year } from './year';

/** Which of the counties that this person may see the results of the year before prefer, by county. */
export async function preferencesFor(reader: Reader, actor: Actor, year: Year): Promise<Map<string, Preference>> {
  const results = await reader.$queryRaw<YearResult[]>`
    SELECT c.county_id AS "countyId", y.year, c.grade, c.vetoed,
      CASE WHEN s.status = 'closed' THEN json_build_object('no', s.consent_no, 'on', s.consent_on::text) END AS consent
    FROM scorecard c JOIN score_season s ON s.id = c.season_id JOIN programme_year y ON y.id = s.programme_year_id
    WHERE y.prefecture_id = ${actor.prefectureId}::uuid AND y.year = ${year.year - 1}::int AND c.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return preferencesOf(results, year.year, year.rulebook);
}
