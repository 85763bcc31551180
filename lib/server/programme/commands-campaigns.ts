import 'server-only';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { CampaignAnswer } from '@/lib/domain/programme/answers';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { campaign } from './campaigns';

interface CampaignInput {
  name: string;
  opensOn: string;
  closesOn: string;
}

const backwards = ({ opensOn, closesOn }: CampaignInput): Reason[] =>
  closesOn < opensOn
    ? [reason('programme.campaignBackwards', { found: closesOn, expected: opensOn }, { field: 'closesOn' })]
    : [];

export async function createCampaign(tx: Tx, actor: Actor, input: CampaignInput): Promise<Answer<CampaignAnswer>> {
  const reasons = backwards(input);
  if (reasons.length > 0) return refused(reasons);
  const { id } = await tx.surveyCampaign.create({
    data: {
      prefectureId: actor.prefectureId,
      name: input.name,
      opensOn: new Date(input.opensOn),
      closesOn: new Date(input.closesOn),
    },
    select: { id: true },
  });
  const made = await campaign(tx, actor, id);
  return made ? created(made, { version: made.version }) : notFound();
}

/** While it is open: its name and its dates. */
export async function updateCampaign(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: Partial<CampaignInput>,
): Promise<Answer<CampaignAnswer>> {
  const stored = await campaign(tx, actor, id);
  if (!stored) return notFound();
  if (stored.version !== version) return conflict(stored, input, stored.version);
  const reasons = [
    ...(stored.status === 'frozen' ? [reason('baseline.alreadyFrozen', undefined, { clause: 'P三(一)/比例' })] : []),
    ...backwards({ ...stored, ...input }),
  ];
  if (reasons.length > 0) return refused(reasons);
  const { count } = await tx.surveyCampaign.updateMany({
    where: { id, version, status: 'open', prefectureId: actor.prefectureId },
    data: {
      name: input.name,
      opensOn: input.opensOn ? new Date(input.opensOn) : undefined,
      closesOn: input.closesOn ? new Date(input.closesOn) : undefined,
      version: { increment: 1 },
    },
  });
  const saved = await campaign(tx, actor, id);
  if (!saved) return notFound();
  return count === 0 ? conflict(saved, input, saved.version) : done(saved, { version: saved.version });
}
