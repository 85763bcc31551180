import 'server-only';
import { administrable, changeOfOwnAccount } from '@/lib/domain/accounts/administrable';
import type { UserView } from '@/lib/domain/accounts/list-query';
import { checkPassword } from '@/lib/domain/accounts/password';
import { type Role, unitKindsOf } from '@/lib/domain/accounts/roles';
import type { UserCreate, UserUpdate } from '@/lib/domain/accounts/schema';
import { type Decision, type Reason, reason } from '@/lib/domain/kernel/result';
import { UNIT_KIND_LABELS } from '@/lib/domain/units/labels';
import type { Actor } from '@/lib/server/actor';
import { type Answer, clash, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { type EndReason, endSessionsIn } from '@/lib/server/auth/end-sessions';
import { forgetAllTries } from '@/lib/server/auth/tries';
import { searchTextOfTitle } from '@/lib/server/compounds/names';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { storePassword } from './commands-password';
import { endTokensIn } from './commands-tokens';
import { oneUser } from './queries';

interface UnitPlace {
  id: string;
  kind: 'prefecture' | 'county' | 'subdistrict' | 'community';
  countyId: string | null;
  subdistrictId: string | null;
  communityId: string | null;
}

const reasonsOf = (decision: Decision<unknown>): Reason[] => (decision.ok ? [] : decision.reasons);

async function activeUnit(tx: Tx, id: string): Promise<UnitPlace | null> {
  const [unit] = await tx.$queryRaw<
    UnitPlace[]
  >`SELECT id, kind, county_id AS "countyId", subdistrict_id AS "subdistrictId",
    community_id AS "communityId" FROM unit WHERE id = ${id}::uuid AND (valid_to IS NULL OR valid_to > anju_today())`;
  return unit ?? null;
}

/** A role belongs to a kind of unit, in the actor's own territory. */
function faultsOfPlace(actor: Actor, role: Role, unit: UnitPlace | null): Reason[] {
  if (!unit) return [reason('accounts.unitUnknown', undefined, { field: 'unitId' })];
  const kinds = unitKindsOf(role);
  const expected = kinds.map((kind) => UNIT_KIND_LABELS[kind].zh).join('、');
  const wrongKind = kinds.includes(unit.kind)
    ? []
    : [reason('accounts.unitKind', { found: UNIT_KIND_LABELS[unit.kind].zh, expected }, { field: 'unitId' })];
  return [...reasonsOf(administrable(actor, { role, countyId: unit.countyId })), ...wrongKind];
}

/** An account with a password that its person must change at the first sign-in. */
export async function createUser(tx: Tx, actor: Actor, input: UserCreate): Promise<Answer<UserView>> {
  const unit = await activeUnit(tx, input.unitId);
  const reasons = [
    ...faultsOfPlace(actor, input.role, unit),
    ...reasonsOf(checkPassword(input.password, input.username)),
  ];
  if (!unit || reasons.length > 0) return refused(reasons);
  const { countyId, subdistrictId, communityId } = unit;
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO account (prefecture_id, county_id, subdistrict_id, community_id, unit_id, username, display_name, search_text, role)
    VALUES (${actor.prefectureId}::uuid, ${countyId}::uuid, ${subdistrictId}::uuid, ${communityId}::uuid, ${unit.id}::uuid,
      ${input.username}, ${input.displayName}, ${searchTextOfTitle(input.displayName)}, ${input.role})
    ON CONFLICT (username) DO NOTHING RETURNING id`;
  if (!made) return clash('username_taken', { username: input.username });
  const owner = { accountId: made.id, prefectureId: actor.prefectureId, countyId, subdistrictId, communityId };
  await storePassword(tx, owner, input.password);
  const user = await oneUser(tx, actor, made.id);
  return user ? created(user, { version: user.version }) : notFound();
}

/** Whether the prefecture would be left without anybody who can administer accounts. Asked one at a time. */
async function isLastAdministrator(tx: Tx, user: UserView): Promise<boolean> {
  if (user.role !== 'prefecture_bureau' || user.disabledAt) return false;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('anju administrators', 0))::text`;
  const [others] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM account
    WHERE role = 'prefecture_bureau' AND disabled_at IS NULL AND id <> ${user.id}::uuid`;
  return (others?.count ?? 0) === 0;
}

interface Change {
  role: boolean;
  unit: boolean;
  disabled: boolean;
}

async function faultsOfChange(
  tx: Tx,
  actor: Actor,
  user: UserView,
  input: UserUpdate,
  change: Change,
  unit: UnitPlace | null,
): Promise<Reason[]> {
  const role = input.role ?? user.role;
  const now = administrable(actor, { role: user.role, countyId: user.county?.id ?? null });
  const place = change.role || change.unit ? faultsOfPlace(actor, role, unit) : [];
  const losesRights = (change.role && role !== 'prefecture_bureau') || (change.disabled && input.disabled === true);
  return [
    ...reasonsOf(now),
    ...place,
    ...reasonsOf(changeOfOwnAccount(actor.accountId, user.id, change)),
    ...(losesRights && (await isLastAdministrator(tx, user)) ? [reason('accounts.lastAdministrator')] : []),
    ...(input.disabled && change.disabled && !input.disabledReason
      ? [reason('accounts.disableReason', undefined, { field: 'disabledReason' })]
      : []),
  ];
}

const unique = (reasons: Reason[]): Reason[] => [...new Map(reasons.map((one) => [one.code, one])).values()];

function actOf(change: Change, input: UserUpdate): { action: string; ends?: EndReason } {
  if (change.disabled) {
    return input.disabled ? { action: 'account.disable', ends: 'disabled' } : { action: 'account.enable' };
  }
  return change.role || change.unit
    ? { action: 'account.role_change', ends: 'role_change' }
    : { action: 'account.update' };
}

export async function updateUser(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: UserUpdate,
): Promise<Answer<UserView>> {
  const user = await oneUser(tx, actor, id);
  if (!user) return notFound();
  if (user.version !== version) return conflict(user, input, user.version);
  const change = {
    role: input.role !== undefined && input.role !== user.role,
    unit: input.unitId !== undefined && input.unitId !== user.unit.id,
    disabled: input.disabled !== undefined && input.disabled !== (user.disabledAt !== null),
  };
  const unit = await activeUnit(tx, input.unitId ?? user.unit.id);
  const reasons = unique(await faultsOfChange(tx, actor, user, input, change, unit));
  if (reasons.length > 0) return refused(reasons);
  const act = actOf(change, input);
  await setAct(tx, { action: act.action, reason: input.disabledReason });
  const count = await save(tx, user, version, input, change, unit);
  if (count > 0 && act.ends) await endSessionsIn(tx, id, act.ends);
  if (count > 0 && act.ends === 'disabled') await endTokensIn(tx, actor, id, 'disabled');
  if (count > 0 && change.unit) await endTokensIn(tx, actor, id, 'moved');
  const saved = await oneUser(tx, actor, id);
  if (!saved) return notFound();
  return count === 0 ? conflict(saved, input, saved.version) : done(saved, { version: saved.version });
}

async function save(
  tx: Tx,
  user: UserView,
  version: number,
  input: UserUpdate,
  change: Change,
  unit: UnitPlace | null,
): Promise<number> {
  const { count } = await tx.account.updateMany({
    where: { id: user.id, version },
    data: {
      ...(input.displayName === undefined
        ? {}
        : { displayName: input.displayName, searchText: searchTextOfTitle(input.displayName) }),
      role: input.role,
      ...(unit && change.unit
        ? { unitId: unit.id, countyId: unit.countyId, subdistrictId: unit.subdistrictId, communityId: unit.communityId }
        : {}),
      version: { increment: 1 },
    },
  });
  if (count === 0) return 0;
  if (change.disabled) {
    await tx.$executeRaw`UPDATE account SET disabled_at = CASE WHEN ${input.disabled === true} THEN anju_now() END,
      disabled_reason = ${input.disabled ? (input.disabledReason ?? null) : null}, updated_at = anju_now() WHERE id = ${user.id}::uuid`;
  }
  if (unit && change.unit) {
    await tx.$executeRaw`UPDATE account_password SET county_id = ${unit.countyId}::uuid, subdistrict_id = ${unit.subdistrictId}::uuid,
      community_id = ${unit.communityId}::uuid WHERE account_id = ${user.id}::uuid`;
  }
  return count;
}

/** A forgotten password: a new one-time password, every session ended, the lock-out lifted. */
export async function resetPassword(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  password: string,
): Promise<Answer<UserView>> {
  const user = await oneUser(tx, actor, id);
  if (!user) return notFound();
  if (user.version !== version) return conflict(user, {}, user.version);
  const reasons = [
    ...reasonsOf(administrable(actor, { role: user.role, countyId: user.county?.id ?? null })),
    ...(id === actor.accountId ? [reason('accounts.ownPassword')] : []),
    ...reasonsOf(checkPassword(password, user.username)),
  ];
  if (reasons.length > 0) return refused(reasons);
  await setAct(tx, { action: 'account.password_reset' });
  const { count } = await tx.account.updateMany({
    where: { id, version },
    data: { mustChangePassword: true, version: { increment: 1 } },
  });
  const saved = await oneUser(tx, actor, id);
  if (!saved) return notFound();
  if (count === 0) return conflict(saved, {}, saved.version);
  const place = await tx.account.findUniqueOrThrow({
    where: { id },
    select: { prefectureId: true, countyId: true, subdistrictId: true, communityId: true },
  });
  await storePassword(tx, { accountId: id, ...place }, password);
  await endSessionsIn(tx, id, 'password_reset');
  await forgetAllTries(tx, user);
  return done(saved, { version: saved.version });
}
