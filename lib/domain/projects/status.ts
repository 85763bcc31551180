import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import type { ProjectStatus } from './types';

export const STATUS_ACTS = ['suspend', 'resume', 'withdraw'] as const;
export type StatusAct = (typeof STATUS_ACTS)[number];

const FROM: Record<StatusAct, readonly ProjectStatus[]> = {
  suspend: ['active'],
  resume: ['suspended'],
  withdraw: ['active', 'suspended'],
};

export const STATUS_AFTER: Record<StatusAct, ProjectStatus> = {
  suspend: 'suspended',
  resume: 'active',
  withdraw: 'withdrawn',
};

export interface StatusFacts {
  status: ProjectStatus;
  /** 11: all ten stages are behind it */
  stage: number;
  today: CalendarDate;
}

/** Which of the three is open, apart from the document. */
export const openActs = (status: ProjectStatus): StatusAct[] => STATUS_ACTS.filter((act) => FROM[act].includes(status));

/** A project is suspended, resumed and withdrawn by document; what is withdrawn stays so, and what is complete is not withdrawn. */
export function statusReasons(act: StatusAct, facts: StatusFacts, documentOn: CalendarDate): Reason[] {
  return [
    ...(FROM[act].includes(facts.status) ? [] : [reason(`project.statusAct.${facts.status}`)]),
    ...(facts.stage > 10 && act !== 'resume' ? [reason('project.allComplete')] : []),
    ...(documentOn > facts.today
      ? [reason('project.documentInFuture', { found: documentOn, expected: facts.today }, { field: 'documentOn' })]
      : []),
  ];
}
