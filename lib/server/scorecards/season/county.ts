import 'server-only';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { cardRows } from './card-rows';
import { scorecardDetail } from './detail';

/** The card of a county in a year; null: no season was opened, or it is not this person's. */
export async function cardIdOf(reader: Reader, actor: Actor, county: string, year: number): Promise<string | null> {
  const ofYear = Prisma.sql`SELECT y.id FROM programme_year y WHERE y.prefecture_id = ${actor.prefectureId}::uuid AND y.year = ${year}::int`;
  const [row] = await cardRows(
    reader,
    actor,
    Prisma.sql`c.county_id = ${county}::uuid AND s.programme_year_id = (${ofYear})`,
  );
  return row?.id ?? null;
}

/** 年度评价 of a county in a year; null as above. */
export async function scorecardOfCounty(
  reader: Reader,
  actor: Actor,
  county: string,
  year: number,
): Promise<ScorecardAnswer | null> {
  const id = await cardIdOf(reader, actor, county, year);
  return id === null ? null : scorecardDetail(reader, actor, id);
}
