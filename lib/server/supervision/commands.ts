import 'server-only';
import type { SupervisionDetail } from '@/lib/domain/supervision/answers';
import {
  againstAnswer,
  againstClosing,
  againstProlonging,
  againstReminding,
  againstReturn,
  againstWithdrawing,
} from '@/lib/domain/supervision/rules';
import type { SupervisionProlonging, SupervisionReply, SupervisionReturn } from '@/lib/domain/supervision/schema';
import { isLate } from '@/lib/domain/supervision/standing';
import type { Actor } from '@/lib/server/actor';
import { type Answer, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { answered, fileOf, happened, held, moved, type Which } from './held';

/** 县市答复: what was done. What comes after the last day is late, and stays on record as late. */
export async function answerSupervision(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: SupervisionReply,
): Promise<Answer<SupervisionDetail>> {
  const found = await held(tx, actor, which, input);
  if (!found.ok) return found;
  const file = await fileOf(tx, input.fileId);
  if (file === undefined) return notFound();
  const facts = found.value;
  const reasons = againstAnswer(facts, input);
  if (reasons.length > 0) return refused(reasons);
  const late = isLate(facts);
  await tx.$executeRaw`
    UPDATE supervision SET status = 'answered', answered_at = anju_now(), answered_late = ${late}, version = version + 1 WHERE id = ${which.id}::uuid`;
  const { done: text, statedOn } = input;
  await happened(tx, actor, which.id, { kind: 'answered', text, statedOn, file, late });
  return answered(tx, actor, which.id);
}

/** 退回重办, with the reason and, where the limit is over, another one. */
export async function returnAnswer(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: SupervisionReturn,
): Promise<Answer<SupervisionDetail>> {
  const found = await held(tx, actor, which, input);
  if (!found.ok) return found;
  const reasons = againstReturn(found.value, input);
  if (reasons.length > 0) return refused(reasons);
  const { limitOn: from } = found.value;
  const to = input.limitOn ?? from;
  await moved(tx, which.id, 'returned', to);
  const limit = to === from ? null : { from, to };
  await happened(tx, actor, which.id, { kind: 'returned', text: input.reason, limit });
  return answered(tx, actor, which.id);
}

/** 延长期限. */
export async function prolong(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: SupervisionProlonging,
): Promise<Answer<SupervisionDetail>> {
  const found = await held(tx, actor, which, input);
  if (!found.ok) return found;
  const reasons = againstProlonging(found.value, input);
  if (reasons.length > 0) return refused(reasons);
  const { limitOn: from, status } = found.value;
  await moved(tx, which.id, status, input.limitOn);
  const limit = { from, to: input.limitOn };
  await happened(tx, actor, which.id, { kind: 'prolonged', text: input.reason, limit });
  return answered(tx, actor, which.id);
}

/** 催办: the county finds it among its tasks, and the count says how often. */
export async function remind(
  tx: Tx,
  actor: Actor,
  which: Which,
  note: string | null,
): Promise<Answer<SupervisionDetail>> {
  const found = await held(tx, actor, which, { note });
  if (!found.ok) return found;
  const reasons = againstReminding(found.value);
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`UPDATE supervision SET reminders = reminders + 1, reminded_on = anju_today(), version = version + 1 WHERE id = ${which.id}::uuid`;
  await happened(tx, actor, which.id, { kind: 'reminded', text: note });
  return answered(tx, actor, which.id);
}

/** 办结. */
export async function closeSupervision(
  tx: Tx,
  actor: Actor,
  which: Which,
  opinion: string | null,
): Promise<Answer<SupervisionDetail>> {
  const found = await held(tx, actor, which, { opinion });
  if (!found.ok) return found;
  const reasons = againstClosing(found.value);
  if (reasons.length > 0) return refused(reasons);
  await moved(tx, which.id, 'closed', found.value.limitOn);
  await happened(tx, actor, which.id, { kind: 'closed', text: opinion });
  return answered(tx, actor, which.id);
}

/** 撤销: its number is free again. */
export async function withdrawSupervision(
  tx: Tx,
  actor: Actor,
  which: Which,
  why: string,
): Promise<Answer<SupervisionDetail>> {
  const found = await held(tx, actor, which, { reason: why });
  if (!found.ok) return found;
  const reasons = againstWithdrawing(found.value);
  if (reasons.length > 0) return refused(reasons);
  await moved(tx, which.id, 'withdrawn', found.value.limitOn);
  await happened(tx, actor, which.id, { kind: 'withdrawn', text: why });
  return answered(tx, actor, which.id);
}
