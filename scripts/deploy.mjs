// Applies migrations so that a kill at any moment leaves each of them done or not begun: a migration and the row that says so are one
// transaction. (Prisma's own engine writes the row before and after: killed in between, nobody can tell which.) The rows are Prisma's.
import crypto from 'node:crypto';
import { MIGRATIONS_TABLE } from './migrations-table.mjs';
import { readMigrations } from './schema-engine-core.mjs';

const ROW = `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`;

export class MigrationError extends Error {}

/** The migrations of a folder in their order: name, script, checksum as Prisma computes it. */
export function migrationsIn(folder) {
  return readMigrations(folder).migrationDirectories.map(({ path: name, migrationFile: { content } }) => {
    if (content.tag !== 'ok')
      throw new MigrationError(`迁移 ${name} 读不出来 The migration cannot be read: ${content.value}`);
    return { name, sql: content.value, checksum: crypto.createHash('sha256').update(content.value).digest('hex') };
  });
}

const lineOf = (error, sql) =>
  error.position ? `, line ${sql.slice(0, Number(error.position) - 1).split('\n').length}` : '';

async function applyOne(client, { name, sql, checksum }) {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(ROW, [crypto.randomUUID(), checksum, name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    const what = `迁移 ${name} 没有成功，数据库未改动 The migration failed and changed nothing`;
    throw Object.assign(new MigrationError(`${what}: ${error.message} (${error.code}${lineOf(error, sql)})`), {
      code: error.code,
    });
  }
}

/** Names of those that are in; nothing of it is made here. */
async function finished(client) {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS is");
  if (!table.rows[0].is) return new Set();
  const { rows } = await client.query(
    'SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const half = rows.find((row) => !row.done);
  if (half) {
    throw new MigrationError(
      `迁移 ${half.name} 曾由别的工具做到一半。请用备份恢复，或查明后运行 prisma migrate resolve。Another tool left this migration half done: restore a backup, or find out what it did and run prisma migrate resolve.`,
    );
  }
  return new Set(rows.map((row) => row.name));
}

/**
 * On a connection that belongs to nobody else: its lock lasts as long as its last statement, also when the process that sent it is killed,
 * so that the next one never works beside a dead one's rest. Answers the names applied.
 */
export async function applyPending(client, migrations) {
  const pendingNow = async () => {
    const done = await finished(client);
    return migrations.filter(({ name }) => !done.has(name));
  };
  // a start that has nothing to apply waits for nobody's backup
  if ((await pendingNow()).length === 0) return [];
  await client.query('SELECT pg_advisory_lock(7270737, 1)');
  await client.query(MIGRATIONS_TABLE);
  const pending = await pendingNow();
  for (const migration of pending) await applyOne(client, migration);
  return pending.map(({ name }) => name);
}
