import 'server-only';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { BackupManifest } from '@/lib/domain/operations/backup-manifest';
import { backupOfName, type Keep, nameOfBackup, outdated } from '@/lib/domain/operations/backup-retention';
import type { FileStore } from '@/lib/server/files/store';
import { archiveOf, type Made } from './archive';
import { sealing, sealKeys } from './seal';
import { inSnapshot } from './snapshot';
import { verifyBackup } from './verify';

export interface Plan {
  dir: string;
  store: FileStore;
  columnKey: string;
  /** its line in backup_run */
  run: string;
}

export interface Written {
  name: string;
  size: number;
  manifest: BackupManifest;
}

/** The name under which it is written: never one that a backup could have. */
const PART = /^\.anju-backup-[0-9a-f-]{36}\.part$/;

/** What processes that were killed left; only one backup is made at a time, and its writer holds the lock. */
async function removeParts(dir: string): Promise<void> {
  for (const name of await readdir(dir)) if (PART.test(name)) await rm(path.join(dir, name), { force: true });
}

async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Archive, compressed, and its seal behind it; on the disk when this returns. */
async function writePart(client: pg.Client, part: string, { store, columnKey, run }: Plan): Promise<BackupManifest> {
  const made: Made = {};
  const sealed = sealing(sealKeys(columnKey));
  const handle = await open(part, 'wx', 0o600);
  try {
    await inSnapshot(client, () =>
      pipeline(archiveOf(client, { store, run, made }), createGzip({ level: 4 }), async (bytes) => {
        for await (const chunk of bytes) {
          sealed.update(chunk as Buffer);
          await handle.writeFile(chunk as Buffer);
        }
      }),
    );
    await handle.writeFile(sealed.seal());
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (!made.manifest) throw new Error('the archive was not finished');
  return made.manifest;
}

/** Two within a second: the later one takes the next free second. */
function freeName(dir: string, madeAt: Date): string {
  for (let at = madeAt.getTime(); ; at += 1000) {
    const name = nameOfBackup(new Date(at));
    if (!existsSync(path.join(dir, name))) return name;
  }
}

/** Writes a backup aside, reads it back to its last byte, and only then gives it its name: a file of that name is whole. */
export async function writeBackup(client: pg.Client, plan: Plan): Promise<Written> {
  const { dir } = plan;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await removeParts(dir);
  const part = path.join(dir, `.anju-backup-${plan.run}.part`);
  try {
    const manifest = await writePart(client, part, plan);
    const { size } = await verifyBackup(part, plan.columnKey);
    const name = freeName(dir, new Date(manifest.head.madeAt));
    await rename(part, path.join(dir, name));
    await flush(dir);
    return { name, size, manifest };
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
}

/** After a good one: what no day, week or month needs any more goes. Answers the names. */
export async function removeOutdated(dir: string, keep: Keep, lastGood: string): Promise<string[]> {
  const files = (await readdir(dir)).map(backupOfName).filter((file) => file !== null);
  const gone = outdated(files, keep, lastGood);
  for (const name of gone) await rm(path.join(dir, name), { force: true });
  return gone;
}
