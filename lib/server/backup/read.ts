import 'server-only';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import {
  BACKUP_FORMAT,
  type BackupHead,
  type BackupManifest,
  backupHead,
  backupManifest,
} from '@/lib/domain/operations/backup-manifest';
import { HEAD_ENTRY, type Kind, MANIFEST_ENTRY, PIECE, pieceOf } from './entries';
import { BackupRefused } from './refused';

const LARGEST_MANIFEST = 16 * PIECE;

type Read =
  | { what: 'head'; head: BackupHead }
  | { what: 'piece'; kind: Kind; name: string; number: number; data: Buffer }
  | { what: 'manifest'; manifest: BackupManifest };

interface Entry extends Readable {
  header: { name: string; size?: number; type?: string | null };
}

async function contentOf(entry: Entry, most: number): Promise<Buffer> {
  if (entry.header.type !== 'file' || (entry.header.size ?? 0) > most)
    throw new BackupRefused('altered', entry.header.name);
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function parsed(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString());
  } catch {
    return undefined;
  }
}

function headFrom(data: Buffer): BackupHead {
  const head = backupHead.safeParse(parsed(data));
  if (!head.success) throw new BackupRefused('not_a_backup');
  if (head.data.format > BACKUP_FORMAT) throw new BackupRefused('newer', `release ${head.data.release}`);
  return head.data;
}

async function readOne(entry: Entry, position: number): Promise<Read> {
  const { name } = entry.header;
  if (position === 0) {
    if (name !== HEAD_ENTRY) throw new BackupRefused('not_a_backup', name);
    return { what: 'head', head: headFrom(await contentOf(entry, PIECE)) };
  }
  if (name === MANIFEST_ENTRY) {
    const manifest = backupManifest.safeParse(parsed(await contentOf(entry, LARGEST_MANIFEST)));
    if (!manifest.success) throw new BackupRefused('altered', MANIFEST_ENTRY);
    return { what: 'manifest', manifest: manifest.data };
  }
  const piece = pieceOf(name);
  if (!piece) throw new BackupRefused('altered', name);
  return { what: 'piece', ...piece, data: await contentOf(entry, PIECE) };
}

/** What is in the archive, entry by entry, whatever its size. Names that lead anywhere else, and other kinds of entry, are refused. */
export async function* entriesOf(file: string, body: number): AsyncGenerator<Read> {
  const tar = extract();
  const source = body > 0 ? createReadStream(file, { end: body - 1 }) : createReadStream(file, { end: 0 });
  const flow = pipeline(source, createGunzip(), tar);
  flow.catch(() => {});
  let position = 0;
  try {
    for await (const entry of tar) {
      yield await readOne(entry as unknown as Entry, position);
      position += 1;
    }
    await flow;
  } finally {
    source.destroy();
  }
}

/** What the file says it is, before anything else of it is read. */
export async function readHead(file: string, size: number): Promise<BackupHead> {
  try {
    for await (const read of entriesOf(file, size)) if (read.what === 'head') return read.head;
  } catch (thrown) {
    if (thrown instanceof BackupRefused) throw thrown;
  }
  throw new BackupRefused('not_a_backup', file);
}

export interface Part {
  kind: Kind;
  name: string;
  /** has to be read to its end before the next part */
  content: AsyncIterable<Buffer>;
}

/** Table after table and file after file in the order of the archive, each in whole; `done` is told the manifest, which comes last. */
export async function* partsOf(
  file: string,
  body: number,
  done: (manifest: BackupManifest) => void,
): AsyncGenerator<Part> {
  const entries = entriesOf(file, body);
  const next = async () => (await entries.next()).value ?? null;
  try {
    let read: Read | null = await next();
    if (read?.what === 'head') read = await next();
    while (read?.what === 'piece') {
      const { kind, name } = read;
      const content = (async function* () {
        for (let number = 0; read?.what === 'piece' && read.kind === kind && read.name === name; number++) {
          if (read.number !== number) throw new BackupRefused('altered', `${kind}/${name}: ${read.number}`);
          yield read.data;
          read = await next();
        }
      })();
      yield { kind, name, content };
    }
    if (read?.what !== 'manifest' || (await next()) !== null) throw new BackupRefused('altered', MANIFEST_ENTRY);
    done(read.manifest);
  } finally {
    await entries.return(undefined);
  }
}
