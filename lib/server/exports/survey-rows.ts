import 'server-only';
import type pg from 'pg';
import type { OwnerKind } from '@/lib/domain/compounds/types';
import { byName, type Named, referenceTo } from '@/lib/domain/imports/compound-reference';
import type { Entity } from '@/lib/domain/imports/fields';
import { ownerCells } from '@/lib/domain/imports/owners';
import { facilityField } from '@/lib/domain/imports/template';
import { BUILDING_COLUMNS, COMPOUND_COLUMNS, HOUSEHOLD_COLUMNS } from '@/lib/server/compounds/columns';
import { openPersonal } from '@/lib/server/compounds/personal';
import type { DataKey } from '@/lib/server/crypto/personal-keys';

const PAGE = 300;

type Row = Record<string, unknown>;

/** field → column, areas as decimal text with two places. */
function fields(alias: string, columns: Record<string, readonly [column: string, type: string]>): string {
  return Object.entries(columns)
    .filter(([, [, type]]) => type !== 'uuid')
    .map(([field, [column, type]]) => {
      const value = `${alias}.${column}`;
      const shown = type === 'bigint' ? `(${value} * 0.01)::text` : type === 'numeric' ? `${value}::text` : value;
      return `${shown} AS "${field}"`;
    })
    .join(', ');
}

const OWNERS = (clear: boolean) => `LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name_masked, 'phone', o.phone_masked
    ${clear ? `, 'keyId', p.key_id, 'cipher', encode(p.cipher, 'base64')` : ''}) ORDER BY ho.position, o.id) AS owners
  FROM household_owner ho JOIN owner o ON o.id = ho.owner_id ${clear ? 'LEFT JOIN owner_personal p ON p.owner_id = o.id' : ''}
  WHERE ho.household_id = h.id AND ho.ended_at IS NULL) w ON true`;

const QUERIES: Record<Entity, (clear: boolean) => string> = {
  compound: () => `SELECT c.id, c.version, c.code, ${fields('c', COMPOUND_COLUMNS)}, c.facilities,
      su.name AS subdistrict, mu.name AS community
    FROM compound c LEFT JOIN unit su ON su.id = c.subdistrict_id LEFT JOIN unit mu ON mu.id = c.community_id
    WHERE c.county_id = $1 AND c.status = 'active' ORDER BY c.pinyin, c.id`,
  building: () => `SELECT b.id, b.version, ${fields('b', BUILDING_COLUMNS)}, c.id AS "compoundId"
    FROM building b JOIN compound c ON c.id = b.compound_id
    WHERE b.county_id = $1 AND b.status = 'active' AND c.status = 'active' ORDER BY c.pinyin, c.id, b.sort_key, b.id`,
  household: (
    clear,
  ) => `SELECT h.id, h.version, ${fields('h', HOUSEHOLD_COLUMNS)}, c.id AS "compoundId", b.name AS building, w.owners
    FROM household h JOIN building b ON b.id = h.building_id JOIN compound c ON c.id = h.compound_id ${OWNERS(clear)}
    WHERE h.county_id = $1 AND h.status = 'active' AND b.status = 'active' AND c.status = 'active'
    ORDER BY c.pinyin, c.id, b.sort_key, b.id, h.sort_key, h.id`,
};

interface OwnerDoc {
  id: string;
  kind: OwnerKind;
  name: string;
  phone: string | null;
  keyId?: string | null;
  cipher?: string | null;
}

/** Keys by id; one that retention destroyed is not among them, and its owners stay masked. */
export type Keys = ReadonlyMap<string, DataKey>;

function inClear(owner: OwnerDoc, keys: Keys): { name: string; phone: string | null } {
  const key = owner.keyId ? keys.get(owner.keyId) : undefined;
  return key && owner.cipher ? openPersonal(key, owner.id, Buffer.from(owner.cipher, 'base64')) : owner;
}

function withOwners(row: Row, keys: Keys | null): Row {
  const owners = (row.owners ?? []) as OwnerDoc[];
  const { name, phone } = ownerCells(keys ? owners.map((owner) => inClear(owner, keys)) : owners);
  return { ...row, ownerName: name, ownerPhone: phone, ownerKind: owners[0]?.kind ?? null };
}

const withFacilities = ({ facilities, ...row }: Row): Row => ({
  ...row,
  ...Object.fromEntries(Object.entries(facilities as object).map(([key, state]) => [facilityField(key), state])),
});

type References = ReadonlyMap<unknown, string>;

/** What the sheets below 小区 call each compound. */
async function referencesOf(client: pg.PoolClient, countyId: string): Promise<References> {
  const { rows } = await client.query<Named>(
    `SELECT c.id, c.name, c.code, array(SELECT a.name FROM compound_alias a WHERE a.compound_id = c.id) AS aliases
     FROM compound c WHERE c.county_id = $1 AND c.status = 'active'`,
    [countyId],
  );
  const known = byName(rows);
  return new Map(rows.map((compound) => [compound.id, referenceTo(compound, known)]));
}

function shaped(entity: Entity, row: Row, keys: Keys | null, references: References): Row {
  if (entity === 'compound') return withFacilities(row);
  const placed = { ...row, compound: references.get(row.compoundId) ?? null };
  return entity === 'household' ? withOwners(placed, keys) : placed;
}

/**
 * The county's register as cursors of one transaction, all opened at once, so that the sheets fit together.
 * `keys`: owners in clear; null: masked. Row security is the second wall behind county_id.
 */
export async function openRegister(client: pg.PoolClient, countyId: string, keys: Keys | null) {
  // The whole is read, not the first rows of it.
  await client.query('SET LOCAL cursor_tuple_fraction = 1');
  for (const entity of ['compound', 'building', 'household'] as const)
    await client.query(`DECLARE export_${entity} NO SCROLL CURSOR FOR ${QUERIES[entity](keys !== null)}`, [countyId]);
  const references = await referencesOf(client, countyId);
  return async function* pages(entity: Entity): AsyncGenerator<Row[]> {
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${PAGE} FROM export_${entity}`);
      if (rows.length === 0) return;
      yield rows.map((row) => shaped(entity, row, keys, references));
    }
  };
}
