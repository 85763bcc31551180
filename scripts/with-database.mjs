#!/usr/bin/env node
//   node scripts/with-database.mjs <owner|verifier|backup> <script.ts> [arguments]
// Runs a script of the office with the database brought up and the one role it needs: db:seed, admin:create,
// audit:verify. The app's own role comes as DATABASE_URL, the other as ANJU_OWNER_URL, ANJU_VERIFIER_URL, ANJU_BACKUP_URL.
import { begin, stopOnSignals } from './children.mjs';
import { openDatabase } from './database.mjs';
import { rel } from './paths.mjs';
import { generate } from './prepare.mjs';
import { Advice, explain } from './progress.mjs';
import { readSecrets } from './secrets.mjs';
import { readSettings } from './settings.mjs';

const [role, script, ...args] = process.argv.slice(2);
const VARIABLES = { owner: 'ANJU_OWNER_URL', verifier: 'ANJU_VERIFIER_URL', backup: 'ANJU_BACKUP_URL' };
let database = { stop: async () => {} };
const leave = stopOnSignals(() => database.stop());

try {
  if (!VARIABLES[role] || !script)
    throw new Advice('usage: with-database.mjs owner|verifier|backup <script.ts> [arguments]');
  const settings = readSettings(process.env, readSecrets());
  await generate();
  database = await openDatabase({ migrate: role === 'owner' });
  const url = database[`${role}Url`];
  if (!url)
    throw new Advice(
      `请设置 ${VARIABLES[role]} Set ${VARIABLES[role]}: DATABASE_URL is the app's own role and may not do this.`,
    );
  const env = { ...process.env, ...settings, DATABASE_URL: database.appUrl, [VARIABLES[role]]: url };
  const embedded = { ANJU_EMBEDDED: database.embedded ? '1' : '0' };
  const child = begin(process.execPath, ['--conditions=react-server', '--import', 'tsx', rel(script), ...args], {
    env: { ...env, ...embedded },
    cwd: process.cwd(),
  });
  const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  await leave(code);
} catch (error) {
  explain(error);
  await leave(1);
}
