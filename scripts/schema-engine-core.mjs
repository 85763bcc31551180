// Prisma's schema engine as WebAssembly (npm: @prisma/schema-engine-wasm, byte-identical to
// prisma/build/schema_engine_bg.wasm) on top of `pg`. No binary, no download. Used by
// prisma-schema-engine.mjs (drop-in executable for the Prisma CLI) and by migrate.mjs (no CLI needed).
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { parseUrl, withDb } from './database-url.mjs';
import { MIGRATIONS_TABLE } from './migrations-table.mjs';

const require = createRequire(import.meta.url);
// driver-adapter-utils is a dependency of adapter-pg: resolve it from there, so that it need not be hoisted.
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = createRequire(require.resolve('@prisma/adapter-pg'))(
  '@prisma/driver-adapter-utils',
);
const wasmDir = path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
export const engineVersion = JSON.parse(fs.readFileSync(path.join(wasmDir, 'package.json'), 'utf8')).version;

/**
 * adapter-pg is built for queries, not for migrations:
 *  - executeScript() splits at every ';' (breaks $$ bodies, literals, comments) and sends the pieces over a pool;
 *    the native engine sends the whole script in one simple-protocol message on one connection. So do we.
 *  - its shadow database is dropped while its own pool is still connected;
 *  - it has no mapping for the catalogue type "char" (oid 18), which the schema describer reads.
 */
const OID_CHAR = 18,
  OID_TEXT = 25;
function readCharColumns(queryable) {
  const queryRaw = Object.getPrototypeOf(Object.getPrototypeOf(queryable)).queryRaw; // PgQueryable.prototype.queryRaw
  const io = queryable.performIO.bind(queryable);
  queryable.queryRaw = async (query) => {
    let chars = [];
    const performIO = async (q) => {
      const r = await io(q);
      chars = r.fields.flatMap((f, i) => (f.dataTypeID === OID_CHAR ? [i] : []));
      return chars.length
        ? {
            ...r,
            rows: r.rows,
            fields: r.fields.map((f) => (f.dataTypeID === OID_CHAR ? { name: f.name, dataTypeID: OID_TEXT } : f)),
          }
        : r;
    };
    const out = await queryRaw.call(Object.create(queryable, { performIO: { value: performIO } }), query);
    for (const i of chars) out.columnTypes[i] = ColumnTypeEnum.Character;
    return out;
  };
  return queryable;
}
let lastSqlError = null; // adapter-pg's error mapping drops code, line and detail
export const takeSqlError = () => {
  const e = lastSqlError;
  lastSqlError = null;
  return e;
};
async function openAdapter(url) {
  const { cfg, schema } = parseUrl(url);
  const pool = new pg.Pool({ ...cfg, max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => {});
  const adapter = await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect();
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (e) {
      const line = e.position
        ? ` (line ${script.slice(0, Number(e.position) - 1).split('\n').length} of the script)`
        : '';
      if (process.env.SHIM_DEBUG)
        console.error(
          `PostgreSQL ${e.code}: ${e.message}${line}${e.detail ? `; ${e.detail}` : ''}${e.hint ? `; hint: ${e.hint}` : ''}`,
        );
      lastSqlError = `Database error ${e.code}: ${e.message}${line}`;
      adapter.onError(e);
    }
  };
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => readCharColumns(await startTransaction(level));
  return readCharColumns(adapter);
}
export class MigrationPg {
  provider = 'postgres';
  adapterName = '@prisma/adapter-pg';
  constructor({ url, shadowDatabaseUrl }) {
    this.url = url;
    this.shadowUrl = shadowDatabaseUrl;
  }
  open = [];
  async connect() {
    const adapter = await openAdapter(this.url);
    this.open.push(adapter);
    return adapter;
  }
  /** The engine keeps its connection; a database that somebody sits in cannot be copied or dropped. */
  async close() {
    await Promise.all(this.open.splice(0).map((adapter) => adapter.dispose().catch(() => {})));
  }
  async connectToShadowDb() {
    if (this.shadowUrl) {
      // the Wasm engine does not empty an external shadow database itself
      const c = new pg.Client(parseUrl(this.shadowUrl).cfg);
      await c.connect();
      const { rows } = await c.query(
        `SELECT quote_ident(nspname) AS n FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
      );
      await c.query(
        rows
          .map(({ n }) => `DROP SCHEMA ${n} CASCADE`)
          .concat('CREATE SCHEMA public')
          .join(';'),
      );
      await c.end();
      return openAdapter(this.shadowUrl);
    }
    const name = `prisma_migrate_shadow_db_${globalThis.crypto.randomUUID()}`;
    const admin = new pg.Client(parseUrl(this.url).cfg);
    await admin.connect();
    await admin.query(`CREATE DATABASE "${name}"`);
    const setup = new pg.Client(parseUrl(withDb(this.url, name)).cfg);
    await setup.connect();
    await setup.query('CREATE EXTENSION IF NOT EXISTS pg_trgm'); // as scripts/roles.mjs does in the real one
    await setup.query(MIGRATIONS_TABLE); // a migration grants on it
    await setup.end();
    const shadow = await openAdapter(withDb(this.url, name));
    const end = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await end();
      await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await admin.end();
    };
    return shadow;
  }
}

// ---------------------------------------------------------------- engine
/** The engine guards its lock with a timer of 10 s and never clears it: it must not keep the process alive. */
function patient(imports) {
  const key = Object.keys(imports).find((name) => name.startsWith('__wbg_setTimeout_'));
  if (!key) return imports;
  const unreferenced = (...args) => {
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (...timer) => setTimeout(...timer).unref();
    try {
      return imports[key](...args);
    } finally {
      globalThis.setTimeout = setTimeout;
    }
  };
  return { ...imports, [key]: unreferenced };
}

/** datamodels: [[path, content], ...] or undefined */
export async function loadEngine(factory, datamodels) {
  let panic = '';
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (m) => {
      panic = m;
    },
    get: () => panic,
  };
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(path.join(wasmDir, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': patient(glue),
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await glue.SchemaEngine.new(
    { datamodels },
    (line) => process.env.SHIM_DEBUG && process.stderr.write(`${line}\n`),
    bound,
  );
  /** The Wasm engine's evaluateDataLoss/createMigration have no shadow database of their own: they live on a cache that
   *  devDiagnostic fills, and it fills it for the *applied* migrations only. Fill it for the present list and go again. */
  async function call(method, params = {}) {
    try {
      return await engine[method](params);
    } catch (e) {
      if (!/external factory/.test(e?.message ?? '') || !params?.migrationsList) throw e;
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
      return await engine[method](params);
    }
  }
  return { engine, call, bound, panicMessage: () => panic };
}

/** What the Prisma CLI reads from prisma/migrations. */
export function readMigrations(baseDir) {
  let lock = null;
  try {
    lock = fs.readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8');
  } catch {}
  const dirs = fs.existsSync(baseDir)
    ? fs
        .readdirSync(baseDir, { withFileTypes: true })
        .filter((d) => d.isDirectory())
        .map((d) => d.name)
        .sort((a, b) => a.localeCompare(b))
    : [];
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: lock },
    migrationDirectories: dirs.map((name) => {
      let content;
      try {
        content = { tag: 'ok', value: fs.readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') };
      } catch (e) {
        content = { tag: 'error', value: e.message };
      }
      return { path: name, migrationFile: { path: 'migration.sql', content } };
    }),
  };
}
