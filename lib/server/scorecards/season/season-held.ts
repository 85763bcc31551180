import 'server-only';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { type SeasonRow, seasonRows } from './season-rows';
import { seasonDetail } from './seasons';

/** A season behind its lock. Whoever acts on the season itself says which version they saw. */
export async function heldSeason(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version?: number },
  sent: object = {},
): Promise<Answer<SeasonRow>> {
  await tx.$queryRaw`SELECT id FROM score_season WHERE id = ${id}::uuid AND prefecture_id = ${actor.prefectureId}::uuid FOR UPDATE`;
  const [season] = await seasonRows(tx, actor, Prisma.sql`s.id = ${id}::uuid`);
  if (!season) return notFound();
  if (version === undefined || season.version === version) return done(season);
  return conflict(await seasonDetail(tx, actor, id), sent, season.version);
}

/** The whole season, as it stands now. */
export async function seasonAnswered(
  tx: Tx,
  actor: Actor,
  id: string,
  { isNew = false }: { isNew?: boolean } = {},
): Promise<Answer<SeasonDetail>> {
  const season = await seasonDetail(tx, actor, id);
  if (!season) return notFound();
  const more = { version: season.version };
  return isNew ? created(season, more) : done(season, more);
}
