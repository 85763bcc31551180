import 'server-only';
import { checkPassword } from '@/lib/domain/accounts/password';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, refused, tooMany } from '@/lib/server/answer';
import { endSessionsIn } from '@/lib/server/auth/end-sessions';
import { hashPassword } from '@/lib/server/auth/password-hash';
import { type Caller, checkPasswordOf } from '@/lib/server/auth/sign-in';
import type { Tx } from '@/lib/server/db/with-actor';

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/**
 * Whether one may have this new password, and its hash. The old one is asked for, counted like a sign-in; a refusal stays counted. Before
 * any transaction: a class that chooses its passwords at once would wait, each with a connection, for a second one.
 */
export async function prepareOwnPassword(
  actor: Actor,
  { currentPassword, newPassword }: PasswordChange,
  caller: Caller,
): Promise<Answer<string>> {
  const rule = checkPassword(newPassword, actor.username);
  const reasons: Reason[] = rule.ok ? [] : rule.reasons.map((one) => ({ ...one, field: 'newPassword' }));
  if (newPassword === currentPassword) {
    reasons.push(reason('password.sameAsBefore', undefined, { field: 'newPassword' }));
  }
  // What the rule refuses anyway needs no look at the old password, and costs no try.
  if (reasons.length > 0) return refused(reasons, 'password_refused');
  const checked = await checkPasswordOf(actor.username, currentPassword, caller, 'password_change');
  if (checked.kind === 'locked') return tooMany('too_many_tries', checked.seconds);
  if (checked.kind === 'wrong') {
    return refused([reason('password.wrongCurrent', undefined, { field: 'currentPassword' })], 'password_refused');
  }
  return done(await hashPassword(newPassword));
}

/** One's own password; afterwards every session of the person has ended. */
export async function changeOwnPassword(tx: Tx, actor: Actor, hash: string): Promise<Answer<null>> {
  await storeHash(tx, actor, hash);
  await tx.$executeRaw`UPDATE account SET must_change_password = false, version = version + 1, updated_at = anju_now()
    WHERE id = ${actor.accountId}::uuid`;
  await endSessionsIn(tx, actor.accountId, 'password_change');
  return done(null, { status: 204 });
}

interface PasswordOwner {
  accountId: string;
  prefectureId: string;
  countyId: string | null;
  subdistrictId: string | null;
  communityId: string | null;
}

export const storePassword = async (tx: Tx, owner: PasswordOwner, password: string): Promise<void> =>
  storeHash(tx, owner, await hashPassword(password));

/** Written, never read: the app's role may not select a hash. */
async function storeHash(tx: Tx, owner: PasswordOwner, hash: string): Promise<void> {
  const changed = await tx.$executeRaw`UPDATE account_password SET hash = ${hash}, changed_at = anju_now()
    WHERE account_id = ${owner.accountId}::uuid`;
  // Not ON CONFLICT: EXCLUDED.hash would ask for the right to read hashes.
  if (changed === 0) {
    await tx.$executeRaw`INSERT INTO account_password (account_id, prefecture_id, county_id, subdistrict_id, community_id, hash)
      VALUES (${owner.accountId}::uuid, ${owner.prefectureId}::uuid, ${owner.countyId}::uuid, ${owner.subdistrictId}::uuid,
        ${owner.communityId}::uuid, ${hash})`;
  }
}
