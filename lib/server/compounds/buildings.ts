import 'server-only';
import type { BuildingRow } from '@/lib/domain/compounds/answers';
import type { BuildingCreate, BuildingUpdate } from '@/lib/domain/compounds/schema';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { reassess } from './assess';
import { BUILDING_COLUMNS } from './columns';
import { buildingSortKey } from './names';
import { retireHouseholdsOf } from './owners';
import { oneBuilding } from './register';
import { asSent, assignments, insertion } from './sql';

async function nameTaken(tx: Tx, compoundId: string, name: string, self?: string): Promise<Reason[]> {
  const same = await tx.building.findFirst({
    where: { compoundId, name, status: 'active', ...(self ? { id: { not: self } } : {}) },
    select: { id: true },
  });
  return same ? [reason('building.sameName', { name }, { field: 'name' })] : [];
}

export async function createBuilding(tx: Tx, actor: Actor, input: BuildingCreate): Promise<Answer<BuildingRow>> {
  const { compoundId, ...facts } = input;
  const compound = await tx.compound.findFirst({
    where: { id: compoundId, status: 'active', countyId: { in: [...actor.counties] } },
    select: { countyId: true },
  });
  if (!compound) return notFound();
  const reasons = await nameTaken(tx, compoundId, facts.name);
  if (reasons.length > 0) return refused(reasons);
  const { names, values } = insertion(BUILDING_COLUMNS, facts);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO building (compound_id, county_id, sort_key, updated_by, ${Prisma.join(names)})
    VALUES (${compoundId}::uuid, ${compound.countyId}::uuid, ${buildingSortKey(facts.name)}, ${actor.accountId}::uuid, ${Prisma.join(values)})
    RETURNING id`;
  await reassess(tx, [compoundId]);
  const made = await oneBuilding(tx, actor, row?.id ?? '');
  return made ? created(made, { version: made.version }) : notFound();
}

export async function updateBuilding(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: BuildingUpdate,
): Promise<Answer<BuildingRow>> {
  const stored = await oneBuilding(tx, actor, id);
  if (stored?.status !== 'active') return notFound();
  if (stored.version !== version) return conflict(stored, asSent(input), stored.version);
  const reasons = input.name === undefined ? [] : await nameTaken(tx, stored.compoundId, input.name, id);
  if (reasons.length > 0) return refused(reasons);
  const sets = [
    ...assignments(BUILDING_COLUMNS, input),
    ...(input.name === undefined ? [] : [Prisma.sql`sort_key = ${buildingSortKey(input.name)}`]),
    Prisma.sql`version = version + 1`,
    Prisma.sql`updated_at = anju_now()`,
    Prisma.sql`updated_by = ${actor.accountId}::uuid`,
  ];
  const changed = await tx.$executeRaw`UPDATE building b SET ${Prisma.join(sets)}
    WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'active'
      AND EXISTS (SELECT 1 FROM compound c WHERE c.id = b.compound_id AND c.status = 'active')`;
  if (changed === 0) return lost(tx, actor, id, input);
  await reassess(tx, [stored.compoundId]);
  const saved = await oneBuilding(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

async function lost(tx: Tx, actor: Actor, id: string, input: object): Promise<Answer<BuildingRow>> {
  const theirs = await oneBuilding(tx, actor, id);
  if (theirs?.status !== 'active') return notFound();
  const compound = await tx.compound.findFirst({ where: { id: theirs.compoundId, status: 'active' } });
  return compound ? conflict(theirs, asSent(input), theirs.version) : notFound();
}

/** A building with households is refused, unless the person says that they go with it. */
export async function retireBuilding(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { reason: why, withHouseholds }: { reason: string; withHouseholds?: boolean | undefined },
): Promise<Answer<BuildingRow>> {
  const stored = await oneBuilding(tx, actor, id);
  if (stored?.status !== 'active') return notFound();
  if (stored.version !== version) return conflict(stored, { reason: why }, stored.version);
  if (stored.households > 0 && !withHouseholds) {
    return refused([reason('building.hasHouseholds', { count: stored.households, name: stored.name })]);
  }
  await setAct(tx, { action: 'building.retire', reason: why });
  const changed = await tx.$executeRaw`
    UPDATE building SET status = 'retired', retired_at = anju_now(), retired_reason = ${why}, version = version + 1,
      updated_at = anju_now(), updated_by = ${actor.accountId}::uuid
    WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'active'`;
  if (changed === 0) return lost(tx, actor, id, { reason: why });
  await retireHouseholdsOf(tx, actor, Prisma.sql`building_id = ${id}::uuid`, why);
  await reassess(tx, [stored.compoundId]);
  const saved = await oneBuilding(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}
