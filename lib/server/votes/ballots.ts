import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { BallotsAnswer } from '@/lib/domain/votes/answers';
import {
  type BallotFacts,
  evidenceReasons,
  judgeBallots,
  type Recording,
  type RoundAtHand,
} from '@/lib/domain/votes/ballots';
import type { BallotInput, BallotsInput } from '@/lib/domain/votes/schema';
import type { BallotSource, Choice, RoundNumber, RoundStatus } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, type Denied, failure, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Writer } from '@/lib/server/db/with-writer';
import { ballotViews } from './ballot-views';
import { type KeptSums, TALLY, tallyView } from './tally';

interface RoundForWriting {
  id: string;
  status: RoundStatus;
  round: RoundNumber;
  rulebookId: string;
  openedAt: Date | null;
  now: Date;
}

/** Whoever writes into a round waits here for whoever is writing into it: what is read behind this stands still. */
export async function roundForWriting(tx: Writer, actor: Actor, id: string): Promise<RoundForWriting | null> {
  await tx.$queryRaw`SELECT 1 FROM vote_tally WHERE round_id = ${id}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<RoundForWriting[]>`
    SELECT id, status, round, rulebook_id AS "rulebookId", opened_at AS "openedAt", anju_now() AS now
    FROM vote_round WHERE id = ${id}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row ?? null;
}

interface FactRow {
  inRoll: boolean;
  ballotId: string | null;
  choice: Choice | null;
  formRound: string | null;
  formHome: string | null;
  formVoid: boolean;
}

const factOf = ({ inRoll, ballotId, choice, formRound, formHome, formVoid }: FactRow): BallotFacts => ({
  inRoll,
  standing: ballotId ? { ballotId, choice } : null,
  form: formRound ? { roundId: formRound, householdId: formHome ?? '', voided: formVoid } : null,
});

interface AtHand {
  round: RoundForWriting;
  facts: BallotFacts[];
}

/** The round and what is known about each ballot, in one turn behind its lock (vote_at_hand). */
async function atHandOf(tx: Writer, actor: Actor, id: string, inputs: readonly BallotInput[]): Promise<AtHand | null> {
  const asked = JSON.stringify(inputs.map(({ householdId, formNo }) => ({ h: householdId, f: formNo ?? null })));
  const [row] = await tx.$queryRaw<(RoundForWriting & { facts: FactRow[] })[]>`
    SELECT id, status, round, rulebook_id AS "rulebookId", opened_at AS "openedAt", now, facts FROM vote_at_hand(${id}::uuid, ${[...actor.counties]}::uuid[], ${asked}::jsonb)`;
  if (!row) return null;
  const { facts, ...round } = row;
  return { round, facts: facts.map(factOf) };
}

/**
 * Photos of forms and authorisations show names and signatures: from here on they are evidence of this round, which only those who collect
 * and check may look at. Answers their hashes; what is no picture of the officer's territory is missing in it.
 */
export async function takeEvidence(
  tx: Writer,
  roundId: string,
  inputs: readonly Pick<BallotInput, 'photoFileId' | 'proxy'>[],
): Promise<Map<string, string>> {
  const ids = [
    ...new Set(
      inputs.flatMap(({ photoFileId, proxy }) => [photoFileId, proxy?.fileId].filter((id) => id !== undefined)),
    ),
  ];
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; sha256: string }[]>`
    UPDATE stored_file f SET purpose = 'ballot', county_id = r.county_id, subdistrict_id = r.subdistrict_id, community_id = r.community_id
    FROM vote_round r WHERE r.id = ${roundId}::uuid AND f.id = ANY(${ids}::uuid[]) AND f.purpose IN ('photo', 'ballot') AND f.media_type LIKE 'image/%'
    RETURNING f.id, f.sha256`;
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

/** The other officer's ballots beside one's own: both are shown, the second decides, neither is lost. */
async function ballotExists(
  tx: Writer,
  actor: Actor,
  roundId: string,
  inputs: BallotInput[],
  ids: string[],
): Promise<Denied> {
  const theirs = await ballotViews(tx, actor, roundId, { ids });
  return { ...failure(409, 'ballot_exists', { count: ids.length }), conflict: { theirs, yours: inputs, version: 0 } };
}

interface Inserted {
  id: string;
  householdId: string;
  seq: number;
  hash: string;
}

export async function insertBallots(
  tx: Writer,
  actor: Actor,
  roundId: string,
  recordings: readonly Recording[],
  source: BallotSource,
  evidence: ReadonlyMap<string, string>,
  objectionId?: string,
): Promise<Inserted[]> {
  const rows = recordings.map(({ input, ...made }) => ({
    household_id: input.householdId,
    kind: made.kind,
    choice: input.choice,
    channel: input.channel,
    form_no: input.formNo,
    photo_file_id: input.photoFileId,
    photo_sha256: input.photoFileId ? evidence.get(input.photoFileId) : undefined,
    proxy_name: input.proxy?.name,
    proxy_file_id: input.proxy?.fileId,
    proxy_sha256: input.proxy ? evidence.get(input.proxy.fileId) : undefined,
    wanted: [...new Set(input.wanted ?? [])].sort(),
    problems: input.problems,
    collector: input.collector ?? actor.displayName,
    collected_at: made.collectedAt.toISOString(),
    device_at: input.deviceAt,
    replaces_id: made.replacesId ?? undefined,
    beside_id: made.besideId ?? undefined,
    objection_id: objectionId,
    reason: made.reason ?? undefined,
  }));
  return tx.$queryRaw<Inserted[]>`
    INSERT INTO ballot (round_id, county_id, subdistrict_id, community_id, seq, recorded_at, source, recorded_by, household_id, kind, choice, channel, form_no, photo_file_id, photo_sha256,
      proxy_name, proxy_file_id, proxy_sha256, wanted, problems, collector, collected_at, device_at, replaces_id, beside_id, objection_id, reason)
    SELECT t.round_id, t.county_id, t.subdistrict_id, t.community_id, t.head_seq + 1, (SELECT anju_now()), ${source}, ${actor.accountId}::uuid, i.* FROM vote_tally t,
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(household_id uuid, kind text, choice text, channel text, form_no text, photo_file_id uuid, photo_sha256 text,
        proxy_name text, proxy_file_id uuid, proxy_sha256 text, wanted text[], problems text, collector text, collected_at timestamptz, device_at timestamptz, replaces_id uuid,
        beside_id uuid, objection_id uuid, reason text)
    WHERE t.round_id = ${roundId}::uuid
    RETURNING id, household_id AS "householdId", seq, hash`;
}

export async function talliedNow(tx: Writer, roundId: string) {
  const [row] = await tx.$queryRaw<{ tally: KeptSums }[]>(
    Prisma.sql`SELECT ${TALLY} AS tally FROM vote_round r JOIN vote_tally t ON t.round_id = r.id WHERE r.id = ${roundId}::uuid`,
  );
  if (!row) throw new Error('a round without its sums');
  return tallyView(row.tally);
}

/** Records 1 to 2,000 ballots of one round, all or none (domain.md §4). 409 ballot_exists shows the first ones beside one's own. */
export async function recordBallots(
  tx: Writer,
  actor: Actor,
  roundId: string,
  { source, ballots }: BallotsInput,
): Promise<Answer<BallotsAnswer>> {
  const found = await atHandOf(tx, actor, roundId, ballots);
  if (!found) return notFound();
  const { round, facts } = found;
  const asksMenu = ballots.some(({ wanted }) => (wanted?.length ?? 0) > 0);
  const menu = asksMenu ? (await rulebookOf(tx, round.rulebookId)).menu.map(({ code }) => code) : [];
  const atHand: RoundAtHand = { ...round, menu: new Set(menu), openedAt: round.openedAt ?? round.now };
  const { recordings, reasons, taken } = judgeBallots(atHand, ballots, facts);
  if (reasons.length > 0) return refused(reasons);
  if (taken.length > 0) {
    const inputs = taken.flatMap(({ at }) => ballots[at] ?? []);
    return ballotExists(
      tx,
      actor,
      roundId,
      inputs,
      taken.map(({ ballotId }) => ballotId),
    );
  }
  const evidence = await takeEvidence(tx, roundId, ballots);
  const unknown = evidenceReasons(ballots, evidence);
  if (unknown.length > 0) return refused(unknown);
  // asked in one turn: one behind the other on one connection, the sums after what is recorded
  const [made, tally] = await Promise.all([
    insertBallots(tx, actor, roundId, recordings, source, evidence),
    talliedNow(tx, roundId),
  ]);
  const order = new Map(ballots.map(({ householdId }, at) => [householdId, at]));
  made.sort((a, b) => (order.get(a.householdId) ?? 0) - (order.get(b.householdId) ?? 0));
  return created({ ballots: made, tally });
}

/** A ballot that should not stand (another household's, signed by somebody else): taken back with a reason, kept in history. Before closing. */
export async function annulBallot(
  tx: Writer,
  actor: Actor,
  ballotId: string,
  why: string,
): Promise<Answer<BallotsAnswer>> {
  const [found] = await tx.$queryRaw<{ roundId: string }[]>`
    SELECT round_id AS "roundId" FROM ballot WHERE id = ${ballotId}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[])`;
  if (!found) return notFound();
  const round = await roundForWriting(tx, actor, found.roundId);
  if (!round) return notFound();
  if (round.status !== 'open') return refused([reason(`vote.roundNotOpen.${round.status}`)]);
  const made = await tx.$queryRaw<Inserted[]>`
    INSERT INTO ballot (round_id, household_id, county_id, seq, kind, channel, form_no, collector, collected_at, replaces_id, reason, recorded_by)
    SELECT b.round_id, b.household_id, b.county_id, 0, 'annulled', b.channel, b.form_no, b.collector, b.collected_at, b.id, ${why}, ${actor.accountId}::uuid
    FROM ballot b JOIN vote_standing s ON s.round_id = b.round_id AND s.household_id = b.household_id AND s.ballot_id = b.id AND s.choice IS NOT NULL
    WHERE b.id = ${ballotId}::uuid RETURNING id, household_id AS "householdId", seq, hash`;
  if (made.length === 0) return refused([reason('vote.notWhatStands')]);
  return created({ ballots: made, tally: await talliedNow(tx, found.roundId) });
}
