import 'server-only';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { criterionOf, kept } from '@/lib/domain/scorecards/season/card';
import { againstDispute, againstDisputeAnswer } from '@/lib/domain/scorecards/season/disputes';
import type { DisputeAnswerInput, DisputeInput } from '@/lib/domain/scorecards/season/schema';
import { spoken } from '@/lib/domain/scorecards/season/steps';
import type { Actor } from '@/lib/server/actor';
import { type Answer, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { answered, fileFor, happened, held, overtaken, touched } from './held';
import { replaceReview, writeLine } from './lines';

/** 提出异议. */
export async function dispute(tx: Tx, actor: Actor, id: string, input: DisputeInput): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id });
  if (!found.ok) return found;
  const { card, row, season, parts } = found.value;
  const { criterion, reasons: why } = input;
  const isOpen = parts.disputes.some((one) => one.criterion === criterion && one.status === 'open');
  const reasons = againstDispute(card, { criterion, until: row.disputeUntil, today: season.today, isOpen });
  if (reasons.length > 0) return refused(reasons);
  const file = await fileFor(tx, row.county.id, input.fileId);
  if (!file.ok) return file;
  await tx.$executeRaw`
    INSERT INTO score_dispute (scorecard_id, county_id, criterion, reasons, file_id, file_sha256, created_by)
    VALUES (${id}::uuid, ${row.county.id}::uuid, ${criterion}, ${why}, ${file.value?.id ?? null}::uuid, ${file.value?.sha256 ?? null}, ${actor.accountId}::uuid)`;
  await happened(tx, actor, id, { kind: 'disputed', criterion, words: why });
  await touched(tx, id);
  return answered(tx, actor, id, { isNew: true });
}

interface Which {
  id: string;
  part: string;
  version: number;
}

/** 答复异议: upheld, another line of the review stands from now on, and the old one beside it. */
export async function answerDispute(
  tx: Tx,
  actor: Actor,
  { id, part, version }: Which,
  input: DisputeAnswerInput,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id });
  if (!found.ok) return found;
  const { card, parts, columns } = found.value;
  const one = parts.disputes.find((other) => other.id === part);
  if (!one) return notFound();
  const late = overtaken(one, version, input);
  if (late) return late;
  const { upheld, points, reason: why } = input;
  const { criterion, status } = one;
  const given = columns.review.values.get(criterion) ?? 0;
  const reasons = againstDisputeAnswer(card, { status, criterion, upheld, points, given });
  if (reasons.length > 0) return refused(reasons);
  const known = criterionOf(card, criterion);
  if (upheld && known) {
    await replaceReview(tx, id, criterion);
    const line = { criterion, stage: 'review', origin: 'dispute', points: kept(points, known), reason: why } as const;
    await writeLine(tx, actor, id, line, null);
  }
  await tx.$executeRaw`
    UPDATE score_dispute SET status = ${upheld ? 'upheld' : 'dismissed'}, answer = ${why}, points = ${points}::int, answered_by = ${actor.accountId}::uuid, answered_at = anju_now(),
      version = version + 1 WHERE id = ${part}::uuid`;
  const words = upheld ? `成立，${spoken(points ?? 0)}：${why}` : `不成立：${why}`;
  await happened(tx, actor, id, { kind: 'disputeAnswered', criterion, words });
  await touched(tx, id);
  return answered(tx, actor, id, { version: version + 1 });
}
