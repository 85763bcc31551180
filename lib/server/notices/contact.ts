import 'server-only';
import { seal, unseal } from '@/lib/server/crypto/seal';
import { env } from '@/lib/server/env';

const key = () => Buffer.from(env().ANJU_COLUMN_KEY, 'base64');
/** Good for its own objection only. */
const boundTo = (objectionId: string) => `anju:objection:${objectionId}`;

/**
 * How to reach whoever objected: under the installation's own key, for people without an account act for no county whose key could be
 * opened. Deleted when the notice is completed.
 */
export const sealContact = (objectionId: string, contact: string | undefined): Buffer | null =>
  contact ? seal(key(), Buffer.from(contact), boundTo(objectionId)) : null;

export const openContact = (objectionId: string, sealed: Uint8Array): string =>
  unseal(key(), sealed, boundTo(objectionId)).toString('utf8');
