import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { ChecksInput, VisitsInput } from '@/lib/domain/votes/schema';
import { againstChecks, type Looked } from '@/lib/domain/votes/second-person';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { roundForWriting } from './ballots';

/** The second look: all or none. */
export async function checkBallots(
  tx: Tx,
  actor: Actor,
  roundId: string,
  { checks }: ChecksInput,
): Promise<Answer<{ checked: number }>> {
  const round = await roundForWriting(tx, actor, roundId);
  if (!round) return notFound();
  const looked = await tx.$queryRaw<Looked[]>`
    SELECT b.id IS NOT NULL AS known, coalesce(b.recorded_by = ${actor.accountId}::uuid, false) AS mine, s.ballot_id IS NOT NULL AS stands, k.ballot_id IS NOT NULL AS checked
    FROM unnest(${checks.map(({ ballotId }) => ballotId)}::uuid[]) WITH ORDINALITY AS i(id, n)
      LEFT JOIN ballot b ON b.id = i.id AND b.round_id = ${roundId}::uuid LEFT JOIN vote_standing s ON s.round_id = b.round_id AND s.household_id = b.household_id AND s.ballot_id = b.id
      LEFT JOIN ballot_check k ON k.ballot_id = b.id ORDER BY i.n`;
  const against = againstChecks(round.status, { checks }, looked);
  if (against.length > 0) return refused(against);
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
