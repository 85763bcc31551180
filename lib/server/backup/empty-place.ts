import 'server-only';
import { readdir } from 'node:fs/promises';
import type pg from 'pg';
import { RESTORE_MARK } from '@/lib/server/db/restore-mark';
import { BackupRefused } from './refused';
import { nameOf, type Table } from './tables';

export async function isMarked(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ marked: boolean }>(
    `SELECT to_regnamespace('${RESTORE_MARK}') IS NOT NULL AS marked`,
  );
  return rows[0]?.marked === true;
}

export const mark = (client: pg.Client) => client.query(`CREATE SCHEMA IF NOT EXISTS ${RESTORE_MARK}`);
export const unmark = (client: pg.Client) => client.query(`DROP SCHEMA ${RESTORE_MARK}`);

const TABLES = `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
  AND relname NOT IN ('_prisma_migrations', 'installation', 'anju_clock', 'worker_seen', 'job_due', 'request_count') ORDER BY 1`;

/** Empty is: no table of anybody's, or those of the migrations without a row of the office. */
export async function refuseData(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Pick<Table, 'name'>>(TABLES);
  const ours = await client.query<{ ours: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS ours`,
  );
  const [first] = rows;
  if (first && !ours.rows[0]?.ours) throw new BackupRefused('database_not_empty', first.name);
  for (const table of rows) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${nameOf(table)} LIMIT 1`);
    if (rowCount) throw new BackupRefused('database_not_empty', table.name);
  }
}

/** The store's folder may be there, with nothing in it but the place for work. */
export async function refuseFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.some((name) => name !== 'tmp')) throw new BackupRefused('files_not_empty', folder);
}
