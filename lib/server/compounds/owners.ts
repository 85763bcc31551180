import 'server-only';
import type { HouseholdRow, OwnerDetail } from '@/lib/domain/compounds/answers';
import type { OwnerCreate, OwnerUpdate } from '@/lib/domain/compounds/schema';
import type { OwnerKind } from '@/lib/domain/compounds/types';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, gone, notFound, refused } from '@/lib/server/answer';
import { KeyDestroyed } from '@/lib/server/crypto/personal-keys';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { env } from '@/lib/server/env';
import type { Prisma } from '@/prisma/generated/client';
import { reassess } from './assess';
import { masksOf, type PersonalKeys, type PersonalValues, personalKeys, readPersonal, writePersonal } from './personal';
import { oneHousehold, oneOwner } from './register';

/** 个人信息保护法: the ID number is collected only where the deployment says so. */
export function idNumberReasons(owners: readonly { idNumber?: string | null | undefined }[]): Reason[] {
  const given = owners.some((owner) => owner.idNumber);
  return given && env().ANJU_COLLECT_ID_NUMBER !== '1'
    ? [reason('owner.idNumberOff', undefined, { field: 'idNumber' })]
    : [];
}

interface Home {
  id: string;
  compoundId: string;
  countyId: string;
}

/** A new owner with encrypted values and masks, bound to the dwelling. */
async function insertOwner(tx: Tx, actor: Actor, keys: PersonalKeys, home: Home, owner: OwnerCreate, position: number) {
  const values = { name: owner.name, phone: owner.phone ?? null, idNumber: owner.idNumber ?? null };
  const masked = masksOf(owner.kind, values);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO owner (compound_id, county_id, kind, name_masked, phone_masked, id_masked, updated_by)
    VALUES (${home.compoundId}::uuid, ${home.countyId}::uuid, ${owner.kind}, ${masked.name}, ${masked.phone}, ${masked.idNumber}, ${actor.accountId}::uuid)
    RETURNING id`;
  const id = row?.id ?? '';
  await writePersonal(tx, keys, { id, countyId: home.countyId }, values);
  await bind(tx, home, id, position);
}

async function bind(tx: Tx, home: Home, ownerId: string, position: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO household_owner (household_id, owner_id, compound_id, county_id, position)
    VALUES (${home.id}::uuid, ${ownerId}::uuid, ${home.compoundId}::uuid, ${home.countyId}::uuid, ${position}::int)
    ON CONFLICT (household_id, owner_id) DO UPDATE SET ended_at = NULL, position = EXCLUDED.position`;
}

export async function insertOwners(tx: Tx, actor: Actor, home: Home, owners: readonly OwnerCreate[], from = 1) {
  if (owners.length === 0) return;
  const keys = await personalKeys(tx, { prefectureId: actor.prefectureId, countyId: home.countyId });
  for (const [index, owner] of owners.entries()) await insertOwner(tx, actor, keys, home, owner, from + index);
}

async function openHome(tx: Tx, actor: Actor, householdId: string) {
  const [row] = await tx.$queryRaw<(Home & { last: number })[]>`
    SELECT h.id, h.compound_id AS "compoundId", h.county_id AS "countyId",
      (SELECT coalesce(max(position), 0)::int FROM household_owner o WHERE o.household_id = h.id AND o.ended_at IS NULL) AS last
    FROM household h JOIN compound c ON c.id = h.compound_id
    WHERE h.id = ${householdId}::uuid AND h.status = 'active' AND c.status = 'active' AND h.county_id = ANY(${[...actor.counties]}::uuid[])
    FOR UPDATE OF h`;
  return row;
}

/** Another owner of a dwelling: somebody new, or an owner of the same compound who has another dwelling already. */
export async function addOwner(
  tx: Tx,
  actor: Actor,
  householdId: string,
  input: { ownerId: string } | OwnerCreate,
): Promise<Answer<HouseholdRow>> {
  const home = await openHome(tx, actor, householdId);
  if (!home) return notFound();
  if ('ownerId' in input) {
    const owner = await tx.owner.findFirst({
      where: { id: input.ownerId, compoundId: home.compoundId, status: 'active' },
      select: { id: true },
    });
    if (!owner) return refused([reason('owner.notOfCompound', undefined, { field: 'ownerId' })]);
    await bind(tx, home, owner.id, home.last + 1);
  } else {
    const reasons = idNumberReasons([input]);
    if (reasons.length > 0) return refused(reasons);
    await insertOwners(tx, actor, home, [input], home.last + 1);
  }
  await reassess(tx, [home.compoundId]);
  const saved = await oneHousehold(tx, actor, householdId);
  return saved ? created(saved, { version: saved.version }) : notFound();
}

/** 过户、迁出: the ownership ends and stays on record; an owner without any dwelling left is retired. */
export async function endOwnership(
  tx: Tx,
  actor: Actor,
  householdId: string,
  ownerId: string,
  why: string,
): Promise<Answer<HouseholdRow>> {
  const home = await openHome(tx, actor, householdId);
  if (!home) return notFound();
  await setAct(tx, { action: 'household.owner.end', reason: why });
  const ended = await tx.$executeRaw`UPDATE household_owner SET ended_at = anju_now()
    WHERE household_id = ${householdId}::uuid AND owner_id = ${ownerId}::uuid AND ended_at IS NULL`;
  if (ended === 0) return notFound();
  await retireHomeless(tx, actor, [ownerId], why);
  await reassess(tx, [home.compoundId]);
  const saved = await oneHousehold(tx, actor, householdId);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

async function retireHomeless(tx: Tx, actor: Actor, ownerIds: readonly string[], why: string): Promise<void> {
  if (ownerIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE owner o SET status = 'retired', retired_at = anju_now(), retired_reason = ${why}, version = version + 1,
      updated_at = anju_now(), updated_by = ${actor.accountId}::uuid
    WHERE o.id = ANY(${[...ownerIds]}::uuid[]) AND o.status = 'active'
      AND NOT EXISTS (SELECT 1 FROM household_owner x WHERE x.owner_id = o.id AND x.ended_at IS NULL)`;
}

/** Retires dwellings with their ownerships, and the owners that have nothing else. */
export async function retireHouseholdsOf(tx: Tx, actor: Actor, which: Prisma.Sql, why: string): Promise<number> {
  const homes = await tx.$queryRaw<{ id: string }[]>`
    UPDATE household SET status = 'retired', retired_at = anju_now(), retired_reason = ${why}, version = version + 1,
      updated_at = anju_now(), updated_by = ${actor.accountId}::uuid WHERE ${which} AND status = 'active' RETURNING id`;
  if (homes.length === 0) return 0;
  const owners = await tx.$queryRaw<{ id: string }[]>`
    UPDATE household_owner SET ended_at = anju_now()
    WHERE household_id = ANY(${homes.map((home) => home.id)}::uuid[]) AND ended_at IS NULL RETURNING owner_id AS id`;
  await retireHomeless(tx, actor, [...new Set(owners.map((owner) => owner.id))], why);
  return homes.length;
}

/** What a conflict may show of an owner: masks, never another person's clear text. */
function maskedSent(input: OwnerUpdate, kind: OwnerKind): Record<string, unknown> {
  const given = { name: input.name ?? '', phone: input.phone ?? null, idNumber: input.idNumber ?? null };
  const masked = masksOf(input.kind ?? kind, given);
  return {
    ...(input.kind ? { kind: input.kind } : {}),
    ...(input.name === undefined ? {} : { name: masked.name }),
    ...(input.phone === undefined ? {} : { phone: masked.phone }),
    ...(input.idNumber === undefined ? {} : { idNumber: masked.idNumber }),
  };
}

export async function updateOwner(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: OwnerUpdate,
): Promise<Answer<OwnerDetail>> {
  const stored = await oneOwner(tx, actor, id);
  if (stored?.status !== 'active') return notFound();
  const kind = stored.kind as OwnerKind;
  if (stored.version !== version) return conflict(stored, maskedSent(input, kind), stored.version);
  const reasons = idNumberReasons([input]);
  if (reasons.length > 0) return refused(reasons);
  const owner = await tx.owner.findFirstOrThrow({ where: { id }, select: { countyId: true } });
  let known: PersonalValues | null;
  try {
    known = await readPersonal(tx, id);
  } catch (thrown) {
    if (!(thrown instanceof KeyDestroyed)) throw thrown;
    known = null;
  }
  if (!known && input.name === undefined) return gone('personal_destroyed');
  const values: PersonalValues = {
    name: input.name ?? known?.name ?? '',
    phone: input.phone === undefined ? (known?.phone ?? null) : input.phone,
    idNumber: input.idNumber === undefined ? (known?.idNumber ?? null) : input.idNumber,
  };
  const masked = masksOf(input.kind ?? kind, values);
  const changed = await tx.$executeRaw`
    UPDATE owner SET kind = ${input.kind ?? kind}, name_masked = ${masked.name}, phone_masked = ${masked.phone},
      id_masked = ${masked.idNumber}, version = version + 1, updated_at = anju_now(), updated_by = ${actor.accountId}::uuid
    WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'active'`;
  if (changed === 0) {
    const theirs = await oneOwner(tx, actor, id);
    return theirs?.status === 'active' ? conflict(theirs, maskedSent(input, kind), theirs.version) : notFound();
  }
  const keys = await personalKeys(tx, { prefectureId: actor.prefectureId, countyId: owner.countyId });
  await writePersonal(tx, keys, { id, countyId: owner.countyId }, values);
  const saved = await oneOwner(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}
