import 'server-only';
import type { PersonalValues } from '@/lib/server/compounds/personal';
import { KeyDestroyed, keyById, unsealJson } from '@/lib/server/crypto/personal-keys';
import type { Tx } from '@/lib/server/db/with-actor';

/** Owners' values in clear, many at once. One whose key retention has destroyed is not among them. */
export async function clearOwners(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonalValues>> {
  const clear = new Map<string, PersonalValues>();
  if (ids.length === 0) return clear;
  const rows = await tx.ownerPersonal.findMany({
    where: { ownerId: { in: [...new Set(ids)] } },
    select: { ownerId: true, keyId: true, cipher: true },
  });
  for (const { ownerId, keyId, cipher } of rows) {
    try {
      clear.set(ownerId, unsealJson(await keyById(tx, keyId), cipher, `owner:${ownerId}`) as PersonalValues);
    } catch (thrown) {
      if (!(thrown instanceof KeyDestroyed)) throw thrown;
    }
  }
  return clear;
}
