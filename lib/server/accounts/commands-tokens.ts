import 'server-only';
import { administrable } from '@/lib/domain/accounts/administrable';
import {
  checkToken,
  type TokenCreate,
  type TokenEnd,
  type TokenMade,
  type TokenView,
} from '@/lib/domain/accounts/tokens';
import { today } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import { type Answer, clash, created, done, notFound, refused } from '@/lib/server/answer';
import { newTokenSecret } from '@/lib/server/auth/token-secret';
import { databaseNow } from '@/lib/server/db/now';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { oneUser } from './queries';
import { oneToken, workingNames } from './token-queries';

const viewOf = ({ accountId: _, ...view }: TokenView & { accountId: string }): TokenView => view;

/** The secret is in this answer and nowhere else: what is kept is its digest, which the app's role can't read. */
export async function createToken(tx: Tx, actor: Actor, input: TokenCreate): Promise<Answer<TokenMade>> {
  // One at a time for an account, so that two at once can't both be the tenth.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`tokens ${actor.accountId}`}, 0))::text`;
  const names = await workingNames(tx, actor.accountId);
  const rule = checkToken(input, { role: actor.role, today: today(await databaseNow(tx)), names });
  if (!rule.ok) return refused(rule.reasons);
  const { secret, digest, hint } = newTokenSecret();
  const { accountId, prefectureId, countyId, subdistrictId, communityId } = actor;
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO access_token (account_id, prefecture_id, county_id, subdistrict_id, community_id, unit_id, name, hint, scopes, expires_on)
    VALUES (${accountId}::uuid, ${prefectureId}::uuid, ${countyId}::uuid, ${subdistrictId}::uuid, ${communityId}::uuid,
      ${actor.unit.id}::uuid, ${input.name}, ${hint}, ${[...input.scopes]}::text[], ${input.expiresOn}::date) RETURNING id`;
  if (!made) return notFound();
  await tx.$executeRaw`
    INSERT INTO access_token_secret (token_id, account_id, prefecture_id, county_id, subdistrict_id, community_id, digest)
    VALUES (${made.id}::uuid, ${accountId}::uuid, ${prefectureId}::uuid, ${countyId}::uuid, ${subdistrictId}::uuid, ${communityId}::uuid, ${digest})`;
  const token = await oneToken(tx, made.id);
  return token ? created({ ...viewOf(token), secret }) : notFound();
}

/** Who may end it: its own person, and whoever administers the account; to all others it does not exist. */
async function endOf(tx: Tx, actor: Actor, accountId: string): Promise<TokenEnd | null> {
  if (accountId === actor.accountId) return 'own';
  const user = await oneUser(tx, actor, accountId);
  if (!user) return null;
  return administrable(actor, { role: user.role, countyId: user.county?.id ?? null }).ok ? 'administrator' : null;
}

export async function revokeToken(tx: Tx, actor: Actor, id: string, reason: string): Promise<Answer<TokenView>> {
  const token = await oneToken(tx, id);
  const how = token && (await endOf(tx, actor, token.accountId));
  if (!token || !how) return notFound();
  await setAct(tx, { action: 'token.revoke', reason });
  const count =
    await tx.$executeRaw`UPDATE access_token SET revoked_at = anju_now(), revoked_by = ${actor.accountId}::uuid,
    revoked_how = ${how}, revoked_reason = ${reason} WHERE id = ${id}::uuid AND revoked_at IS NULL`;
  if (count === 0) return clash('token_ended');
  const ended = await oneToken(tx, id);
  return ended ? done(viewOf(ended)) : notFound();
}

/** A dismissed or moved person's tokens are ended with what ends the sessions, for good: a later return opens none of them again. */
export async function endTokensIn(tx: Tx, actor: Actor, accountId: string, how: 'disabled' | 'moved'): Promise<void> {
  await tx.$executeRaw`UPDATE access_token SET revoked_at = anju_now(), revoked_by = ${actor.accountId}::uuid, revoked_how = ${how}
    WHERE account_id = ${accountId}::uuid AND revoked_at IS NULL`;
}
