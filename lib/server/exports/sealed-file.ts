import 'server-only';
import { createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM over a stream: nonce, text, tag. `bound` ties the bytes to their export. */
export async function* sealing(key: Buffer, bound: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  yield nonce;
  for await (const chunk of source) yield cipher.update(chunk);
  yield cipher.final();
  yield cipher.getAuthTag();
}

/** Clear text as it comes; throws at the end when a bit is another, so what matters is read through once before it is sent. */
export async function* unsealing(
  key: Buffer,
  bound: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  let decipher: DecipherGCM | undefined;
  for await (const chunk of source) {
    held = Buffer.concat([held, chunk]);
    if (!decipher) {
      if (held.byteLength < NONCE) continue;
      decipher = createDecipheriv('aes-256-gcm', key, held.subarray(0, NONCE));
      decipher.setAAD(Buffer.from(bound));
      held = held.subarray(NONCE);
    }
    if (held.byteLength <= TAG) continue;
    yield decipher.update(held.subarray(0, -TAG));
    held = held.subarray(-TAG);
  }
  if (!decipher || held.byteLength !== TAG) throw new Error('the sealed file is cut short');
  decipher.setAuthTag(held);
  yield decipher.final();
}
