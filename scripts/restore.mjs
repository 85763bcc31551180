#!/usr/bin/env node
// npm run restore: checking and listing want the settings and no database; restoring wants the owner's and the verifier's role on a
// database that nothing has migrated yet (scripts/restore.ts does, to the state of the backup).
import { begin, stopOnSignals } from './children.mjs';
import { openDatabase } from './database.mjs';
import { rel } from './paths.mjs';
import { Advice, explain } from './progress.mjs';
import { readSecrets } from './secrets.mjs';
import { readSettings } from './settings.mjs';
import { LEAVING } from './supervise.mjs';

const args = process.argv.slice(2);
const reads = args.some((arg) => arg === '--check' || arg === '--list') || !args.some((arg) => !arg.startsWith('--'));
let database = { stop: async () => {} };
const leave = stopOnSignals(() => database.stop());

async function urls(settings) {
  if (reads) return {};
  database = await openDatabase({ env: { ...process.env, ...settings }, migrate: false, unfinished: true });
  const { ownerUrl, verifierUrl } = database;
  if (ownerUrl && verifierUrl) return { ANJU_OWNER_URL: ownerUrl, ANJU_VERIFIER_URL: verifierUrl };
  throw new Advice(
    '恢复需要有权限的 DATABASE_URL，或 ANJU_OWNER_URL 和 ANJU_VERIFIER_URL。Restoring needs a privileged DATABASE_URL, or ANJU_OWNER_URL and ANJU_VERIFIER_URL.',
  );
}

try {
  const settings = readSettings(process.env, readSecrets());
  const env = { ...process.env, ...settings, ...(await urls(settings)) };
  // a restore whose command was killed does not go on behind everybody's back
  const node = [...LEAVING, '--conditions=react-server', '--import', 'tsx'];
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = begin(process.execPath, [...node, rel('scripts/restore.ts'), ...args], {
    env,
    cwd: process.cwd(),
    stdio,
  });
  await leave(await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1))));
} catch (error) {
  explain(error);
  await leave(1);
}
