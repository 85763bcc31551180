import 'server-only';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { type BackupManifest, type TableRecord, unlike } from '@/lib/domain/operations/backup-manifest';
import { partsOf, readHead } from './read';
import { BackupRefused } from './refused';
import { readSeal, sealKeys } from './seal';
import { FilesTally } from './stored-files';
import { Tally } from './tables';

export interface Verified {
  file: string;
  size: number;
  /** how many bytes are the archive */
  body: number;
  manifest: BackupManifest;
}

async function digestsOf(file: string, body: number) {
  const tables: Omit<TableRecord, 'columns'>[] = [];
  const files = new FilesTally();
  let manifest: BackupManifest | null = null;
  const parts = partsOf(file, body, (found) => {
    manifest = found;
  });
  for await (const { kind, name, content } of parts) {
    if (kind === 'tables') {
      const tally = new Tally();
      for await (const data of content) tally.add(data);
      tables.push(tally.of(name));
    } else {
      const hash = createHash('sha256');
      let size = 0;
      for await (const data of content) {
        hash.update(data);
        size += data.length;
      }
      files.add(name, size, hash.digest('hex'));
    }
  }
  return { manifest: manifest as BackupManifest | null, found: { tables, files: files.record() } };
}

/** Reads a backup to its last byte, twice: is every byte as it was written, and is in it what it says. Throws a sentence where not. */
export async function verifyBackup(file: string, columnKey: string): Promise<Verified> {
  const size = await stat(file).then(
    (found) => found.size,
    () => {
      throw new BackupRefused('not_there', file);
    },
  );
  await readHead(file, size);
  const { body } = await readSeal(file, sealKeys(columnKey));
  const { manifest, found } = await digestsOf(file, body).catch((thrown) => {
    throw thrown instanceof BackupRefused ? thrown : new BackupRefused('altered', (thrown as Error).message);
  });
  if (!manifest) throw new BackupRefused('cut', file);
  const differs = unlike(manifest, found);
  if (differs.length > 0) throw new BackupRefused('altered', differs.slice(0, 10).join(', '));
  return { file, size, body, manifest };
}
