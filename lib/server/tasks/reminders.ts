import 'server-only';
import { can, onlyReads, type Permission } from '@/lib/domain/accounts/permissions';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { ReminderKind } from '@/lib/domain/reminders/types';
import { type TasksOf, task } from './kind';

/** Who it is for, and where it is dealt with. */
const KINDS: Record<ReminderKind, { for: Permission; href: string }> = {
  yearStart: { for: 'programme.read', href: '/programme' },
  yearComplete: { for: 'programme.read', href: '/programme' },
  campaignIncomplete: { for: 'programme.write', href: '/compounds?eligibility=incomplete' },
  accountsUnused: { for: 'user.write', href: '/users?state=unused' },
  backupOverdue: { for: 'operations.read', href: '/operations' },
};
const KIND_NAMES = Object.keys(KINDS) as ReminderKind[];

interface Row {
  id: string;
  kind: ReminderKind;
  due: string;
  params: Record<string, string | number | null>;
}

/** What the nightly job wrote down for this body and this person has not put aside; nobody is reminded who only reads. An overdue backup that was made since then is told no more. */
export const reminders: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  const mine = KIND_NAMES.filter((kind) => can(actor.role, KINDS[kind].for));
  if (mine.length === 0 || onlyReads(actor.role) || (actor.level !== 'prefecture' && actor.level !== 'county'))
    return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.kind, r.due_on::text AS due, r.params FROM reminder r
    WHERE r.closed_on IS NULL AND r.kind = ANY (${mine}::text[]) AND r.prefecture_id = ${actor.prefectureId}::uuid
      AND r.county_id IS NOT DISTINCT FROM ${actor.countyId}::uuid
      AND NOT EXISTS (SELECT 1 FROM reminder_aside a WHERE a.reminder_id = r.id AND a.account_id = ${actor.accountId}::uuid)
      AND (r.kind <> 'backupOverdue' OR r.subject IS NOT DISTINCT FROM
        (SELECT coalesce((b.last_good_at AT TIME ZONE 'Asia/Shanghai')::date::text, 'never') FROM backup_state() b))
    ORDER BY r.due_on, r.id LIMIT 20`;
  return rows.map(({ id, kind, due, params }) =>
    task(asked, {
      key: `reminder:${id}`,
      kind: `reminder.${kind}`,
      href: KINDS[kind].href,
      params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? ''])),
      dueOn: calendarDateOf(due),
      reminderId: id,
    }),
  );
};
