import 'server-only';
import type { ScoreStage } from '@/lib/domain/scorecards/columns';
import type { LineRow } from '@/lib/domain/scorecards/season/groups';
import type { LineOrigin } from '@/lib/domain/scorecards/season/types';
import type { Points } from '@/lib/domain/scorecards/sheet';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Parts } from './parts';

export const lineNow = ({ lines }: Pick<Parts, 'lines'>, criterion: string, stage: ScoreStage): LineRow | null =>
  lines.find((line) => line.criterion === criterion && line.stage === stage && line.replacedAt === null) ?? null;

export interface NewLine {
  criterion: string;
  stage: ScoreStage;
  origin: LineOrigin;
  points: Points | null;
  reason: string | null;
}

/** The line that stands is written anew in its place; where there is none, the first. Answers its version. */
export async function writeLine(
  tx: Tx,
  actor: Actor,
  card: string,
  { criterion, stage, origin, points, reason }: NewLine,
  now: LineRow | null,
): Promise<number> {
  if (now) {
    await tx.$executeRaw`
      UPDATE score_line SET points = ${points}::int, reason = ${reason}, origin = ${origin}, version = version + 1, updated_by = ${actor.accountId}::uuid, updated_at = anju_now()
      WHERE id = ${now.id}::uuid`;
    return now.version + 1;
  }
  await tx.$executeRaw`
    INSERT INTO score_line (scorecard_id, county_id, criterion, stage, origin, points, reason, updated_by)
    SELECT c.id, c.county_id, ${criterion}, ${stage}, ${origin}, ${points}::int, ${reason}, ${actor.accountId}::uuid FROM scorecard c WHERE c.id = ${card}::uuid`;
  return 1;
}

/** What stood of the review stays as history: all of it when a card is given back, one line when a dispute is upheld. */
export async function replaceReview(tx: Tx, card: string, criterion: string | null): Promise<void> {
  await tx.$executeRaw`
    UPDATE score_line SET replaced_at = anju_now() WHERE scorecard_id = ${card}::uuid AND stage = 'review' AND replaced_at IS NULL
      AND (${criterion}::text IS NULL OR criterion = ${criterion}::text)`;
}
