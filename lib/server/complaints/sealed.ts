import 'server-only';
import { createHash, createHmac } from 'node:crypto';
import { seal, unseal } from '@/lib/server/crypto/seal';
import { env } from '@/lib/server/env';
import { codeOfDigest } from '@/lib/server/votes/receipt-code';

const key = () => Buffer.from(env().ANJU_COLUMN_KEY, 'base64');
/** Good for its own complaint only. */
const boundTo = (complaintId: string) => `anju:complaint:${complaintId}`;

/** How to reach the complainant, under the installation's own key (decision 0023). Deleted when the matter is over. */
export const sealContact = (complaintId: string, contact: string | undefined): Buffer | null =>
  contact ? seal(key(), Buffer.from(contact), boundTo(complaintId)) : null;

export const openContact = (complaintId: string, sealed: Uint8Array): string =>
  unseal(key(), sealed, boundTo(complaintId)).toString('utf8');

/** The code by which a complainant reads the answer: 80 bits that only this installation can make, so that what is sent twice has one code. */
export const complaintCodeOf = (complaintId: string): string =>
  codeOfDigest(createHmac('sha256', key()).update(`anju-complaint:${complaintId}`).digest());

/** What the database holds of it. */
export const complaintHashOf = (code: string): string =>
  createHash('sha256').update(`anju-complaint:${code}`).digest('hex');
