import 'server-only';
import type pg from 'pg';
import type { BackupHead, BackupManifest } from '@/lib/domain/operations/backup-manifest';
import { BACKUP_FORMAT } from '@/lib/domain/operations/backup-manifest';
import release from '@/package.json';

/** One moment of the whole database, however long it is read and whatever people write meanwhile. One connection reads it all. */
export async function inSnapshot<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const result = await work();
  await client.query('COMMIT');
  return result;
}

export async function headOf(client: pg.Client): Promise<BackupHead> {
  const { rows } = await client.query<{ identity: string; now: Date }>(
    'SELECT identity::text AS identity, anju_now() AS now FROM installation',
  );
  const [row] = rows;
  if (!row) throw new Error('no installation');
  return {
    what: 'anju-backup',
    format: BACKUP_FORMAT,
    release: release.version,
    installation: row.identity,
    madeAt: row.now.toISOString(),
  };
}

const MIGRATIONS = `SELECT migration_name AS name, checksum FROM _prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
const SEQUENCES = `SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`;
const HEADS = `SELECT DISTINCT ON (chain) chain, seq, total::int AS total, hash FROM audit_seal ORDER BY chain, seq DESC`;
const HEADS_OF_ROUNDS = `SELECT 'round:' || t.round_id AS chain, t.head_seq AS seq, ((SELECT count(*) FROM ballot b WHERE b.round_id = t.round_id)
  + (SELECT count(*) FROM ballot_check c WHERE c.round_id = t.round_id))::int AS total, t.head_hash AS hash FROM vote_tally t WHERE t.head_seq > 0 ORDER BY t.round_id`;

/** Also of a database that an older release made: it has no votes. */
async function headsOf(client: pg.Client): Promise<BackupManifest['heads']> {
  const { rows } = await client.query<BackupManifest['heads'][number]>(HEADS);
  const votes = await client.query(`SELECT 1 WHERE to_regclass('public.vote_tally') IS NOT NULL`);
  if (votes.rowCount === 0) return rows;
  return [...rows, ...(await client.query<BackupManifest['heads'][number]>(HEADS_OF_ROUNDS)).rows];
}

/** A sequence belongs to no snapshot: read after it began, it stands at or behind the last number given in it. */
export async function sequencesOf(client: pg.Client): Promise<BackupManifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES);
  const found: BackupManifest['sequences'] = [];
  for (const { name } of rows) {
    const stands = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM "${name}"`,
    );
    if (stands.rows[0]) found.push({ name, ...stands.rows[0] });
  }
  return found;
}

/** What stands beside the rows, in the same snapshot. */
export async function stateOf(
  client: pg.Client,
): Promise<Pick<BackupManifest, 'postgres' | 'migrations' | 'sequences' | 'heads'>> {
  const version = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
  return {
    postgres: version.rows[0]?.version ?? '',
    migrations: (await client.query<BackupManifest['migrations'][number]>(MIGRATIONS)).rows,
    sequences: await sequencesOf(client),
    heads: await headsOf(client),
  };
}
