import 'server-only';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { againstTakingIn } from '@/lib/domain/scorecards/season/overdue';
import { againstSubmission } from '@/lib/domain/scorecards/season/self';
import type { Actor } from '@/lib/server/actor';
import { type Answer, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { answered, happened, held, type Which } from './held';
import type { CardRecord } from './records';

/** The facts of this moment are frozen with their hash; what comes later moves them no more. `takenIn`: the reason, where it is not the county that submits. */
async function freeze(tx: Tx, actor: Actor, { row, todayFacts }: CardRecord, takenIn: string | null): Promise<void> {
  const no = row.submissions + 1;
  await tx.$executeRaw`
    INSERT INTO score_snapshot (scorecard_id, county_id, no, content, taken_by)
    VALUES (${row.id}::uuid, ${row.county.id}::uuid, ${no}::int, ${JSON.stringify(todayFacts)}::jsonb, ${actor.accountId}::uuid)`;
  await tx.$executeRaw`
    UPDATE scorecard SET status = 'submitted', submissions = ${no}::int, submitted_at = anju_now(), submitted_by = ${actor.accountId}::uuid, taken_in_reason = ${takenIn}, version = version + 1
    WHERE id = ${row.id}::uuid`;
}

/** 提交自评, by the county. */
export async function submitCard(tx: Tx, actor: Actor, which: Which): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, which);
  if (!found.ok) return found;
  const { card, row } = found.value;
  const reasons = againstSubmission(card, row.report);
  if (reasons.length > 0) return refused(reasons);
  await freeze(tx, actor, found.value, null);
  await happened(tx, actor, which.id, { kind: 'submitted' });
  return answered(tx, actor, which.id);
}

/** 按记录转入复核, by the prefecture, when the county's time is over. */
export async function takeIn(tx: Tx, actor: Actor, which: Which, why: string): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, which, { reason: why });
  if (!found.ok) return found;
  const { row, season } = found.value;
  const reasons = againstTakingIn({ ...season, status: row.status });
  if (reasons.length > 0) return refused(reasons);
  await freeze(tx, actor, found.value, why);
  await happened(tx, actor, which.id, { kind: 'takenIn', words: why });
  return answered(tx, actor, which.id);
}
