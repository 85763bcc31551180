import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import type { RoundView } from '@/lib/domain/votes/answers';
import { outcomeOf } from '@/lib/domain/votes/count';
import { againstChanging, againstStarting } from '@/lib/domain/votes/phases';
import { unmet } from '@/lib/domain/votes/rounds';
import type { RoundCreate, RoundUpdate } from '@/lib/domain/votes/schema';
import type { RoundNumber, RoundStatus } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, clash, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { rulebookInForce, rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { drawCallBacks } from './call-backs';
import { countAnew } from './count-anew';
import { roundView } from './queries';
import { freezeRoll, registered } from './roll';
import { roundFacts } from './round-facts';

/** A new attempt of a vote of a compound, in preparation. One at a time: what is under way is ended or cancelled first. */
export async function createRound(tx: Tx, actor: Actor, input: RoundCreate): Promise<Answer<RoundView>> {
  const { compoundId, round, schemeId, plannedCloseOn } = input;
  const [compound] = await tx.$queryRaw<
    { code: string; attempts: number; live: string | null; passed: boolean; schemeIsOwn: boolean }[]
  >`
    SELECT c.code, (SELECT coalesce(max(attempt), 0)::int FROM vote_round r WHERE r.compound_id = c.id AND r.round = ${round}::int) AS attempts,
      (SELECT r.id FROM vote_round r WHERE r.compound_id = c.id AND r.round = ${round}::int AND r.status IN ('draft', 'open', 'closed')) AS live,
      EXISTS (SELECT 1 FROM vote_round r WHERE r.compound_id = c.id AND r.round = ${round}::int AND r.outcome = 'passed' AND r.scheme_id IS NOT DISTINCT FROM ${schemeId ?? null}::uuid) AS passed,
      ${schemeId ?? null}::uuid IS NULL OR EXISTS (SELECT 1 FROM scheme s WHERE s.id = ${schemeId ?? null}::uuid AND s.compound_id = c.id) AS "schemeIsOwn"
    FROM compound c WHERE c.id = ${compoundId}::uuid AND c.status = 'active' AND c.county_id = ANY(${[...actor.counties]}::uuid[]) FOR UPDATE`;
  if (!compound) return notFound();
  if (compound.live) return clash('round_under_way', { round: compound.live });
  const { passed, schemeIsOwn } = compound;
  const against = againstStarting({ round, schemeId: schemeId ?? null, schemeIsOwn, passed });
  if (against.length > 0) return refused(against);
  const inForce = await rulebookInForce(tx);
  const [year] = await tx.$queryRaw<{ id: string; voteTest: string | null }[]>`
    SELECT id, vote_test AS "voteTest" FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid AND current`;
  const named = inForce.rulebook.votes.rounds.find((one) => one.round === round)?.test ?? '';
  const attempt = compound.attempts + 1;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO vote_round (compound_id, county_id, rulebook_id, programme_year_id, round, attempt, code, scheme_id, test, planned_close_on, created_by)
    SELECT c.id, c.county_id, ${inForce.id}::uuid, ${year?.id ?? null}::uuid, ${round}::int, ${attempt}::int, ${`${compound.code}-${round}-${attempt}`}, ${schemeId ?? null}::uuid,
      ${year?.voteTest ?? named}, ${plannedCloseOn ?? null}::date, ${actor.accountId}::uuid
    FROM compound c WHERE c.id = ${compoundId}::uuid RETURNING id`;
  const made = await roundView(tx, actor, row?.id ?? '');
  return made ? created(made, { version: made.version }) : notFound();
}

interface Held {
  id: string;
  compoundId: string;
  status: RoundStatus;
  round: RoundNumber;
  test: string;
  rulebookId: string;
  schemeId: string | null;
  version: number;
}

async function held(tx: Tx, actor: Actor, id: string): Promise<Held | null> {
  // the sums first, then the round: the order in which ballots lock
  await tx.$queryRaw`SELECT 1 FROM vote_tally WHERE round_id = ${id}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<Held[]>`
    SELECT id, compound_id AS "compoundId", status, round, test, rulebook_id AS "rulebookId", scheme_id AS "schemeId", version
    FROM vote_round WHERE id = ${id}::uuid AND county_id = ANY(${[...actor.counties]}::uuid[]) FOR UPDATE`;
  return row ?? null;
}

type Stepping = { round: Held } | { answer: Answer<RoundView> };

/** The round behind a lock, as the person saw it and with nothing against the step; or the answer why not. */
async function stepping(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  step: 'open' | 'close' | 'certify',
  from: RoundStatus,
): Promise<Stepping> {
  const round = await held(tx, actor, id);
  const theirs = round && (await roundView(tx, actor, id));
  if (!round || !theirs) return { answer: notFound() };
  if (round.version !== version) return { answer: conflict(theirs, { step }, round.version) };
  if (round.status !== from) return { answer: refused([reason(`vote.notNow.${round.status}`)]) };
  const facts = await roundFacts(tx, actor, id);
  const against = facts ? unmet(step, facts) : [];
  return against.length > 0 ? { answer: refused(against) } : { round };
}

async function answered(tx: Tx, actor: Actor, id: string): Promise<Answer<RoundView>> {
  const view = await roundView(tx, actor, id);
  return view ? done(view, { version: view.version }) : notFound();
}

export async function updateRound(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: RoundUpdate,
): Promise<Answer<RoundView>> {
  const round = await held(tx, actor, id);
  const theirs = round && (await roundView(tx, actor, id));
  if (!round || !theirs) return notFound();
  if (round.version !== version) return conflict(theirs, input, round.version);
  const rebinds = input.schemeId !== undefined && input.schemeId !== round.schemeId;
  const against = againstChanging(round.status, rebinds);
  if (against.length > 0) return refused(against);
  if (rebinds) {
    const [scheme] = await tx.$queryRaw<
      { id: string }[]
    >`SELECT id FROM scheme WHERE id = ${input.schemeId}::uuid AND compound_id = ${round.compoundId}::uuid`;
    if (!scheme || round.round === 1) return refused([reason('vote.schemeOfOther', undefined, { field: 'schemeId' })]);
  }
  const day = input.plannedCloseOn === undefined ? theirs.plannedCloseOn : input.plannedCloseOn;
  await tx.$executeRaw`UPDATE vote_round SET planned_close_on = ${day}::date, scheme_id = ${input.schemeId ?? round.schemeId}::uuid, version = version + 1, updated_at = anju_now()
    WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}

/** Opening freezes the roll: households, areas, owners, and the hash of all of it. */
export async function openRound(tx: Tx, actor: Actor, id: string, version: number): Promise<Answer<RoundView>> {
  const ready = await stepping(tx, actor, id, version, 'open', 'draft');
  if ('answer' in ready) return ready.answer;
  // the totals say so already; the register itself has the last word
  const homes = await registered(tx, ready.round.compoundId);
  const arealess = homes.filter(({ area }) => area === null || area <= 0n).length;
  if (homes.length === 0) return refused([reason('vote.registerEmpty')]);
  if (arealess > 0) return refused([reason('vote.areaMissing', { count: arealess })]);
  await setAct(tx, { action: 'vote.open' });
  const roll = await freezeRoll(tx, id, homes);
  await tx.$executeRaw`
    UPDATE vote_round SET status = 'open', roll_hash = ${roll.hash}, roll_households = ${roll.households}::int, roll_area = ${roll.area}::bigint, roll_voters = ${roll.voters}::int,
      opened_at = anju_now(), opened_by = ${actor.accountId}::uuid, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}

/** Closing: the provisional result, and the sample that is called back, drawn by the chain's own hash. */
export async function closeRound(tx: Tx, actor: Actor, id: string, version: number): Promise<Answer<RoundView>> {
  const ready = await stepping(tx, actor, id, version, 'close', 'open');
  if ('answer' in ready) return ready.answer;
  const rulebook = await rulebookOf(tx, ready.round.rulebookId);
  const result = await countAnew(tx, id, rulebook, ready.round.test);
  await setAct(tx, { action: 'vote.close' });
  await tx.$executeRaw`
    UPDATE vote_round SET status = 'closed', provisional = ${JSON.stringify(result)}::jsonb, closed_at = anju_now(), closed_by = ${actor.accountId}::uuid, version = version + 1,
      updated_at = anju_now() WHERE id = ${id}::uuid`;
  await drawCallBacks(tx, id, rulebook);
  return answered(tx, actor, id);
}

/** 认定 by the county bureau, after the notice period. From here on the database refuses every change. */
export async function certifyRound(tx: Tx, actor: Actor, id: string, version: number): Promise<Answer<RoundView>> {
  const ready = await stepping(tx, actor, id, version, 'certify', 'closed');
  if ('answer' in ready) return ready.answer;
  const { test, rulebookId } = ready.round;
  const result = await countAnew(tx, id, await rulebookOf(tx, rulebookId), test);
  const outcome = outcomeOf(result.verdicts);
  await setAct(tx, { action: 'vote.certify' });
  await tx.$executeRaw`
    UPDATE vote_round SET status = 'certified', outcome = ${outcome}, result = ${JSON.stringify(result)}::jsonb, certified_at = anju_now(), certified_by = ${actor.accountId}::uuid,
      version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}

/** A round that was begun wrongly stays on record with its reason; another attempt can follow. */
export async function cancelRound(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  why: string,
): Promise<Answer<RoundView>> {
  const round = await held(tx, actor, id);
  const theirs = round && (await roundView(tx, actor, id));
  if (!round || !theirs) return notFound();
  if (round.version !== version) return conflict(theirs, { reason: why }, round.version);
  const against = againstChanging(round.status);
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: 'vote.cancel', reason: why });
  await tx.$executeRaw`
    UPDATE vote_round SET status = 'cancelled', cancelled_at = anju_now(), cancelled_by = ${actor.accountId}::uuid, cancelled_reason = ${why}, version = version + 1,
      updated_at = anju_now() WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}
