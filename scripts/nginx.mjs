// An nginx for the drill of docs/operations/https.md: the one on PATH, else it is installed (Debian, as root).
import fs from 'node:fs';
import path from 'node:path';
import { run } from './children.mjs';
import { Advice } from './progress.mjs';

const FOLDERS = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];

const find = () => FOLDERS.map((folder) => path.join(folder, 'nginx')).find((file) => fs.existsSync(file));

async function install() {
  if (process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'nginx-light']])
    await run('apt-get', args, { env }).catch(() => {});
}

/** Path of nginx. Throws what to do where there is none: a test of the set-up is never left out in silence. */
export async function ensureNginx() {
  if (!find()) await install();
  const found = find();
  if (found) return found;
  throw new Advice(
    '没有 nginx，也装不上。请安装（Debian、Ubuntu：apt-get install nginx-light；统信、麒麟：yum install nginx）后重试。\n' +
      'There is no nginx and it could not be installed: install it (Debian: apt-get install nginx-light), then run this again.',
  );
}
