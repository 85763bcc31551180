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
  /** on which work really began, and on which stage 9 was completed */
  begunOn: CalendarDate | null;
  finishedOn: CalendarDate | null;
};

/** When a project had to begin to report: with its first report, at the latest as work began; one that never did, when it came to be. */
function firstMonth({ createdOn, begunOn, reports }: Reporting): ReportMonth {
  const created = monthOf(createdOn);
  const [first = created] = reports.map(([day]) => monthOf(day)).sort();
  const [began = first] = [first, ...(begunOn === null ? [] : [monthOf(begunOn)])].sort();
  const [, latest = began] = [began, created].sort();
  return latest;
}

/**
 * The months of a project that are reported, as its own list has them (monthsOf): since it began to, while it is under way. What was due before its acceptance stays due
 * after it; what its acceptance came before is not asked of it any more.
 */
export function reportedMonths(project: Reporting, due: DueDays, today: CalendarDate): DueMonth[] {
  const { status, stage, reports, finishedOn } = project;
  const received = new Map(reports.map(([day, on]) => [monthOf(day), on]));
  const isUnderWay = status === 'active' && stage >= REPORTED_STAGES.first;
  const isAsked = (month: ReportMonth) =>
    isUnderWay && (stage <= REPORTED_STAGES.last || (finishedOn !== null && due(month) < finishedOn));
  const last = monthOf(today);
  const months = new Set(received.keys());
  for (let month = firstMonth(project); month <= last; month = addMonths(month, 1))
    if (isAsked(month)) months.add(month);
  return [...months].sort().flatMap((month) => dueMonth(month, received.get(month) ?? null, due, today));
}
