import 'server-only';
import type { DueRow } from '@/lib/domain/contributions/answers';
import { EXPORT_REASON_MIN } from '@/lib/domain/exports/rules';
import { reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Denied, notFound, refused } from '@/lib/server/answer';
import { record } from '@/lib/server/audit/record';
import { openPersonal } from '@/lib/server/compounds/personal';
import type { Tx } from '@/lib/server/db/with-actor';
import { registerKeys } from '@/lib/server/exports/keys';
import { fileResponse } from '@/lib/server/files/files';
import { remindersOf } from './list';
import { bookOf } from './reminders-sheet';

interface Owner {
  householdId: string;
  ownerId: string;
  masked: string;
  phone: string | null;
  keyId: string | null;
  cipher: Uint8Array | null;
}

/** Owners of households in clear; those whose key retention has destroyed stay masked. */
async function inClear(tx: Tx, items: readonly DueRow[], countyId: string): Promise<Map<string, DueRow['owners']>> {
  const keys = await registerKeys(tx, countyId);
  const rows = await tx.$queryRaw<Owner[]>`
    SELECT ho.household_id AS "householdId", o.id AS "ownerId", o.name_masked AS masked, o.phone_masked AS phone, x.key_id AS "keyId", x.cipher
    FROM household_owner ho JOIN owner o ON o.id = ho.owner_id LEFT JOIN owner_personal x ON x.owner_id = o.id
    WHERE ho.household_id = ANY(${items.map(({ householdId }) => householdId)}::uuid[]) AND ho.ended_at IS NULL ORDER BY ho.position, ho.created_at`;
  const owners = new Map<string, DueRow['owners']>();
  for (const { householdId, ownerId, masked, phone, keyId, cipher } of rows) {
    const key = keyId ? keys.get(keyId) : undefined;
    const values = key && cipher ? openPersonal(key, ownerId, cipher) : { name: masked, phone };
    owners.set(householdId, [...(owners.get(householdId) ?? []), values]);
  }
  return owners;
}

/** 催缴清单 with names: for who may take personal data away, with the reason in the audit (个人信息保护法). */
export async function remindersInClear(
  tx: Tx,
  actor: Actor,
  projectId: string,
  { compound, reason: why }: { compound: string; reason: string },
): Promise<Response | Denied> {
  if ([...why].length < EXPORT_REASON_MIN)
    return refused([reason('personal.reasonTooShort', { expected: EXPORT_REASON_MIN }, { field: 'reason' })]);
  const found = await remindersOf(tx, actor, projectId, compound);
  if (!found || !actor.countyId) return notFound();
  const owners = await inClear(tx, found.items, actor.countyId);
  const items = found.items.map((row) => ({ ...row, owners: owners.get(row.householdId) ?? row.owners }));
  await record(tx, {
    ...{ action: 'export.unmasked', entity: 'project', entityId: projectId, countyId: actor.countyId, reason: why },
    details: { kind: 'contribution-reminders', compound: found.compound.name, rows: items.length },
  });
  return fileResponse(await bookOf(found, items, true), false);
}
