import 'server-only';
import path from 'node:path';
import type pg from 'pg';
import type { BackupManifest } from '@/lib/domain/operations/backup-manifest';
import type { Head } from '@/lib/server/audit/verify/records';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { LocalStore } from '@/lib/server/files/store';
import { isMarked, mark, refuseData, refuseFiles, unmark } from './empty-place';
import { loadBackup } from './load';
import { BackupRefused } from './refused';
import { connect } from './tables';
import type { Verified } from './verify';

/** The migrations of this program, and how a database is brought to some of them or to all. */
export interface Migrations {
  known: readonly { name: string; checksum: string }[];
  deploy: (only?: ReadonlySet<string>) => Promise<string[]>;
}

export interface Place {
  ownerUrl: string;
  verifierUrl: string;
  dataDir: string;
}

/** Before anything is touched: this program can go to the state of the backup. */
export function refuseOtherMigrations(manifest: BackupManifest, known: Migrations['known']): void {
  const here = new Map(known.map(({ name, checksum }) => [name, checksum]));
  const unknown = manifest.migrations.find(({ name }) => !here.has(name));
  if (unknown) throw new BackupRefused('newer', `release ${manifest.head.release}: ${unknown.name}`);
  const other = manifest.migrations.find(({ name, checksum }) => here.get(name) !== checksum);
  if (other) throw new BackupRefused('other_edition', other.name);
}

async function refusePlace(owner: pg.Client, place: Place): Promise<void> {
  // what lies in a place that bears the mark came from a restore that was interrupted, for nobody else was let in
  if (await isMarked(owner)) return;
  await refuseData(owner);
  await refuseFiles(path.join(place.dataDir, 'files'));
}

async function refuseLaterState(owner: pg.Client, wanted: ReadonlySet<string>): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations');
  const later = rows.find(({ name }) => !wanted.has(name));
  if (later) throw new BackupRefused('restore_half_done', later.name);
}

/** The snapshot holds the line of its own backup as running: it was done, and where it was restored stands in the audit. */
async function endItsLine(owner: pg.Client, { manifest, size, file }: Verified): Promise<void> {
  await owner.query('BEGIN');
  await owner.query(
    `SELECT set_config('app.actor', '恢复 restore', true), set_config('app.action', 'backup.restore', true)`,
  );
  await owner.query(
    `UPDATE backup_run SET status = 'done', finished_at = anju_now(), size_bytes = $2, file_name = $3 WHERE id = $1 AND status = 'running'`,
    [manifest.run, size, path.basename(file)],
  );
  await owner.query('COMMIT');
}

const text = ({ chain, seq, total, hash }: Head) => `${chain} ${seq} ${total} ${hash}`;

/** The chain is whole, and stands exactly where it stood. */
async function refuseBrokenAudit(verifierUrl: string, { heads }: BackupManifest): Promise<number> {
  const verdict = await verifyDatabase(verifierUrl, heads);
  // an installation whose first line was not sealed yet has no chain to check
  const problems = verdict.problems.filter(({ kind }) => kind !== 'nothing_checked' || heads.length > 0);
  const same = verdict.heads.map(text).sort().join('\n') === heads.map(text).sort().join('\n');
  if (problems.length === 0 && same) return verdict.lines;
  const [first] = problems;
  throw new BackupRefused(
    'audit_broken',
    first ? `${first.kind} ${first.detail ?? first.chain ?? ''}` : 'heads differ',
  );
}

export interface Restored {
  rows: number;
  auditLines: number;
  migratedOn: string[];
}

/** Into an empty place. `backup` was read to its last byte before: here the first row is written. */
export async function restoreBackup(backup: Verified, place: Place, migrations: Migrations): Promise<Restored> {
  const { manifest } = backup;
  refuseOtherMigrations(manifest, migrations.known);
  const owner = await connect(place.ownerUrl);
  try {
    await refusePlace(owner, place);
    await mark(owner);
    const wanted = new Set(manifest.migrations.map(({ name }) => name));
    await migrations.deploy(wanted);
    await refuseLaterState(owner, wanted);
    await loadBackup(owner, backup, new LocalStore(path.join(place.dataDir, 'files')));
    const migratedOn = await migrations.deploy();
    const auditLines = await refuseBrokenAudit(place.verifierUrl, manifest);
    await endItsLine(owner, backup);
    await owner.query('ANALYZE');
    await unmark(owner);
    return { rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), auditLines, migratedOn };
  } finally {
    await owner.end().catch(() => {});
  }
}
