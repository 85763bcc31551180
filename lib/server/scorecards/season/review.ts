import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { asBefore, criterionOf, kept } from '@/lib/domain/scorecards/season/card';
import { disputeUntil } from '@/lib/domain/scorecards/season/disputes';
import {
  againstCompleting,
  againstDecision,
  againstOpinion,
  againstRest,
  againstReturning,
  outcomesOf,
  restOf,
} from '@/lib/domain/scorecards/season/review';
import type { DecisionInput, OpinionInput } from '@/lib/domain/scorecards/season/schema';
import { spoken } from '@/lib/domain/scorecards/season/steps';
import { bodyOf } from '@/lib/domain/scorecards/season/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, forbidden, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { answered, happened, held, overtaken, touched, type Which } from './held';
import { lineNow, type NewLine, replaceReview, writeLine } from './lines';
import type { CardRecord } from './records';

/** 复核意见, each reviewer's own: nobody overwrites another's. The version is that of one's own opinion, 0 before the first. */
export async function giveOpinion(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: OpinionInput,
): Promise<Answer<ScorecardAnswer>> {
  const body = bodyOf(actor.role);
  if (!body) return forbidden();
  const found = await held(tx, actor, { id: which.id });
  if (!found.ok) return found;
  const { card, row, parts } = found.value;
  const now = parts.opinions.find((one) => one.mine && one.criterion === input.criterion) ?? null;
  const late = overtaken(now, which.version, input);
  if (late) return late;
  const reasons = againstOpinion(card, input);
  if (reasons.length > 0) return refused(reasons);
  const { criterion, agrees, points, reason: why } = input;
  if (now)
    await tx.$executeRaw`
      UPDATE score_opinion SET agrees = ${agrees}, points = ${points}::int, reason = ${why}, version = version + 1, updated_at = anju_now() WHERE id = ${now.id}::uuid`;
  else
    await tx.$executeRaw`
      INSERT INTO score_opinion (scorecard_id, county_id, submission, criterion, reviewer_id, body, agrees, points, reason)
      VALUES (${which.id}::uuid, ${row.county.id}::uuid, ${row.submissions}::int, ${criterion}, ${actor.accountId}::uuid, ${body}, ${agrees}, ${points}::int, ${why})`;
  const words = points === null ? why : `${spoken(points)}${why ? `：${why}` : ''}`;
  await happened(tx, actor, which.id, { kind: 'opinion', criterion, words, internal: true });
  await touched(tx, which.id);
  return answered(tx, actor, which.id, { version: which.version + 1 });
}

/** Points as the county gave itself are kept in its own words, so that exact figures stay exact. */
function reviewLine(
  { card }: CardRecord,
  { criterion: id, points, reason }: DecisionInput,
  origin: NewLine['origin'],
): NewLine {
  const self = asBefore(card, id, ['self']);
  const criterion = criterionOf(card, id);
  const own = points === null ? self : criterion ? kept(points, criterion) : points;
  return { criterion: id, stage: 'review', origin, points: own, reason };
}

/** 核定一项, also between opinions that differ. The version is that of the line that stands, 0 where there is none. */
export async function decideCriterion(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: DecisionInput,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id: which.id });
  if (!found.ok) return found;
  const { card, parts } = found.value;
  const now = lineNow(parts, input.criterion, 'review');
  const late = overtaken(now, which.version, input);
  if (late) return late;
  const reasons = againstDecision(card, input);
  if (reasons.length > 0) return refused(reasons);
  const line = reviewLine(found.value, input, 'decided');
  const version = await writeLine(tx, actor, which.id, line, now);
  const words = line.points === null ? line.reason : `${spoken(line.points)}${line.reason ? `：${line.reason}` : ''}`;
  await happened(tx, actor, which.id, { kind: 'decided', criterion: input.criterion, words, internal: true });
  await touched(tx, which.id);
  return answered(tx, actor, which.id, { version });
}

/** 其余按自评: every criterion of which nobody said anything, in one act that says so. */
export async function acceptRest(tx: Tx, actor: Actor, which: Which, why: string): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, which, { reason: why });
  if (!found.ok) return found;
  const { card } = found.value;
  const reasons = againstRest(card);
  if (reasons.length > 0) return refused(reasons);
  for (const { id: criterion } of restOf(card)) {
    const line = reviewLine(found.value, { criterion, points: null, reason: why }, 'rest');
    await writeLine(tx, actor, which.id, line, null);
  }
  await happened(tx, actor, which.id, { kind: 'rest', words: why, internal: true });
  await touched(tx, which.id);
  return answered(tx, actor, which.id);
}

/** 复核完成: opinions that agree become the line, and the county's days to dispute begin. */
export async function completeReview(tx: Tx, actor: Actor, which: Which): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, which);
  if (!found.ok) return found;
  const { card, book, season } = found.value;
  const reasons = againstCompleting(card);
  if (reasons.length > 0) return refused(reasons);
  for (const [{ id: criterion }, outcome] of outcomesOf(card)) {
    if (outcome.kind !== 'agreed') continue;
    const own = card.opinions.filter((one) => one.criterion === criterion);
    const points = own.every(({ agrees }) => agrees) ? null : outcome.points;
    const line = reviewLine(found.value, { criterion, points, reason: outcome.reason }, 'agreed');
    await writeLine(tx, actor, which.id, line, null);
  }
  const until = disputeUntil(season.today as CalendarDate, book);
  await tx.$executeRaw`
    UPDATE scorecard SET status = 'reviewed', reviewed_at = anju_now(), reviewed_by = ${actor.accountId}::uuid, dispute_until = ${until}::date, version = version + 1
    WHERE id = ${which.id}::uuid`;
  await happened(tx, actor, which.id, { kind: 'reviewed' });
  return answered(tx, actor, which.id);
}

/** 退回修改: what the review had decided stays as history; the next submission is reviewed anew. */
export async function returnCard(tx: Tx, actor: Actor, which: Which, why: string): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, which, { reason: why });
  if (!found.ok) return found;
  const { row } = found.value;
  const reasons = againstReturning(row);
  if (reasons.length > 0) return refused(reasons);
  await replaceReview(tx, which.id, null);
  await tx.$executeRaw`
    UPDATE score_bonus SET approved = NULL, decision_reason = NULL, decided_by = NULL, decided_at = NULL, version = version + 1
    WHERE scorecard_id = ${which.id}::uuid AND decided_at IS NOT NULL`;
  await tx.$executeRaw`
    UPDATE scorecard SET status = 'open', returned_at = anju_now(), returned_by = ${actor.accountId}::uuid, returned_reason = ${why}, version = version + 1 WHERE id = ${which.id}::uuid`;
  await happened(tx, actor, which.id, { kind: 'returned', words: why });
  return answered(tx, actor, which.id);
}
