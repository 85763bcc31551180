import 'server-only';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { seasonDetail, seasons } from './seasons';

/** The season of a year; null: none was opened. */
export async function seasonOfYear(reader: Reader, actor: Actor, year: number): Promise<SeasonDetail | null> {
  const [season] = await seasons(reader, actor, year);
  return season ? seasonDetail(reader, actor, season.id) : null;
}
