import 'server-only';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { CallBackRow } from '@/lib/domain/votes/answers';
import { sampleSize } from '@/lib/domain/votes/sample';
import type { CallBackInput } from '@/lib/domain/votes/schema';
import { againstCall } from '@/lib/domain/votes/second-person';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { roundForWriting } from './ballots';
import { DWELLING, instant } from './rows';

/**
 * The sample is drawn by the hash of the chain at closing: it could not be known before, nobody chooses, and whoever has the chain can draw
 * it again (order by sha-256 of head and household).
 */
export async function drawCallBacks(tx: Tx, roundId: string, { callBack }: Rulebook): Promise<void> {
  const [round] = await tx.$queryRaw<{ returned: number }[]>`
    SELECT agree_households + disagree_households + abstain_households AS returned FROM vote_tally WHERE round_id = ${roundId}::uuid`;
  const size = sampleSize(round?.returned ?? 0, callBack);
  await tx.$executeRaw`
    INSERT INTO call_back (round_id, household_id, county_id, ballot_id)
    SELECT s.round_id, s.household_id, s.county_id, s.ballot_id FROM vote_standing s JOIN vote_tally t ON t.round_id = s.round_id
    WHERE s.round_id = ${roundId}::uuid AND s.choice IS NOT NULL
    ORDER BY sha256(convert_to(t.head_hash || ':' || s.household_id, 'UTF8')), s.household_id LIMIT ${size}::int`;
}

export const callBacksOf = (reader: Reader, roundId: string): Promise<CallBackRow[]> =>
  reader.$queryRaw<CallBackRow[]>(Prisma.sql`
    SELECT k.household_id AS "householdId", ${DWELLING} AS where, k.ballot_id AS "ballotId", b.choice, coalesce(anju_name_of(b.recorded_by), '') AS "recordedBy",
      k.outcome, k.note, anju_name_of(k.called_by) AS "calledBy", ${instant('k.called_at')} AS "calledAt", k.version
    FROM call_back k JOIN vote_roll v ON v.round_id = k.round_id AND v.household_id = k.household_id JOIN ballot b ON b.id = k.ballot_id
    WHERE k.round_id = ${roundId}::uuid ORDER BY v.sort_key, v.household_id`);

/** What the household said on the telephone, asked by somebody who did not record its ballot. */
export async function recordCallBack(
  tx: Tx,
  actor: Actor,
  roundId: string,
  householdId: string,
  version: number,
  input: CallBackInput,
): Promise<Answer<CallBackRow>> {
  const round = await roundForWriting(tx, actor, roundId);
  const theirs = round && (await callBacksOf(tx, roundId)).find((row) => row.householdId === householdId);
  if (!round || !theirs) return notFound();
  if (theirs.version !== version) return conflict(theirs, input, theirs.version);
  const [ballot] = await tx.$queryRaw<
    { mine: boolean }[]
  >`SELECT recorded_by = ${actor.accountId}::uuid AS mine FROM ballot WHERE id = ${theirs.ballotId}::uuid`;
  const against = againstCall(round.status, input, ballot?.mine ?? false);
  if (against.length > 0) return refused(against);
  await tx.$executeRaw`
    UPDATE call_back SET outcome = ${input.outcome}, note = ${input.note ?? null}, called_by = ${actor.accountId}::uuid, called_at = anju_now(), version = version + 1
    WHERE round_id = ${roundId}::uuid AND household_id = ${householdId}::uuid`;
  const saved = (await callBacksOf(tx, roundId)).find((row) => row.householdId === householdId);
  return saved ? done(saved, { version: saved.version }) : notFound();
}
