import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Tx } from '@/lib/server/db/with-actor';
import { env } from '@/lib/server/env';
import { seal, unseal } from './seal';

/** register: owners' values as they stand; audit: the same in audit lines; draft: forms half filled in; export: one file each. */
export type KeyPurpose = 'register' | 'audit' | 'draft' | 'import' | 'export';

export interface DataKey {
  id: string;
  key: Buffer;
}

const masterKey = () => Buffer.from(env().ANJU_COLUMN_KEY, 'base64');
const boundTo = (purpose: string, period: string) => `anju:${purpose}:${period}`;

/** Unwrapped keys of this process; a destroyed key is asked for again and found gone. */
const cache = new Map<string, { key: Buffer; until: number }>();
const CACHE_MS = 60_000;

interface KeyRow {
  id: string;
  purpose: string;
  period: string;
  wrapped: Uint8Array | null;
}

function open(row: KeyRow): DataKey {
  if (!row.wrapped) throw new KeyDestroyed(row.id);
  const key = unseal(masterKey(), row.wrapped, boundTo(row.purpose, row.period));
  cache.set(row.id, { key, until: performance.now() + CACHE_MS });
  return { id: row.id, key };
}

/** A key that is not stored yet, with the form in which it is; the period says when retention may destroy it. */
export function newDataKey(purpose: KeyPurpose, period: string): { key: Buffer; wrapped: Buffer } {
  const key = randomBytes(32);
  return { key, wrapped: seal(masterKey(), key, boundTo(purpose, period)) };
}

/** Retention destroyed it: what it opened is unreadable for ever, and screens say so. */
export class KeyDestroyed extends Error {
  constructor(readonly keyId: string) {
    super('personal key destroyed');
  }
}

/** The key of a county (null: the prefecture's own) for a purpose; audit and draft keys change by the month, so that retention can destroy them by age. */
export async function currentKey(
  tx: Tx,
  purpose: KeyPurpose,
  place: { prefectureId: string; countyId: string | null },
): Promise<DataKey> {
  const period =
    purpose === 'register'
      ? 'register'
      : (((await tx.$queryRaw`SELECT to_char(anju_today(), 'YYYY-MM') AS period`) as { period: string }[])[0]?.period ??
        '');
  const find = () =>
    tx.personalKey.findFirst({
      where: { prefectureId: place.prefectureId, countyId: place.countyId, purpose, period, destroyedAt: null },
      select: { id: true, purpose: true, period: true, wrapped: true },
    });
  const known = await find();
  if (known) return cached(known.id) ?? open(known);
  const { wrapped } = newDataKey(purpose, period);
  await tx.$executeRaw`INSERT INTO personal_key (prefecture_id, county_id, purpose, period, wrapped)
    VALUES (${place.prefectureId}::uuid, ${place.countyId}::uuid, ${purpose}, ${period}, ${wrapped}) ON CONFLICT DO NOTHING`;
  const made = await find();
  if (!made) throw new Error(`no ${purpose} key for ${period}`);
  return open(made);
}

function cached(id: string): DataKey | null {
  const hit = cache.get(id);
  return hit && hit.until > performance.now() ? { id, key: hit.key } : null;
}

export async function keyById(tx: Tx, id: string): Promise<DataKey> {
  const hit = cached(id);
  if (hit) return hit;
  const row = await tx.personalKey.findUniqueOrThrow({
    where: { id },
    select: { id: true, purpose: true, period: true, wrapped: true },
  });
  return open(row);
}

export const sealJson = (key: DataKey, value: unknown, bound: string): Buffer =>
  seal(key.key, Buffer.from(JSON.stringify(value)), bound);
export const unsealJson = (key: DataKey, sealed: Uint8Array, bound: string): unknown =>
  JSON.parse(unseal(key.key, sealed, bound).toString('utf8'));
