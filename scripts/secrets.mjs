// What must never change by itself: passwords of the database roles, the key of the sessions, the key of the personal
// columns. Made once, kept in <data folder>/secrets.json; whoever loses columnKey loses the owners' names and numbers.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dataDir } from './paths.mjs';

export const ROLE_NAMES = ['owner', 'app', 'verifier', 'backup'];
const password = () => crypto.randomBytes(24).toString('base64url');

export const freshSecrets = () => ({
  roles: Object.fromEntries(ROLE_NAMES.map((role) => [role, password()])),
  nextauthSecret: crypto.randomBytes(48).toString('base64url'),
  columnKey: crypto.randomBytes(32).toString('base64'),
});

function read(file) {
  const text = fs.readFileSync(file, 'utf8');
  let secrets;
  try {
    secrets = JSON.parse(text);
  } catch {
    secrets = null;
  }
  const whole = secrets?.nextauthSecret && secrets.columnKey && ROLE_NAMES.every((role) => secrets.roles?.[role]);
  if (!whole) {
    throw new Error(
      `${file} 不完整 is not whole. 请从备份恢复 Put it back from a backup: without its columnKey the personal data cannot be read.`,
    );
  }
  return secrets;
}

/** Written under another name and linked, which fails when it exists: two starts at once agree on one file. */
export function readSecrets(dir = dataDir()) {
  const file = path.join(dir, 'secrets.json');
  if (fs.existsSync(file)) return read(file);
  fs.mkdirSync(dir, { recursive: true });
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, `${JSON.stringify(freshSecrets(), null, 2)}\n`, { mode: 0o600 });
  try {
    fs.linkSync(half, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(half, { force: true });
  }
  return read(file);
}
