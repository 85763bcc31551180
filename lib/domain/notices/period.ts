import { addDays, type CalendarDate, daysBetween } from '../kernel/calendar-date';

export interface Period {
  startsOn: CalendarDate;
  /** the last day, whole */
  endsOn: CalendarDate;
}

/** 民法典 201: the day of publication is not counted; the last day is, as a whole. */
export function periodFrom(publishedOn: CalendarDate, days: number): Period {
  return { startsOn: publishedOn, endsOn: addDays(publishedOn, days) };
}

export const isOver = (endsOn: CalendarDate, today: CalendarDate): boolean => today > endsOn;

/** Days that are left with today among them: the whole period on the day of publication, 1 on the last day, 0 once it is over. */
export function daysLeft({ startsOn, endsOn }: Period, today: CalendarDate): number {
  if (isOver(endsOn, today)) return 0;
  return today <= startsOn ? daysBetween(startsOn, endsOn) : daysBetween(today, endsOn) + 1;
}
