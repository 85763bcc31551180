import 'server-only';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { BackupManifest, FilesRecord, TableRecord } from '@/lib/domain/operations/backup-manifest';
import type { FileStore } from '@/lib/server/files/store';
import { HEAD_ENTRY, inPieces, type Kind, MANIFEST_ENTRY, pieceEntry, TAR_END, tarEntry } from './entries';
import { headOf, stateOf } from './snapshot';
import { FilesTally, namedFiles } from './stored-files';
import { rowsOf, Tally, tablesOf } from './tables';

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/** A source in pieces, as entries; each piece is shown to `see` first. */
async function* piecesAs(kind: Kind, name: string, source: AsyncIterable<Buffer>, see: (data: Buffer) => void) {
  let number = 0;
  for await (const data of inPieces(source)) {
    see(data);
    yield* tarEntry(pieceEntry({ kind, name, number }), data);
    number += 1;
  }
}

async function* tableEntries(client: pg.Client, records: TableRecord[]): AsyncGenerator<Buffer> {
  for (const table of await tablesOf(client)) {
    const tally = new Tally();
    yield* piecesAs('tables', table.name, rowsOf(client, table), (data) => tally.add(data));
    records.push({ ...tally.of(table.name), columns: table.columns });
  }
}

async function* fileEntries(client: pg.Client, store: FileStore, tally: FilesTally): AsyncGenerator<Buffer> {
  for await (const { key, copy } of namedFiles(client)) {
    // a key that is no key of the store names no file either
    if (!(await store.exists(key).catch(() => false))) {
      if (!copy) tally.lacks(key);
      continue;
    }
    const hash = createHash('sha256');
    let size = 0;
    yield* piecesAs('files', key, store.get(key), (data) => {
      hash.update(data);
      size += data.length;
    });
    tally.add(key, size, hash.digest('hex'));
  }
}

/** What came of it: filled while the archive is read to its end. */
export interface Made {
  manifest?: BackupManifest;
}

/** The bytes of the archive, made while they are read: what it is, every table, every file, and last what all of it was. */
export async function* archiveOf(
  client: pg.Client,
  { store, run, made }: { store: FileStore; run: string; made: Made },
): AsyncGenerator<Buffer> {
  const head = await headOf(client);
  yield* tarEntry(HEAD_ENTRY, json(head));
  const state = await stateOf(client);
  const tables: TableRecord[] = [];
  yield* tableEntries(client, tables);
  const tally = new FilesTally();
  yield* fileEntries(client, store, tally);
  const files: FilesRecord = tally.record();
  made.manifest = { head, run, ...state, tables, files };
  yield* tarEntry(MANIFEST_ENTRY, json(made.manifest));
  yield TAR_END;
}
