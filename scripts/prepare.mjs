// What a checkout needs before it can run: packages, the generated client, the build. Each is done again only when the
// content it was made from is another (a hash kept beside the result: times of files say nothing in a fresh clone).
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './children.mjs';
import { rel } from './paths.mjs';
import { Advice } from './progress.mjs';

const OLDEST_NODE = [20, 19];

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Advice(
    `Node.js ${version} 太旧，需要 ${OLDEST_NODE.join('.')} 以上 is too old: install Node.js ${OLDEST_NODE.join('.')} or newer.`,
  );
}

function filesUnder(at) {
  if (!fs.existsSync(at)) return [];
  if (fs.statSync(at).isFile()) return [at];
  return fs
    .readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.name !== 'generated')
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(path.join(at, entry.name)) : [path.join(at, entry.name)]))
    .sort();
}

export function hashOf(places, extra = '') {
  const hash = crypto.createHash('sha256').update(extra);
  for (const file of places.flatMap((place) => filesUnder(rel(place)))) {
    hash.update(`\0${path.relative(rel(), file)}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** npm keeps what it installed in node_modules/.package-lock.json: the same packages in the same versions? */
function isInstalled() {
  const hidden = read(rel('node_modules', '.package-lock.json'));
  if (!hidden) return false;
  const there = JSON.parse(hidden).packages;
  const wanted = JSON.parse(fs.readFileSync(rel('package-lock.json'), 'utf8')).packages;
  const same = (name) =>
    there[name]?.version === wanted[name]?.version && there[name]?.integrity === wanted[name]?.integrity;
  const missing = Object.keys(wanted).filter(
    (name) => name && !wanted[name].optional && !wanted[name].peer && !there[name],
  );
  return missing.length === 0 && Object.keys(there).every(same);
}

function npmAdvice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output)) {
    return '连不上 npm 软件源：请检查网络或代理（npm config get registry），再运行一次。The npm registry cannot be reached: check the network, the proxy and `npm config get registry`, then run this again.';
  }
  if (/EACCES|EPERM/.test(output)) {
    return '没有写入权限：node_modules 可能是另一用户（如 root）安装的，请删除后重试。No right to write: node_modules may belong to another user; remove it and run this again.';
  }
  if (/ENOSPC/.test(output)) return '磁盘已满 The disk is full: free about 2 GB and run this again.';
  return '请删除 node_modules 后重试。Remove node_modules and run this again.';
}

/** Exactly what the lock file says. */
export async function install() {
  if (isInstalled()) return false;
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  // NODE_ENV=production would leave out what the build needs
  const env = { ...process.env, NODE_ENV: '' };
  await run(npm[0], [...npm.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund'], { env, advice: npmAdvice });
  return true;
}

/** Does the work when the stamp is another, and only then writes the stamp. Answers whether it did. */
async function whenChanged(stamp, hash, isThere, work) {
  if (read(stamp) === hash && isThere()) return false;
  fs.rmSync(stamp, { force: true });
  await work();
  fs.writeFileSync(stamp, hash);
  return true;
}

export function generate() {
  const hash = hashOf(['prisma/schema', 'node_modules/prisma/package.json']);
  const client = rel('prisma', 'generated');
  const work = () => run(process.execPath, [rel('node_modules/prisma/build/index.js'), 'generate']);
  return whenChanged(path.join(client, '.made-from'), hash, () => fs.existsSync(path.join(client, 'client.ts')), work);
}

/** Next's own types of the pages there are (PageProps, next-env.d.ts): a fresh clone has none before its first build. */
export function routeTypes() {
  return run(process.execPath, [rel('node_modules/next/dist/bin/next'), 'typegen'], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
}

const BUILT_FROM = [
  'app',
  'components',
  'lib',
  'prisma/schema',
  'public',
  'scripts/static-files.mjs',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
];

export function build(env) {
  const publicNames = Object.keys(env).filter((name) => name.startsWith('NEXT_PUBLIC_'));
  const extra = JSON.stringify([process.version, publicNames.sort().map((name) => [name, env[name]])]);
  const hash = hashOf([...BUILT_FROM, 'package-lock.json'], extra);
  const work = async () => {
    await run(process.execPath, [rel('node_modules/next/dist/bin/next'), 'build'], {
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    // a package of its own: in a fresh clone there is none when this file is read
    const { makeStaticReady } = await import('./static-files.mjs');
    await makeStaticReady(rel('.next', 'static'));
  };
  return whenChanged(rel('.next', 'made-from'), hash, () => fs.existsSync(rel('.next', 'BUILD_ID')), work);
}
