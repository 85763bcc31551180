import { type CalendarDate, daysBetween } from '../kernel/calendar-date';
import type { Task } from './answers';

const SOON = 7;

/** A task without a date waits; one that is late is red, one due within a week amber. */
export function urgencyOf(dueOn: CalendarDate | null, today: CalendarDate): Pick<Task, 'dueOn' | 'daysLeft' | 'light'> {
  if (dueOn === null) return { dueOn, daysLeft: null, light: 'neutral' };
  const daysLeft = daysBetween(today, dueOn);
  return { dueOn, daysLeft, light: daysLeft < 0 ? 'red' : daysLeft <= SOON ? 'amber' : 'green' };
}

const RANK = { red: 0, amber: 1, green: 2, neutral: 3 };

/** Most urgent first; what is alike keeps the order it was found in (the order of the work). */
export function byUrgency(tasks: readonly Task[]): Task[] {
  return tasks
    .map((task, index) => ({ task, index }))
    .sort(
      (a, b) =>
        RANK[a.task.light] - RANK[b.task.light] ||
        (a.task.dueOn ?? '9999').localeCompare(b.task.dueOn ?? '9999') ||
        a.index - b.index,
    )
    .map(({ task }) => task);
}
