import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { kindsOf } from '@/lib/domain/notices/publishers';
import { within } from '@/lib/server/notices/locked';
import { type TasksOf, task } from './kind';

const SHOWN = 10;

interface Row {
  id: string;
  title: string;
  endsOn: CalendarDate | null;
  over: boolean;
  open: number;
}

/** Notices of whoever publishes such: objections without an answer, and periods that are over. An objection outlives a withdrawal. */
export const noticesWaiting: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (!can(actor.role, 'notice.write')) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT n.id, n.title, n.ends_on::text AS "endsOn", n.status = 'published' AND anju_today() > n.ends_on AS over,
      (SELECT count(*)::int FROM objection o WHERE o.notice_id = n.id AND o.verdict IS NULL) AS open
    FROM notice n WHERE ${within(actor)} AND n.kind = ANY(${kindsOf(actor.role)}::text[]) AND ((n.status = 'published' AND anju_today() > n.ends_on)
      OR (n.status <> 'draft' AND EXISTS (SELECT 1 FROM objection o WHERE o.notice_id = n.id AND o.verdict IS NULL)))
    ORDER BY n.ends_on, n.id LIMIT ${SHOWN}`;
  return rows.flatMap(({ id, title, endsOn, over, open }) => [
    ...(open > 0
      ? [
          task(asked, {
            key: `objections:${id}`,
            kind: 'objectionsOpen',
            href: `/notices/${id}#objections`,
            params: { name: title, count: open },
            dueOn: endsOn,
          }),
        ]
      : []),
    ...(over
      ? [
          task(asked, {
            key: `notice:${id}`,
            kind: 'noticeToComplete',
            href: `/notices/${id}`,
            params: { name: title },
          }),
        ]
      : []),
  ]);
};
