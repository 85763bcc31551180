import 'server-only';
import type { Entity } from '@/lib/domain/imports/fields';
import type { CellChange, RowAction } from '@/lib/domain/imports/plan';
import type { Decision, PlannedRow } from '@/lib/domain/imports/planner';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';

export interface AppliedRow {
  entity: Entity;
  rowNo: number;
  action: RowAction;
  targetId: string | null;
  targetVersion: number | null;
  parentId: string | null;
  data: PlannedRow['data'] & { countyId?: string };
  changes: CellChange[];
  decision: Decision | null;
  keyId: string | null;
  secret: Uint8Array | null;
}

export type SetOf = Readonly<Record<string, readonly [column: string, type: string]>>;

/** Staged values → columns: areas become integers of 0.01 m². */
export function columnValues(columns: SetOf, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(columns).flatMap(([field, [column, type]]): [string, unknown][] => {
    const value = values[field];
    if (value === undefined) return [];
    return [
      [column, type === 'bigint' && typeof value === 'string' ? (parseHundredths(value)?.toString() ?? null) : value],
    ];
  });
  return Object.fromEntries(entries);
}

const shapeOf = (columns: SetOf) =>
  Object.values(columns)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ');
const namesIn = (shape: string) => shape.split(',').map((part) => part.trim().split(' ')[0] ?? '');

const CHUNK = 1000;
export function* chunked<T>(list: readonly T[], size = CHUNK): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** Inserts rows given as JSON, each under the id that its staging gave it, a thousand at a time. */
export async function inserted(
  tx: Tx,
  table: 'compound' | 'building',
  columns: SetOf,
  more: string,
  list: readonly (Record<string, unknown> & { id: string | null })[],
): Promise<void> {
  const shape = `${shapeOf(columns)}, ${more}`;
  const names = namesIn(shape);
  const values = names.map((name) => `r.${name}`).join(', ');
  for (const part of chunked(list)) {
    await tx.$executeRawUnsafe(
      `INSERT INTO ${table} (id, ${names.join(', ')}) SELECT r.id, ${values} FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, ${shape})`,
      JSON.stringify(part),
    );
  }
}

/** Sets only the columns that each row names; one statement per thousand rows. */
export async function updated(
  tx: Tx,
  table: 'compound' | 'building' | 'household',
  columns: SetOf,
  actor: Actor,
  list: readonly { id: string | null; set: Record<string, unknown>; facilities?: Record<string, unknown> }[],
): Promise<void> {
  const assignments = Object.values(columns).map(([column, type]) => {
    const value = column === 'unit_no' ? `coalesce(r.set ->> 'unit_no', '')` : `(r.set ->> '${column}')::${type}`;
    return `${column} = CASE WHEN r.set ? '${column}' THEN ${value} ELSE t.${column} END`;
  });
  if (table === 'compound')
    assignments.push(`facilities = jsonb_strip_nulls(t.facilities || coalesce(r.facilities, '{}'))`);
  if (table !== 'compound') assignments.push(`sort_key = coalesce(r.set ->> 'sort_key', t.sort_key)`);
  for (const part of chunked(list)) {
    await tx.$executeRawUnsafe(
      `UPDATE ${table} t SET ${assignments.join(', ')}, version = t.version + 1, updated_at = anju_now(), updated_by = $2::uuid
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, set jsonb, facilities jsonb) WHERE t.id = r.id`,
      JSON.stringify(part),
      actor.accountId,
    );
  }
}
