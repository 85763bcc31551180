import { workflowOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import type { PaperKind } from '../rulebook/schema-workflow';
import { permitsOf } from '../stages/permits';
import type { Touches } from '../stages/types';
import type { PaperState } from './types';

export type PermitNeed = 'needed' | 'spared' | 'unknown';

/** Permits are needed as soon as one fact is so, spared when none is; else it is not known yet (the rule is lib/domain/stages/permits.ts). */
export function permitNeed(rulebook: Rulebook, facts: Touches): PermitNeed {
  const { green, needed } = permitsOf(rulebook, facts);
  if (green) return 'spared';
  return needed.length > 0 ? 'needed' : 'unknown';
}

function paperState(kind: PaperKind, isFiled: boolean, permits: PermitNeed): PaperState {
  if (isFiled) return 'present';
  if (kind.required === 'always') return 'missing';
  if (kind.required === 'optional') return 'optional';
  return permits === 'needed' ? 'missing' : permits;
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
export function checklist(rulebook: Rulebook, filed: ReadonlySet<string>, facts: Touches): StageChecklist[] {
  const { papers } = workflowOf(rulebook);
  const permits = permitNeed(rulebook, facts);
  const stages = [...new Set(papers.map(({ stage }) => stage))].sort((a, b) => a - b);
  return stages.map((stage) => {
    const lines = papers
      .filter((kind) => kind.stage === stage)
      .map((kind) => ({ kind, state: paperState(kind, filed.has(kind.code), permits) }));
    return { stage, lines, whole: lines.every(({ state }) => state !== 'missing' && state !== 'unknown') };
  });
}
