import { maskOwner } from '@/lib/domain/compounds/masking';
import { buildingSortKey, householdSortKey } from '@/lib/server/compounds/names';
import { type PersonalKeys, sealPersonal } from '@/lib/server/compounds/personal';
import type { UnitRow } from '../places/load-units';
import type { Cell } from '../shared/copy';
import { idOf } from '../shared/sequence';
import { dwellingsOf } from './buildings';
import { ownersOf } from './owners';
import { dwellings, type PlannedBuilding, type PlannedCompound } from './plan-types';

export type Units = Map<string, UnitRow>;

/** Where a row stands: county, subdistrict, community. */
export function placeCells(compound: PlannedCompound, units: Units): [string, string | null, string | null] {
  const id = (code: string | null) => (code === null ? null : (units.get(code)?.id ?? null));
  return [id(compound.county) ?? '', id(compound.town), id(compound.community)];
}

const DEMOLISHED_AT = '2018-11-06T02:00:00Z';
const standing = (demolished: string | undefined): [string, string | null, string | null] =>
  demolished === undefined ? ['active', null, null] : ['retired', DEMOLISHED_AT, demolished];

export const BUILDING_COLUMNS =
  'id compound_id county_id subdistrict_id community_id name sort_key year_built structure storeys units stated_households floor_area status retired_at retired_reason'.split(
    ' ',
  );

export function* buildingRows(compounds: readonly PlannedCompound[], units: Units): Generator<Cell[]> {
  let number = 0;
  for (const compound of compounds) {
    for (const building of compound.buildings) {
      const { name, yearBuilt, structure, storeys, floorArea } = building;
      const place = placeCells(compound, units);
      const size = [yearBuilt, structure, storeys, building.units, dwellings(building), floorArea];
      yield [
        idOf('building', ++number),
        idOf('compound', compound.number),
        ...place,
        name,
        buildingSortKey(name),
        ...size,
        ...standing(building.demolished),
      ];
    }
  }
}

/** Sort keys repeat from building to building: each is worked out once. */
const sortKeys = new Map<string, string>();
function sortKey(unitNo: string, room: string): string {
  const at = `${unitNo}/${room}`;
  const known = sortKeys.get(at) ?? householdSortKey(unitNo, room);
  sortKeys.set(at, known);
  return known;
}

export const HOUSEHOLD_COLUMNS =
  'id building_id compound_id county_id subdistrict_id community_id unit_no room storey sort_key exclusive_area usage status retired_at retired_reason'.split(
    ' ',
  );

export function* householdRows(compounds: readonly PlannedCompound[], units: Units): Generator<Cell[]> {
  let number = 0;
  let building = 0;
  for (const compound of compounds) {
    const place = placeCells(compound, units);
    let index = -1;
    for (const planned of compound.buildings) {
      const within = [idOf('building', ++building), idOf('compound', compound.number), ...place];
      for (const { unitNo, room, storey, area } of dwellingsOf(planned)) {
        const measured = compound.withoutArea && ++index % compound.withoutArea === 0 ? null : area;
        yield [
          idOf('household', ++number),
          ...within,
          unitNo,
          room,
          storey,
          sortKey(unitNo, room),
          measured,
          usageOf(room),
          ...standing(planned.demolished),
        ];
      }
    }
  }
}

const usageOf = (room: string): string => (room.startsWith('附') ? 'storage' : 'residential');

const count = (buildings: readonly PlannedBuilding[]) =>
  buildings.reduce((all, building) => all + dwellings(building), 0);

/** Owners with their dwellings, compound by compound; `use` takes each owner's number and each dwelling's. */
function* owned(compounds: readonly PlannedCompound[]) {
  let firstOwner = 1;
  let firstDwelling = 1;
  for (const compound of compounds) {
    const dwellingCount = count(compound.buildings);
    const found = ownersOf(compound, dwellingCount);
    yield { compound, ...found, firstOwner, firstDwelling };
    firstOwner += found.owners.length;
    firstDwelling += dwellingCount;
  }
}

export const OWNER_COLUMNS = 'id compound_id county_id subdistrict_id community_id kind name_masked phone_masked'.split(
  ' ',
);

export function* ownerRows(compounds: readonly PlannedCompound[], units: Units): Generator<Cell[]> {
  for (const { compound, owners, firstOwner } of owned(compounds)) {
    const place = placeCells(compound, units);
    for (const [index, { kind, values }] of owners.entries()) {
      const masked = maskOwner({ kind, ...values });
      yield [
        idOf('owner', firstOwner + index),
        idOf('compound', compound.number),
        ...place,
        kind,
        masked.name,
        masked.phone,
      ];
    }
  }
}

export const PERSONAL_COLUMNS =
  'owner_id county_id subdistrict_id community_id key_id cipher audit_key_id audit_cipher'.split(' ');

/** Names and numbers encrypted as the application does it, under the keys of the county. */
export function* personalRows(
  compounds: readonly PlannedCompound[],
  units: Units,
  keys: Map<string, PersonalKeys>,
): Generator<Cell[]> {
  for (const { compound, owners, firstOwner } of owned(compounds)) {
    const place = placeCells(compound, units);
    const own = keys.get(compound.county);
    if (!own) throw new Error(`no keys for ${compound.county}`);
    for (const [index, { values }] of owners.entries()) {
      const id = idOf('owner', firstOwner + index);
      const sealed = sealPersonal(own, id, values);
      yield [id, ...place, sealed.keyId, sealed.cipher, sealed.auditKeyId, sealed.auditCipher];
    }
  }
}

export const DWELLING_OWNER_COLUMNS =
  'household_id owner_id compound_id county_id subdistrict_id community_id position'.split(' ');

export function* dwellingOwnerRows(compounds: readonly PlannedCompound[], units: Units): Generator<Cell[]> {
  for (const { compound, dwellings: list, firstOwner, firstDwelling } of owned(compounds)) {
    const place = placeCells(compound, units);
    for (const [index, { owners }] of list.entries()) {
      for (const [position, owner] of owners.entries()) {
        yield [
          idOf('household', firstDwelling + index),
          idOf('owner', firstOwner + owner),
          idOf('compound', compound.number),
          ...place,
          position + 1,
        ];
      }
    }
  }
}
