import 'server-only';
import type { CompoundRecord } from '@/lib/domain/compounds/answers';
import { planMerge, planSplit } from '@/lib/domain/compounds/merge-split';
import type { CompoundStatus } from '@/lib/domain/compounds/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { keepAliases, refreshFindable } from './aliases';
import { reassess } from './assess';
import { nextCompoundCode } from './code';
import { compoundRecord } from './detail';
import { buildingSortKey, pinyinOf, searchTextOf } from './names';

interface Paper {
  reason: string;
  documentNo?: string | null | undefined;
}

interface PartyRow {
  id: string;
  name: string;
  countyId: string;
  status: CompoundStatus;
  version: number;
  buildingIds: string[];
  aliases: string[];
}

/** Locked in one order, so that two merges that overlap wait for each other instead of crossing. */
async function parties(tx: Tx, actor: Actor, ids: readonly string[]): Promise<PartyRow[]> {
  await tx.$queryRaw`SELECT id FROM compound WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.$queryRaw<{ doc: PartyRow }[]>`
    SELECT json_build_object('id', c.id, 'name', c.name, 'countyId', c.county_id, 'status', c.status, 'version', c.version,
      'buildingIds', coalesce((SELECT json_agg(b.id ORDER BY b.sort_key) FROM building b WHERE b.compound_id = c.id AND b.status = 'active'), '[]'::json),
      'aliases', coalesce((SELECT json_agg(a.name) FROM compound_alias a WHERE a.compound_id = c.id), '[]'::json)) AS doc
    FROM compound c WHERE c.id = ANY(${[...ids]}::uuid[]) AND c.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return rows.map((row) => row.doc);
}

async function lineage(tx: Tx, actor: Actor, kind: 'merge' | 'split', from: string, to: string, paper: Paper) {
  await tx.$executeRaw`
    INSERT INTO compound_lineage (county_id, subdistrict_id, community_id, kind, from_id, to_id, reason, document_no, created_by)
    SELECT county_id, subdistrict_id, community_id, ${kind}, ${from}::uuid, ${to}::uuid, ${paper.reason}, ${paper.documentNo ?? null}, ${actor.accountId}::uuid
    FROM compound WHERE id = ${to}::uuid`;
}

async function close(tx: Tx, actor: Actor, id: string, status: 'merged' | 'split', why: string) {
  await tx.$executeRaw`
    UPDATE compound SET status = ${status}, retired_at = anju_now(), retired_reason = ${why}, version = version + 1,
      updated_at = anju_now(), updated_by = ${actor.accountId}::uuid WHERE id = ${id}::uuid`;
}

/** A building whose name is taken where it goes is told apart by the name of the compound it came from. */
async function moveBuilding(tx: Tx, actor: Actor, buildingId: string, to: string, cameFrom: string) {
  const building = await tx.building.findUniqueOrThrow({ where: { id: buildingId }, select: { name: true } });
  const taken = await tx.building.findFirst({
    where: { compoundId: to, name: building.name, status: 'active' },
    select: { id: true },
  });
  const name = taken ? `${cameFrom} ${building.name}`.slice(0, 100) : building.name;
  await tx.$executeRaw`UPDATE building SET compound_id = ${to}::uuid, name = ${name}, sort_key = ${buildingSortKey(name)},
    version = version + 1, updated_at = anju_now(), updated_by = ${actor.accountId}::uuid WHERE id = ${buildingId}::uuid`;
}

/** An owner with dwellings on both sides goes with the first of them; ownerships always stand with their dwelling. */
async function settleOwners(tx: Tx, left: string) {
  await tx.$executeRaw`
    UPDATE owner o SET compound_id = d.compound_id FROM (
      SELECT DISTINCT ON (owner_id) owner_id, compound_id FROM household_owner WHERE ended_at IS NULL ORDER BY owner_id, position, household_id) d
    WHERE o.id = d.owner_id AND o.compound_id = ${left}::uuid AND d.compound_id <> ${left}::uuid AND o.status = 'active'`;
}

/** Photos and papers go along: the survivor is where people look for them. */
async function moveFiles(tx: Tx, from: string, to: string) {
  await tx.$executeRaw`
    UPDATE compound_file f SET compound_id = c.id, subdistrict_id = c.subdistrict_id, community_id = c.community_id
    FROM compound c WHERE c.id = ${to}::uuid AND f.compound_id = ${from}::uuid`;
  await tx.$executeRaw`
    UPDATE stored_file s SET subdistrict_id = c.subdistrict_id, community_id = c.community_id
    FROM compound c, compound_file f WHERE c.id = ${to}::uuid AND f.compound_id = c.id AND s.id = f.file_id`;
}

/** Figures the county stated add up only where every one of them states it; else the register must tell. */
async function addStated(tx: Tx, survivor: string, ids: readonly string[]) {
  await tx.$executeRaw`
    UPDATE compound c SET stated_buildings = s.b, stated_units = s.u, stated_households = s.h, stated_floor_area = s.f, stated_exclusive_area = s.e
    FROM (SELECT CASE WHEN count(stated_buildings) = count(*) THEN sum(stated_buildings)::int END AS b,
            CASE WHEN count(stated_units) = count(*) THEN sum(stated_units)::int END AS u,
            CASE WHEN count(stated_households) = count(*) THEN sum(stated_households)::int END AS h,
            CASE WHEN count(stated_floor_area) = count(*) THEN sum(stated_floor_area)::bigint END AS f,
            CASE WHEN count(stated_exclusive_area) = count(*) THEN sum(stated_exclusive_area)::bigint END AS e
          FROM compound WHERE id = ANY(${[...ids]}::uuid[])) s
    WHERE c.id = ${survivor}::uuid`;
}

export async function mergeCompounds(
  tx: Tx,
  actor: Actor,
  input: Paper & { compoundIds: string[]; survivorId: string },
): Promise<Answer<CompoundRecord>> {
  const found = await parties(tx, actor, input.compoundIds);
  if (found.length !== new Set(input.compoundIds).size) return notFound();
  const byId = new Map(found.map((party) => [party.id, party]));
  const decision = planMerge(
    input.compoundIds.flatMap((id) => byId.get(id) ?? []),
    input.survivorId,
  );
  if (!decision.ok) return refused(decision.reasons);
  const plan = decision.value;
  await setAct(tx, { action: 'compound.merge', reason: input.reason });
  await addStated(tx, plan.survivorId, input.compoundIds);
  for (const from of plan.retireIds) {
    const party = byId.get(from);
    for (const building of party?.buildingIds ?? [])
      await moveBuilding(tx, actor, building, plan.survivorId, party?.name ?? '');
    await settleOwners(tx, from);
    await moveFiles(tx, from, plan.survivorId);
    await close(tx, actor, from, 'merged', input.reason);
  }
  for (const { fromId, toId } of plan.lineage) await lineage(tx, actor, 'merge', fromId, toId, input);
  const survivor = byId.get(plan.survivorId);
  const names = [...plan.aliases, ...plan.retireIds.flatMap((id) => byId.get(id)?.aliases ?? [])];
  await keepAliases(
    tx,
    { id: plan.survivorId, countyId: survivor?.countyId ?? '' },
    names.filter((name) => name !== survivor?.name),
  );
  await tx.$executeRaw`UPDATE compound SET version = version + 1, updated_at = anju_now(), updated_by = ${actor.accountId}::uuid
    WHERE id = ${plan.survivorId}::uuid`;
  await refreshFindable(tx, plan.survivorId);
  await reassess(tx, input.compoundIds);
  const saved = await compoundRecord(tx, actor, plan.survivorId);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

/** A part begins with the facts of the whole; its figures are counted from its buildings. */
async function makePart(tx: Tx, actor: Actor, whole: PartyRow, name: string): Promise<string> {
  const code = await nextCompoundCode(tx, whole.countyId);
  const { address } = await tx.compound.findUniqueOrThrow({ where: { id: whole.id }, select: { address: true } });
  const aliases = name === whole.name ? whole.aliases : [whole.name];
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO compound (county_id, subdistrict_id, community_id, code, name, pinyin, search_text, address, longitude, latitude, year_built,
      ownership_kind, original_unit, has_owners_committee, has_property_service, has_maintenance_fund, willingness, legal_title, inside_town,
      in_shantytown_plan, planned_demolition, mainly_self_built, urban_village, facilities_incomplete, environment_poor, management_missing,
      facilities_backward, facilities, remarks, updated_by)
    SELECT county_id, subdistrict_id, community_id, ${code}, ${name}, ${pinyinOf(name)}, ${searchTextOf({ code, name, aliases, address })},
      address, longitude, latitude, year_built, ownership_kind, original_unit, has_owners_committee, has_property_service, has_maintenance_fund,
      willingness, legal_title, inside_town, in_shantytown_plan, planned_demolition, mainly_self_built, urban_village, facilities_incomplete,
      environment_poor, management_missing, facilities_backward, facilities, remarks, ${actor.accountId}::uuid
    FROM compound WHERE id = ${whole.id}::uuid RETURNING id`;
  const id = row?.id ?? '';
  await keepAliases(tx, { id, countyId: whole.countyId }, aliases);
  return id;
}

export async function splitCompound(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: Paper & { parts: { name: string; buildingIds: string[] }[] },
): Promise<Answer<{ retired: CompoundRecord; parts: CompoundRecord[] }>> {
  const [whole] = await parties(tx, actor, [id]);
  if (!whole) return notFound();
  if (whole.version !== version) return conflict(await compoundRecord(tx, actor, id), input, whole.version);
  const decision = planSplit(whole, input.parts);
  if (!decision.ok) return refused(decision.reasons);
  await setAct(tx, { action: 'compound.split', reason: input.reason });
  const parts: string[] = [];
  for (const part of decision.value.parts) {
    const made = await makePart(tx, actor, whole, part.name);
    for (const building of part.buildingIds) await moveBuilding(tx, actor, building, made, whole.name);
    await lineage(tx, actor, 'split', id, made, input);
    parts.push(made);
  }
  await settleOwners(tx, id);
  await close(tx, actor, id, 'split', input.reason);
  await reassess(tx, [id, ...parts]);
  const retired = await compoundRecord(tx, actor, id);
  const records: CompoundRecord[] = [];
  for (const part of parts) {
    const record = await compoundRecord(tx, actor, part);
    if (record) records.push(record);
  }
  return retired ? done({ retired, parts: records }, { status: 201 }) : notFound();
}
