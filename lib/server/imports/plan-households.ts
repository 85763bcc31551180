import 'server-only';
import { maskName, maskPhone } from '@/lib/domain/compounds/masking';
import { nameKey } from '@/lib/domain/imports/compound-reference';
import type { KnownHousehold } from '@/lib/domain/imports/known';
import { type KnownOwner, type OwnerStep, ownerCells, planOwners, readOwners } from '@/lib/domain/imports/owners';
import { placeOf, type Say, type Spot } from '@/lib/domain/imports/parents';
import {
  blank,
  cellOf,
  compare,
  link,
  type PlannedRow,
  type Planner,
  sayOf,
  settle,
} from '@/lib/domain/imports/planner';
import type { SheetRecord } from '@/lib/domain/imports/records';
import type { PersonalValues } from '@/lib/server/compounds/personal';
import { newId } from '@/lib/server/db/new-id';
import type { Tx } from '@/lib/server/db/with-actor';
import { knownHouseholds } from './known';
import { clearOwners } from './owner-values';

/** A new owner has its id from the plan on: what was planned says what was written, and undoing finds it there. */
export type PlannedStep = Exclude<OwnerStep, { do: 'add' }> | (Extract<OwnerStep, { do: 'add' }> & { id: string });

/** What happens to the owners of a row's dwelling, in clear; staged encrypted. `was`: what undoing puts back. */
export interface OwnerPlan {
  steps: PlannedStep[];
  was: Record<string, PersonalValues>;
}

export interface PlannedHousehold extends PlannedRow {
  owners: OwnerPlan | null;
}

const roomKey = (buildingId: string, unitNo: unknown, room: unknown) =>
  `${buildingId}/${nameKey(unitNo)}/${nameKey(room)}`;

/** One transaction; rows that can mean nothing in the register ask for none. */
export type InDatabase = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** A batch of household rows: one query for what they may mean, one for the owners' values where a mask cannot tell. */
export async function planHouseholds(
  inDatabase: InDatabase,
  countyId: string,
  planner: Planner,
  records: readonly SheetRecord[],
): Promise<PlannedHousehold[]> {
  const named = records.map((record) => (record.id ? null : planner.parents.buildingOf(record, sayOf(record))));
  const ids = records.flatMap((record) => record.id ?? []);
  const buildingIds = [...new Set(named.flatMap((parent) => parent?.id ?? []))];
  const asked = ids.length > 0 || buildingIds.length > 0;
  const known = asked ? await inDatabase((tx) => knownHouseholds(tx, countyId, ids, buildingIds)) : [];
  const byId = new Map(known.map((one) => [one.id, one]));
  const byRoom = new Map(known.map((one) => [roomKey(one.buildingId, one.values.unitNo, one.values.room), one]));
  const found = records.map((record, index) => {
    if (record.id) return byId.get(record.id) ?? null;
    const parent = named[index];
    return parent?.id ? (byRoom.get(roomKey(parent.id, record.values.unitNo, record.values.room)) ?? null) : null;
  });
  const parents = records.map((record, index) => {
    const home = record.id ? found[index] : null;
    return home ? planner.parents.buildingHolding(record, home.buildingId, sayOf(record)) : named[index];
  });
  const toOpen = ownersToOpen(records, found);
  const clear = toOpen.length > 0 ? await inDatabase((tx) => clearOwners(tx, toOpen)) : new Map();
  return records.map((record, index) => planOne(planner, record, parents[index] ?? null, found[index] ?? null, clear));
}

/** Only where a cell holds something else than masks must the stored value be opened to compare. */
function ownersToOpen(records: readonly SheetRecord[], found: readonly (KnownHousehold | null)[]): string[] {
  return records.flatMap((record, index) => {
    const owners = found[index]?.owners ?? [];
    if (owners.length === 0) return [];
    const masked = ownerCells(owners.map((one) => ({ name: one.nameMasked, phone: one.phoneMasked })));
    const { ownerName, ownerPhone } = record.values;
    const same = (ownerName ?? null) === masked.name && (ownerPhone ?? null) === masked.phone;
    return ownerName === undefined || same ? [] : owners.map((one) => one.id);
  });
}

function planOne(
  planner: Planner,
  record: SheetRecord,
  parent: Spot | null,
  known: KnownHousehold | null,
  clear: ReadonlyMap<string, PersonalValues>,
): PlannedHousehold {
  const say = sayOf(record);
  const planned: PlannedHousehold = Object.assign(blank(record), { owners: null });
  if (record.id && !known) say('error', 'import.row.unknownId', 'room', { found: String(record.values.room ?? '') });
  link(planned, parent);
  if (known) compare(planned, record, known, planner.facts);
  planned.owners = planOwnersOf(planned, record, known, clear, say);
  const { ownerName, ownerKind, ownerPhone, ...rest } = record.values;
  planned.data.values = rest;
  if (planner.claimId(record, say, 'room') && parent && record.values.room)
    planner.claim(
      `home/${roomKey(placeOf(parent), record.values.unitNo, record.values.room)}`,
      record.rowNo,
      say,
      'room',
    );
  settle(planned, record);
  return planned;
}

function planOwnersOf(
  planned: PlannedRow,
  record: SheetRecord,
  known: KnownHousehold | null,
  clear: ReadonlyMap<string, PersonalValues>,
  say: Say,
): OwnerPlan | null {
  const { ownerName, ownerKind, ownerPhone } = record.values;
  if (ownerName === undefined) return null;
  const held = known?.owners ?? [];
  if (ownerName === null && record.id === null && held.length > 0) return null;
  if (asHeld(record, held, clear)) return null;
  const kind = ownerKind ?? held[0]?.kind ?? 'person';
  const phone = ownerPhone === undefined ? ownerCells(held.map(asCell)).phone : ownerPhone;
  const cells = readOwners(
    ownerName,
    kind,
    phone,
    held.map((owner) => owner.nameMasked),
  );
  const decided = cells.ok ? planOwners(cells.value, held, (id) => clear.get(id) ?? { name: '', phone: null }) : cells;
  if (!decided.ok) {
    for (const { code, params } of decided.reasons)
      say('error', code, code.includes('hone') ? 'ownerPhone' : 'ownerName', params);
    return null;
  }
  const doing = decided.value.filter((step) => step.do !== 'keep');
  if (doing.length === 0) return null;
  noteOwners(planned, record, held, cells.ok ? cells.value : []);
  const steps = doing.map((step): PlannedStep => (step.do === 'add' ? { ...step, id: newId() } : step));
  return { steps, was: Object.fromEntries(doing.flatMap((step) => valueWas(step, clear))) };
}

/** The cells as they were exported, masked or in clear; whatever a name may hold, nothing is to be done. */
function asHeld(
  { values }: SheetRecord,
  held: readonly KnownOwner[],
  clear: ReadonlyMap<string, PersonalValues>,
): boolean {
  if (values.ownerKind !== undefined && (values.ownerKind ?? null) !== (held[0]?.kind ?? null)) return false;
  return [held.map(asCell), held.map((owner) => clear.get(owner.id) ?? asCell(owner))].some((owners) => {
    const { name, phone } = ownerCells(owners);
    return values.ownerName === name && (values.ownerPhone === undefined || values.ownerPhone === phone);
  });
}

const asCell = (owner: KnownOwner) => ({ name: owner.nameMasked, phone: owner.phoneMasked });
const valueWas = (step: OwnerStep, clear: ReadonlyMap<string, PersonalValues>): [string, PersonalValues][] => {
  const value = step.do === 'update' ? clear.get(step.id) : undefined;
  return value && step.do === 'update' ? [[step.id, value]] : [];
};

/** Owners are shown masked, before and after: the preview reveals nobody. */
function noteOwners(
  planned: PlannedRow,
  record: SheetRecord,
  held: readonly KnownOwner[],
  cells: readonly { name: string; kind: string; phone: string | null }[],
): void {
  // a dwelling that is new shows its owners nowhere before it is written
  if (planned.targetId === null) return;
  const masked = cells.map((cell) => ({
    name: cell.kind === 'person' ? maskName(cell.name) : cell.name,
    phone: cell.phone === null ? null : cell.kind === 'person' ? maskPhone(cell.phone) : cell.phone,
  }));
  const [was, now] = [ownerCells(held.map(asCell)), ownerCells(masked)];
  if (was.name !== now.name || was.phone === now.phone)
    planned.changes.push({ field: 'ownerName', cell: cellOf(record, 'ownerName'), old: was.name, new: now.name });
  if (was.phone !== now.phone)
    planned.changes.push({ field: 'ownerPhone', cell: cellOf(record, 'ownerPhone'), old: was.phone, new: now.phone });
  if (planned.action === 'unchanged') planned.action = 'changed';
}
