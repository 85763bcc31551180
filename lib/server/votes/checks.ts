import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { ChecksInput, VisitsInput } from '@/lib/domain/votes/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { roundForWriting } from './ballots';

interface Looked {
  ballotId: string;
  known: boolean;
  mine: boolean;
  stands: boolean;
  checked: boolean;
}

/** The second look (domain.md §4): by another account than the one that recorded, at what stands, once. All or none. */
export async function checkBallots(
  tx: Tx,
  actor: Actor,
  roundId: string,
  { checks }: ChecksInput,
): Promise<Answer<{ checked: number }>> {
  const round = await roundForWriting(tx, actor, roundId);
  if (!round) return notFound();
  if (round.status !== 'open' && round.status !== 'closed') return refused([reason(`vote.notNow.${round.status}`)]);
  const looked = await tx.$queryRaw<Looked[]>`
    SELECT i.id AS "ballotId", b.id IS NOT NULL AS known, coalesce(b.recorded_by = ${actor.accountId}::uuid, false) AS mine, s.ballot_id IS NOT NULL AS stands, k.ballot_id IS NOT NULL AS checked
    FROM unnest(${checks.map(({ ballotId }) => ballotId)}::uuid[]) WITH ORDINALITY AS i(id, n)
      LEFT JOIN ballot b ON b.id = i.id AND b.round_id = ${roundId}::uuid LEFT JOIN vote_standing s ON s.round_id = b.round_id AND s.household_id = b.household_id AND s.ballot_id = b.id
      LEFT JOIN ballot_check k ON k.ballot_id = b.id ORDER BY i.n`;
  const reasons = looked.flatMap((one, at) => {
    const where = { field: `checks.${at}.ballotId` };
    if (!one.known) return [reason('vote.ballotUnknown', undefined, where)];
    if (one.mine) return [reason('vote.checkedByRecorder', undefined, where)];
    if (!one.stands) return [reason('vote.notWhatStands', undefined, where)];
    if (one.checked) return [reason('vote.checkedAlready', undefined, where)];
    const note = checks[at]?.verdict === 'wrong' && !checks[at]?.note;
    return note ? [reason('vote.checkNote', undefined, { field: `checks.${at}.note` })] : [];
  });
  if (new Set(checks.map(({ ballotId }) => ballotId)).size < checks.length) reasons.push(reason('vote.checkedTwice'));
  if (reasons.length > 0) return refused(reasons);
  const rows = checks.map(({ ballotId, verdict, note }) => ({ ballot_id: ballotId, verdict, note: note ?? null }));
  const checked = await tx.$executeRaw`
    INSERT INTO ballot_check (ballot_id, round_id, county_id, seq, verdict, note, checked_by)
    SELECT i.ballot_id, r.id, r.county_id, 0, i.verdict, i.note, ${actor.accountId}::uuid FROM vote_round r,
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(ballot_id uuid, verdict text, note text) WHERE r.id = ${roundId}::uuid`;
  return created({ checked });
}

/** 扫楼: at which doors somebody was, apart from the vote. */
export async function recordVisits(
  tx: Tx,
  actor: Actor,
  roundId: string,
  { visits }: VisitsInput,
): Promise<Answer<{ recorded: number }>> {
  const round = await roundForWriting(tx, actor, roundId);
  if (!round) return notFound();
  if (round.status !== 'open') return refused([reason(`vote.roundNotOpen.${round.status}`)]);
  const outside = await tx.$queryRaw<{ n: bigint }[]>`
    SELECT i.n FROM unnest(${visits.map(({ householdId }) => householdId)}::uuid[]) WITH ORDINALITY AS i(id, n)
    WHERE NOT EXISTS (SELECT 1 FROM vote_standing s WHERE s.round_id = ${roundId}::uuid AND s.household_id = i.id) ORDER BY i.n`;
  if (outside.length > 0)
    return refused(
      outside.map(({ n }) => reason('vote.notInRoll', undefined, { field: `visits.${Number(n) - 1}.householdId` })),
    );
  const rows = visits.map(({ householdId, outcome, note, visitedOn }) => ({
    household_id: householdId,
    outcome,
    note: note ?? null,
    visited_on: visitedOn ?? null,
  }));
  const recorded = await tx.$executeRaw`
    INSERT INTO door_visit (round_id, county_id, household_id, outcome, note, visited_on, recorded_by)
    SELECT r.id, r.county_id, i.household_id, i.outcome, i.note, least(coalesce(i.visited_on, anju_today()), anju_today()), ${actor.accountId}::uuid FROM vote_round r,
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(household_id uuid, outcome text, note text, visited_on date) WHERE r.id = ${roundId}::uuid`;
  return created({ recorded });
}
