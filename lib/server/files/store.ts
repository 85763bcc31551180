import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { env } from '@/lib/server/env';

export interface Stored {
  /** sha-256 of the bytes, in hex; also their address. */
  sha256: string;
  key: string;
  size: number;
}

/** Where bytes lie. No record is ever deleted; the same bytes are kept once. Storage that speaks S3 fills the same six. */
export interface FileStore {
  put: (source: AsyncIterable<Uint8Array>) => Promise<Stored>;
  get: (key: string) => Readable;
  exists: (key: string) => Promise<boolean>;
  /** For copies that are no record: exports whose time is over (docs/decisions/0010-exports.md). */
  remove: (key: string) => Promise<void>;
  /** A place of this machine for work before storing; removed by `release`. */
  scratch: () => Promise<{ file: string; release: () => Promise<void> }>;
  /** Takes away the scratch files of processes that were killed: a day old, and perhaps a workbook with names in it. */
  tidy: () => Promise<void>;
}

const DAY_MS = 86_400_000;

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{64}$/;
const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;

/** The folder `files` below ANJU_DATA_DIR. A key is checked for its shape, so that no path leads out of it. */
export class LocalStore implements FileStore {
  constructor(private readonly root: string) {}

  private at(key: string): string {
    if (!KEY.test(key)) throw new Error('not a key of the file store');
    return path.join(this.root, ...key.split('/'));
  }

  private async scratchFolder(): Promise<string> {
    const folder = path.join(this.root, 'tmp');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  async tidy(): Promise<void> {
    const folder = await this.scratchFolder();
    for (const name of await readdir(folder)) {
      const file = path.join(folder, name);
      // another server may have taken it away in the meantime
      const found = await stat(file).catch(() => null);
      if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(file, { force: true });
    }
  }

  async scratch() {
    const file = path.join(await this.scratchFolder(), randomUUID());
    return { file, release: () => rm(file, { force: true }) };
  }

  /** Written aside, flushed to the disk, then moved to its address in one step: a crash leaves no half file under a hash. */
  async put(source: AsyncIterable<Uint8Array>): Promise<Stored> {
    const { file, release } = await this.scratch();
    try {
      const hash = createHash('sha256');
      let size = 0;
      const handle = await open(file, 'wx', 0o600);
      try {
        for await (const chunk of source) {
          hash.update(chunk);
          size += chunk.byteLength;
          await handle.writeFile(chunk);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      const sha256 = hash.digest('hex');
      const key = keyOf(sha256);
      const target = this.at(key);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await rename(file, target);
      await flushFolder(path.dirname(target));
      return { sha256, key, size };
    } finally {
      await release();
    }
  }

  get(key: string): Readable {
    return createReadStream(this.at(key));
  }

  async remove(key: string): Promise<void> {
    await rm(this.at(key), { force: true });
  }

  async exists(key: string): Promise<boolean> {
    return access(this.at(key)).then(
      () => true,
      () => false,
    );
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const fileStore = (): FileStore => new LocalStore(path.join(env().ANJU_DATA_DIR, 'files'));
