import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { type DataKey, KeyDestroyed, keyById, newDataKey } from '@/lib/server/crypto/personal-keys';
import type { Tx } from '@/lib/server/db/with-actor';

export const boundTo = (exportId: string): string => `export:${exportId}`;

/** A key for this one file; destroying it (anju_expire_exports) makes every copy of its bytes unreadable, those in backups too. */
export async function makeExportKey(
  tx: Tx,
  actor: Actor,
  { id, countyId }: { id: string; countyId: string | null },
): Promise<Buffer> {
  const known = await exportKey(tx, id);
  if (known) return known;
  const { key, wrapped } = newDataKey('export', id);
  await tx.$executeRaw`INSERT INTO personal_key (prefecture_id, county_id, purpose, period, wrapped)
    VALUES (${actor.prefectureId}::uuid, ${countyId}::uuid, 'export', ${id}, ${wrapped})`;
  return key;
}

/** null: never made, or destroyed. */
export async function exportKey(tx: Tx, id: string): Promise<Buffer | null> {
  const row = await tx.personalKey.findFirst({
    where: { purpose: 'export', period: id, destroyedAt: null },
    select: { id: true },
  });
  return row ? (await keyById(tx, row.id)).key : null;
}

/** The keys that a county's owners stand under. What retention destroyed is left out: those owners stay masked. */
export async function registerKeys(tx: Tx, countyId: string): Promise<Map<string, DataKey>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM personal_key WHERE county_id = ${countyId}::uuid AND purpose = 'register'`;
  const keys = new Map<string, DataKey>();
  for (const { id } of rows) {
    try {
      keys.set(id, await keyById(tx, id));
    } catch (thrown) {
      if (!(thrown instanceof KeyDestroyed)) throw thrown;
    }
  }
  return keys;
}
