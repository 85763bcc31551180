import { rankNameMatches } from '../compounds/name-match';
import { byName, nameKey, qualified, refersTo } from './compound-reference';
import type { KnownBuilding, KnownCompound } from './known';
import type { Problem, SheetRecord } from './records';
import { placeNames, qualifierAmong, type Whereabouts, whereabouts } from './same-name';

export type Say = (level: Problem['level'], code: string, field: string | null, params?: Problem['params']) => void;

/** A compound or building as rows below it may name it: in the register, or made by a row of this file. */
export interface Spot {
  id: string | null;
  row: number | null;
  /** The clerk is asked, or has said, which compound this row is: then the rows below it mean that one. */
  asked?: boolean;
  /** Of a compound that a row of this file makes: by what it is told from others of its name. */
  where?: Whereabouts;
}

export const placeOf = (spot: Spot): string => spot.id ?? `row:${spot.row}`;

/**
 * Where the rows of 楼栋 and 户 belong. One that carries its id stays where it is, and its cells only must not say otherwise; names decide
 * for rows without id, and only where a single compound goes by that name in the sheet and in the register. A row whose compound has an error
 * of its own is read as it stands: nothing is imported while an error is left, and the clerk is to see her mistakes, not their echo.
 */
export class Parents {
  private readonly compoundsById: Map<string, KnownCompound>;
  private readonly compoundsByCode: Map<string, KnownCompound>;
  private readonly compoundsByName: Map<string, KnownCompound[]>;
  private readonly buildingsById: Map<string, KnownBuilding>;
  private readonly buildingsByName: Map<string, KnownBuilding>;
  private readonly fileCompounds = new Map<string, Spot[]>();
  private readonly fileBuildings = new Map<string, Spot>();
  /** The rows of this file for records of the register, with the name that they give it. */
  private readonly fileRows = new Map<string, { spot: Spot; name: string }>();
  private readonly near = new Map<string, string>();
  /** What cells turned out to mean, as long as no further row changes it: thousands of dwellings name one building. */
  private readonly meant = { compounds: new Map<unknown, Spot>(), buildings: new Map<string, Spot>() };

  constructor(
    private readonly compounds: readonly KnownCompound[],
    buildings: readonly KnownBuilding[],
  ) {
    this.compoundsById = new Map(compounds.map((one) => [one.id, one]));
    this.compoundsByCode = new Map(compounds.map((one) => [nameKey(one.code), one]));
    this.compoundsByName = byName(compounds);
    this.buildingsById = new Map(buildings.map((one) => [one.id, one]));
    this.buildingsByName = new Map(buildings.map((one) => [`${one.compoundId}/${nameKey(one.name)}`, one]));
  }

  knownCompound = (id: string): KnownCompound | null => this.compoundsById.get(id) ?? null;
  compoundByCode = (code: unknown): KnownCompound | null => this.compoundsByCode.get(nameKey(code)) ?? null;
  compoundsNamed = (name: string): readonly KnownCompound[] => this.compoundsByName.get(nameKey(name)) ?? [];
  knownBuilding = (id: string): KnownBuilding | null => this.buildingsById.get(id) ?? null;
  buildingNamed = (compound: Spot, name: string): KnownBuilding | null =>
    (compound.id && this.buildingsByName.get(`${compound.id}/${nameKey(name)}`)) || null;

  /** Keeps what a row of the sheet 小区 said, for the sheets below. */
  addCompound(name: string, spot: Spot): void {
    const key = nameKey(name);
    if (key === '') return;
    this.meant.compounds.clear();
    this.meant.buildings.clear();
    this.fileCompounds.set(key, [...(this.fileCompounds.get(key) ?? []), spot]);
    if (spot.id) this.fileRows.set(spot.id, { spot, name });
  }

  addBuilding(compound: Spot, name: string, spot: Spot): void {
    this.meant.buildings.clear();
    this.fileBuildings.set(`${placeOf(compound)}/${nameKey(name)}`, spot);
    if (spot.id) this.fileRows.set(spot.id, { spot, name });
  }

  /** The compound that the cell of a row without id means. */
  compoundOf(record: SheetRecord, say: Say): Spot | null {
    const written = record.values.compound;
    const known = this.meant.compounds.get(written);
    if (known) return known;
    if (nameKey(written) === '') return null;
    const found = this.candidates(written);
    const [spot] = found;
    if (!spot) {
      say('error', 'import.row.noCompound', 'compound', { found: String(written), expected: this.nearest(written) });
      return null;
    }
    if (found.length > 1) {
      const expected = found.map((one) => this.described(one, written, found)).join('、');
      say('error', 'import.row.compoundAmbiguous', 'compound', {
        found: String(written),
        count: found.length,
        expected,
      });
      return null;
    }
    this.meant.compounds.set(written, spot);
    return spot;
  }

  private candidates(written: unknown): Spot[] {
    const inFile = this.fileCompounds.get(nameKey(written)) ?? [];
    if (inFile.length === 1 && inFile[0]?.asked) return inFile;
    const named = this.called(nameKey(written));
    if (named.length > 0) return named;
    const { qualifier, name } = qualified(written);
    const byCode = this.compoundsByCode.get(qualifier);
    if (byCode && refersTo(written, byCode, this.nameInFile(byCode.id))) return [this.spotOf(byCode.id)];
    return name === null ? [] : this.called(name).filter((spot) => this.standsIn(spot).includes(qualifier));
  }

  /** Everything that goes by this name, in the file and in the register. */
  private called(key: string): Spot[] {
    const inFile = this.fileCompounds.get(key) ?? [];
    const known = (this.compoundsByName.get(key) ?? []).map(({ id }) => this.spotOf(id));
    return [...new Map([...inFile, ...known].map((spot) => [placeOf(spot), spot])).values()];
  }

  private whereOf({ id, where }: Spot): Whereabouts {
    return where ?? whereabouts((id && this.compoundsById.get(id)?.values) || {});
  }

  private standsIn = (spot: Spot): string[] => placeNames(this.whereOf(spot)).map(nameKey);

  private readonly spotOf = (id: string): Spot => this.fileRows.get(id)?.spot ?? { id, row: null };
  private readonly nameInFile = (id: string): string[] => {
    const row = this.fileRows.get(id);
    return row ? [row.name] : [];
  };

  /** 532302-0007（金山社区）; a new one of this file has no code yet: 建行小区（金山镇）, or its row where its place does not tell it. */
  private described(spot: Spot, written: unknown, all: readonly Spot[]): string {
    if (spot.id === null) {
      const others = all.filter((other) => other !== spot).map((other) => this.whereOf(other));
      const place = qualifierAmong(this.whereOf(spot), others);
      return place ? `${String(written)}（${place}）` : `“小区”!${spot.row}`;
    }
    const { code, place } = this.whereabouts(spot.id);
    return place ? `${code}（${place}）` : code;
  }

  /** By what two compounds of one name are told apart. */
  whereabouts(id: string): { code: string; place: string | null } {
    const known = this.compoundsById.get(id);
    const place = known && (known.values.community ?? known.values.subdistrict ?? known.values.address);
    return { code: known?.code ?? '', place: place ? String(place) : null };
  }

  private nearest(written: unknown): string {
    const key = nameKey(written);
    const known = this.near.get(key) ?? rankNameMatches(String(written), this.compounds, 1)[0]?.name ?? '—';
    this.near.set(key, known);
    return known;
  }

  /** The building that the cells of a row without id mean. */
  buildingOf(record: SheetRecord, say: Say): Spot | null {
    const compound = this.compoundOf(record, say);
    const written = record.values.building;
    if (!compound) return null;
    const both = `${placeOf(compound)}/${written}`;
    const meant = this.meant.buildings.get(both);
    if (meant) return meant;
    if (nameKey(written) === '') return null;
    const known = this.buildingNamed(compound, String(written));
    const own = this.fileBuildings.get(`${placeOf(compound)}/${nameKey(written)}`);
    const spot = own ?? (known && this.spotOf(known.id));
    if (!spot) {
      const expected = String(record.values.compound ?? '');
      say('error', 'import.row.noBuilding', 'building', { found: String(written), expected });
    } else this.meant.buildings.set(both, spot);
    return spot;
  }

  private compoundFits(record: SheetRecord, compound: KnownCompound): boolean {
    const written = record.values.compound ?? null;
    const standsIn = placeNames(whereabouts(compound.values));
    return written === null || refersTo(written, { ...compound, standsIn }, this.nameInFile(compound.id));
  }

  /** The compound that a building with id is in. */
  compoundHolding(record: SheetRecord, { compoundId }: KnownBuilding, say: Say): Spot | null {
    const compound = this.compoundsById.get(compoundId);
    if (!compound) return null;
    const found = String(record.values.compound ?? '');
    if (!this.compoundFits(record, compound))
      say('error', 'import.row.movedBuilding', 'compound', { found, expected: compound.name });
    return this.spotOf(compoundId);
  }

  /** The building that a household with id is in. */
  buildingHolding(record: SheetRecord, buildingId: string, say: Say): Spot | null {
    const building = this.buildingsById.get(buildingId);
    const compound = building && this.compoundsById.get(building.compoundId);
    if (!building || !compound) return null;
    const { compound: inCompound, building: inBuilding } = record.values;
    const names = [building.name, ...this.nameInFile(buildingId)].map(nameKey);
    const compoundFits = this.compoundFits(record, compound);
    if (!compoundFits || ((inBuilding ?? null) !== null && !names.includes(nameKey(inBuilding))))
      say('error', 'import.row.movedHousehold', compoundFits ? 'building' : 'compound', {
        found: `${inCompound ?? ''} ${inBuilding ?? ''}`.trim(),
        expected: `${compound.name} ${building.name}`,
      });
    return this.spotOf(buildingId);
  }
}
