import 'server-only';
import { calendarDateOf, today } from '@/lib/domain/kernel/calendar-date';
import { reason } from '@/lib/domain/kernel/result';
import type { CampaignDetail } from '@/lib/domain/programme/answers';
import { amendBaseline, freezeBaseline } from '@/lib/domain/programme/baseline';
import type { BaselineAmend } from '@/lib/domain/programme/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { amendmentRows, campaign, campaignDetail, frozenTotals } from './campaigns';
import { figuresOf, NOTHING } from './figures';

interface Held {
  now: Date;
}

/** Takes the campaign for this transaction: whoever freezes or amends it at the same time waits here, and then meets what was done. */
async function hold(tx: Tx, actor: Actor, id: string): Promise<Held | undefined> {
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT anju_now() AS now FROM survey_campaign WHERE id = ${id}::uuid AND prefecture_id = ${actor.prefectureId}::uuid FOR UPDATE`;
  return held;
}

async function detailAnswer(tx: Tx, actor: Actor, id: string, status: 200 | 201): Promise<Answer<CampaignDetail>> {
  const detail = await campaignDetail(tx, actor, id);
  if (!detail) return notFound();
  return status === 201 ? created(detail, { version: detail.version }) : done(detail, { version: detail.version });
}

/** P三(一): the surveyed total that later shares divide by, taken at one instant, once. */
export async function freezeCampaign(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: { baselineOn: string; documentNo: string },
): Promise<Answer<CampaignDetail>> {
  const held = await hold(tx, actor, id);
  const stored = held && (await campaign(tx, actor, id));
  if (!stored) return notFound();
  const [eligible] = await tx.$queryRaw<{ compounds: number }[]>`
    SELECT coalesce(sum(compounds), 0)::int AS compounds FROM survey_total
    WHERE dimension = 'all' AND outcome = 'eligible' AND county_id = ANY (${actor.counties}::uuid[])`;
  const decision = freezeBaseline(
    { status: stored.status, opensOn: calendarDateOf(stored.opensOn) },
    { on: calendarDateOf(input.baselineOn), documentNo: input.documentNo, compounds: eligible?.compounds ?? 0 },
    today(held.now),
  );
  if (!decision.ok) return refused(decision.reasons);
  if (stored.version !== version) return conflict(stored, input, stored.version);
  await tx.$queryRaw`SELECT anju_freeze_survey(${id}::uuid, ${actor.counties}::uuid[])`;
  await tx.surveyCampaign.update({
    where: { id },
    data: {
      status: 'frozen',
      baselineOn: new Date(input.baselineOn),
      documentNo: input.documentNo,
      frozenAt: held.now,
      frozenBy: actor.accountId,
      version: { increment: 1 },
    },
  });
  return detailAnswer(tx, actor, id, 200);
}

/** The document that was just uploaded goes to the county it speaks of, so that both levels can read it. One file, one amendment. */
async function takeDocument(tx: Tx, actor: Actor, fileId: string, countyId: string): Promise<boolean> {
  const taken = await tx.storedFile.updateMany({
    where: { id: fileId, uploadedBy: actor.accountId, purpose: 'document', countyId: null },
    data: { countyId },
  });
  return taken.count === 1;
}

/** A later change of a county's frozen total: by document, beside it, never over it. */
export async function amendCampaign(
  tx: Tx,
  actor: Actor,
  id: string,
  input: BaselineAmend,
): Promise<Answer<CampaignDetail>> {
  const held = await hold(tx, actor, id);
  const stored = held && (await campaign(tx, actor, id));
  if (!stored || !actor.counties.includes(input.countyId)) return notFound();
  // the document that is named must be one that the prefecture itself can open
  if (input.fileId && !(await tx.storedFile.findUnique({ where: { id: input.fileId }, select: { id: true } })))
    return notFound();
  const earlier = (await amendmentRows(tx, actor, id)).filter(({ county_id }) => county_id === input.countyId);
  const delta = {
    compounds: input.compoundsDelta,
    buildings: input.buildingsDelta,
    households: input.householdsDelta,
    floorArea: input.floorAreaDelta,
  };
  const decision = amendBaseline(
    stored,
    (await frozenTotals(tx, actor, id)).get(input.countyId) ?? NOTHING,
    earlier.map((row) => ({
      delta: figuresOf(row),
      documentNo: row.document_no,
      documentOn: calendarDateOf(row.document_on),
    })),
    { delta, documentNo: input.documentNo, documentOn: calendarDateOf(input.documentOn) },
    today(held.now),
  );
  const documentTaken = input.fileId ? await takeDocument(tx, actor, input.fileId, input.countyId) : true;
  const reasons = [
    ...(decision.ok ? [] : decision.reasons),
    ...(documentTaken ? [] : [reason('file.unusable', undefined, { field: 'fileId' })]),
  ];
  if (reasons.length > 0) return refused(reasons);
  await tx.baselineAmendment.create({
    data: {
      campaignId: id,
      countyId: input.countyId,
      compoundsDelta: delta.compounds,
      buildingsDelta: delta.buildings,
      householdsDelta: delta.households,
      floorAreaDelta: delta.floorArea,
      documentNo: input.documentNo,
      documentOn: new Date(input.documentOn),
      reason: input.reason,
      fileId: input.fileId ?? null,
      createdBy: actor.accountId,
    },
  });
  return detailAnswer(tx, actor, id, 201);
}
