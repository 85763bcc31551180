import 'server-only';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { TableRecord } from '@/lib/domain/operations/backup-manifest';

/** The queue's jobs: the one table of another schema that belongs to the office's work. */
export const JOBS = 'pgboss.job';

/** The same rows give the same text in every session: of dates, intervals, numbers and bytes, and in the order in which they lie. */
const SAME_TEXT = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;
  SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET synchronize_seqscans = off; SET max_parallel_workers_per_gather = 0;
  SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '60s'`;

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => {});
  await client.connect();
  await client.query(SAME_TEXT);
  return client;
}

export interface Table {
  name: string;
  columns: string[];
}

const TABLES = `
  SELECT CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS name,
    array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND ((n.nspname = 'public' AND c.relname <> '_prisma_migrations') OR n.nspname || '.' || c.relname = '${JOBS}')
  GROUP BY 1 ORDER BY 1`;

/** Every table of the application, whoever made it; the migrations' own is made anew by the migrations. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  return (await client.query<Table>(TABLES)).rows;
}

const columnsOf = ({ columns }: Table) => columns.map(pg.escapeIdentifier).join(', ');
export const nameOf = ({ name }: Pick<Table, 'name'>) => name.split('.').map(pg.escapeIdentifier).join('.');
export const target = (table: Table) => `${nameOf(table)} (${columnsOf(table)})`;

/** The rows of a table as PostgreSQL's COPY text: one line each. */
export const rowsOf = (client: pg.Client, table: Table): AsyncIterable<Buffer> =>
  client.query(copyTo(`COPY (SELECT ${columnsOf(table)} FROM ${nameOf(table)}) TO STDOUT`)) as AsyncIterable<Buffer>;

const NEWLINE = 10;

/** Counts and digests what passes. In COPY text a line break within a value is written as \n: every real one ends a row. */
export class Tally {
  private readonly hash = createHash('sha256');
  private rows = 0;
  private bytes = 0;

  add(data: Buffer): void {
    this.hash.update(data);
    this.bytes += data.length;
    for (let at = data.indexOf(NEWLINE); at !== -1; at = data.indexOf(NEWLINE, at + 1)) this.rows += 1;
  }

  of(name: string): Omit<TableRecord, 'columns'> {
    return { name, rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

export async function tallyOf(client: pg.Client, table: Table): Promise<Omit<TableRecord, 'columns'>> {
  const tally = new Tally();
  for await (const data of rowsOf(client, table)) tally.add(data);
  return tally.of(table.name);
}
