import 'server-only';
import type { HouseholdRow } from '@/lib/domain/compounds/answers';
import type { HouseholdCreate, HouseholdUpdate } from '@/lib/domain/compounds/schema';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { reassess } from './assess';
import { HOUSEHOLD_COLUMNS } from './columns';
import { householdSortKey } from './names';
import { idNumberReasons, insertOwners, retireHouseholdsOf } from './owners';
import { oneHousehold } from './register';
import { asSent, assignments, insertion } from './sql';

async function roomTaken(
  tx: Tx,
  home: { buildingId: string; unitNo: string; room: string },
  self?: string,
): Promise<Reason[]> {
  const same = await tx.household.findFirst({
    where: { ...home, status: 'active', ...(self ? { id: { not: self } } : {}) },
    select: { id: true },
  });
  return same ? [reason('household.sameRoom', { unit: home.unitNo, room: home.room }, { field: 'room' })] : [];
}

export async function createHousehold(tx: Tx, actor: Actor, input: HouseholdCreate): Promise<Answer<HouseholdRow>> {
  const { buildingId, owners = [], ...facts } = input;
  const [building] = await tx.$queryRaw<{ compoundId: string; countyId: string }[]>`
    SELECT b.compound_id AS "compoundId", b.county_id AS "countyId" FROM building b JOIN compound c ON c.id = b.compound_id
    WHERE b.id = ${buildingId}::uuid AND b.status = 'active' AND c.status = 'active' AND b.county_id = ANY(${[...actor.counties]}::uuid[])`;
  if (!building) return notFound();
  const unitNo = facts.unitNo ?? '';
  const reasons = [...(await roomTaken(tx, { buildingId, unitNo, room: facts.room })), ...idNumberReasons(owners)];
  if (reasons.length > 0) return refused(reasons);
  const { names, values } = insertion(HOUSEHOLD_COLUMNS, facts);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO household (building_id, compound_id, county_id, sort_key, updated_by, ${Prisma.join(names)})
    VALUES (${buildingId}::uuid, ${building.compoundId}::uuid, ${building.countyId}::uuid, ${householdSortKey(unitNo, facts.room)},
      ${actor.accountId}::uuid, ${Prisma.join(values)}) RETURNING id`;
  const id = row?.id ?? '';
  await insertOwners(tx, actor, { id, ...building }, owners);
  await reassess(tx, [building.compoundId]);
  const made = await oneHousehold(tx, actor, id);
  return made ? created(made, { version: made.version }) : notFound();
}

export async function updateHousehold(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: HouseholdUpdate,
): Promise<Answer<HouseholdRow>> {
  const stored = await oneHousehold(tx, actor, id);
  if (stored?.status !== 'active') return notFound();
  if (stored.version !== version) return conflict(stored, asSent(input), stored.version);
  const home = {
    buildingId: stored.buildingId,
    unitNo: input.unitNo ?? stored.unitNo,
    room: input.room ?? stored.room,
  };
  const reasons = await roomTaken(tx, home, id);
  if (reasons.length > 0) return refused(reasons);
  const sets = [
    ...assignments(HOUSEHOLD_COLUMNS, input),
    Prisma.sql`sort_key = ${householdSortKey(home.unitNo, home.room)}`,
    Prisma.sql`version = version + 1`,
    Prisma.sql`updated_at = anju_now()`,
    Prisma.sql`updated_by = ${actor.accountId}::uuid`,
  ];
  const changed = await tx.$executeRaw`UPDATE household h SET ${Prisma.join(sets)}
    WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'active'
      AND EXISTS (SELECT 1 FROM compound c WHERE c.id = h.compound_id AND c.status = 'active')`;
  if (changed === 0) return lost(tx, actor, id, input);
  await reassess(tx, [stored.compoundId]);
  const saved = await oneHousehold(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

async function lost(tx: Tx, actor: Actor, id: string, input: object): Promise<Answer<HouseholdRow>> {
  const theirs = await oneHousehold(tx, actor, id);
  if (theirs?.status !== 'active') return notFound();
  const compound = await tx.compound.findFirst({ where: { id: theirs.compoundId, status: 'active' } });
  return compound ? conflict(theirs, asSent(input), theirs.version) : notFound();
}

export async function retireHousehold(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  why: string,
): Promise<Answer<HouseholdRow>> {
  const stored = await oneHousehold(tx, actor, id);
  if (stored?.status !== 'active') return notFound();
  if (stored.version !== version) return conflict(stored, { reason: why }, stored.version);
  await setAct(tx, { action: 'household.retire', reason: why });
  const which = Prisma.sql`id = ${id}::uuid AND version = ${version}::int`;
  if ((await retireHouseholdsOf(tx, actor, which, why)) === 0) return lost(tx, actor, id, { reason: why });
  await reassess(tx, [stored.compoundId]);
  const saved = await oneHousehold(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}
