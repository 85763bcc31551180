import { z } from 'zod';

/** Raised when a program that reads the older format would read the newer one wrongly. */
export const BACKUP_FORMAT = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();

/** The first entry: what the file is, for programs of other releases too. More may be added to it, nothing taken away. */
export const backupHead = z.looseObject({
  what: z.literal('anju-backup'),
  format: z.int().positive(),
  release: z.string(),
  installation: z.uuid(),
  /** by the database's clock */
  madeAt: instant,
});

const tableRecord = z.strictObject({
  name: z.string().regex(/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256,
});

/** Names are listed up to a hundred: more are a folder that is not there. */
const namesOf = z.strictObject({ count: z.int().nonnegative(), first: z.array(z.string()).max(100) });

/** The last entry: everything that a restore must find again. */
export const backupManifest = z.strictObject({
  head: backupHead,
  /** the line of this backup in backup_run, which its own snapshot holds as running */
  run: z.uuid(),
  postgres: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: sha256 })).min(1),
  tables: z.array(tableRecord).min(1),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().regex(/^-?\d+$/), called: z.boolean() })),
  /** of each chain of the audit and of each vote round, at the snapshot */
  heads: z.array(z.strictObject({ chain: z.string(), seq: z.int(), total: z.int(), hash: z.string() })),
  files: z.strictObject({
    count: z.int().nonnegative(),
    bytes: z.int().nonnegative(),
    /** over a line `key size` of each, in order; the key holds the file's own sha-256 */
    sha256,
    missing: namesOf,
    damaged: namesOf,
  }),
});

export type BackupHead = z.infer<typeof backupHead>;
export type BackupManifest = z.infer<typeof backupManifest>;
export type TableRecord = z.infer<typeof tableRecord>;
export type FilesRecord = BackupManifest['files'];
export type NamesOf = z.infer<typeof namesOf>;

/** A name more on a list that stays short. */
export const withName = ({ count, first }: NamesOf, name: string): NamesOf => ({
  count: count + 1,
  first: count < 100 ? [...first, name] : first,
});

/** What a restore would not find as it was, in the manifest's own words; empty when all is there. */
export function unlike(
  promised: Pick<BackupManifest, 'tables' | 'files'>,
  found: { tables: readonly Omit<TableRecord, 'columns'>[]; files: Omit<FilesRecord, 'missing'> },
): string[] {
  const tables = new Map(found.tables.map((table) => [table.name, table]));
  const known = new Set(promised.tables.map(({ name }) => name));
  const { missing: _, ...files } = promised.files;
  return [
    ...promised.tables
      .filter(({ name, rows, bytes, sha256 }) => {
        const there = tables.get(name);
        return !there || there.rows !== rows || there.bytes !== bytes || there.sha256 !== sha256;
      })
      .map(({ name }) => `table ${name}`),
    ...found.tables.filter(({ name }) => !known.has(name)).map(({ name }) => `table ${name} (not in the manifest)`),
    ...(JSON.stringify(sorted(files)) === JSON.stringify(sorted(found.files)) ? [] : ['files']),
  ];
}

const sorted = ({ count, bytes, sha256, damaged }: Omit<FilesRecord, 'missing'>) => [count, bytes, sha256, damaged];
