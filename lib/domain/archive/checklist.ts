import type { PaperKind, Workflow } from '../rulebook/schema-workflow';
import type { PaperState, PermitFacts } from './types';

/** Permits are needed as soon as one fact is so, spared when none is; else it is not known yet. */
export function permitNeed({ newLand, newPipelines, structuralWork }: PermitFacts): 'needed' | 'spared' | 'unknown' {
  const facts = [newLand, newPipelines, structuralWork];
  if (facts.includes(true)) return 'needed';
  return facts.includes(null) ? 'unknown' : 'spared';
}

export function paperState(kind: PaperKind, isFiled: boolean, facts: PermitFacts): PaperState {
  if (isFiled) return 'present';
  if (kind.required === 'always') return 'missing';
  if (kind.required === 'optional') return 'optional';
  const need = permitNeed(facts);
  return need === 'needed' ? 'missing' : need;
}

export interface ChecklistLine {
  kind: PaperKind;
  state: PaperState;
}
export interface StageChecklist {
  stage: number;
  lines: ChecklistLine[];
  /** nothing that the stage asks for is missing or in doubt */
  whole: boolean;
}

/** Every stage that has papers, in order, with each kind of paper and where it stands. `filed`: kinds that have a current paper. */
export function checklist({ papers }: Workflow, filed: ReadonlySet<string>, facts: PermitFacts): StageChecklist[] {
  const stages = [...new Set(papers.map(({ stage }) => stage))].sort((a, b) => a - b);
  return stages.map((stage) => {
    const lines = papers
      .filter((kind) => kind.stage === stage)
      .map((kind) => ({ kind, state: paperState(kind, filed.has(kind.code), facts) }));
    return { stage, lines, whole: lines.every(({ state }) => state !== 'missing' && state !== 'unknown') };
  });
}
