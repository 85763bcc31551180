import 'server-only';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BackupManifest, TableRecord } from '@/lib/domain/operations/backup-manifest';
import type { FileStore } from '@/lib/server/files/store';
import { differences, guardsOf } from './catalogue';
import { partsOf } from './read';
import { BackupRefused } from './refused';
import { sequencesOf } from './snapshot';
import { JOBS, nameOf, type Table, tablesOf, tallyOf, target } from './tables';
import type { Verified } from './verify';

interface ForeignKey {
  on_table: string;
  name: string;
  definition: string;
}
const FOREIGN_KEYS = `SELECT conrelid::regclass::text AS on_table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0 ORDER BY 1, 2`;

/**
 * The owner may not switch off foreign keys, so they are taken away and made again, which checks every row at once. COPY is refused under row
 * security, so the owner is let through for this transaction; its own triggers sleep: lines, totals and seals come with the backup.
 */
async function withGuardsDown(client: pg.Client, tables: readonly Table[], work: () => Promise<void>): Promise<void> {
  const each = async (change: string) => {
    for (const table of tables) await client.query(`ALTER TABLE ${nameOf(table)} ${change}`);
  };
  const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS);
  for (const { on_table, name } of keys) await client.query(`ALTER TABLE ${on_table} DROP CONSTRAINT ${name}`);
  await each('DISABLE TRIGGER USER');
  await each('NO FORCE ROW LEVEL SECURITY');
  await client.query(`TRUNCATE ${tables.map(nameOf).join(', ')}`);
  await work();
  for (const { on_table, name, definition } of keys) {
    await client.query(`ALTER TABLE ${on_table} ADD CONSTRAINT ${name} ${definition}`);
  }
  await each('FORCE ROW LEVEL SECURITY');
  await each('ENABLE TRIGGER USER');
}

/** Jobs go in through a table of this transaction: those of queues that this release has no more are left out. */
async function loadJobs(client: pg.Client, table: Table, content: AsyncIterable<Buffer>): Promise<void> {
  await client.query(`CREATE TEMPORARY TABLE restored_job (LIKE ${JOBS}) ON COMMIT DROP`);
  const columns = target({ ...table, name: 'restored_job' });
  await pipeline(Readable.from(content), client.query(copyFrom(`COPY ${columns} FROM STDIN`)));
  await client.query(`DELETE FROM ${JOBS}`);
  const list = columns.slice('"restored_job"'.length);
  await client.query(
    `INSERT INTO ${JOBS} ${list} SELECT ${list.slice(2, -1)} FROM restored_job WHERE name IN (SELECT name FROM pgboss.queue)`,
  );
}

async function loadParts(client: pg.Client, { file, body, manifest }: Verified, store: FileStore): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  for await (const { kind, name, content } of partsOf(file, body, () => {})) {
    const table = tables.get(name);
    if (kind === 'files') {
      const stored = await store.put(content);
      // damaged when it was backed up, and said so then: it gets no record's address
      if (stored.key !== name) await store.remove(stored.key);
    } else if (!table) throw new BackupRefused('tables_differ', name);
    else if (name === JOBS) await loadJobs(client, table, content);
    else await pipeline(Readable.from(content), client.query(copyFrom(`COPY ${target(table)} FROM STDIN`)));
  }
}

const shape = ({ name, columns }: Table) => `${name} (${[...columns].sort().join(', ')})`;

/** Before the first row: every table of the backup is here with the same columns, and no other. */
async function refuseOtherTables(client: pg.Client, promised: readonly TableRecord[]): Promise<Table[]> {
  const tables = await tablesOf(client);
  const differs = differences(promised.map(shape), tables.map(shape));
  if (differs.length > 0) throw new BackupRefused('tables_differ', differs.slice(0, 5).join('\n  '));
  return tables;
}

async function setSequences(client: pg.Client, { sequences }: BackupManifest): Promise<void> {
  for (const { name, last, called } of sequences) {
    await client.query('SELECT setval($1::regclass, $2, $3)', [`public."${name}"`, last, called]);
  }
}

/** Read again from the database, as a backup would read it: the same digests, the same sequences. */
async function notAsItWas(client: pg.Client, manifest: BackupManifest): Promise<string[]> {
  const differs: string[] = [];
  for (const table of manifest.tables) {
    if (table.name === JOBS) continue;
    const { rows, sha256 } = await tallyOf(client, table);
    if (rows !== table.rows || sha256 !== table.sha256) differs.push(`table ${table.name}: ${rows} / ${table.rows}`);
  }
  const sequences = (list: BackupManifest['sequences']) =>
    list.map(({ name, last, called }) => `sequence ${name} ${last} ${called}`);
  return [...differs, ...differences(sequences(manifest.sequences), sequences(await sequencesOf(client)))];
}

/**
 * Everything in one transaction, as the owner, on a database that was migrated to the backup's own state: rows, sequences, files, and the proof
 * that all is as it was and every guard is up again as the migrations set it. Killed at any moment, no row is there.
 */
export async function loadBackup(client: pg.Client, backup: Verified, store: FileStore): Promise<void> {
  const { manifest } = backup;
  await client.query('BEGIN');
  const tables = await refuseOtherTables(client, manifest.tables);
  const guards = await guardsOf(client);
  const own = tables.filter(({ name }) => name !== JOBS);
  await withGuardsDown(client, own, async () => {
    await loadParts(client, backup, store);
    await setSequences(client, manifest);
  });
  const differs = [...(await notAsItWas(client, manifest)), ...differences(guards, await guardsOf(client))];
  if (differs.length > 0) throw new BackupRefused('not_as_it_was', differs.slice(0, 10).join('\n  '));
  await client.query('COMMIT');
}
