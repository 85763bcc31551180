import { daysBetween } from '@/lib/domain/kernel/calendar-date';
import { REPORTED_STAGES } from '@/lib/domain/progress/report';
import { addMonths, firstDay, lastDay, monthOf, type ReportMonth } from '@/lib/domain/progress/report-month';
import { dayOf } from '../projects/calendars';
import { stepsOfStage } from '../projects/stages';
import { dateOf, stepsTaken, type Told } from '../projects/told';

/** What a project that drags on has reported: no page and no forecast looks further back. */
const AT_MOST = 24;

/** Counted from today: the first and the last day of a month. */
export const daysOfMonth = ({ ground }: Pick<Told, 'ground'>, month: ReportMonth): { from: number; to: number } => ({
  from: daysBetween(ground.today, firstDay(month)),
  to: daysBetween(ground.today, lastDay(month)),
});

/** The stage in which the project was on that day. */
export function stageOn(told: Told, day: number): number {
  const taken = new Set(stepsTaken(told));
  const isBehind = (stage: number) => {
    const last = stepsOfStage(stage).at(-1) ?? '';
    return taken.has(last) && told.days[last as keyof Told['days']] <= day;
  };
  let stage = 1;
  while (stage < 11 && isBehind(stage)) stage++;
  return stage;
}

const endOf = ({ story, ground }: Told): number => {
  const ended = story.withdrawn ?? story.suspended;
  return ended ? dayOf(ended.day, ground.today) : 0;
};

/**
 * The months that a project reported, the earliest first: of the current year since it came to be, of earlier years since its building began; up to its acceptance,
 * or to the paper that stopped it. The running month is not over, and nobody reports it.
 */
export function monthsOf(told: Told): ReportMonth[] {
  const { days, story, ground } = told;
  const last = addMonths(monthOf(ground.today), -1);
  const begun = monthOf(dateOf(told, story.year === null ? days.created : days.started));
  const months: ReportMonth[] = [];
  for (let one = begun; one <= last; one = addMonths(one, 1)) {
    const { to } = daysOfMonth(told, one);
    const stage = stageOn(told, to);
    const isReported = stage >= REPORTED_STAGES.first && stage <= REPORTED_STAGES.last && to < endOf(told);
    if (isReported) months.push(one);
  }
  return months.slice(-AT_MOST);
}

/** 0: the last month that has ended, 1: the one before it. */
export function monthsAgo({ ground }: Pick<Told, 'ground'>, month: ReportMonth): number {
  let ago = 0;
  for (let one = addMonths(monthOf(ground.today), -1); one > month; one = addMonths(one, -1)) ago++;
  return ago;
}
