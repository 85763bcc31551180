import { type CalendarDate, daysBetween } from '../kernel/calendar-date';
import { ALL } from '../progress/percent';

/** The target line: how much of the time from the day of beginning to the day of completion is over, in basis points rounded down. */
export function expectedBy(startBy: CalendarDate, completeBy: CalendarDate, today: CalendarDate): number {
  if (today >= completeBy) return ALL;
  if (today <= startBy) return 0;
  return Math.floor((daysBetween(startBy, today) * ALL) / daysBetween(startBy, completeBy));
}
