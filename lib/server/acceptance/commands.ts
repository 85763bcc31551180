import 'server-only';
import type { AcceptanceView } from '@/lib/domain/acceptance/answers';
import { attemptReasons, opinionReasons } from '@/lib/domain/acceptance/attempts';
import type { AcceptanceInput, AcceptanceUpdate, OpinionInput } from '@/lib/domain/acceptance/schema';
import { reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, type Denied, done, notFound, refused } from '@/lib/server/answer';
import { fileFor, takeFile } from '@/lib/server/archive/files';
import { lockedProject, type ProjectGround } from '@/lib/server/archive/project';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { attemptsOf, standing } from './queries';

export interface OfAttempt {
  id: string;
  acceptanceId: string;
}

export async function oneAttempt(
  tx: Tx,
  ground: ProjectGround,
  acceptanceId: string,
): Promise<AcceptanceView | undefined> {
  return (await attemptsOf(tx, ground.id, ground.workflow)).find(({ id }) => id === acceptanceId);
}

export async function startAcceptance(
  tx: Tx,
  actor: Actor,
  id: string,
  input: AcceptanceInput,
): Promise<Answer<AcceptanceView>> {
  const ground = await lockedProject(tx, actor, id);
  if (!ground) return notFound();
  const earlier = await attemptsOf(tx, id, ground.workflow);
  const reasons = attemptReasons(
    ground.status,
    earlier.map(({ status }) => status),
  );
  if (reasons.length > 0) return refused(reasons);
  const no = Math.max(0, ...earlier.map((one) => one.no)) + 1;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO acceptance (project_id, county_id, no, held_on, place, created_by)
    SELECT id, county_id, ${no}::int, ${input.heldOn}::date, ${input.place}, ${actor.accountId}::uuid FROM project WHERE id = ${id}::uuid RETURNING id`;
  const made = await oneAttempt(tx, ground, row?.id ?? '');
  return made ? created(made, { version: made.version }) : notFound();
}

interface Found {
  ground: ProjectGround;
  attempt: AcceptanceView;
}

/** Behind the project's lock, as the person saw it. */
export async function attemptAsSeen(
  tx: Tx,
  actor: Actor,
  { id, acceptanceId }: OfAttempt,
  version: number,
  sent: unknown,
): Promise<Found | { answer: Denied }> {
  const ground = await lockedProject(tx, actor, id);
  const attempt = ground && (await oneAttempt(tx, ground, acceptanceId));
  if (!ground || !attempt) return { answer: notFound() };
  return attempt.version === version ? { ground, attempt } : { answer: conflict(attempt, sent, attempt.version) };
}

export async function answered(tx: Tx, ground: ProjectGround, acceptanceId: string): Promise<Answer<AcceptanceView>> {
  const saved = await oneAttempt(tx, ground, acceptanceId);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

const next = (tx: Tx, acceptanceId: string) =>
  tx.$executeRaw`UPDATE acceptance SET version = version + 1, updated_at = anju_now() WHERE id = ${acceptanceId}::uuid`;

export async function updateAcceptance(
  tx: Tx,
  actor: Actor,
  of: OfAttempt,
  version: number,
  input: AcceptanceUpdate,
): Promise<Answer<AcceptanceView>> {
  const found = await attemptAsSeen(tx, actor, of, version, input);
  if ('answer' in found) return found.answer;
  const { ground, attempt } = found;
  if (attempt.status !== 'draft') return refused([reason('acceptance.concluded')]);
  await tx.$executeRaw`
    UPDATE acceptance SET held_on = ${input.heldOn ?? attempt.heldOn}::date, place = ${input.place ?? attempt.place}, version = version + 1, updated_at = anju_now()
    WHERE id = ${attempt.id}::uuid`;
  return answered(tx, ground, attempt.id);
}

/** What one party says, with its signed paper. Whoever concludes must have seen it: the attempt counts up. */
export async function addOpinion(
  tx: Tx,
  actor: Actor,
  of: OfAttempt,
  version: number,
  input: OpinionInput,
): Promise<Answer<AcceptanceView>> {
  const found = await attemptAsSeen(tx, actor, of, version, input);
  if ('answer' in found) return found.answer;
  const { ground, attempt } = found;
  const file = await fileFor(tx, ground.id, input.fileId);
  if (!file) return notFound();
  const reasons = opinionReasons({
    party: input.party,
    name: input.name,
    opinion: input.opinion,
    remarks: input.remarks ?? null,
    status: attempt.status,
    fileOfOther: file.ofOther,
    kinds: ground.workflow.acceptanceParties,
    others: standing(attempt.opinions),
  });
  if (reasons.length > 0) return refused(reasons);
  await takeFile(tx, ground.id, input.fileId);
  await tx.$executeRaw`
    INSERT INTO acceptance_party (acceptance_id, project_id, county_id, party, name, person, opinion, remarks, file_id, file_sha256, created_by)
    SELECT a.id, a.project_id, a.county_id, ${input.party}, ${input.name}, ${input.person ?? null}, ${input.opinion}, ${input.remarks ?? null}, ${input.fileId}::uuid,
      ${file.sha256}, ${actor.accountId}::uuid FROM acceptance a WHERE a.id = ${attempt.id}::uuid`;
  await next(tx, attempt.id);
  return answered(tx, ground, attempt.id);
}

/** Entered wrongly: taken out with the reason, and still readable. */
export async function retireOpinion(
  tx: Tx,
  actor: Actor,
  of: OfAttempt & { opinionId: string },
  version: number,
  why: string,
): Promise<Answer<AcceptanceView>> {
  const found = await attemptAsSeen(tx, actor, of, version, { reason: why });
  if ('answer' in found) return found.answer;
  const { ground, attempt } = found;
  const opinion = standing(attempt.opinions).find(({ id }) => id === of.opinionId);
  if (!opinion) return notFound();
  if (attempt.status !== 'draft') return refused([reason('acceptance.concluded')]);
  await setAct(tx, { action: 'acceptance.retire', reason: why });
  await tx.$executeRaw`UPDATE acceptance_party SET retired_at = anju_now(), retired_reason = ${why} WHERE id = ${opinion.id}::uuid`;
  await next(tx, attempt.id);
  return answered(tx, ground, attempt.id);
}
