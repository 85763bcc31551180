import type { CalendarDate } from '../kernel/calendar-date';
import type { ProjectStatus } from '../projects/types';

/** issued: waits for the county. answered: waits for the prefecture. returned: waits for another answer. closed, withdrawn: over. */
export const SUPERVISION_STATES = ['issued', 'answered', 'returned', 'closed', 'withdrawn'] as const;
export type SupervisionState = (typeof SUPERVISION_STATES)[number];

export const SUPERVISION_EVENTS = [
  'issued',
  'reminded',
  'answered',
  'returned',
  'prolonged',
  'closed',
  'withdrawn',
] as const;
export type SupervisionEvent = (typeof SUPERVISION_EVENTS)[number];

/** A notice as its rules look at it. Days as people in Asia/Shanghai count them; a limit is met up to the end of its day. */
export interface SupervisionFacts {
  status: SupervisionState;
  issuedOn: CalendarDate;
  limitOn: CalendarDate;
  /** the day of the last reminder */
  remindedOn: CalendarDate | null;
  today: CalendarDate;
}

/** A project that a notice is to be about. */
export interface SupervisedProject {
  id: string;
  name: string;
  countyId: string;
  status: ProjectStatus;
}
