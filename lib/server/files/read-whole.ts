import 'server-only';
import { createHash } from 'node:crypto';
import { fileStore } from './store';

/** All bytes of a stored file (20 MB at most), or null where they are gone. */
export async function readWhole(key: string): Promise<Buffer | null> {
  const store = fileStore();
  if (!(await store.exists(key))) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of store.get(key)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The address is the hash: what has another is damaged. */
export const isWhole = (bytes: Buffer | null, key: string): boolean =>
  bytes !== null && createHash('sha256').update(bytes).digest('hex') === key.split('/').at(-1);

/** The hash of a stored file as its bytes lie there, read piece by piece; null: they are gone. */
export async function hashOfStored(key: string): Promise<string | null> {
  const store = fileStore();
  if (!key || !(await store.exists(key))) return null;
  const hash = createHash('sha256');
  for await (const chunk of store.get(key)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
