// Migrations without the Prisma CLI: applied by scripts/deploy.mjs; the differences to the schema files are found by Prisma's engine as
// WebAssembly (its native one has to be downloaded).
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { parseUrl } from './database-url.mjs';
import { applyPending, migrationsIn } from './deploy.mjs';
import { installJobs } from './jobs.mjs';
import { rel } from './paths.mjs';
import { connect } from './roles.mjs';
import { loadEngine, MigrationPg, readMigrations, takeSqlError } from './schema-engine-core.mjs';

export const MIGRATIONS = rel('prisma', 'migrations');
const SCHEMA = rel('prisma', 'schema');
const filters = { externalTables: [], externalEnums: [] };

const schemaFiles = () =>
  fs
    .readdirSync(SCHEMA)
    .filter((file) => file.endsWith('.prisma'))
    .sort()
    .map((file) => [path.join(SCHEMA, file), fs.readFileSync(path.join(SCHEMA, file), 'utf8')]);

/** The engine's errors come back by number; PostgreSQL's own words are put in front. */
function readable(error, bound) {
  const registered = (id) => bound.errorRegistry.consumeError(Number(id))?.error;
  const cause = error && typeof error === 'object' && 'id' in error ? (registered(error.id) ?? error) : error;
  const text = String(cause?.message ?? cause).replace(
    /External error id#(\d+)/g,
    (whole, id) => registered(id)?.message ?? whole,
  );
  return Object.assign(new Error([takeSqlError(), text].filter(Boolean).join('\n')), { code: error?.code });
}

async function withEngine(url, work) {
  const files = schemaFiles();
  const factory = new MigrationPg({ url, shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL || undefined });
  const { call, bound } = await loadEngine(factory, files);
  try {
    return await work(call, { files: files.map(([file, content]) => ({ path: file, content })) });
  } catch (error) {
    throw readable(error, bound);
  } finally {
    await factory.close();
  }
}

/**
 * Names of the migrations applied. A lock in the database keeps two starting servers from applying twice.
 * `only`: these names and no others (a restore goes to the state of its backup first).
 * @param {string} url
 * @param {ReadonlySet<string>} [only]
 */
export async function deploy(url, only) {
  const client = await connect(url);
  try {
    const migrations = migrationsIn(MIGRATIONS).filter(({ name }) => !only || only.has(name));
    const applied = await applyPending(client, migrations);
    await installJobs(url);
    return applied;
  } finally {
    await client.end();
  }
}

/** Folder names of the migrations that a database lacks, read with any role that may see _prisma_migrations. */
export async function pending(url) {
  const client = new pg.Client(parseUrl(url).cfg);
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const done = new Set(rows.map((row) => row.migration_name));
    return readMigrations(MIGRATIONS)
      .migrationDirectories.map((dir) => dir.path)
      .filter((name) => !done.has(name));
  } catch (error) {
    if (error.code === '42P01') return readMigrations(MIGRATIONS).migrationDirectories.map((dir) => dir.path);
    throw error;
  } finally {
    await client.end();
  }
}

/** SQL from the migrations to the schema files; '' when they agree. Needs a role that may create a shadow database. */
export const diff = (url) =>
  withEngine(url, async (call, schema) => {
    const from = { tag: 'migrations', ...readMigrations(MIGRATIONS) };
    const to = { tag: 'schemaDatamodel', ...schema };
    const answer = await call('diff', { from, to, script: true, exitCode: true, filters });
    return answer.exitCode === 2 ? answer.stdout : '';
  });

export async function createMigration(name, url) {
  const sql = await diff(url);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const dir = path.join(MIGRATIONS, `${stamp}_${name.toLowerCase().replace(/[^a-z0-9_]+/g, '_')}`);
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'migration.sql'), sql || '-- The rule this migration sets, in one line.\n');
  const lock = path.join(MIGRATIONS, 'migration_lock.toml');
  if (!fs.existsSync(lock)) {
    fs.writeFileSync(
      lock,
      '# Kept by Prisma: which kind of database the migrations are for.\nprovider = "postgresql"\n',
    );
  }
  return dir;
}
