import { daysBetween } from '../kernel/calendar-date';
import type { SupervisionFacts, SupervisionState } from './types';

/** Whose turn it is. */
export const awaits = (status: SupervisionState): 'county' | 'prefecture' | null =>
  status === 'issued' || status === 'returned' ? 'county' : status === 'answered' ? 'prefecture' : null;

/** The last day is over: a limit is met up to the end of its day. */
export const isLate = ({ limitOn, today }: Pick<SupervisionFacts, 'limitOn' | 'today'>): boolean => today > limitOn;

const SOON = 7;

export interface Standing {
  awaits: 'county' | 'prefecture' | null;
  /** the county has not answered and the last day is over */
  overdue: boolean;
  /** to the limit while the county is to answer: 0 on the last day, below 0 after it; null where nobody waits for it */
  daysLeft: number | null;
  light: 'red' | 'amber' | 'green' | 'neutral';
}

/** How a notice stands today: overdue by rule, never by anybody's word. */
export function standingOf({ status, limitOn, today }: Omit<SupervisionFacts, 'issuedOn' | 'remindedOn'>): Standing {
  const waits = awaits(status);
  if (waits !== 'county') {
    const light = waits === 'prefecture' ? 'amber' : status === 'closed' ? 'green' : 'neutral';
    return { awaits: waits, overdue: false, daysLeft: null, light };
  }
  const daysLeft = daysBetween(today, limitOn);
  const overdue = isLate({ limitOn, today });
  return { awaits: waits, overdue, daysLeft, light: overdue ? 'red' : daysLeft <= SOON ? 'amber' : 'neutral' };
}
