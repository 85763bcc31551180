import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { destroyStale, ensureEmbeddedPostgres } from '@/scripts/embedded-pg.mjs';
import { urlFor } from '@/scripts/roles.mjs';
import { readSecrets } from '@/scripts/secrets.mjs';
import { command } from './command';
import type { Drill } from './drill';

const COLUMN_KEY = () => process.env.ANJU_COLUMN_KEY ?? '';

/** What the commands of backups are told in the office of the drill. */
export const settingsOf = (drill: Drill) => ({
  ANJU_BACKUP_URL: drill.database.backupUrl,
  ANJU_DATA_DIR: drill.files,
  ANJU_BACKUP_DIR: path.join(drill.files, 'backups'),
  ANJU_BACKUP_KEEP: '7,4,12',
  ANJU_BACKUP_AT: '02:30',
  ANJU_COLUMN_KEY: COLUMN_KEY(),
});

/** npm run backup, once the database is up. */
export const backUp = (drill: Drill, args: string[] = []) => command('scripts/backup.ts', args, settingsOf(drill));

/** Another machine: a database server with no role and no database of ours, an empty data folder, and the key that was kept apart. */
export interface Machine {
  dataDir: string;
  /** superuser, in a database of that name, which need not exist */
  adminUrl: (database?: string) => string;
  as: (role: string, database?: string) => string;
  restore: (file: string, database?: string) => ReturnType<typeof command>;
  ask: <T extends pg.QueryResultRow>(sql: string, database?: string) => Promise<T[]>;
  /** As it was bought: no database of ours, no files. */
  empty: () => Promise<void>;
  end: () => void;
}

export async function openMachine(): Promise<Machine> {
  await destroyStale('other-');
  const server = await ensureEmbeddedPostgres({ name: `other-${process.pid}`, throwaway: true });
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'anju-other-'));
  const adminUrl = (database = 'anju') => server.url(database);
  const as = (role: string, database?: string) => urlFor(adminUrl(database), role, readSecrets(dataDir));
  const ask = async <T extends pg.QueryResultRow>(sql: string, database?: string) => {
    const client = new pg.Client({ connectionString: adminUrl(database) });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    dataDir,
    adminUrl,
    as,
    restore: (file, database) =>
      command('scripts/restore.mjs', [file], {
        DATABASE_URL: adminUrl(database),
        ANJU_DATA_DIR: dataDir,
        ANJU_COLUMN_KEY: COLUMN_KEY(),
      }),
    ask,
    empty: async () => {
      await ask('DROP DATABASE IF EXISTS anju WITH (FORCE)', 'postgres');
      rmSync(path.join(dataDir, 'files'), { recursive: true, force: true });
    },
    end: () => {
      server.destroy();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
