import 'server-only';
import { againstReveal } from '@/lib/domain/compounds/reveal';
import { type Decision, refused as no, ok, reason } from '@/lib/domain/kernel/result';
import { type Answering, answerable } from '@/lib/domain/notices/answer-objection';
import type { ObjectionView } from '@/lib/domain/notices/answers';
import { recordingOf } from '@/lib/domain/notices/handed-in';
import { mayPublish } from '@/lib/domain/notices/publishers';
import type { HandedIn, ObjectionAnswer, ObjectionEnter } from '@/lib/domain/notices/schema';
import type { NoticeStatus } from '@/lib/domain/notices/types';
import { type BallotFacts, evidenceReasons } from '@/lib/domain/votes/ballots';
import type { Choice, RoundStatus } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, forbidden, gone, notFound, refused } from '@/lib/server/answer';
import { record } from '@/lib/server/audit/record';
import { newId } from '@/lib/server/db/new-id';
import type { Tx } from '@/lib/server/db/with-actor';
import { insertBallots, takeEvidence } from '@/lib/server/votes/ballots';
import { openContact, sealContact } from './contact';
import { type LockedNotice, lockNotice } from './locked';
import { objectionView } from './queries';

/** What somebody said at the desk or on the telephone. */
export async function enterObjection(
  tx: Tx,
  actor: Actor,
  noticeId: string,
  { content, contact, householdId }: ObjectionEnter,
): Promise<Answer<ObjectionView>> {
  const notice = await lockNotice(tx, actor, noticeId);
  if (!notice) return notFound();
  if (notice.status !== 'published') return refused([reason('notices.notPublished')]);
  const roundId = householdId ? notice.roundId : null;
  if (
    householdId &&
    !(roundId && (await tx.voteRoll.findFirst({ where: { roundId, householdId }, select: { room: true } })))
  )
    return refused([reason('notices.notInRoll', undefined, { field: 'householdId' })]);
  const id = newId();
  await tx.$executeRaw`
    INSERT INTO objection (id, notice_id, county_id, round_id, household_id, source, content, contact, received_by)
    VALUES (${id}::uuid, ${noticeId}::uuid, ${notice.countyId}::uuid, ${roundId}::uuid, ${householdId ?? null}::uuid, 'office', ${content},
      ${sealContact(id, contact)}, ${actor.accountId}::uuid)`;
  const view = await objectionView(tx, actor, id);
  return view ? created(view, { version: view.version }) : notFound();
}

interface Standing {
  roundId: string;
  householdId: string;
  round: RoundStatus;
  openedAt: Date | null;
  closedAt: Date | null;
  ballotId: string | null;
  choice: Choice | null;
}

/** Held like every writer of the round holds it: what stands now stands until the answer is written. */
async function standingOf(tx: Tx, roundId: string | null, householdId: string | null): Promise<Standing | null> {
  if (!roundId || !householdId) return null;
  await tx.$queryRaw`SELECT 1 AS held FROM vote_tally WHERE round_id = ${roundId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<Standing[]>`
    SELECT s.round_id AS "roundId", s.household_id AS "householdId", r.status AS round, r.opened_at AS "openedAt", r.closed_at AS "closedAt",
      s.ballot_id AS "ballotId", s.choice
    FROM vote_standing s JOIN vote_round r ON r.id = s.round_id
    WHERE s.round_id = ${roundId}::uuid AND s.household_id = ${householdId}::uuid`;
  return row ?? null;
}

async function formOf(tx: Tx, formNo: string | undefined): Promise<BallotFacts['form']> {
  if (!formNo) return null;
  const [row] = await tx.$queryRaw<NonNullable<BallotFacts['form']>[]>`
    SELECT round_id AS "roundId", household_id AS "householdId", void_at IS NOT NULL AS voided FROM vote_form WHERE form_no = ${formNo}`;
  return row ?? null;
}

/** What had been handed in, recorded as every ballot is. */
async function recordHandedIn(
  tx: Tx,
  actor: Actor,
  { roundId, householdId, ballotId: annulledId }: Standing,
  { objectionId, reply, ballot }: { objectionId: string; reply: string; ballot: HandedIn },
): Promise<Decision<string>> {
  const evidence = await takeEvidence(tx, roundId, [ballot]);
  const unknown = evidenceReasons([ballot], evidence, () => 'ballot');
  if (unknown.length > 0) return no(...unknown);
  const recording = recordingOf(ballot, { householdId, annulledId, reply });
  const [made] = await insertBallots(tx, actor, roundId, [recording], 'objection', evidence, objectionId);
  if (!made) throw new Error('a ballot without its row');
  return ok(made.id);
}

/** A row of its own that replaces the one that stands; all but the choice is as it was collected. The triggers count it and chain it. */
async function changeBallot(
  tx: Tx,
  actor: Actor,
  {
    objectionId,
    ballotId,
    reply,
    change,
  }: { objectionId: string; ballotId: string; reply: string; change: Exclude<Answering['ballot'], HandedIn | null> },
): Promise<string> {
  const id = newId();
  const [kind, choice] = change.change === 'annul' ? ['annulled', null] : ['corrected', change.choice];
  await tx.$executeRaw`
    INSERT INTO ballot (id, round_id, household_id, county_id, subdistrict_id, community_id, seq, kind, choice, channel, form_no, photo_file_id,
      photo_sha256, proxy_name, proxy_file_id, proxy_sha256, wanted, problems, collector, collected_at, device_at, source, replaces_id, objection_id,
      reason, recorded_by)
    SELECT ${id}::uuid, round_id, household_id, county_id, subdistrict_id, community_id, 0, ${kind}, ${choice}, channel, form_no, photo_file_id,
      photo_sha256, proxy_name, proxy_file_id, proxy_sha256, wanted, problems, collector, collected_at, device_at, 'objection', id, ${objectionId}::uuid,
      ${reply}, ${actor.accountId}::uuid
    FROM ballot WHERE id = ${ballotId}::uuid`;
  return id;
}

interface Upheld {
  objectionId: string;
  reply: string;
  ballot: NonNullable<Answering['ballot']>;
}

/** The ballot that an upheld objection makes of what stands; the rule has let it through. */
async function become(
  tx: Tx,
  actor: Actor,
  standing: Standing,
  { ballot, ...why }: Upheld,
): Promise<Decision<string | null>> {
  if (ballot.change === 'record') return recordHandedIn(tx, actor, standing, { ...why, ballot });
  const { ballotId } = standing;
  return ok(ballotId && (await changeBallot(tx, actor, { ...why, ballotId, change: ballot })));
}

interface LockedObjection {
  noticeId: string;
  roundId: string | null;
  householdId: string | null;
  verdict: string | null;
  version: number;
}

async function lockObjection(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ objection: LockedObjection; notice: LockedNotice } | null> {
  const [objection] = await tx.$queryRaw<LockedObjection[]>`
    SELECT notice_id AS "noticeId", round_id AS "roundId", household_id AS "householdId", verdict, version FROM objection
    WHERE id = ${id}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[]) FOR UPDATE`;
  const notice = objection ? await lockNotice(tx, actor, objection.noticeId) : null;
  return objection && notice ? { objection, notice } : null;
}

/** Upheld or dismissed, once, with a reply; and what an upheld one changes, in the same transaction. */
export async function answerObjection(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { verdict, reply, ballot = null }: Omit<ObjectionAnswer, 'ballot'> & { ballot?: Answering['ballot'] | undefined },
): Promise<Answer<ObjectionView>> {
  const locked = await lockObjection(tx, actor, id);
  if (!locked) return notFound();
  const { objection, notice } = locked;
  if (!mayPublish(actor.role, notice.kind)) return forbidden('notice_of_county');
  if (objection.version !== version) {
    return conflict(await objectionView(tx, actor, id), { verdict, reply, ballot }, objection.version);
  }
  const standing = await standingOf(tx, objection.roundId, objection.householdId);
  const form = ballot?.change === 'record' ? await formOf(tx, ballot.formNo) : null;
  const facts = {
    notice: notice.status satisfies NoticeStatus,
    answered: objection.verdict !== null,
    household: standing && { ...standing, hasBallot: standing.ballotId !== null, form },
  };
  const decision = answerable(facts, { verdict, ballot });
  if (!decision.ok) return refused(decision.reasons);
  const changed =
    ballot && standing
      ? await become(tx, actor, standing, { objectionId: id, reply, ballot })
      : ok<string | null>(null);
  if (!changed.ok) return refused(changed.reasons);
  await tx.$executeRaw`
    UPDATE objection SET verdict = ${verdict}, reply = ${reply}, ballot_id = ${changed.value}::uuid, answered_at = anju_now(),
      answered_by = ${actor.accountId}::uuid, version = version + 1 WHERE id = ${id}::uuid`;
  const view = await objectionView(tx, actor, id);
  return view ? done(view, { version: view.version }) : notFound();
}

/** How to reach whoever objected, for a reason that stands in the audit with who and when (个人信息保护法). */
export async function revealContact(
  tx: Tx,
  actor: Actor,
  id: string,
  why: string,
): Promise<Answer<{ id: string; contact: string }>> {
  const against = againstReveal(why);
  if (against.length > 0) return refused(against);
  const found = await tx.objection.findFirst({
    where: { id, countyId: { in: [...actor.counties] } },
    select: { countyId: true, contact: true },
  });
  if (!found) return notFound();
  if (!found.contact) return gone('contact_gone');
  await record(tx, {
    action: 'objection.reveal',
    entity: 'objection',
    entityId: id,
    countyId: found.countyId,
    details: { fields: ['contact'] },
    reason: why,
  });
  return done({ id, contact: openContact(id, found.contact) });
}
