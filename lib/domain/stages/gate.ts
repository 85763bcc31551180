import { reason } from '../kernel/result';
import { workflowOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { WorkflowStep } from '../rulebook/schema-workflow';
import { NEEDS, paperMissing } from './needs';
import type { Condition, ProjectFacts, Unmet } from './types';

export const stepsOf = (rulebook: Rulebook, stage: number): WorkflowStep[] =>
  workflowOf(rulebook).stages.find((one) => one.stage === stage)?.steps ?? [];

/** A step in the words of the rule book, for a sentence in either language. */
export const stepName = ({ name, nameEn }: WorkflowStep) => ({ name, nameEn });

/** Whether the step lies behind: the stage is complete, or stands at a later step. */
function isTaken(steps: readonly WorkflowStep[], code: string, facts: ProjectFacts, stage: number): boolean {
  const state = facts.stages.find((one) => one.stage === stage);
  if (state?.status === 'completed') return true;
  if (state?.status !== 'current' || state.step === null) return false;
  const at = (step: string) => steps.findIndex((one) => one.code === step);
  return at(code) < at(state.step);
}

function lacksOf(need: string, facts: ProjectFacts, rulebook: Rulebook, stage: number): Unmet[] {
  const steps = stepsOf(rulebook, stage);
  const meeting = steps.find(({ meets }) => meets.includes(need));
  const check = NEEDS[need];
  if (!meeting && !check) throw new Error(`the rule book asks for ${need}, which no rule decides`);
  const toCome: Unmet[] =
    meeting && !isTaken(steps, meeting.code, facts, stage)
      ? [
          {
            need,
            reason: reason('stage.stepToCome', stepName(meeting), { clause: meeting.clause }),
            href: `/projects/${facts.id}/stages#stage-${stage}`,
          },
        ]
      : [];
  return [...toCome, ...(check?.(facts, rulebook) ?? []).map((one) => ({ need, ...one }))];
}

/**
 * The gate of a stage (domain.md §5): every need of the rule book, met or with all that it lacks and where that is put right. The one rule
 * behind the page, the refusal and the tasks.
 */
export function gate(stage: number, facts: ProjectFacts, rulebook: Rulebook): Condition[] {
  const rule = rulebook.stages.find(({ number }) => number === stage);
  const steps = stepsOf(rulebook, stage);
  return (rule?.needs ?? []).map(({ code, name, nameEn, clause }) => {
    const unmet = lacksOf(code, facts, rulebook, stage).map((one) => ({
      ...one,
      reason: { ...one.reason, clause: one.reason.clause ?? clause },
    }));
    const byStep = steps.find(({ meets }) => meets.includes(code))?.code ?? null;
    return { need: code, name, nameEn, clause, met: unmet.length === 0, byStep, unmet };
  });
}

/** What a step of a stage lacks: the needs asked for before it, and the paper that comes with it. */
export function unmetBefore(stage: number, step: WorkflowStep, facts: ProjectFacts, rulebook: Rulebook): Unmet[] {
  const needs = gate(stage, facts, rulebook).filter(({ need }) => step.needs.includes(need));
  const isFiled = step.paper === null || facts.papers.includes(step.paper);
  return [
    ...needs.flatMap(({ unmet }) => unmet),
    ...(isFiled
      ? []
      : [
          {
            need: step.code,
            reason: paperMissing(step.paper ?? '', rulebook, step.clause),
            href: `/projects/${facts.id}/papers#${step.paper}`,
          },
        ]),
  ];
}

/** What stands against the step that is next, for lists and tasks; [] when it may be taken, or nothing is next. */
export function unmetNow(facts: ProjectFacts, rulebook: Rulebook): Unmet[] {
  const state = facts.stages.find(({ status }) => status === 'current');
  const step = state && stepsOf(rulebook, state.stage).find(({ code }) => code === state.step);
  return state && step ? unmetBefore(state.stage, step, facts, rulebook) : [];
}
