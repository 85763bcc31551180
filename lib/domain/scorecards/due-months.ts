import type { CalendarDate } from '../kernel/calendar-date';
import { dueDay, type Outage } from '../progress/due';
import { REPORTED_STAGES } from '../progress/report';
import { addMonths, monthOf, type ReportMonth } from '../progress/report-month';
import type { RawProject, Receipt } from './raw-facts';

/** The reporting day of each month of a year, looked up once. */
export type DueDays = (month: ReportMonth) => CalendarDate;

export function dueDaysOf(reportDay: number, outages: readonly Outage[]): DueDays {
  const known = new Map<ReportMonth, CalendarDate>();
  return (month) => {
    const day = known.get(month) ?? dueDay(month, reportDay, outages);
    known.set(month, day);
    return day;
  };
}

export interface DueMonth {
  month: ReportMonth;
  dueOn: CalendarDate;
  receivedOn: CalendarDate | null;
  inTime: boolean;
}

/** Its limit is over; on the last day itself only what is there already counts. */
const hasFallenDue = (dueOn: CalendarDate, receivedOn: CalendarDate | null, today: CalendarDate): boolean =>
  dueOn < today || (dueOn === today && receivedOn !== null);

export function dueMonth(
  month: ReportMonth,
  receivedOn: CalendarDate | null,
  due: DueDays,
  today: CalendarDate,
): DueMonth[] {
  const dueOn = due(month);
  if (!hasFallenDue(dueOn, receivedOn, today)) return [];
  return [{ month, dueOn, receivedOn, inTime: receivedOn !== null && receivedOn <= dueOn }];
}

type Reporting = Pick<RawProject['head'], 'status' | 'stage' | 'createdOn'> & {
  reports: readonly Receipt[];
  /** on which stage 9 was completed */
  finishedOn: CalendarDate | null;
};

/**
 * The months in which a project reports, as the month's list has them (monthRows): those it wrote a report of, and while it is under way every month since it came to be.
 * What its acceptance came before is not asked of it any more; what was due before its acceptance stays due.
 */
export function reportedMonths(project: Reporting, due: DueDays, today: CalendarDate): DueMonth[] {
  const { status, stage, createdOn, reports, finishedOn } = project;
  const received = new Map(reports.map(([day, on]) => [monthOf(day), on]));
  const isUnderWay = status === 'active' && stage >= REPORTED_STAGES.first;
  const isAsked = (month: ReportMonth) =>
    isUnderWay && (stage <= REPORTED_STAGES.last || (finishedOn !== null && due(month) < finishedOn));
  const last = monthOf(today);
  const months = new Set(received.keys());
  for (let month = monthOf(createdOn); month <= last; month = addMonths(month, 1))
    if (isAsked(month)) months.add(month);
  return [...months].sort().flatMap((month) => dueMonth(month, received.get(month) ?? null, due, today));
}
