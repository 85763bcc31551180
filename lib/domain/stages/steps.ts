import type { Role } from '../accounts/roles';
import type { CalendarDate } from '../kernel/calendar-date';
import { type Decision, decide, type Reason, reason } from '../kernel/result';
import { workflowOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { WorkflowStep } from '../rulebook/schema-workflow';
import { stepName, stepsOf, unmetBefore } from './gate';
import type { ProjectFacts, StepRequest } from './types';

/** After the last stage. */
export const ALL_COMPLETE = 11;

/** What taking a step leads to: the next step of the stage, or the stage is complete. */
export interface Taken {
  step: WorkflowStep;
  nextStep: string | null;
  /** the report comes in with it: its time of receipt is kept */
  receives: boolean;
}

const isHis = (by: readonly string[], roles: readonly Role[]) => roles.some((role) => by.includes(role));

/** Against any act on a stage of this project, whatever it is. */
function againstProject({ status }: ProjectFacts): Reason[] {
  if (status === 'active') return [];
  return [status === 'suspended' ? reason('stage.projectSuspended') : reason('stage.projectWithdrawn')];
}

function againstOrder(
  facts: ProjectFacts,
  stage: number,
  step: WorkflowStep,
  steps: readonly WorkflowStep[],
): Reason[] {
  const state = facts.stages.find((one) => one.stage === stage);
  if (state?.status === 'completed') return [reason('stage.alreadyComplete', { stage })];
  if (state?.status !== 'current') return [reason('stage.outOfOrder', { stage, current: facts.stage })];
  if (state.step === step.code) return [];
  const next = steps.find(({ code }) => code === state.step);
  return [reason('stage.stepNotNext', { ...stepName(step), next: next?.name ?? '', nextEn: next?.nameEn ?? '' })];
}

/**
 * Taking a step of a stage: it is the one that is next, by whom it is for, and nothing that the policy asks for before it is missing.
 * Refused with every reason there is.
 */
export function takeStep(facts: ProjectFacts, request: StepRequest, rulebook: Rulebook): Decision<Taken> {
  const { stage, step: code, roles, statedOn, today } = request;
  const steps = stepsOf(rulebook, stage);
  const at = steps.findIndex((one) => one.code === code);
  const step = steps[at];
  if (!step) return { ok: false, reasons: [reason('stage.noSuchStep', { stage, step: code })] };
  const reasons = [
    ...againstProject(facts),
    ...againstOrder(facts, stage, step, steps),
    ...(isHis(step.by, roles) ? [] : [reason('stage.notYours', stepName(step), { clause: step.clause })]),
    ...(statedOn > today ? [reason('stage.inFuture', { found: statedOn, today }, { field: 'statedOn' })] : []),
    ...unmetBefore(stage, step, facts, rulebook).map(({ reason: why }) => why),
  ];
  return decide({ step, nextStep: steps[at + 1]?.code ?? null, receives: at === 0 }, reasons);
}

interface Back {
  stage: number;
  roles: readonly Role[];
  reason: string;
}

const unexplained = (text: string): Reason[] =>
  text.trim() === '' ? [reason('stage.reasonMissing', undefined, { field: 'reason' })] : [];

/** Returning the report instead of taking the step: to the step that the rule book names. */
export function returnReport(facts: ProjectFacts, back: Back & { step: string }, rulebook: Rulebook): Decision<string> {
  const steps = stepsOf(rulebook, back.stage);
  const step = steps.find(({ code }) => code === back.step);
  if (!step) return { ok: false, reasons: [reason('stage.noSuchStep', { stage: back.stage, step: back.step })] };
  return decide(step.returnsTo ?? '', [
    ...againstProject(facts),
    ...againstOrder(facts, back.stage, step, steps),
    ...(isHis(step.by, back.roles) ? [] : [reason('stage.notYours', stepName(step))]),
    ...(step.returnsTo === null ? [reason('stage.returnsNowhere', stepName(step))] : []),
    ...unexplained(back.reason),
  ]);
}

/** Sending a completed stage back: it is current again from its first step, and those after it wait. */
export function sendBack(facts: ProjectFacts, back: Back, rulebook: Rulebook): Decision<string> {
  const flow = workflowOf(rulebook).stages.find(({ stage }) => stage === back.stage);
  const state = facts.stages.find(({ stage }) => stage === back.stage);
  return decide(flow?.steps[0]?.code ?? '', [
    ...againstProject(facts),
    ...(state?.status === 'completed' ? [] : [reason('stage.notComplete', { stage: back.stage })]),
    ...(isHis(flow?.sentBackBy ?? [], back.roles) ? [] : [reason('stage.sendBackNotYours', { stage: back.stage })]),
    ...unexplained(back.reason),
  ]);
}

/** Stages whose stated dates lie before the one before them. */
export function datesOutOfOrder(
  stages: readonly { stage: number; statedOn: CalendarDate | null }[],
): { stage: number; statedOn: CalendarDate; before: number; beforeOn: CalendarDate }[] {
  const stated = stages.flatMap(({ stage, statedOn }) => (statedOn ? [{ stage, statedOn }] : []));
  return stated.flatMap((one, at) => {
    const former = stated[at - 1];
    return former && one.statedOn < former.statedOn
      ? [{ ...one, before: former.stage, beforeOn: former.statedOn }]
      : [];
  });
}
