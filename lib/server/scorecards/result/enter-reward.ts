import 'server-only';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { scoringOf } from '@/lib/domain/rulebook/rulebook';
import type { RewardInput, SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { againstReward, claimsOf, claimsTogether, type RewardClaim, splitOf } from '@/lib/domain/scorecards/reward';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Tx } from '@/lib/server/db/with-actor';
import { paperOf, type Which } from '../season/held';
import { heldSeason } from '../season/season-held';
import { seasonResult } from './result';
import { rewardFacts, rewardRows, rewardView } from './rewards';

interface Paper {
  id: string;
  sha256: string;
}

/** A file that was not named stays as it is in the entry before. */
async function paperFor(tx: Tx, former: { file: { id: string } | null } | undefined, fileId?: string | null) {
  return paperOf(tx, fileId === undefined ? (former?.file?.id ?? null) : fileId);
}

interface Entry {
  seasonId: string;
  version: number;
  input: RewardInput;
  claims: RewardClaim[];
  file: Paper | null;
}

async function write(tx: Tx, actor: Actor, { seasonId, version, input, claims, file }: Entry): Promise<void> {
  const { amount, note, documentNo, documentOn } = input;
  await tx.$executeRaw`UPDATE score_reward SET replaced_at = anju_now() WHERE season_id = ${seasonId}::uuid AND replaced_at IS NULL`;
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO score_reward (season_id, prefecture_id, amount, claims, note, document_no, document_on, file_id, file_sha256, version, created_by)
    VALUES (${seasonId}::uuid, ${actor.prefectureId}::uuid, ${amount}::bigint, ${claimsTogether(claims)}::bigint, ${note}, ${documentNo}, ${documentOn}::date, ${file?.id ?? null}::uuid,
      ${file?.sha256 ?? null}, ${version}::int, ${actor.accountId}::uuid) RETURNING id`;
  const split = splitOf(amount, claims);
  const shares = claims.map(({ countyId, weight, total, completed }) => ({
    ...{ countyId, weight, total, completed, amount: String(split.get(countyId) ?? 0n) },
  }));
  await tx.$executeRaw`
    INSERT INTO score_reward_share (reward_id, county_id, weight, total, completed, amount)
    SELECT ${made?.id}::uuid, "countyId", weight, total, completed, amount
    FROM jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) AS g("countyId" uuid, weight int, total int, completed int, amount bigint)`;
}

/** 登记奖励资金: the money, and with it the split that is suggested. Entered again it replaces what stood, which stays on record. Nothing is paid by it. */
export async function enterReward(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: RewardInput,
): Promise<Answer<SeasonResult>> {
  const found = await heldSeason(tx, actor, { id: which.id });
  if (!found.ok) return found;
  const { status, today, rulebookId } = found.value;
  const former = (await rewardRows(tx, which.id)).find(({ replacedAt }) => replacedAt === null);
  const version = former?.version ?? 0;
  if (version !== which.version) {
    const sent = { ...input, amount: formatHundredths(input.amount) };
    return conflict(former ? rewardView(former) : null, sent, version);
  }
  const book = await rulebookOf(tx, rulebookId);
  const claims = claimsOf(await rewardFacts(tx, which.id), scoringOf(book));
  const { documentNo, documentOn } = input;
  const reasons = againstReward({ status, claims, documentNo, documentOn, today });
  if (reasons.length > 0) return refused(reasons);
  const file = await paperFor(tx, former, input.fileId);
  if (!file.ok) return file;
  await write(tx, actor, { seasonId: which.id, version: version + 1, input, claims, file: file.value });
  const result = await seasonResult(tx, actor, which.id);
  return result ? done(result, { version: version + 1 }) : notFound();
}
