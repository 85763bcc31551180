import 'server-only';
import type { AuditRevealed } from '@/lib/domain/audit/views';
import { type Answer, done, gone, notFound } from '@/lib/server/answer';
import { KeyDestroyed, keyById, unsealJson } from '@/lib/server/crypto/personal-keys';
import type { Tx } from '@/lib/server/db/with-actor';
import { record } from './record';

type Person = NonNullable<AuditRevealed['after']>;

interface Row {
  entity: string;
  entity_id: string;
  county_id: string | null;
  before_cipher: string | null;
  after_cipher: string | null;
  before_key: string | null;
  after_key: string | null;
}

// A line carries only what changed: where the key stayed the same, the last line that named it says which it was.
const KEY_AT_THE_TIME = `(SELECT k.after ->> 'audit_key_id' FROM audit_line k WHERE k.entity IN ('owner', 'owner_personal') AND k.entity_id = l.entity_id AND k.id <= l.id
  AND k.after ? 'audit_key_id' ORDER BY k.id DESC LIMIT 1)`;
const STANDING_KEY = `(SELECT p.audit_key_id::text FROM owner_personal p WHERE p.owner_id::text = l.entity_id)`;
const LINE = `SELECT l.entity, l.entity_id, l.county_id::text, l.before ->> 'audit_cipher' AS before_cipher, l.after ->> 'audit_cipher' AS after_cipher,
    coalesce(l.before ->> 'audit_key_id', ${KEY_AT_THE_TIME}, ${STANDING_KEY}) AS before_key,
    coalesce(l.after ->> 'audit_key_id', ${KEY_AT_THE_TIME}, ${STANDING_KEY}) AS after_key
  FROM audit_line l WHERE l.id = $1::bigint AND l.entity IN ('owner', 'owner_personal') AND (l.before ? 'audit_cipher' OR l.after ? 'audit_cipher')`;

async function open(tx: Tx, keyId: string | null, cipher: string | null, ownerId: string): Promise<Person | null> {
  if (!cipher || !keyId) return null;
  // A key that this process opened a moment ago may have been destroyed since.
  const standing = await tx.personalKey.findUnique({ where: { id: keyId }, select: { destroyedAt: true } });
  if (!standing || standing.destroyedAt) throw new KeyDestroyed(keyId);
  const bytes = Buffer.from(cipher.replace(/^\\x/, ''), 'hex');
  return unsealJson(await keyById(tx, keyId), bytes, `owner-audit:${ownerId}`) as Person;
}

/** The personal values of a line in clear, for a reason that is a line of its own. */
export async function revealLine(tx: Tx, id: string, reason: string): Promise<Answer<AuditRevealed>> {
  const [row] = await tx.$queryRawUnsafe<Row[]>(LINE, id);
  if (!row) return notFound();
  try {
    const before = await open(tx, row.before_key, row.before_cipher, row.entity_id);
    const after = await open(tx, row.after_key, row.after_cipher, row.entity_id);
    await record(tx, {
      action: 'audit.reveal',
      entity: 'owner_personal',
      entityId: row.entity_id,
      countyId: row.county_id,
      details: { line: id },
      reason,
    });
    return done({ before, after });
  } catch (thrown) {
    if (thrown instanceof KeyDestroyed) return gone('audit_value_destroyed');
    throw thrown;
  }
}
