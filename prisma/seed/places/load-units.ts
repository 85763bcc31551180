import type { Sql } from '../shared/sql';
import type { DeclaredUnit } from './types';

export interface UnitRow {
  id: string;
  kind: DeclaredUnit['kind'];
  code: string;
  name: string;
  prefectureId: string;
  countyId: string | null;
  subdistrictId: string | null;
  communityId: string | null;
}

const KNOWN = `SELECT id, kind, code, name, prefecture_id AS "prefectureId", county_id AS "countyId", subdistrict_id AS "subdistrictId",
  community_id AS "communityId" FROM unit WHERE code = ANY ($1)`;

const INSERT_UNITS = `INSERT INTO unit (id, kind, code, name, name_en, pinyin, parent_id, prefecture_id, county_id, subdistrict_id, community_id, sort_order,
    approvers, valid_from)
  SELECT id, kind, code, name, "nameEn", pinyin, "parentId", "prefectureId", "countyId", "subdistrictId", "communityId", "sortOrder", approvers, "validFrom"
  FROM jsonb_to_recordset($1) AS u (id uuid, kind text, code text, name text, "nameEn" text, pinyin text, "parentId" uuid, "prefectureId" uuid,
    "countyId" uuid, "subdistrictId" uuid, "communityId" uuid, "sortOrder" int, approvers jsonb, "validFrom" date)`;

const INSERT_VERSIONS = `INSERT INTO unit_version (unit_id, prefecture_id, county_id, subdistrict_id, community_id, code, name, kind, parent_id, valid_from, valid_to)
  SELECT u.id, u.prefecture_id, u.county_id, u.subdistrict_id, u.community_id, v.code, v.name, u.kind, u.parent_id, v."validFrom", v."validTo"
  FROM jsonb_to_recordset($1) AS v (unit text, code text, name text, "validFrom" date, "validTo" date) JOIN unit u ON u.code = v.unit`;

export async function knownUnits(client: Sql, codes: string[]): Promise<Map<string, UnitRow>> {
  const { rows } = await client.query<UnitRow>(KNOWN, [codes]);
  return new Map(rows.map((row) => [row.code, row]));
}

/**
 * Adds the units that are not there yet, parents before children; a unit that is there is left as people have made it.
 * Answers all declared units by code.
 */
export async function loadUnits(client: Sql, declared: readonly DeclaredUnit[]): Promise<Map<string, UnitRow>> {
  const parents = declared.flatMap((unit) => unit.parent ?? []);
  const known = await knownUnits(client, [...new Set([...declared.map((unit) => unit.code), ...parents])]);
  const fresh = declared.filter((unit) => !known.has(unit.code));
  if (fresh.length === 0) return known;
  const { rows: ids } = await client.query<{ id: string }>('SELECT anju_new_id() AS id FROM generate_series(1, $1)', [
    fresh.length,
  ]);
  // The dictionary of readings is large: a start that has nothing to do does not load it.
  const { pinyinOf } = await import('@/lib/server/compounds/names');
  const rows = fresh.map((unit, index) => {
    const row = place(unit, ids[index]?.id ?? '', known);
    known.set(unit.code, row);
    return {
      ...unit,
      ...row,
      pinyin: pinyinOf(unit.name),
      parentId: unit.parent ? (known.get(unit.parent)?.id ?? null) : null,
      ...listed(unit, declared),
    };
  });
  await client.query(INSERT_UNITS, [JSON.stringify(rows)]);
  await client.query(INSERT_VERSIONS, [JSON.stringify(fresh.flatMap(versions))]);
  return known;
}

function place(unit: DeclaredUnit, id: string, known: Map<string, UnitRow>): UnitRow {
  const parent = unit.parent ? known.get(unit.parent) : undefined;
  if (unit.kind !== 'prefecture' && !parent)
    throw new Error(`unit ${unit.code} ${unit.name}: no parent ${unit.parent}`);
  return {
    id,
    kind: unit.kind,
    code: unit.code,
    name: unit.name,
    prefectureId: parent?.prefectureId ?? id,
    countyId: unit.kind === 'county' ? id : (parent?.countyId ?? null),
    subdistrictId: unit.kind === 'subdistrict' ? id : (parent?.subdistrictId ?? null),
    communityId: unit.kind === 'community' ? id : null,
  };
}

function listed(unit: DeclaredUnit, declared: readonly DeclaredUnit[]) {
  const siblings = declared.filter((other) => other.kind === unit.kind && other.parent === unit.parent);
  return { approvers: unit.approvers ?? {}, sortOrder: siblings.indexOf(unit) };
}

function versions({ code, name, validFrom, former = [] }: DeclaredUnit) {
  return [...former, { code, name, validFrom, validTo: null }].map((period) => ({ ...period, unit: code }));
}
