import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { SupervisionAnswer } from '@/lib/domain/supervision/answers';
import type { Task, TaskKind } from '@/lib/domain/tasks/answers';
import { supervisions } from '@/lib/server/supervision/queries';
import { type Asked, type TasksOf, task } from './kind';

const NAMED = 20;

function taskOf(asked: Asked, kind: TaskKind, notice: SupervisionAnswer): Task {
  const { id, title, documentNo, county, reminders, limitOn } = notice;
  const params = { name: title, documentNo, reminders, county: county.name, countyEn: county.nameEn ?? county.name };
  const dueOn = notice.awaits === 'county' ? calendarDateOf(limitOn) : null;
  return task(asked, { key: `supervision:${id}`, kind, href: `/supervision/${id}`, params, dueOn });
}

/** 督办: for the county what it has to answer, by its limit; for the prefecture the answers that wait, and what was let pass. */
export const supervisionWaiting: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  const [answers, issues] = [can(actor.role, 'supervision.answer'), can(actor.role, 'supervision.write')];
  if (!answers && !issues) return [];
  const waiting = await supervisions(tx, actor, { status: 'waiting' });
  const tasks = waiting.flatMap((notice) => {
    if (answers) return notice.awaits === 'county' ? [taskOf(asked, 'supervisionToAnswer', notice)] : [];
    if (notice.awaits === 'prefecture') return [taskOf(asked, 'supervisionAnswered', notice)];
    return notice.overdue ? [taskOf(asked, 'supervisionOverdue', notice)] : [];
  });
  return tasks.slice(0, NAMED);
};
