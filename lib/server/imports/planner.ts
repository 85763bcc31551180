import 'server-only';
import { rankNameMatches } from '@/lib/domain/compounds/name-match';
import type { Entity } from '@/lib/domain/imports/fields';
import { actionOf, type CellChange, changesOf, type KnownRecord, type RowAction } from '@/lib/domain/imports/plan';
import { type KnownBuilding, type KnownCompound, nameKey, type Place } from './known';
import { columnName } from './reading/sheet';
import type { Problem, SheetRecord } from './types';

export interface MatchCandidate {
  id: string;
  name: string;
  matched: string;
  reason: string;
  score: number;
}

/** What the clerk is asked, and what was answered (chosen): which compound is meant, or whose version holds. */
export type Decision =
  | { kind: 'match'; candidates: MatchCandidate[]; chosen: string | null }
  | { kind: 'version'; chosen: 'mine' | 'theirs' | null };

export interface PlannedRow {
  entity: Entity;
  sheet: string;
  rowNo: number;
  action: RowAction;
  targetId: string | null;
  targetVersion: number | null;
  parentId: string | null;
  data: {
    label: string;
    values: SheetRecord['values'];
    cells: Record<string, string>;
    /** Row of the same file that makes the parent. */
    parentRow?: number;
    places?: { subdistrictId: string | null; communityId: string | null };
    /** The sheet's name of a compound that is known under another one: kept as an alias. */
    alias?: string;
  };
  changes: CellChange[];
  decision: Decision | null;
}

/** A compound or building as rows below it may name it: in the register, or made by a row of this file. */
interface Spot {
  id: string | null;
  row: number | null;
  broken: boolean;
}

export interface Planning {
  compounds: KnownCompound[];
  buildings: KnownBuilding[];
  places: Place[];
  matches: Record<string, string>;
  versions: Record<string, 'mine' | 'theirs'>;
  /** Rows whose record somebody saved between preview and confirmation: they ask, whatever their version says. */
  stale: ReadonlySet<string>;
}

export type Say = (level: Problem['level'], code: string, field: string | null, params?: Problem['params']) => void;

/** Decides row by row what an import would do; keeps what the file has said so far, so that lower sheets find their parents. */
export class Planner {
  readonly compoundsById: Map<string, KnownCompound>;
  readonly buildingsById: Map<string, KnownBuilding>;
  private readonly compoundsByName = new Map<string, KnownCompound[]>();
  private readonly buildingsByName = new Map<string, KnownBuilding>();
  private readonly fileCompounds = new Map<string, Spot>();
  private readonly fileBuildings = new Map<string, Spot>();
  private readonly taken = new Map<string, number>();

  constructor(readonly facts: Planning) {
    this.compoundsById = new Map(facts.compounds.map((one) => [one.id, one]));
    this.buildingsById = new Map(facts.buildings.map((one) => [one.id, one]));
    for (const compound of facts.compounds)
      for (const key of new Set([compound.name, ...compound.aliases].map(nameKey)))
        this.compoundsByName.set(key, [...(this.compoundsByName.get(key) ?? []), compound]);
    for (const building of facts.buildings)
      this.buildingsByName.set(`${building.compoundId}/${nameKey(building.name)}`, building);
  }

  /** The first row that names a record keeps it; the second is told where the first stands. */
  claim(key: string, rowNo: number, say: Say, field: string): boolean {
    const first = this.taken.get(key);
    if (first === undefined) {
      this.taken.set(key, rowNo);
      return true;
    }
    say('error', 'import.row.duplicate', field, { first });
    return false;
  }

  compound(record: SheetRecord, say: Say): PlannedRow {
    const planned = blank(record);
    const name = String(record.values.name ?? '');
    const found = this.findCompound(record, name, say);
    planned.decision = found.decision;
    const known = found.known;
    this.readPlaces(record, planned, say);
    delete record.values.code;
    if (known) {
      if (found.byOtherName) {
        planned.data.alias = name;
        delete record.values.name;
      }
      compare(planned, record, known, this.facts);
      this.claim(`compound/${known.id}`, record.rowNo, say, 'name');
    } else if (name !== '' && !found.decision) this.claim(`compound-name/${nameKey(name)}`, record.rowNo, say, 'name');
    if (found.decision && found.decision.chosen === null) planned.action = 'conflict';
    const spot = { id: known?.id ?? null, row: record.rowNo, broken: hasErrors(record) };
    if (name !== '') this.fileCompounds.set(nameKey(name), spot);
    return settle(planned, record);
  }

  private findCompound(
    record: SheetRecord,
    name: string,
    say: Say,
  ): { known: KnownCompound | null; decision: Decision | null; byOtherName: boolean } {
    const none = { known: null, decision: null, byOtherName: false };
    if (record.id) {
      const known = this.compoundsById.get(record.id) ?? null;
      if (!known) say('error', 'import.row.unknownId', 'name', { found: name });
      return { ...none, known };
    }
    const code = nameKey(record.values.code);
    if (code !== '') {
      const known = this.facts.compounds.find((one) => nameKey(one.code) === code) ?? null;
      if (!known) say('error', 'import.row.unknownCode', 'code', { found: String(record.values.code) });
      return { ...none, known };
    }
    if (name === '') return none;
    const same = this.compoundsByName.get(nameKey(name)) ?? [];
    const decided = this.facts.matches[String(record.rowNo)];
    if (decided === 'new') return none;
    if (decided && this.compoundsById.has(decided)) {
      const known = this.compoundsById.get(decided) ?? null;
      return { known, decision: null, byOtherName: known !== null && nameKey(known.name) !== nameKey(name) };
    }
    const [only] = same;
    if (only && same.length === 1) return { ...none, known: only, byOtherName: nameKey(only.name) !== nameKey(name) };
    const candidates = rankNameMatches(name, this.facts.compounds).filter((match) => match.score >= 700);
    if (candidates.length === 0) return none;
    say('warning', 'import.compound.maybeKnown', 'name', { found: name, expected: candidates[0]?.name ?? '' });
    return { ...none, decision: { kind: 'match', candidates, chosen: null } };
  }

  /** Names of the tree → units; a community says its subdistrict too. */
  private readPlaces(record: SheetRecord, planned: PlannedRow, say: Say): void {
    const { subdistrict, community } = record.values;
    if (subdistrict === undefined && community === undefined) return;
    const find = (kind: Place['kind'], written: unknown, within?: string) =>
      this.facts.places.filter(
        (place) =>
          place.kind === kind &&
          nameKey(place.name) === nameKey(written) &&
          (!within || place.subdistrictId === within),
      );
    const town = subdistrict ? find('subdistrict', subdistrict)[0] : undefined;
    if (subdistrict && !town)
      say('error', 'import.place.unknown', 'subdistrict', this.unknownPlace('subdistrict', subdistrict));
    const spots = community ? find('community', community, town?.id) : [];
    if (community && spots.length === 0 && (town || !subdistrict))
      say('error', 'import.place.unknown', 'community', this.unknownPlace('community', community, town?.id));
    if (spots.length > 1) say('error', 'import.place.ambiguous', 'community', { found: String(community) });
    const spot = spots.length === 1 ? spots[0] : undefined;
    const subdistrictId = town?.id ?? spot?.subdistrictId ?? null;
    planned.data.places = { subdistrictId, communityId: spot?.id ?? null };
    if (subdistrict !== undefined || spot)
      record.values.subdistrict = this.facts.places.find((place) => place.id === subdistrictId)?.name ?? null;
    if (spot) record.values.community = spot.name;
  }

  private unknownPlace(kind: Place['kind'], written: unknown, within?: string) {
    const names = this.facts.places.filter(
      (place) => place.kind === kind && (!within || place.subdistrictId === within),
    );
    const list = names.slice(0, 12).map((place) => place.name);
    return { found: String(written), expected: `${list.join('、')}${names.length > list.length ? '…' : ''}` };
  }

  building(record: SheetRecord, say: Say): PlannedRow {
    const planned = blank(record);
    const parent = this.parentCompound(record, say);
    const name = String(record.values.name ?? '');
    const byId = record.id ? (this.buildingsById.get(record.id) ?? null) : null;
    if (record.id && !byId) say('error', 'import.row.unknownId', 'name', { found: name });
    const known = byId ?? (parent?.id ? (this.buildingsByName.get(`${parent.id}/${nameKey(name)}`) ?? null) : null);
    if (byId && parent && parent.id !== byId.compoundId)
      say('error', 'import.row.movedBuilding', 'compound', { found: String(record.values.compound ?? '') });
    link(planned, parent);
    if (known) compare(planned, record, known, this.facts);
    const place = parent?.id ?? `row:${parent?.row}`;
    if (name !== '' && parent) {
      this.claim(`building/${place}/${nameKey(name)}`, record.rowNo, say, 'name');
      const spot = { id: known?.id ?? null, row: record.rowNo, broken: hasErrors(record) };
      this.fileBuildings.set(`${place}/${nameKey(name)}`, spot);
    }
    return settle(planned, record);
  }

  /** The compound that a lower row names: of this file first, then of the register. */
  parentCompound(record: SheetRecord, say: Say): Spot | null {
    const written = record.values.compound;
    const key = nameKey(written);
    if (key === '') return null;
    const own = this.fileCompounds.get(key);
    const same = this.compoundsByName.get(key) ?? [];
    const spot = own ?? (same.length === 1 && same[0] ? { id: same[0].id, row: null, broken: false } : null);
    if (!spot) {
      const code = same.length > 1 ? 'import.row.compoundAmbiguous' : 'import.row.noCompound';
      const near = rankNameMatches(String(written), this.facts.compounds, 1)[0]?.name;
      say('error', code, 'compound', { found: String(written), expected: near ?? '—' });
    } else if (spot.broken)
      say('error', 'import.row.parentBroken', 'compound', { found: String(written), row: spot.row ?? 0 });
    return spot;
  }

  /** The building that a household names. */
  parentBuilding(record: SheetRecord, compound: Spot | null, say: Say): (Spot & { place: string }) | null {
    const written = record.values.building;
    const key = nameKey(written);
    if (key === '' || !compound) return null;
    const place = compound.id ?? `row:${compound.row}`;
    const own = this.fileBuildings.get(`${place}/${key}`);
    const known = compound.id ? this.buildingsByName.get(`${compound.id}/${key}`) : undefined;
    const spot = own ?? (known ? { id: known.id, row: null, broken: false } : null);
    if (!spot)
      say('error', 'import.row.noBuilding', 'building', {
        found: String(written),
        expected: String(record.values.compound ?? ''),
      });
    else if (spot.broken && !compound.broken)
      say('error', 'import.row.parentBroken', 'building', { found: String(written), row: spot.row ?? 0 });
    return spot ? { ...spot, place: `${place}/${key}` } : null;
  }
}

export const hasErrors = (record: SheetRecord): boolean => record.problems.some((problem) => problem.level === 'error');

export function sayOf(record: SheetRecord): Say {
  return (level, code, field, params = {}) => {
    const column = field === null ? undefined : record.columns[field];
    const cell = column === undefined ? null : `${columnName(column)}${record.rowNo}`;
    record.problems.push({ level, sheet: record.sheet, rowNo: record.rowNo, cell, code, params });
  };
}

export function blank(record: SheetRecord): PlannedRow {
  const label = [
    record.values.compound,
    record.values.building,
    record.values.unitNo,
    record.values.name ?? record.values.room,
  ];
  return {
    entity: record.entity,
    sheet: record.sheet,
    rowNo: record.rowNo,
    action: 'new',
    targetId: null,
    targetVersion: null,
    parentId: null,
    data: {
      label: label.filter((part) => part !== null && part !== undefined && part !== '').join(' '),
      values: record.values,
      cells: Object.fromEntries(
        Object.entries(record.columns).map(([field, column]) => [field, `${columnName(column)}${record.rowNo}`]),
      ),
    },
    changes: [],
    decision: null,
  };
}

export function link(planned: PlannedRow, parent: Spot | null): void {
  planned.parentId = parent?.id ?? null;
  if (parent && parent.id === null && parent.row !== null) planned.data.parentRow = parent.row;
}

const NOT_COMPARED = new Set(['compound', 'building', 'code', 'ownerName', 'ownerKind', 'ownerPhone']);

export function compare(
  planned: PlannedRow,
  record: SheetRecord,
  known: KnownRecord,
  asked: Pick<Planning, 'versions' | 'stale'>,
): void {
  const values = Object.fromEntries(Object.entries(record.values).filter(([field]) => !NOT_COMPARED.has(field)));
  const facts = {
    values,
    version: record.version,
    byId: record.id !== null,
    cellOf: (field: string) => planned.data.cells[field] ?? null,
  };
  planned.targetId = known.id;
  planned.targetVersion = known.version;
  planned.changes = changesOf(facts, known);
  planned.action = actionOf(planned.changes, facts, known);
  const key = `${record.entity}/${record.rowNo}`;
  if (planned.action === 'changed' && asked.stale.has(key)) planned.action = 'conflict';
  if (planned.action === 'conflict') planned.decision = { kind: 'version', chosen: asked.versions[key] ?? null };
}

/** A row with an error does nothing, whatever else it says. */
export function settle(planned: PlannedRow, record: SheetRecord): PlannedRow {
  if (hasErrors(record)) planned.action = 'error';
  return planned;
}
