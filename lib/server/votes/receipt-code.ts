import 'server-only';
import { createHash, createHmac } from 'node:crypto';
import { env } from '@/lib/server/env';

/** Crockford's letters: none that is taken for another on paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/**
 * The receipt code of a household in a round: 80 bits that only this installation can make, so that a form printed anew carries the
 * same code and the database holds none, only its digest.
 */
export function receiptCodeOf(roundId: string, householdId: string): string {
  const digest = createHmac('sha256', Buffer.from(env().ANJU_COLUMN_KEY, 'base64'))
    .update(`anju-receipt:${roundId}:${householdId}`)
    .digest();
  return codeOfDigest(digest);
}

/** Sixteen letters of a digest, five bits each. */
export const codeOfDigest = (digest: Buffer): string =>
  Array.from({ length: LENGTH }, (_, at) => LETTERS[(digest[at] ?? 0) & 31]).join('');

/** As people type it: small letters, spaces and dashes, O for 0, I and L for 1. */
export function readReceiptCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
}

/** ABCD-EFGH-JKMN-PQRS */
export const writeReceiptCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** What the database holds of it. */
export const receiptHashOf = (code: string): string =>
  createHash('sha256').update(`anju-receipt:${code}`).digest('hex');
