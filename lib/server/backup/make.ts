import 'server-only';
import path from 'node:path';
import type pg from 'pg';
import type { Keep } from '@/lib/domain/operations/backup-retention';
import { LocalStore } from '@/lib/server/files/store';
import { asRefusal, BackupRefused } from './refused';
import { connect } from './tables';
import { removeOutdated, type Written, writeBackup } from './write';

export interface Order {
  /** as the backup's role */
  url: string;
  dir: string;
  dataDir: string;
  columnKey: string;
  kind: 'manual' | 'scheduled';
  /** made for this due time, unless one that was begun since then is good */
  due?: Date;
  /** null: nothing is removed (a folder that somebody chose for once) */
  keep: Keep | null;
}

export interface Outcome extends Written {
  removed: string[];
  /** what is not in it and should be; '' when all is there */
  lacks: string;
}

async function begin(line: pg.Client, { kind, due }: Order): Promise<string | null> {
  const { rows } = await line.query<{ run: string | null }>('SELECT backup_begin($1, $2) AS run', [kind, due ?? null]);
  return rows[0]?.run ?? null;
}

/** A table that a migration writes anew is empty to a snapshot that is older: an upgrade (scripts/deploy.mjs) and a backup wait for each other. */
const NO_UPGRADE = 'SELECT pg_advisory_lock_shared(7270737, 1)';

const end = (line: pg.Client, run: string, how: 'done' | 'failed', made: Partial<Written>, note: string | null) =>
  line.query('SELECT backup_end($1, $2, $3, $4, $5)', [run, how, made.size ?? null, made.name ?? null, note]);

function lacksOf({ manifest: { files } }: Written): string {
  const say = (count: number, first: string[], zh: string, en: string) =>
    count > 0 ? [`${count} ${zh} ${en}: ${first.slice(0, 3).join(', ')}`] : [];
  return [
    ...say(files.missing.count, files.missing.first, '个文件不在数据文件夹里', 'files are not in the data folder'),
    ...say(files.damaged.count, files.damaged.first, '个文件已损坏', 'files are damaged'),
  ].join('; ');
}

/**
 * One backup: its line in backup_run, the file, the line's end, and what is outdated removed. The connection of the line holds the lock: it goes
 * with the process. null: another one is being made, or the one that was due is there.
 */
export async function makeBackup(order: Order): Promise<Outcome | null> {
  const line = await connect(order.url);
  try {
    const run = await begin(line, order);
    return run ? await madeFor(run, line, order) : null;
  } finally {
    await line.end();
  }
}

async function madeFor(run: string, line: pg.Client, order: Order): Promise<Outcome> {
  const { dir, columnKey, keep } = order;
  const store = new LocalStore(path.join(order.dataDir, 'files'));
  const reader = await connect(order.url);
  try {
    await line.query(NO_UPGRADE);
    const written = await writeBackup(reader, { dir, store, columnKey, run });
    const lacks = lacksOf(written);
    await end(line, run, 'done', written, lacks || null);
    const removed = keep ? await removeOutdated(dir, keep, written.name) : [];
    return { ...written, removed, lacks };
  } catch (thrown) {
    const error = asRefusal(thrown);
    // a refusal is a sentence; of anything else the text may quote a row
    const note = error instanceof BackupRefused ? error.message : ((thrown as { code?: string }).code ?? error.name);
    await end(line, run, 'failed', {}, note).catch(() => {});
    throw error;
  } finally {
    await reader.end().catch(() => {});
  }
}
