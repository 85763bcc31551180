import 'server-only';
import { may } from '@/lib/domain/accounts/scopes';
import { maskOwner } from '@/lib/domain/compounds/masking';
import { againstReveal } from '@/lib/domain/compounds/reveal';
import type { OwnerKind } from '@/lib/domain/compounds/types';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, forbidden, gone, notFound, refused } from '@/lib/server/answer';
import { record } from '@/lib/server/audit/record';
import {
  currentKey,
  type DataKey,
  KeyDestroyed,
  keyById,
  sealJson,
  unsealJson,
} from '@/lib/server/crypto/personal-keys';
import type { Tx } from '@/lib/server/db/with-actor';

export interface PersonalValues {
  name: string;
  phone: string | null;
  idNumber: string | null;
}

/** The two keys that a write of personal data needs: the register's own, and the audit key of this month. */
export interface PersonalKeys {
  register: DataKey;
  audit: DataKey;
}

// A ciphertext is good for its own owner and its own column only.
const inRegister = (ownerId: string) => `owner:${ownerId}`;
const inAudit = (ownerId: string) => `owner-audit:${ownerId}`;

export async function personalKeys(tx: Tx, place: { prefectureId: string; countyId: string }): Promise<PersonalKeys> {
  return { register: await currentKey(tx, 'register', place), audit: await currentKey(tx, 'audit', place) };
}

export function sealPersonal(keys: PersonalKeys, ownerId: string, values: PersonalValues) {
  return {
    keyId: keys.register.id,
    cipher: sealJson(keys.register, values, inRegister(ownerId)),
    auditKeyId: keys.audit.id,
    auditCipher: sealJson(keys.audit, values, inAudit(ownerId)),
  };
}

export const masksOf = (kind: OwnerKind, values: PersonalValues) => {
  const masked = maskOwner({ kind, ...values });
  return { name: masked.name, phone: masked.phone, idNumber: masked.idNumber };
};

/** Writes (or replaces) the values of an owner; the audit trigger carries only what stands under the audit key. */
export async function writePersonal(
  tx: Tx,
  keys: PersonalKeys,
  owner: { id: string; countyId: string },
  values: PersonalValues,
): Promise<void> {
  const { keyId, cipher, auditKeyId, auditCipher } = sealPersonal(keys, owner.id, values);
  const updated = await tx.$executeRaw`
    UPDATE owner_personal SET key_id = ${keyId}::uuid, cipher = ${cipher}, audit_key_id = ${auditKeyId}::uuid,
      audit_cipher = ${auditCipher}, updated_at = anju_now() WHERE owner_id = ${owner.id}::uuid`;
  if (updated > 0) return;
  await tx.$executeRaw`
    INSERT INTO owner_personal (owner_id, county_id, key_id, cipher, audit_key_id, audit_cipher)
    VALUES (${owner.id}::uuid, ${owner.countyId}::uuid, ${keyId}::uuid, ${cipher}, ${auditKeyId}::uuid, ${auditCipher})`;
}

/** In clear; null when the session may not see it or nothing is stored. Throws KeyDestroyed after retention. */
export async function readPersonal(tx: Tx, ownerId: string): Promise<PersonalValues | null> {
  const row = await tx.ownerPersonal.findUnique({ where: { ownerId }, select: { keyId: true, cipher: true } });
  if (!row) return null;
  return openPersonal(await keyById(tx, row.keyId), ownerId, row.cipher);
}

/** With the key at hand: for those who read a whole county and have recorded why. */
export const openPersonal = (key: DataKey, ownerId: string, cipher: Uint8Array): PersonalValues =>
  unsealJson(key, cipher, inRegister(ownerId)) as PersonalValues;

/** Shows an owner in clear, for a reason that stands in the audit with who and when (个人信息保护法). */
export async function revealOwner(
  tx: Tx,
  actor: Actor,
  ownerId: string,
  why: string,
): Promise<Answer<PersonalValues & { ownerId: string }>> {
  if (!may(actor, 'personal.reveal')) return forbidden();
  const against = againstReveal(why);
  if (against.length > 0) return refused(against);
  const owner = await tx.owner.findFirst({
    where: { id: ownerId, countyId: { in: [...actor.counties] } },
    select: { countyId: true },
  });
  if (!owner) return notFound();
  try {
    const values = await readPersonal(tx, ownerId);
    if (!values) return notFound();
    await record(tx, {
      action: 'personal.reveal',
      entity: 'owner',
      entityId: ownerId,
      countyId: owner.countyId,
      details: { fields: Object.keys(values).filter((field) => values[field as keyof PersonalValues] !== null) },
      reason: why.trim(),
    });
    return done({ ownerId, ...values });
  } catch (thrown) {
    if (thrown instanceof KeyDestroyed) return gone('personal_destroyed');
    throw thrown;
  }
}
