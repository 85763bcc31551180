import 'server-only';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type FilesRecord, withName } from '@/lib/domain/operations/backup-manifest';

/** Of copies that can be made again (thumbnails) or are nobody's record (exports) nothing is missed where one is gone. */
const NAMED = `DECLARE named_files NO SCROLL CURSOR FOR
  SELECT key, bool_and(copy) AS copy FROM (
    SELECT storage_key AS key, purpose = 'export' AS copy FROM stored_file
    UNION ALL SELECT thumbnail_key, true FROM stored_file WHERE thumbnail_key IS NOT NULL) named
  GROUP BY key ORDER BY key`;
const BATCH = 1_000;

export interface NamedFile {
  key: string;
  copy: boolean;
}

/** The files that the snapshot's rows name, each once, in the order of their keys. */
export async function* namedFiles(client: pg.Client): AsyncGenerator<NamedFile> {
  await client.query(NAMED);
  for (;;) {
    const { rows } = await client.query<NamedFile>(`FETCH ${BATCH} FROM named_files`);
    if (rows.length === 0) break;
    yield* rows;
  }
  await client.query('CLOSE named_files');
}

/** What a backup says of its files. A key ends with the file's own sha-256. */
export class FilesTally {
  private readonly list = createHash('sha256');
  private count = 0;
  private bytes = 0;
  private missing: FilesRecord['missing'] = { count: 0, first: [] };
  private damaged: FilesRecord['damaged'] = { count: 0, first: [] };

  add(key: string, size: number, sha256: string): void {
    this.list.update(`${key} ${size}\n`);
    this.count += 1;
    this.bytes += size;
    if (!key.endsWith(`/${sha256}`)) this.damaged = withName(this.damaged, key);
  }

  lacks(key: string): void {
    this.missing = withName(this.missing, key);
  }

  record(): FilesRecord {
    const { count, bytes, missing, damaged } = this;
    return { count, bytes, sha256: this.list.digest('hex'), missing, damaged };
  }
}
