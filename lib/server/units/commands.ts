import 'server-only';
import type { z } from 'zod';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import { checkNewVersion, checkUnit } from '@/lib/domain/units/rules';
import type { UnitCreate, UnitRename, unitRetireSchema, unitUpdateSchema } from '@/lib/domain/units/schema';
import type { UnitDetail } from '@/lib/domain/units/views';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { pinyinOf } from '@/lib/server/compounds/names';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { oneUnit } from './queries';

async function todayOf(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ today: string }[]>`SELECT anju_today()::text AS today`;
  return row?.today ?? '';
}

async function notLaterThanToday(tx: Tx, date: string, field: string): Promise<Reason[]> {
  const today = await todayOf(tx);
  return date > today ? [reason('units.inFuture', { found: date, expected: today }, { field })] : [];
}

async function codeTaken(tx: Tx, code: string, except?: string): Promise<Reason[]> {
  const holder = await tx.unit.findUnique({ where: { code }, select: { id: true } });
  return holder && holder.id !== except ? [reason('units.codeTaken', { found: code }, { field: 'code' })] : [];
}

export async function createUnit(tx: Tx, actor: Actor, input: UnitCreate): Promise<Answer<UnitDetail>> {
  const parent = input.parentId ? await oneUnit(tx, actor, input.parentId) : null;
  const fits = checkUnit(input, parent);
  const reasons = [
    ...(input.parentId && (!parent || parent.validTo)
      ? [reason('units.parentUnknown', undefined, { field: 'parentId' })]
      : []),
    ...(fits.ok ? [] : fits.reasons),
    ...(await notLaterThanToday(tx, input.validFrom, 'validFrom')),
    ...(await codeTaken(tx, input.code)),
  ];
  if (!parent || reasons.length > 0) return refused(reasons);
  const above = await tx.unit.findUniqueOrThrow({
    where: { id: parent.id },
    select: { countyId: true, subdistrictId: true },
  });
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    WITH fresh AS (SELECT anju_new_id() AS id)
    INSERT INTO unit (id, prefecture_id, parent_id, county_id, subdistrict_id, community_id, kind, code, name, name_en, pinyin, sort_order, valid_from)
    SELECT id, ${actor.prefectureId}::uuid, ${parent.id}::uuid, CASE WHEN ${input.kind} = 'county' THEN id ELSE ${above.countyId}::uuid END,
      CASE WHEN ${input.kind} = 'subdistrict' THEN id ELSE ${above.subdistrictId}::uuid END, CASE WHEN ${input.kind} = 'community' THEN id END,
      ${input.kind}, ${input.code}, ${input.name}, ${input.nameEn ?? null}, ${pinyinOf(input.name)}, ${input.sortOrder ?? 0}, ${input.validFrom}::date
    FROM fresh RETURNING id`;
  if (!made) return notFound();
  await openVersion(tx, made.id, input.validFrom, null);
  const unit = await oneUnit(tx, actor, made.id);
  return unit ? created(unit, { version: unit.version }) : notFound();
}

/** The unit's present name and code, from that day on. */
async function openVersion(tx: Tx, id: string, from: string, documentNo: string | null): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO unit_version (unit_id, prefecture_id, county_id, subdistrict_id, community_id, code, name, kind, parent_id, valid_from, document_no)
    SELECT id, prefecture_id, county_id, subdistrict_id, community_id, code, name, kind, parent_id, ${from}::date, ${documentNo} FROM unit WHERE id = ${id}::uuid`;
}

/** A unit that never had another name may have no version yet: its present one is written down before it changes. */
async function keepPresentVersion(tx: Tx, unit: UnitDetail): Promise<void> {
  if (!unit.versions.some(({ validTo }) => validTo === null)) await openVersion(tx, unit.id, unit.validFrom, null);
}

async function closeVersion(tx: Tx, unit: UnitDetail, until: string): Promise<void> {
  await tx.$executeRaw`UPDATE unit_version SET valid_to = ${until}::date WHERE unit_id = ${unit.id}::uuid AND valid_to IS NULL`;
}

/** A new name or code from a day on, by document; reports of earlier days keep the old one. */
export async function renameUnit(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: UnitRename,
): Promise<Answer<UnitDetail>> {
  const unit = await oneUnit(tx, actor, id);
  if (!unit) return notFound();
  if (unit.version !== version) return conflict(unit, input, unit.version);
  const code = input.code ?? unit.code;
  const parent = unit.parentId ? await oneUnit(tx, actor, unit.parentId) : null;
  const fits = checkUnit({ kind: unit.kind, code }, parent);
  const open = unit.versions.find(({ validTo }) => validTo === null) ?? unit;
  const later = checkNewVersion({ validFrom: calendarDateOf(open.validFrom) }, calendarDateOf(input.validFrom));
  const reasons = [
    ...(fits.ok ? [] : fits.reasons),
    ...(later.ok ? [] : later.reasons),
    ...(await notLaterThanToday(tx, input.validFrom, 'validFrom')),
    ...(await codeTaken(tx, code, id)),
  ];
  if (reasons.length > 0) return refused(reasons);
  await setAct(tx, { action: 'unit.rename', reason: input.documentNo ?? undefined });
  await keepPresentVersion(tx, unit);
  const { count } = await tx.unit.updateMany({
    where: { id, version },
    data: { name: input.name, code, pinyin: pinyinOf(input.name), version: { increment: 1 } },
  });
  if (count > 0) {
    await closeVersion(tx, unit, input.validFrom);
    await openVersion(tx, id, input.validFrom, input.documentNo ?? null);
  }
  return answered(tx, actor, id, count, input);
}

async function answered(tx: Tx, actor: Actor, id: string, count: number, yours: unknown): Promise<Answer<UnitDetail>> {
  const saved = await oneUnit(tx, actor, id);
  if (!saved) return notFound();
  return count === 0 ? conflict(saved, yours, saved.version) : done(saved, { version: saved.version });
}

/** What is no name: English name, order, who approves. */
export async function updateUnit(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: z.output<typeof unitUpdateSchema>,
): Promise<Answer<UnitDetail>> {
  const unit = await oneUnit(tx, actor, id);
  if (!unit) return notFound();
  await setAct(tx, { action: 'unit.update' });
  const { count } = await tx.unit.updateMany({
    where: { id, version },
    data: { nameEn: input.nameEn, sortOrder: input.sortOrder, approvers: input.approvers, version: { increment: 1 } },
  });
  return answered(tx, actor, id, count, input);
}

/** Nothing may still hang on a unit that is retired; every obstacle is named. */
export async function retireUnit(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: z.output<typeof unitRetireSchema>,
): Promise<Answer<UnitDetail>> {
  const unit = await oneUnit(tx, actor, id);
  if (!unit) return notFound();
  if (unit.version !== version) return conflict(unit, input, unit.version);
  const reasons = [...(await obstacles(tx, unit)), ...(await notLaterThanToday(tx, input.validTo, 'validTo'))];
  if (input.validTo <= unit.validFrom) {
    reasons.push(
      reason('units.retiredBeforeStart', { found: input.validTo, expected: unit.validFrom }, { field: 'validTo' }),
    );
  }
  if (reasons.length > 0) return refused(reasons);
  await setAct(tx, { action: 'unit.retire', reason: input.reason });
  await keepPresentVersion(tx, unit);
  const { count } = await tx.unit.updateMany({
    where: { id, version },
    data: { validTo: new Date(input.validTo), retiredReason: input.reason, version: { increment: 1 } },
  });
  if (count > 0) await closeVersion(tx, unit, input.validTo);
  return answered(tx, actor, id, count, input);
}

async function obstacles(tx: Tx, unit: UnitDetail): Promise<Reason[]> {
  const children = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM unit
    WHERE parent_id = ${unit.id}::uuid AND (valid_to IS NULL OR valid_to > anju_today()) ORDER BY code LIMIT 6`;
  const names = children.map(({ name }) => name);
  const shown = names.length > 5 ? `${names.slice(0, 5).join('、')}…` : names.join('、');
  return [
    ...(unit.children > 0 ? [reason('units.hasChildren', { count: unit.children, names: shown })] : []),
    ...(unit.compounds > 0 ? [reason('units.hasCompounds', { count: unit.compounds })] : []),
    ...(unit.accounts > 0 ? [reason('units.hasAccounts', { count: unit.accounts })] : []),
  ];
}
