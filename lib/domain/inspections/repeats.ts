import type { CalendarDate } from '../kernel/calendar-date';
import type { EarlierFinding, InspectedPlace } from './types';

/**
 * What a point that is wrong comes to, beside what was found at the same point of the same place of the project before:
 * - `new`: nothing was found there
 * - `again`: it was found and is not closed. That finding stands, with its own limit, and was seen once more; what was reported put right
 *   before this day was not, and is open again
 * - `past`: it was found, and closed after this day (the inspection reached us late): it belongs to that finding
 * - `repeat`: it was found and closed before: a new finding that names the former, and counts
 */
export type Sighting =
  | { kind: 'new' }
  | { kind: 'again'; of: string; reopens: boolean }
  | { kind: 'past'; of: string }
  | { kind: 'repeat'; of: string; no: number };

export interface WrongPoint extends InspectedPlace {
  check: string;
  on: CalendarDate;
}

const isSame = (a: Omit<WrongPoint, 'on'>, b: Omit<WrongPoint, 'on'>): boolean =>
  a.check === b.check && a.compoundId === b.compoundId && a.buildingId === b.buildingId;

/** The latest: of the same day the one that counted furthest. */
const latest = (found: readonly EarlierFinding[]): EarlierFinding | undefined =>
  [...found].sort((a, b) => b.inspectedOn.localeCompare(a.inspectedOn) || b.repeatNo - a.repeatNo)[0];

export function sightingOf(wrong: WrongPoint, earlier: readonly EarlierFinding[]): Sighting {
  const same = earlier.filter((one) => isSame(one, wrong));
  const open = latest(same.filter(({ status }) => status !== 'closed'));
  if (open) {
    const reopens = open.status === 'rectified' && open.rectifiedOn !== null && wrong.on >= open.rectifiedOn;
    return { kind: 'again', of: open.id, reopens };
  }
  const before = latest(same.filter(({ inspectedOn }) => inspectedOn <= wrong.on));
  if (!before) return { kind: 'new' };
  return before.recheckedOn !== null && wrong.on < before.recheckedOn
    ? { kind: 'past', of: before.id }
    : { kind: 'repeat', of: before.id, no: before.repeatNo + 1 };
}
