import { type Reason, reason } from '../../kernel/result';
import type { CompoundFacts, ProjectFacts } from '../facts';

/** One record that a criterion looks at, with what it says for or against it. */
export interface Row {
  kind: 'county' | 'plan' | 'leadingGroup' | 'project' | 'compound' | 'month' | 'complaint' | 'supervision' | 'news';
  id: string;
  name: string;
  met: boolean;
  /** of compounds: the project they are renovated in */
  projectId?: string;
  /** of how much it counts for so much: 1 of 1, or households of households */
  part: number;
  whole: number;
  /** of what is not met: it can still be done */
  earnable: boolean;
  /** the numbers of this row */
  says: Reason;
}

type Of = Pick<Row, 'kind' | 'id' | 'name' | 'projectId'>;
interface Seen {
  met: boolean;
  /** false: what is missing cannot be made good any more */
  earnable?: boolean;
  part?: number;
  whole?: number;
}

/** `code`: of the sentence; its end says whether it is met. */
export function row(of: Of, seen: Seen, code: string, params?: Record<string, string | number>): Row {
  const { met, earnable = true, part = met ? 1 : 0, whole = 1 } = seen;
  return { ...of, met, earnable: !met && earnable, part, whole, says: reason(code, params) };
}

export const ofProject = ({ id, name }: ProjectFacts): Of => ({ kind: 'project', id, name });
export const ofCompound = ({ id, name }: CompoundFacts, project: ProjectFacts): Of => ({
  ...{ kind: 'compound', id, name },
  projectId: project.id,
});
