import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { isAssignedTo } from '@/lib/domain/complaints/handling';
import { standingOf } from '@/lib/domain/complaints/limit';
import type { AssigneeKind, Status } from '@/lib/domain/complaints/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { complaintScope } from '@/lib/server/complaints/scope';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { type Asked, type TasksOf, task } from './kind';

const SHOWN = 10;
const WORDS = 20;

interface Row {
  id: string;
  no: string;
  words: string;
  status: Status;
  dueOn: CalendarDate;
  assignedKind: AssigneeKind | null;
  assignedUnitId: string | null;
  drafted: boolean;
}

const short = (words: string): string => {
  const letters = [...words.replace(/\s+/g, ' ')];
  return letters.length > WORDS ? `${letters.slice(0, WORDS).join('')}…` : letters.join('');
};

/** New ones to assign and drafts to send, each as one task with its list; late and soon due ones by name, as are those of the assigned office. */
export const complaintsWaiting: TasksOf = async (asked) => {
  const { tx, actor, today } = asked;
  if (!can(actor.role, 'complaint.draft')) return [];
  const { soonDays } = siteRulesOf((await rulebookInForce(tx)).rulebook).complaints;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.no, left(c.content, 200) AS words, c.status, c.due_on::text AS "dueOn", c.assigned_kind AS "assignedKind", c.assigned_unit_id AS "assignedUnitId", c.draft IS NOT NULL AS drafted
    FROM complaint c WHERE (${complaintScope(actor)}) AND c.status IN ('received', 'assigned') ORDER BY c.due_on, c.id LIMIT 500`;
  const oneOf = (kind: 'complaintDue' | 'complaintLate' | 'complaintMine', { id, no, words, dueOn }: Row) =>
    task(asked, {
      key: `complaint:${id}`,
      kind,
      href: `/complaints/${id}#handle`,
      params: { no, words: short(words) },
      dueOn,
    });
  const standing = (row: Row) =>
    standingOf({ ...row, answeredOn: null, endedOn: null, lateBefore: false }, today, soonDays);
  const urgent = rows.filter((row) => standing(row) !== 'inTime');
  if (!can(actor.role, 'complaint.handle')) {
    const mine = rows.filter((row) => isAssignedTo(row, actor) && !row.drafted);
    return mine.slice(0, SHOWN).map((row) => oneOf(standing(row) === 'late' ? 'complaintLate' : 'complaintMine', row));
  }
  return [
    ...together(
      asked,
      'complaintsNew',
      'status=received',
      rows.filter(({ status }) => status === 'received'),
    ),
    ...together(
      asked,
      'complaintsDrafted',
      'standing=mine',
      rows.filter(({ drafted }) => drafted),
    ),
    ...urgent.slice(0, SHOWN).map((row) => oneOf(standing(row) === 'late' ? 'complaintLate' : 'complaintDue', row)),
  ];
};

/** Many of a kind are one task, due with the first of them. */
function together(asked: Asked, kind: 'complaintsNew' | 'complaintsDrafted', query: string, rows: readonly Row[]) {
  const [first] = rows;
  return first
    ? [
        task(asked, {
          key: kind,
          kind,
          href: `/complaints?${query}`,
          params: { count: rows.length },
          dueOn: first.dueOn,
        }),
      ]
    : [];
}
