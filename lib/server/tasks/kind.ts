import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Task } from '@/lib/domain/tasks/answers';
import { urgencyOf } from '@/lib/domain/tasks/urgency';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';

export interface Asked {
  tx: Tx;
  actor: Actor;
  now: Date;
  today: CalendarDate;
}

/** One kind of work: what of it this person must do now. A later kind is one more file and one more line in queries.ts. */
export type TasksOf = (asked: Asked) => Promise<Task[]>;

type Bare = Pick<Task, 'key' | 'kind' | 'href'> &
  Partial<Pick<Task, 'params' | 'facts' | 'reminderId'>> & { dueOn?: CalendarDate | null };

export function task(
  { today }: Asked,
  { key, kind, href, params = {}, facts = [], reminderId = null, dueOn = null }: Bare,
): Task {
  return { key, kind, href, params, facts, reminderId, ...urgencyOf(dueOn, today) };
}
