import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { currentKey, KeyDestroyed, keyById, sealJson, unsealJson } from '@/lib/server/crypto/personal-keys';
import type { Tx } from '@/lib/server/db/with-actor';

export interface Draft {
  content: Record<string, unknown>;
  savedAt: string;
}

interface Which {
  form: string;
  subject: string;
}

// A draft opens only for its own account, form and record.
const boundTo = (actor: Actor, { form, subject }: Which) => `draft:${actor.accountId}:${form}:${subject}`;

/** A form half filled in, as it was left; null when there is none, or its key is gone with its month. */
export async function readDraft(tx: Tx, actor: Actor, which: Which): Promise<Draft | null> {
  const row = await tx.draft.findUnique({
    where: { accountId_form_subject: { accountId: actor.accountId, ...which } },
    select: { keyId: true, cipher: true, savedAt: true },
  });
  if (!row) return null;
  try {
    const content = unsealJson(await keyById(tx, row.keyId), row.cipher, boundTo(actor, which));
    return { content: content as Record<string, unknown>, savedAt: row.savedAt.toISOString() };
  } catch (thrown) {
    if (thrown instanceof KeyDestroyed) return null;
    throw thrown;
  }
}

export async function keepDraft(tx: Tx, actor: Actor, which: Which, content: object): Promise<{ savedAt: string }> {
  // People of projects see no county's rows, keys included: their drafts lie under the prefecture's key.
  const countyId = actor.countyId && actor.counties.includes(actor.countyId) ? actor.countyId : null;
  const key = await currentKey(tx, 'draft', { prefectureId: actor.prefectureId, countyId });
  const cipher = sealJson(key, content, boundTo(actor, which));
  const [row] = await tx.$queryRaw<{ savedAt: Date }[]>`
    INSERT INTO draft (account_id, county_id, form, subject, key_id, cipher)
    VALUES (${actor.accountId}::uuid, ${actor.countyId}::uuid, ${which.form}, ${which.subject}, ${key.id}::uuid, ${cipher})
    ON CONFLICT (account_id, form, subject) DO UPDATE SET key_id = EXCLUDED.key_id, cipher = EXCLUDED.cipher, saved_at = anju_now()
    RETURNING saved_at AS "savedAt"`;
  return { savedAt: (row?.savedAt ?? new Date(0)).toISOString() };
}

export async function dropDraft(tx: Tx, actor: Actor, which: Which): Promise<void> {
  await tx.draft.deleteMany({ where: { accountId: actor.accountId, form: which.form, subject: which.subject } });
}
