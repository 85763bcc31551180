import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { type TasksOf, task } from './kind';

/** Accounts that were made and never used: their owners may be waiting for the first password. */
export const unusedAccounts: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (!can(actor.role, 'user.write')) return [];
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM account
    WHERE last_sign_in_at IS NULL AND disabled_at IS NULL AND id <> ${actor.accountId}::uuid AND created_at < anju_now() - interval '3 days'
      AND (county_id = ANY (${actor.counties}::uuid[]) OR (county_id IS NULL AND ${actor.level === 'prefecture'}))`;
  const count = found?.count ?? 0;
  return count > 0
    ? [task(asked, { key: 'accounts:unused', kind: 'accountsUnused', href: '/users?state=unused', params: { count } })]
    : [];
};
