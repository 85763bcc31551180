import { addDays, type CalendarDate } from '../kernel/calendar-date';
import type { Status } from './types';

/** 决定/投诉: the answer is due so many calendar days after the day of receipt, up to the end of that day in Asia/Shanghai. */
export const dueDay = (receivedOn: CalendarDate, replyDays: number): CalendarDate => addDays(receivedOn, replyDays);

/** Of one matter the earliest receipt decides; days sort as text. */
export const limitOf = (dues: readonly [CalendarDate, ...CalendarDate[]]): CalendarDate =>
  dues.toSorted()[0] ?? dues[0];

export interface Limited {
  status: Status;
  dueOn: CalendarDate;
  answeredOn: CalendarDate | null;
  /** the day on which it was passed on or not taken up: said to the complainant that day */
  endedOn: CalendarDate | null;
  /** an earlier answer, before it was opened again, was late */
  lateBefore: boolean;
}

export const isOpen = (status: Status): boolean => status === 'received' || status === 'assigned';

/** Not answered by its day, then or ever. What joined another matter has its limit there. */
export function isLate({ status, dueOn, answeredOn, endedOn, lateBefore }: Limited, today: CalendarDate): boolean {
  if (status === 'merged') return false;
  const told = answeredOn ?? (isOpen(status) ? today : endedOn);
  return lateBefore || (told !== null && told > dueOn);
}

export type Standing = 'late' | 'soon' | 'inTime' | 'done';

/** How a matter stands towards its day: what the list, the tasks and the detail show. */
export function standingOf(matter: Limited, today: CalendarDate, soonDays: number): Standing {
  if (!isOpen(matter.status)) return 'done';
  if (today > matter.dueOn) return 'late';
  return today >= addDays(matter.dueOn, -soonDays) ? 'soon' : 'inTime';
}
