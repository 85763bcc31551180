import 'server-only';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { rolesOn } from '@/lib/domain/projects/acting';
import type { StagesAnswer } from '@/lib/domain/stages/answers';
import { gate, stepsOf } from '@/lib/domain/stages/gate';
import type { ReturnInput, StepInput } from '@/lib/domain/stages/schema';
import { ALL_COMPLETE, returnReport, sendBack, takeStep } from '@/lib/domain/stages/steps';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { addEvent } from '@/lib/server/projects/events';
import { projectScope } from '@/lib/server/projects/scope';
import { factsOf, type Known } from './facts';
import { stagesOf } from './queries';

/** Behind a lock: of two people at the same stage the second looks at what the first left. */
async function atHand(tx: Tx, actor: Actor, id: string): Promise<Known | null> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM project p WHERE p.id = ${id}::uuid AND ${projectScope(actor)} FOR UPDATE`;
  if (rows.length === 0) return null;
  return (await factsOf(tx, [id])).get(id) ?? null;
}

type Happened = Omit<Parameters<typeof addEvent>[2], 'projectId'>;

/** The act that the audit lines name, and the line of the project's history. */
async function keep(tx: Tx, actor: Actor, projectId: string, happened: Happened): Promise<void> {
  const { kind, reason } = happened;
  await setAct(tx, { action: `stage.${kind}`, ...(reason ? { reason } : {}) });
  await addEvent(tx, actor, { projectId, ...happened });
}

async function answered(tx: Tx, actor: Actor, id: string): Promise<Answer<StagesAnswer>> {
  const value = await stagesOf(tx, actor, id);
  return value ? done(value) : notFound();
}

/** The next stage is current, at its first step; after the tenth nothing is. */
async function goOn(tx: Tx, id: string, stage: number, { rulebook }: Known): Promise<void> {
  const next = stage + 1;
  if (next < ALL_COMPLETE) {
    const first = stepsOf(rulebook, next)[0]?.code ?? null;
    await tx.$executeRaw`
      UPDATE project_stage SET status = 'current', step = ${first}, version = version + 1 WHERE project_id = ${id}::uuid AND stage = ${next}::int`;
  }
  await tx.$executeRaw`UPDATE project SET stage = ${next}::int, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
}

/** One step of a stage; the last one completes it. The report's times: stated, really done, first received, accepted (domain.md §5). */
export async function stepStage(
  tx: Tx,
  actor: Actor,
  { id, stage, step }: { id: string; stage: number; step: string },
  input: StepInput,
): Promise<Answer<StagesAnswer>> {
  const known = await atHand(tx, actor, id);
  if (!known) return notFound();
  const { facts, rulebook, today } = known;
  const statedOn = calendarDateOf(input.statedOn);
  const decision = takeStep(facts, { stage, step, roles: rolesOn(actor, facts), statedOn, today }, rulebook);
  if (!decision.ok) return refused(decision.reasons);
  const { nextStep, receives } = decision.value;
  await tx.$executeRaw`
    UPDATE project_stage SET step = ${nextStep}, version = version + 1, status = CASE WHEN ${nextStep}::text IS NULL THEN 'completed' ELSE status END,
      received_at = CASE WHEN ${receives} THEN coalesce(received_at, anju_now()) ELSE received_at END,
      stated_on = CASE WHEN ${receives} OR stated_on IS NULL THEN ${statedOn}::date ELSE stated_on END,
      actual_on = CASE WHEN ${receives} OR actual_on IS NULL THEN ${input.actualOn ?? statedOn}::date ELSE actual_on END,
      accepted_at = CASE WHEN ${nextStep}::text IS NULL THEN anju_now() END, completed_by = CASE WHEN ${nextStep}::text IS NULL THEN ${actor.accountId}::uuid END
    WHERE project_id = ${id}::uuid AND stage = ${stage}::int`;
  if (nextStep === null) await goOn(tx, id, stage, known);
  const seen = gate(stage, facts, rulebook).map(({ need, met, byStep }) => ({ need, met: met || byStep === step }));
  await keep(tx, actor, id, {
    ...{ kind: nextStep === null ? 'completed' : 'step', stage, step, reason: input.note, statedOn, facts: { seen } },
  });
  return answered(tx, actor, id);
}

/** The report goes back to the step that the rule book names; only a material correction gives up its first time of receipt. */
export async function returnStage(
  tx: Tx,
  actor: Actor,
  { id, stage, step }: { id: string; stage: number; step: string },
  input: ReturnInput,
): Promise<Answer<StagesAnswer>> {
  const known = await atHand(tx, actor, id);
  if (!known) return notFound();
  const { facts, rulebook } = known;
  const roles = rolesOn(actor, facts);
  const decision = returnReport(facts, { stage, step, roles, reason: input.reason }, rulebook);
  if (!decision.ok) return refused(decision.reasons);
  await tx.$executeRaw`
    UPDATE project_stage SET step = ${decision.value}, version = version + 1, received_at = CASE WHEN ${input.material} THEN NULL ELSE received_at END
    WHERE project_id = ${id}::uuid AND stage = ${stage}::int`;
  await keep(tx, actor, id, {
    kind: 'returned',
    stage,
    step,
    reason: input.reason,
    facts: { material: input.material },
  });
  return answered(tx, actor, id);
}

/** A completed stage is current again; those after it wait until it is completed anew. */
export async function sendStageBack(
  tx: Tx,
  actor: Actor,
  { id, stage }: { id: string; stage: number },
  input: ReturnInput,
): Promise<Answer<StagesAnswer>> {
  const known = await atHand(tx, actor, id);
  if (!known) return notFound();
  const { facts, rulebook } = known;
  const decision = sendBack(facts, { stage, roles: rolesOn(actor, facts), reason: input.reason }, rulebook);
  if (!decision.ok) return refused(decision.reasons);
  await tx.$executeRaw`
    UPDATE project_stage SET status = 'waiting', step = NULL, accepted_at = NULL, completed_by = NULL, version = version + 1
    WHERE project_id = ${id}::uuid AND stage > ${stage}::int AND status <> 'waiting'`;
  await tx.$executeRaw`
    UPDATE project_stage SET status = 'current', step = ${decision.value}, accepted_at = NULL, completed_by = NULL, version = version + 1,
      received_at = CASE WHEN ${input.material} THEN NULL ELSE received_at END
    WHERE project_id = ${id}::uuid AND stage = ${stage}::int`;
  await tx.$executeRaw`UPDATE project SET stage = ${stage}::int, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  await keep(tx, actor, id, {
    kind: 'sentBack',
    stage,
    step: null,
    reason: input.reason,
    facts: { material: input.material },
  });
  return answered(tx, actor, id);
}
