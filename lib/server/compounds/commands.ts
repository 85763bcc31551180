import 'server-only';
import type { CompoundRecord } from '@/lib/domain/compounds/answers';
import type { CompoundCreate, CompoundUpdate } from '@/lib/domain/compounds/schema';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { keepAliases, refreshFindable } from './aliases';
import { reassess } from './assess';
import { nextCompoundCode } from './code';
import { COMPOUND_COLUMNS } from './columns';
import { compoundRecord } from './detail';
import { pinyinOf, searchTextOf } from './names';
import { rulebookInForce } from './rulebook-in-force';
import { asSent, assignments, insertion } from './sql';

/** A community tells its subdistrict; both must stand in the county, and in the writer's own territory. */
async function placeReasons(tx: Tx, countyId: string, input: CompoundUpdate): Promise<Reason[]> {
  const wanted = [input.subdistrictId, input.communityId].filter((id): id is string => Boolean(id));
  if (wanted.length === 0) return [];
  const units = await tx.unit.findMany({
    where: { id: { in: wanted }, countyId },
    select: { id: true, kind: true, subdistrictId: true },
  });
  const kindOf = new Map(units.map((unit) => [unit.id, unit]));
  const reasons: Reason[] = [];
  if (input.subdistrictId && kindOf.get(input.subdistrictId)?.kind !== 'subdistrict')
    reasons.push(reason('compound.noSuchSubdistrict', undefined, { field: 'subdistrictId' }));
  const community = input.communityId ? kindOf.get(input.communityId) : undefined;
  if (input.communityId && community?.kind !== 'community')
    reasons.push(reason('compound.noSuchCommunity', undefined, { field: 'communityId' }));
  if (community && input.subdistrictId && community.subdistrictId !== input.subdistrictId)
    reasons.push(reason('compound.communityElsewhere', undefined, { field: 'communityId' }));
  return reasons;
}

function facilityReasons(rulebook: Rulebook, facilities: CompoundUpdate['facilities']): Reason[] {
  const known = new Set(publicFacilities(rulebook).map((facility) => facility.key));
  return Object.keys(facilities ?? {})
    .filter((key) => !known.has(key))
    .map((key) => reason('compound.unknownFacility', { found: key }, { field: 'facilities' }));
}

/** The same name twice in one county is one compound entered twice, until the two communities tell them apart. */
async function nameReasons(
  tx: Tx,
  countyId: string,
  { name, communityId }: { name: string; communityId: string | null },
  self?: string,
): Promise<Reason[]> {
  const same = await tx.compound.findFirst({
    where: { countyId, name, communityId, status: 'active', ...(self ? { id: { not: self } } : {}) },
    select: { code: true },
  });
  return same ? [reason('compound.sameName', { name, code: same.code }, { field: 'name' })] : [];
}

const withoutNulls = (facilities: CompoundUpdate['facilities']) =>
  Object.fromEntries(Object.entries(facilities ?? {}).filter(([, condition]) => condition !== null));

export async function createCompound(tx: Tx, actor: Actor, input: CompoundCreate): Promise<Answer<CompoundRecord>> {
  const countyId = actor.countyId;
  if (!countyId) return refused([reason('compound.countyOnly')]);
  const inForce = await rulebookInForce(tx);
  const reasons = [
    ...(await placeReasons(tx, countyId, input)),
    ...facilityReasons(inForce.rulebook, input.facilities),
    ...(await nameReasons(tx, countyId, { name: input.name, communityId: input.communityId ?? null })),
  ];
  if (reasons.length > 0) return refused(reasons);
  const code = await nextCompoundCode(tx, countyId);
  const { names, values } = insertion(COMPOUND_COLUMNS, input);
  const search = searchTextOf({ code, name: input.name, aliases: input.aliases ?? [], address: input.address ?? null });
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO compound (county_id, code, pinyin, search_text, facilities, updated_by, ${Prisma.join(names)})
    VALUES (${countyId}::uuid, ${code}, ${pinyinOf(input.name)}, ${search},
      ${JSON.stringify(withoutNulls(input.facilities))}::jsonb, ${actor.accountId}::uuid, ${Prisma.join(values)}) RETURNING id`;
  const id = row?.id ?? '';
  const others = (input.aliases ?? []).filter((alias) => alias !== input.name);
  if (others.length > 0) await keepAliases(tx, { id, countyId }, others);
  await reassess(tx, [id], inForce);
  const made = await compoundRecord(tx, actor, id);
  return made ? created(made, { version: made.version, headers: { location: `/api/v1/compounds/${id}` } }) : notFound();
}

export async function updateCompound(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: CompoundUpdate,
): Promise<Answer<CompoundRecord>> {
  const stored = await compoundRecord(tx, actor, id);
  if (!stored || (stored.status !== 'active' && stored.version === version)) return notFound();
  if (stored.version !== version) return conflict(stored, asSent(input), stored.version);
  const inForce = await rulebookInForce(tx);
  const renamed = input.name !== undefined && input.name !== stored.name;
  const community = input.communityId === undefined ? (stored.community?.id ?? null) : input.communityId;
  const reasons = [
    ...(await placeReasons(tx, stored.county.id, input)),
    ...facilityReasons(inForce.rulebook, input.facilities),
    ...(renamed
      ? await nameReasons(tx, stored.county.id, { name: input.name ?? stored.name, communityId: community }, id)
      : []),
  ];
  if (reasons.length > 0) return refused(reasons);
  const facilities = Object.entries(input.facilities ?? {});
  const sets = [
    ...assignments(COMPOUND_COLUMNS, input),
    ...(facilities.length > 0
      ? [Prisma.sql`facilities = jsonb_strip_nulls(facilities || ${JSON.stringify(input.facilities)}::jsonb)`]
      : []),
    Prisma.sql`version = version + 1`,
    Prisma.sql`updated_at = anju_now()`,
    Prisma.sql`updated_by = ${actor.accountId}::uuid`,
  ];
  const changed = await tx.$executeRaw`UPDATE compound SET ${Prisma.join(sets)}
    WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'active' AND county_id = ANY(${[...actor.counties]}::uuid[])`;
  if (changed === 0) return lost(tx, actor, id, input);
  const place = { id, countyId: stored.county.id };
  await keepAliases(tx, place, [
    ...(renamed ? [stored.name] : []),
    ...(input.aliases ?? []).filter((alias) => alias !== (input.name ?? stored.name)),
  ]);
  await refreshFindable(tx, id);
  await reassess(tx, [id], inForce);
  const saved = await compoundRecord(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

/** Somebody saved between our look and our write. */
async function lost(tx: Tx, actor: Actor, id: string, input: object): Promise<Answer<CompoundRecord>> {
  const theirs = await compoundRecord(tx, actor, id);
  return theirs && theirs.status === 'active' ? conflict(theirs, asSent(input), theirs.version) : notFound();
}

/** 停用: out of every list and total, kept with its register, papers and reason. */
export async function retireCompound(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  why: string,
): Promise<Answer<CompoundRecord>> {
  await setAct(tx, { action: 'compound.retire', reason: why });
  const changed = await tx.$executeRaw`
    UPDATE compound SET status = 'retired', retired_at = anju_now(), retired_reason = ${why}, version = version + 1,
      updated_at = anju_now(), updated_by = ${actor.accountId}::uuid
    WHERE id = ${id}::uuid AND version = ${version}::int AND status = 'active' AND county_id = ANY(${[...actor.counties]}::uuid[])`;
  if (changed === 0) return lost(tx, actor, id, { reason: why });
  const saved = await compoundRecord(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}
