import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { createGunzip, gzipSync } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { SEAL_BYTES, sealing, sealKeys } from '@/lib/server/backup/seal';
import { COLUMN_KEY } from './support';

export interface TarEntry {
  name: string;
  data: Buffer;
  type?: 'file' | 'symlink' | 'directory';
}

/** The entries of a backup, read by a tar reader that is not ours. */
export async function entriesIn(file: string): Promise<TarEntry[]> {
  const tar = extract();
  createReadStream(file, { end: readFileSync(file).length - SEAL_BYTES - 1 })
    .pipe(createGunzip())
    .pipe(tar);
  const entries: TarEntry[] = [];
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    entries.push({ name: entry.header.name, data: Buffer.concat(chunks) });
  }
  return entries;
}

async function tarOf(entries: readonly TarEntry[]): Promise<Buffer> {
  const tar = pack();
  const chunks: Buffer[] = [];
  tar.on('data', (chunk) => chunks.push(chunk as Buffer));
  const whole = new Promise<void>((resolve) => tar.once('end', resolve));
  for (const { name, data, type = 'file' } of entries) {
    if (type === 'file') tar.entry({ name, type }, data);
    else tar.entry({ name, type, linkname: '/etc/passwd' });
  }
  tar.finalize();
  await whole;
  return Buffer.concat(chunks);
}

/** Sealed as the installation itself would seal it: what is wrong with it has to be seen behind the seal. */
export function seal(archive: Buffer, keys = sealKeys(COLUMN_KEY)): Buffer {
  const sealed = sealing(keys);
  sealed.update(archive);
  return Buffer.concat([archive, sealed.seal()]);
}

export async function forge(to: string, entries: readonly TarEntry[], key = COLUMN_KEY): Promise<string> {
  writeFileSync(to, seal(gzipSync(await tarOf(entries)), sealKeys(key)));
  return to;
}

/** The manifest, changed. */
export const changed = (entries: readonly TarEntry[], change: (manifest: never) => void): TarEntry[] =>
  entries.map((entry) => {
    if (entry.name !== 'manifest.json') return entry;
    const manifest = JSON.parse(entry.data.toString());
    change(manifest as never);
    return { ...entry, data: Buffer.from(JSON.stringify(manifest)) };
  });
