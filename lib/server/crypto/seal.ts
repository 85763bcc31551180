import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
let fresh = Buffer.alloc(0);

/** Never the same bytes twice; drawn by the thousand, since each draw costs as much as sealing. */
function nonceOf(): Buffer {
  if (fresh.length < NONCE) fresh = randomBytes(1000 * NONCE);
  const nonce = fresh.subarray(0, NONCE);
  fresh = fresh.subarray(NONCE);
  return nonce;
}

/** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. `bound` ties a ciphertext to its place, so that it can't be moved to another row. */
export function seal(key: Buffer, clear: Buffer, bound: string): Buffer {
  const nonce = nonceOf();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws when the key, the place or a single bit is another. */
export function unseal(key: Buffer, sealed: Uint8Array, bound: string): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
