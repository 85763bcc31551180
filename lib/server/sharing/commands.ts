import 'server-only';
import type { Reason } from '@/lib/domain/kernel/result';
import { againstActing } from '@/lib/domain/projects/acting';
import { againstWork } from '@/lib/domain/projects/facts';
import type { ProjectStatus } from '@/lib/domain/projects/types';
import { againstChange, againstSettings } from '@/lib/domain/sharing/against';
import { againstAgreeing } from '@/lib/domain/sharing/agree';
import type { SharingSheet } from '@/lib/domain/sharing/answers';
import type { ChangeInput, SettingsInput } from '@/lib/domain/sharing/schema';
import { placeOf } from '@/lib/domain/sharing/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, type Denied, done, notFound, refused } from '@/lib/server/answer';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { lockProject } from '@/lib/server/projects/lock';
import { writeAgreed } from './agreed';
import { asStored, type SharingFacts, sharingFacts } from './ground';
import { sharingSheet } from './sheet';

/** Behind the project's lock, while its work goes on; as the person saw it, where a version was sent. */
async function held(
  tx: Tx,
  actor: Actor,
  projectId: string,
  version?: number,
  sent?: unknown,
): Promise<{ answer: Denied } | { facts: SharingFacts }> {
  const project = await lockProject(tx, actor, projectId);
  const facts = project && (await sharingFacts(tx, actor, projectId));
  if (!facts) return { answer: notFound() };
  const reasons = [...againstWork(project.status as ProjectStatus), ...againstActing(actor, project)];
  if (reasons.length > 0) return { answer: refused(reasons) };
  if (version === undefined || version === facts.version) return { facts };
  const theirs = await sharingSheet(tx, actor, projectId);
  return { answer: conflict({ version: facts.version, settings: theirs?.settings }, sent, facts.version) };
}

async function answered(tx: Tx, actor: Actor, projectId: string, isNew = false): Promise<Answer<SharingSheet>> {
  const sheet = await sharingSheet(tx, actor, projectId);
  if (!sheet) return notFound();
  return isNew ? created(sheet, { version: sheet.version }) : done(sheet, { version: sheet.version });
}

async function saveSettings(tx: Tx, actor: Actor, { project, settings }: SharingFacts): Promise<void> {
  const { cover, subsidy, civil, payers, compounds } = settings;
  const [coverText, civilText] = [asStored(cover), asStored(civil)];
  const [payersText, compoundsText] = [asStored(payers), asStored(compounds)];
  await tx.$executeRaw`
    INSERT INTO sharing (project_id, cover, subsidy, civil, payers, compounds, updated_by)
    VALUES (${project.id}::uuid, ${coverText}::jsonb, ${subsidy}::bigint, ${civilText}::jsonb, ${payersText}::jsonb, ${compoundsText}::jsonb, ${actor.accountId}::uuid)
    ON CONFLICT (project_id) DO UPDATE SET cover = EXCLUDED.cover, subsidy = EXCLUDED.subsidy, civil = EXCLUDED.civil, payers = EXCLUDED.payers, compounds = EXCLUDED.compounds,
      updated_by = EXCLUDED.updated_by, version = sharing.version + 1, updated_at = anju_now()`;
}

/** What the county says about the sharing; lists that were not sent stay. */
export async function saveSharing(
  tx: Tx,
  actor: Actor,
  projectId: string,
  version: number,
  input: SettingsInput,
): Promise<Answer<SharingSheet>> {
  const found = await held(tx, actor, projectId, version, JSON.parse(asStored(input)));
  if ('answer' in found) return found.answer;
  const facts = { ...found.facts, settings: { ...found.facts.settings, ...input } };
  const reasons = againstSettings(facts);
  if (reasons.length > 0) return refused(reasons);
  await saveSettings(tx, actor, facts);
  return answered(tx, actor, projectId);
}

/** A split of the county's own, in place of the rule's; the one before it at that place is taken out. */
export async function changeShare(
  tx: Tx,
  actor: Actor,
  projectId: string,
  { parts, reason: why, ...place }: ChangeInput,
): Promise<Answer<SharingSheet>> {
  const found = await held(tx, actor, projectId);
  if ('answer' in found) return found.answer;
  const { facts } = found;
  const item = facts.items.find((one) => placeOf(one) === placeOf(place));
  const reasons = againstChange(item, parts, facts.rulebook);
  if (reasons.length > 0) return refused(reasons);
  const before = facts.changes.find((one) => placeOf(one) === placeOf(place));
  await setAct(tx, { action: 'sharing.change', reason: why });
  if (before)
    await tx.$executeRaw`UPDATE sharing_change SET retired_at = anju_now(), retired_reason = ${why} WHERE id = ${before.id}::uuid`;
  await tx.$executeRaw`
    INSERT INTO sharing_change (project_id, compound_id, building_id, item, parts, reason, created_by)
    VALUES (${projectId}::uuid, ${place.compoundId}::uuid, ${place.buildingId}::uuid, ${place.item}, ${asStored(parts)}::jsonb, ${why}, ${actor.accountId}::uuid)`;
  await saveSettings(tx, actor, facts);
  return answered(tx, actor, projectId, true);
}

/** Back to the rule, with the reason. */
export async function retireChange(
  tx: Tx,
  actor: Actor,
  projectId: string,
  changeId: string,
  why: string,
): Promise<Answer<SharingSheet>> {
  const found = await held(tx, actor, projectId);
  if ('answer' in found) return found.answer;
  if (!found.facts.changes.some(({ id }) => id === changeId)) return notFound();
  await setAct(tx, { action: 'sharing.retireChange', reason: why });
  await tx.$executeRaw`UPDATE sharing_change SET retired_at = anju_now(), retired_reason = ${why} WHERE id = ${changeId}::uuid`;
  await saveSettings(tx, actor, found.facts);
  return answered(tx, actor, projectId);
}

/** 采用分摊方案: what was worked out is agreed, and becomes the project's funding lines, to the fen what the plans cost. */
export async function agreeSharing(
  tx: Tx,
  actor: Actor,
  projectId: string,
  version: number,
): Promise<Answer<SharingSheet>> {
  const found = await held(tx, actor, projectId, version, {});
  if ('answer' in found) return found.answer;
  const reasons: Reason[] = againstAgreeing(found.facts);
  if (reasons.length > 0) return refused(reasons);
  await writeAgreed(tx, actor, found.facts);
  return answered(tx, actor, projectId);
}
