#!/usr/bin/env node
// A drop-in `schema-engine` executable for the Prisma CLI, for machines that cannot reach
// the Prisma download host. The CLI spawns whatever PRISMA_SCHEMA_ENGINE_BINARY names and talks
// line-delimited JSON-RPC to it; this file answers with Prisma's own schema engine compiled to
// WebAssembly. Same Rust code: migration files, checksums and _prisma_migrations rows are the same.
import fs from 'node:fs';
import readline from 'node:readline';
import pg from 'pg';
import { parseUrl, withDb } from './database-url.mjs';
import { engineVersion, loadEngine, MigrationPg, takeSqlError } from './schema-engine-core.mjs';

const args = process.argv.slice(2);
const all = (flag) => args.flatMap((a, i) => (a === flag ? [args[i + 1]] : []));
const log = (level, message, extra = {}) =>
  process.stderr.write(
    `${JSON.stringify({
      timestamp: new Date().toISOString(),
      level,
      fields: { message, ...extra },
      target: 'schema_engine::logger',
    })}\n`,
  );

// ---------------------------------------------------------------- `schema-engine cli ...`
const P = (code, message) => Object.assign(new Error(message), { code, known: true });
function connectError(e, { cfg, database }) {
  const { host, port, user } = new pg.Client(cfg);
  if (e.code === '3D000') return P('P1003', `Database \`${database}\` does not exist`);
  if (e.code === '28P01' || e.code === '28000')
    return P(
      'P1000',
      `Authentication failed against database server, the provided database credentials for \`${user}\` are not valid.`,
    );
  if (e.code === '42P04') return P('P1009', `Database \`${database}\` already exists on the database server`);
  if (e.code === '42501') return P('P1010', `User was denied access on the database \`${database}\``);
  return P('P1001', `Can't reach database server at \`${host}:${port}\` (${e.code ?? e.message})`);
}
async function cli(command, url) {
  const target = parseUrl(url);
  log('INFO', 'Starting schema engine CLI'); // the Prisma CLI skips the first line of stderr
  try {
    const c = new pg.Client(command === 'can-connect-to-database' ? target.cfg : parseUrl(withDb(url, 'postgres')).cfg);
    await c.connect();
    try {
      if (command === 'can-connect-to-database') await c.query('SELECT 1');
      else if (command === 'create-database')
        await c.query(`CREATE DATABASE "${target.database.replaceAll('"', '""')}"`);
      else if (command === 'drop-database') await c.query(`DROP DATABASE "${target.database.replaceAll('"', '""')}"`);
      else throw P('P0000', `unknown command ${command}`);
    } finally {
      await c.end();
    }
    log(
      'INFO',
      command === 'can-connect-to-database'
        ? 'Connection successful'
        : `Database \`${target.database}\`: ${command} done.`,
    );
    return 0;
  } catch (e) {
    const k = e.known ? e : connectError(e, target);
    log('ERROR', k.message, { error_code: k.code, is_panic: false, meta: {} });
    return 1;
  }
}

// ---------------------------------------------------------------- JSON-RPC server
async function serve(datasource) {
  const factory = new MigrationPg(datasource);
  const datamodels = all('--datamodels').map((p) => [p, fs.readFileSync(p, 'utf8')]);
  let ready;
  const METHODS = [
    'applyMigrations',
    'createMigration',
    'devDiagnostic',
    'diagnoseMigrationHistory',
    'ensureConnectionValidity',
    'evaluateDataLoss',
    'introspect',
    'markMigrationApplied',
    'markMigrationRolledBack',
    'reset',
    'schemaPush',
    'dbExecute',
    'diff',
    'debugPanic',
  ];
  const send = (o) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...o })}\n`);
  let printId = 0,
    waiting = new Map();
  const print = (content) =>
    new Promise((res) => {
      const id = `print-${++printId}`;
      waiting.set(id, res);
      send({ id, method: 'print', params: { content } });
    });

  async function handle({ id, method, params }) {
    ready ??= loadEngine(factory, datamodels.length ? datamodels : undefined);
    const { engine, call, bound, panicMessage } = await ready;
    try {
      let result;
      if (method === 'createDatabase') {
        const url = params.datasource?.url ?? datasource.url;
        await cli('create-database', url);
        result = { databaseName: parseUrl(url).database };
      } else if (method === 'getDatabaseVersion') result = await engine.version();
      else if (METHODS.includes(method)) {
        result = await call(method, params ?? {});
        if (method === 'diff') {
          if (result.stdout !== null && result.stdout !== undefined) await print(result.stdout);
          result = { exitCode: result.exitCode, stdout: null };
        }
      } else throw P('P0000', `Method not found: ${method}`);
      send({ id, result: result ?? null });
    } catch (e) {
      if (process.env.SHIM_DEBUG) console.error('shim error', method, e);
      const isPanic = e instanceof WebAssembly.RuntimeError || e?.name === 'RuntimeError';
      let cause = e; // errors thrown by the driver come back by number
      if (typeof e === 'object' && e && 'id' in e && bound.errorRegistry)
        cause = bound.errorRegistry.consumeError(e.id)?.error ?? e;
      let message = isPanic ? panicMessage() || String(e) : (cause?.message ?? String(cause));
      message = message.replace(
        /External error id#(\d+)/g,
        (whole, n) => bound.errorRegistry.consumeError(+n)?.error?.message ?? whole,
      );
      const sqlError = takeSqlError();
      if (sqlError) message = `${sqlError}\n${message}`;
      send({
        id,
        error: {
          code: 4466,
          message: 'An error happened. Check the data field for details.',
          data: {
            is_panic: isPanic,
            message,
            meta: e?.meta ?? null,
            error_code: e?.code ?? null,
            error: isPanic ? { message } : undefined,
          },
        },
      });
    }
  }
  const rl = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  let chain = Promise.resolve();
  rl.on('line', (line) => {
    if (!line.trim()) return;
    const m = JSON.parse(line);
    if (m.method === undefined) {
      waiting.get(m.id)?.();
      waiting.delete(m.id);
      return;
    } // answer to our print()
    chain = chain.then(() => handle(m));
  });
  await new Promise((r) => rl.on('close', r));
  await chain;
  process.exit(0);
}

if (args.includes('--version') || args.includes('-V')) {
  console.log(`schema-engine-wasm ${engineVersion.split('.').pop()}`);
} else {
  const raw = all('--datasource')[0];
  const datasource = raw ? JSON.parse(raw) : {};
  if (args.includes('cli')) process.exit(await cli(args[args.indexOf('cli') + 1], datasource.url));
  await serve(datasource);
}
