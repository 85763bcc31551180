// The built application for browser tests: the real server and worker on a free port, on a throwaway cluster that
// holds the demonstration prefecture. Several may stand side by side: each line of journeys has one of its own.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endAll, run } from './children.mjs';
import { ensureDatabase } from './database.mjs';
import { destroyStale, ensureEmbeddedPostgres } from './embedded-pg.mjs';
import { freePort } from './embedded-pg-process.mjs';
import { setUp } from './https-setup.mjs';
import { deploy } from './migrate.mjs';
import { rel } from './paths.mjs';
import { prepareRoles, urlFor } from './roles.mjs';
import { freshSecrets } from './secrets.mjs';
import { readSettings } from './settings.mjs';
import { superviseServer, superviseWorker } from './supervise.mjs';

/** The same prefecture and people that npm start shows: a journey is tested at true size. */
const seed = (env) =>
  run(process.execPath, ['--conditions=react-server', '--import', 'tsx', rel('prisma/seed/start.ts')], { env });

/**
 * As many as journeys are walked side by side: { apps: [{ url, publicUrl, ownerUrl }], stop }. The build must be there.
 * @param {number} [count]
 */
export async function startTestApps(count = 1) {
  const starting = Array.from({ length: count }, (_, place) => startTestApp(place));
  const stop = async () => {
    for (const { value } of await Promise.allSettled(starting)) await value?.stop();
  };
  try {
    return { apps: (await Promise.all(starting)).map(({ stop: _, ...app }) => app), stop };
  } catch (error) {
    // the first that failed says why; the others only that they were ended
    await stop();
    throw error;
  }
}

/** Answers { url, publicUrl, ownerUrl, stop }. The build must be there. `place`: which it is of those that one run begins. */
export async function startTestApp(place = 0) {
  const prefix = place === 0 ? 'e2e-' : `e2e-${place}-`;
  await destroyStale(prefix);
  const name = prefix + process.pid;
  const cluster = await ensureEmbeddedPostgres({ name, throwaway: true });
  const files = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-e2e-'));
  const stop = async () => {
    await endAll();
    cluster.destroy();
    fs.rmSync(files, { recursive: true, force: true });
  };
  try {
    const secrets = freshSecrets();
    const admin = cluster.url('anju_e2e');
    await ensureDatabase(admin);
    await prepareRoles(admin, secrets);
    const ownerUrl = urlFor(admin, 'owner', secrets);
    await deploy(ownerUrl);
    const [port, publicPort] = [String(await freePort()), String(await freePort())];
    const [url, publicUrl] = [port, publicPort].map((one) => `http://127.0.0.1:${one}`);
    const residents = { ANJU_PUBLIC_URL: publicUrl, ANJU_PUBLIC_PORT: publicPort };
    const given = {
      PORT: port,
      HOST: '127.0.0.1',
      NEXTAUTH_URL: url,
      ANJU_DATA_DIR: files,
      ANJU_DEMO: '1',
      ...residents,
    };
    const settings = readSettings(given, secrets);
    setUp({ given: { name: ['anju.office.local', '127.0.0.1'] }, settings });
    const app = { DATABASE_URL: urlFor(admin, 'app', secrets), NODE_ENV: 'production', ANJU_ALLOW_CLOCK_SHIFT: '1' };
    const env = { ...process.env, ...settings, ...app, ANJU_ON_ORPHAN: `destroy ${name}` };
    await seed({ ...env, ANJU_OWNER_URL: ownerUrl, ANJU_EMBEDDED: '1' });
    await superviseWorker(env);
    await superviseServer(env);
    return { url, publicUrl, ownerUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
