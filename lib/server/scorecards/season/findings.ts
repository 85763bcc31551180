import 'server-only';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { againstBonusDecision } from '@/lib/domain/scorecards/season/bonus';
import { againstSiteCheck } from '@/lib/domain/scorecards/season/review';
import type { BonusDecisionInput, SiteCheckInput, VetoInput } from '@/lib/domain/scorecards/season/schema';
import { spoken } from '@/lib/domain/scorecards/season/steps';
import { bodyOf } from '@/lib/domain/scorecards/season/types';
import { againstVeto } from '@/lib/domain/scorecards/season/vetoes';
import { vetoRisks } from '@/lib/domain/scorecards/vetoes';
import type { Actor } from '@/lib/server/actor';
import { type Answer, forbidden, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { answered, fileFor, filesFor, happened, held, overtaken, touched, type Which } from './held';

/** 实地抽查 with its photos, which go to the county that was visited. */
export async function recordSiteCheck(
  tx: Tx,
  actor: Actor,
  id: string,
  input: SiteCheckInput,
): Promise<Answer<ScorecardAnswer>> {
  const body = bodyOf(actor.role);
  if (!body) return forbidden();
  const found = await held(tx, actor, { id });
  if (!found.ok) return found;
  const { card, row, season } = found.value;
  const { criterion, checkedOn, place, participants, found: seen } = input;
  const reasons = againstSiteCheck(card, { criterion, checkedOn, today: season.today });
  if (reasons.length > 0) return refused(reasons);
  const photos = await filesFor(tx, row.county.id, input.photoIds, 'photoIds');
  if (!photos.ok) return photos;
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO score_site_check (scorecard_id, county_id, criterion, checked_on, place, participants, found, body, created_by)
    VALUES (${id}::uuid, ${row.county.id}::uuid, ${criterion}, ${checkedOn}::date, ${place}, ${participants}, ${seen}, ${body}, ${actor.accountId}::uuid) RETURNING id`;
  for (const photo of photos.value)
    await tx.$executeRaw`
      INSERT INTO score_site_photo (check_id, scorecard_id, county_id, file_id, file_sha256)
      VALUES (${made?.id ?? ''}::uuid, ${id}::uuid, ${row.county.id}::uuid, ${photo.id}::uuid, ${photo.sha256})`;
  await happened(tx, actor, id, { kind: 'siteCheck', criterion, words: `${place}：${seen}`, internal: true });
  await touched(tx, id);
  return answered(tx, actor, id, { isNew: true });
}

/** 核定加分, with a reason where it is less than claimed. */
export async function decideBonus(
  tx: Tx,
  actor: Actor,
  { id, part, version }: { id: string; part: string; version: number },
  input: BonusDecisionInput,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id });
  if (!found.ok) return found;
  const { row, parts } = found.value;
  const bonus = parts.bonus.find((one) => one.id === part);
  if (!bonus) return notFound();
  const late = overtaken(bonus, version, input);
  if (late) return late;
  const { points, reason: why } = input;
  const deciding = { claimed: bonus.claimed, isRetired: bonus.retired !== null, points, reason: why };
  const reasons = againstBonusDecision(row.status, deciding);
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE score_bonus SET approved = ${points}::int, decision_reason = ${why}, decided_by = ${actor.accountId}::uuid, decided_at = anju_now(), version = version + 1 WHERE id = ${part}::uuid`;
  const words = `${bonus.title}：${spoken(points)}${why ? `，${why}` : ''}`;
  await happened(tx, actor, id, { kind: 'bonusDecided', words, internal: true });
  await touched(tx, id);
  return answered(tx, actor, id, { version: version + 1 });
}

/** 一票否决: applies or does not, with what the records say of the ground today. The version is 0 before the first decision. */
export async function decideVeto(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: VetoInput,
): Promise<Answer<ScorecardAnswer>> {
  const found = await held(tx, actor, { id: which.id });
  if (!found.ok) return found;
  const { row, parts, todayFacts, book } = found.value;
  const now = parts.vetoes.find(({ ground }) => ground === input.ground) ?? null;
  const late = overtaken(now, which.version, input);
  if (late) return late;
  const ground = vetoRisks(todayFacts, book).find(({ code }) => code === input.ground);
  const reasons = againstVeto(row.status, { ...input, ground, named: input.ground });
  if (reasons.length > 0) return refused(reasons);
  const file = await fileFor(tx, row.county.id, input.fileId);
  if (!file.ok) return file;
  const { verdict, reason: why, documentNo } = input;
  await tx.$executeRaw`
    INSERT INTO score_veto (scorecard_id, county_id, ground, verdict, reason, document_no, file_id, file_sha256, evidence, decided_by)
    VALUES (${which.id}::uuid, ${row.county.id}::uuid, ${input.ground}, ${verdict}, ${why}, ${documentNo}, ${file.value?.id ?? null}::uuid, ${file.value?.sha256 ?? null},
      ${JSON.stringify(ground?.evidence ?? [])}::jsonb, ${actor.accountId}::uuid)
    ON CONFLICT (scorecard_id, ground) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, document_no = excluded.document_no, file_id = excluded.file_id,
      file_sha256 = excluded.file_sha256, evidence = excluded.evidence, decided_by = excluded.decided_by, decided_at = anju_now(), version = score_veto.version + 1`;
  const words = `${ground?.name ?? input.ground}：${verdict === 'applies' ? '适用' : '不适用'}，${why}`;
  await happened(tx, actor, which.id, { kind: 'vetoDecided', words, internal: true });
  await touched(tx, which.id);
  return answered(tx, actor, which.id, { version: which.version + 1 });
}
