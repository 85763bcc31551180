import { rankNameMatches } from '../compounds/name-match';
import { columnName } from './cell-address';
import { nameKey } from './compound-reference';
import type { Entity } from './fields';
import type { KnownBuilding, KnownCompound, Place } from './known';
import { Parents, placeOf, type Say, type Spot } from './parents';
import { actionOf, type CellChange, changesOf, type KnownRecord, type RowAction } from './plan';
import type { SheetRecord } from './records';
import { standingThere, toldApart, type Whereabouts, whereabouts } from './same-name';

export interface MatchCandidate {
  id: string;
  name: string;
  matched: string;
  reason: string;
  score: number;
  /** By which two of one name are told apart. */
  code: string;
  place: string | null;
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
    /** Row of the same file that makes the parent. */
    parentRow?: number;
    places?: { subdistrictId: string | null; communityId: string | null };
    /** Records of a new compound's name that are known to be others. */
    beside?: string[];
    /** The sheet's name of a compound that is known under another one: kept as an alias. */
    alias?: string;
  };
  changes: CellChange[];
  decision: Decision | null;
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

interface NamedRow {
  rowNo: number;
  where: Whereabouts;
}

interface Found {
  known: KnownCompound | null;
  decision: Decision | null;
  byOtherName: boolean;
}

/** Decides row by row what an import would do; keeps what the file has said so far, so that lower sheets find their parents. */
export class Planner {
  readonly parents: Parents;
  private readonly taken = new Map<string, number>();
  private readonly newNames = new Map<string, NamedRow[]>();
  private readonly meantBy = new Map<string, Whereabouts>();

  constructor(readonly facts: Planning) {
    this.parents = new Parents(facts.compounds, facts.buildings);
  }

  /** The first row that names a record keeps it; the second is told where the first stands. */
  claim(key: string, rowNo: number, say: Say, field: string, code = 'import.row.duplicate'): boolean {
    const first = this.taken.get(key);
    if (first === undefined) {
      this.taken.set(key, rowNo);
      return true;
    }
    say('error', code, field, { first });
    return false;
  }

  /** A row copied with its hidden number would write over the record that it was copied from. */
  claimId(record: SheetRecord, say: Say, field: string): boolean {
    return record.id === null || this.claim(`id/${record.id}`, record.rowNo, say, field, 'import.row.sameId');
  }

  compound(record: SheetRecord, say: Say): PlannedRow {
    const planned = blank(record);
    const name = String(record.values.name ?? '');
    this.readPlaces(record, planned, say);
    const where = whereabouts(record.values);
    const found = this.findCompound(record, name, where, say);
    planned.decision = found.decision;
    const known = found.known;
    delete record.values.code;
    if (known) {
      if (found.byOtherName) {
        planned.data.alias = name;
        delete record.values.name;
      }
      compare(planned, record, known, this.facts);
      if (this.claimId(record, say, 'name')) this.claim(`compound/${known.id}`, record.rowNo, say, 'name');
    } else if (name !== '') planned.data.beside = this.parents.compoundsNamed(name).map(({ id }) => id);
    if (!known && name !== '' && !found.decision) this.claimName(name, { rowNo: record.rowNo, where }, say);
    if (found.decision && found.decision.chosen === null) planned.action = 'conflict';
    const asked = found.decision !== null || this.facts.matches[String(record.rowNo)] !== undefined;
    const spot = { id: known?.id ?? null, row: record.rowNo, asked };
    this.parents.addCompound(name, known ? spot : { ...spot, where });
    return settle(planned, record);
  }

  /** New compounds of one name: two where their places differ, with a word where only the addresses do; else one written twice. */
  private claimName(name: string, row: NamedRow, say: Say): void {
    const earlier = this.newNames.get(nameKey(name)) ?? [];
    const same = earlier.find(({ where }) => toldApart(row.where, where) === 'not');
    const perhaps = earlier.find(({ where }) => toldApart(row.where, where) === 'perhaps');
    if (same) say('error', 'import.compound.sameName', 'name', { found: name, first: same.rowNo });
    else if (perhaps) say('warning', 'import.compound.otherAddress', 'name', { found: name, first: perhaps.rowNo });
    this.newNames.set(nameKey(name), [...earlier, row]);
  }

  private findCompound(record: SheetRecord, name: string, where: Whereabouts, say: Say): Found {
    const none: Found = { known: null, decision: null, byOtherName: false };
    if (record.id) {
      const known = this.parents.knownCompound(record.id);
      if (!known) say('error', 'import.row.unknownId', 'name', { found: name });
      return { ...none, known };
    }
    if (nameKey(record.values.code) !== '') {
      const known = this.parents.compoundByCode(record.values.code);
      if (!known) say('error', 'import.row.unknownCode', 'code', { found: String(record.values.code) });
      return { ...none, known };
    }
    if (name === '') return none;
    const decided = this.facts.matches[String(record.rowNo)];
    if (decided === 'new') return none;
    const meant = decided ? this.parents.knownCompound(decided) : this.onlyOne(name, where);
    if (meant) return { known: meant, decision: null, byOtherName: nameKey(meant.name) !== nameKey(name) };
    const candidates = rankNameMatches(name, this.facts.compounds)
      .filter((match) => match.score >= 700)
      .map((match) => ({ ...match, ...this.parents.whereabouts(match.id) }));
    if (candidates.length === 0) return none;
    say('warning', 'import.compound.maybeKnown', 'name', { found: name, expected: candidates[0]?.name ?? '' });
    return { ...none, decision: { kind: 'match', candidates, chosen: null } };
  }

  /** The record that a name means without asking: no other goes by it, or no other stands where the row says, and nothing speaks against it. */
  private onlyOne(name: string, where: Whereabouts): KnownCompound | null {
    const same = this.parents.compoundsNamed(name);
    const [only] = same;
    if (!only) return null;
    const meant = same.length === 1 ? only : standingThere(where, same, ({ values }) => whereabouts(values));
    if (!meant || toldApart(where, whereabouts(meant.values)) === 'apart') return null;
    // an earlier row has it: where this one stands elsewhere, it may be another of the same name
    const earlier = this.meantBy.get(meant.id);
    if (earlier && toldApart(where, earlier) !== 'not') return null;
    if (!earlier) this.meantBy.set(meant.id, where);
    return meant;
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
    const name = String(record.values.name ?? '');
    const byId = record.id ? this.parents.knownBuilding(record.id) : null;
    if (record.id && !byId) say('error', 'import.row.unknownId', 'name', { found: name });
    const parent = byId
      ? this.parents.compoundHolding(record, byId, say)
      : record.id
        ? null
        : this.parents.compoundOf(record, say);
    const known = byId ?? (parent && this.parents.buildingNamed(parent, name));
    link(planned, parent);
    if (known) compare(planned, record, known, this.facts);
    if (this.claimId(record, say, 'name') && name !== '' && parent) {
      this.claim(`building/${placeOf(parent)}/${nameKey(name)}`, record.rowNo, say, 'name');
      this.parents.addBuilding(parent, name, { id: known?.id ?? null, row: record.rowNo });
    }
    return settle(planned, record);
  }
}

const hasErrors = (record: SheetRecord): boolean => record.problems.some((problem) => problem.level === 'error');

/** 'C12': where the sheet says it. */
export function cellOf({ columns, rowNo }: Pick<SheetRecord, 'columns' | 'rowNo'>, field: string): string | null {
  const column = columns[field];
  return column === undefined ? null : `${columnName(column)}${rowNo}`;
}

export function sayOf(record: SheetRecord): Say {
  return (level, code, field, params = {}) => {
    const cell = field === null ? null : cellOf(record, field);
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
    cellOf: (field: string) => cellOf(record, field),
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
