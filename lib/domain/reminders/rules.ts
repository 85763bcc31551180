import { type CalendarDate, calendarDateOf, daysBetween } from '../kernel/calendar-date';
import type { Mark, Reminder, ReminderFact, ReminderKind } from './types';

interface Notice {
  /** days before, from far to near */
  before: readonly number[];
  /** how long after its day it is still told; what is older is history, and no reminder mends it */
  after: number;
}

/** 启动、完成 are the dates of the rule book's calendar (P三(一)); the others are the office's own. */
const NOTICES: Record<ReminderKind, Notice> = {
  yearStart: { before: [30, 7, 1], after: 30 },
  yearComplete: { before: [60, 30, 7, 1], after: 60 },
  campaignIncomplete: { before: [14, 7, 3, 1], after: 30 },
  accountsUnused: { before: [0], after: 60 },
  backupOverdue: { before: [], after: 3_650 },
};

/** The mark that holds on a day so many days before: the nearest that was reached; null where it is too early or too late to say anything. */
export function markOf(kind: ReminderKind, daysLeft: number): Mark | null {
  const { before, after } = NOTICES[kind];
  if (daysLeft < 0) return -daysLeft <= after ? 'late' : null;
  const reached = before.filter((days) => daysLeft <= days);
  return reached.length > 0 ? `${Math.min(...reached)}` : null;
}

/** All that is due to be told today. It depends on the day alone, not on when it was last asked: a night that was missed is made good by the next. */
export function remindersDue(facts: readonly ReminderFact[], today: CalendarDate): Reminder[] {
  return facts.flatMap((fact) => {
    const mark = markOf(fact.kind, daysBetween(today, calendarDateOf(fact.on)));
    return mark === null ? [] : [{ ...fact, mark }];
  });
}
