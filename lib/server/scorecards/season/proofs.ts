import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { againstBonus } from '@/lib/domain/scorecards/season/bonus';
import type { BonusInput, ProofInput } from '@/lib/domain/scorecards/season/schema';
import { againstProof, againstRetiring } from '@/lib/domain/scorecards/season/self';
import type { Actor } from '@/lib/server/actor';
import { type Answer, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { answered, fileFor, held, overtaken, touched } from './held';

/** 支撑材料: a file of the county itself; another county's is not there. */
export async function addProof(tx: Tx, actor: Actor, id: string, input: ProofInput): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id });
  if (!found.ok) return found;
  const { card, row, parts } = found.value;
  const { criterion, bonusId, fileId, title, note } = input;
  const bonus = card.bonus.find((one) => one.id === bonusId);
  if (bonusId !== null && !bonus) return refused([reason('season.bonusUnknown', undefined, { field: 'bonusId' })]);
  const twice = parts.proofs.some(
    (one) => one.retired === null && one.file.id === fileId && one.criterion === criterion && one.bonusId === bonusId,
  );
  const reasons = againstProof(card, { criterion, bonusId, twice });
  if (reasons.length > 0) return refused(reasons);
  const file = await fileFor(tx, row.county.id, fileId);
  if (!file.ok) return file;
  await tx.$executeRaw`
    INSERT INTO score_proof (scorecard_id, county_id, criterion, bonus_id, title, note, file_id, file_sha256, created_by)
    VALUES (${id}::uuid, ${row.county.id}::uuid, ${criterion}, ${bonusId}::uuid, ${title}, ${note}, ${fileId}::uuid, ${file.value?.sha256 ?? ''}, ${actor.accountId}::uuid)`;
  await touched(tx, id);
  return answered(tx, actor, id, { isNew: true });
}

interface Part {
  id: string;
  part: string;
}

/** 撤下 with a reason: it stays to be read, and counts no more. */
export async function retireProof(
  tx: Tx,
  actor: Actor,
  { id, part }: Part,
  why: string,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id });
  if (!found.ok) return found;
  const { row, parts } = found.value;
  const proof = parts.proofs.find((one) => one.id === part);
  if (!proof) return notFound();
  const reasons = againstRetiring({ status: row.status, isRetired: proof.retired !== null });
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`UPDATE score_proof SET retired_at = anju_now(), retired_reason = ${why} WHERE id = ${part}::uuid`;
  await touched(tx, id);
  return answered(tx, actor, id);
}

/** 申报加分. */
export async function claimBonus(
  tx: Tx,
  actor: Actor,
  id: string,
  input: BonusInput,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id });
  if (!found.ok) return found;
  const { card, row } = found.value;
  const reasons = againstBonus(card, input);
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    INSERT INTO score_bonus (scorecard_id, county_id, title, what, claimed, created_by)
    VALUES (${id}::uuid, ${row.county.id}::uuid, ${input.title}, ${input.what}, ${input.points}::int, ${actor.accountId}::uuid)`;
  await touched(tx, id);
  return answered(tx, actor, id, { isNew: true });
}

export async function retireBonus(
  tx: Tx,
  actor: Actor,
  { id, part, version }: Part & { version: number },
  why: string,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id });
  if (!found.ok) return found;
  const { row, parts } = found.value;
  const bonus = parts.bonus.find((one) => one.id === part);
  if (!bonus) return notFound();
  const late = overtaken(bonus, version, { reason: why });
  if (late) return late;
  const reasons = againstRetiring({ status: row.status, isRetired: bonus.retired !== null });
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE score_bonus SET retired_at = anju_now(), retired_reason = ${why}, version = version + 1 WHERE id = ${part}::uuid`;
  await touched(tx, id);
  return answered(tx, actor, id);
}
