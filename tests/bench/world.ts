import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { run } from '@/scripts/children.mjs';
import { ensureDatabase } from '@/scripts/database.mjs';
import { destroyStale, ensureEmbeddedPostgres } from '@/scripts/embedded-pg.mjs';
import { deploy } from '@/scripts/migrate.mjs';
import { rel } from '@/scripts/paths.mjs';
import { prepareRoles, urlFor } from '@/scripts/roles.mjs';
import { freshSecrets } from '@/scripts/secrets.mjs';
import { readSettings } from '@/scripts/settings.mjs';
import { SERVER_ARGS } from '@/scripts/supervise.mjs';
import { PERSONAS } from '@/tests/support/personas';
import { grow, type Loaded, settleData } from './data';
import { makeEntries } from './funds-data';
import { type Running, startNode } from './processes';
import { makeProgress } from './progress-data';
import { LARGE, makeProjects } from './projects-data';
import { signIn } from './sign-in';
import type { As, BenchCase, Place, Statement } from './types';

/** As a database of an office is set up: a commit is on disk before it is answered. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

export interface BenchDatabase {
  adminUrl: string;
  ownerUrl: string;
  postmaster: number;
  /** superuser: what is right is asked without row security */
  db: pg.Client;
  version: string;
  /** what the product's processes are to know */
  env: NodeJS.ProcessEnv;
  /** scale 1 is there from the start; there is no way back */
  growTo: (scale: number) => Promise<Loaded>;
  destroy: () => Promise<void>;
}

const seed = (env: NodeJS.ProcessEnv) =>
  run(process.execPath, ['--conditions=react-server', '--import', 'tsx', rel('prisma/seed/start.ts')], { env });

/** A cluster of its own with the demonstration prefecture; nothing of it stays. */
export async function openDatabase(): Promise<BenchDatabase> {
  await destroyStale('bench-');
  const name = `bench-${process.pid}`;
  const cluster = await ensureEmbeddedPostgres({ name, throwaway: true, settings: DURABLE });
  const files = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-bench-'));
  const remove = () => {
    cluster.destroy();
    fs.rmSync(files, { recursive: true, force: true });
  };
  try {
    const secrets = freshSecrets();
    const adminUrl = cluster.url('anju_bench');
    await ensureDatabase(adminUrl);
    await prepareRoles(adminUrl, secrets);
    const ownerUrl = urlFor(adminUrl, 'owner', secrets);
    await deploy(ownerUrl);
    const given = { HOST: '127.0.0.1', NEXTAUTH_URL: 'http://127.0.0.1:3000', ANJU_DATA_DIR: files, ANJU_DEMO: '1' };
    const orphan = { ANJU_ON_ORPHAN: `destroy ${name}`, NODE_ENV: 'production' as const };
    const app = { ...readSettings(given, secrets), DATABASE_URL: urlFor(adminUrl, 'app', secrets), ...orphan };
    const env = { ...process.env, ...app };
    await seed({ ...env, ANJU_OWNER_URL: ownerUrl, ANJU_EMBEDDED: '1' });
    const db = new pg.Client({ connectionString: adminUrl, options: '-c TimeZone=UTC' });
    await db.connect();
    const { rows } = await db.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
    let now = 1;
    const growTo = async (scale: number) => {
      if (scale > now) await grow(adminUrl, now, scale);
      now = Math.max(now, scale);
      await makeProjects(db, scale);
      await makeEntries(db, scale);
      await makeProgress(db, scale);
      return settleData(db);
    };
    const destroy = async () => {
      await db.end().catch(() => {});
      remove();
    };
    return {
      adminUrl,
      ownerUrl,
      postmaster: cluster.pid ?? 0,
      db,
      version: rows[0]?.version ?? '',
      env,
      growTo,
      destroy,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

export async function placeOf(db: pg.Client, scale: number): Promise<Place> {
  const { rows } = await db.query<{ lufengId: string; compoundId: string; projectId: string }>(
    `SELECT u.id AS "lufengId", (SELECT t.compound_id FROM compound_total t JOIN compound c ON c.id = t.compound_id AND c.status = 'active'
        WHERE t.county_id = u.id ORDER BY t.households DESC, t.compound_id LIMIT 1) AS "compoundId",
       (SELECT id FROM project WHERE name = $1) AS "projectId"
     FROM unit u WHERE u.code = '532302'`,
    [LARGE],
  );
  return { scale, lufengId: '', compoundId: '', projectId: '', ...rows[0] };
}

export interface World {
  place: Place;
  product: Running;
  bare: Running;
  next: Running;
  cookies: Map<As, string>;
  stop: () => Promise<void>;
}

export function statementsOf(cases: readonly BenchCase[], at: Place): Record<string, Statement> {
  const asked = cases.filter(({ yardstick }) => yardstick === 'sql');
  return Object.fromEntries(asked.flatMap((one) => (one.sql ? [[one.name, one.sql(at)]] : [])));
}

/** The yardsticks have the product's own room for what lives shortly. */
const YARDSTICK = [...SERVER_ARGS.filter((one) => one.startsWith('--')), '--import', 'tsx'];

/** A session of everyone whom these need. */
export async function signedIn({ url }: Running, asked: readonly { as?: As }[]): Promise<Map<As, string>> {
  const cookies = new Map<As, string>();
  for (const who of new Set(asked.flatMap((one) => one.as ?? []))) cookies.set(who, await signIn(url, PERSONAS[who]));
  return cookies;
}

/** The product's server beside the two yardsticks, on the data as it is now, with everyone whom the cases need signed in. */
export async function openWorld(database: BenchDatabase, cases: readonly BenchCase[], nextDir: string, scale: number) {
  const at = await placeOf(database.db, scale);
  const asking = { BENCH_STATEMENTS: JSON.stringify(statementsOf(cases, at)), BENCH_DATABASE_URL: database.adminUrl };
  const yardstick = (file: string) => [...YARDSTICK, rel('tests/bench/yardsticks', file)];
  const started: Running[] = [];
  const start = async (args: string[], env: Record<string, string | undefined>) => {
    const running = await startNode(args, env);
    started.push(running);
    return running;
  };
  const stop = async () => void (await Promise.all(started.map((one) => one.stop())));
  try {
    const product = await start(SERVER_ARGS, database.env);
    const bare = await start(yardstick('bare-http.ts'), asking);
    const next = await start(yardstick('serve-next.ts'), { ...asking, BENCH_NEXT_DIR: nextDir });
    const cookies = await signedIn(product, cases);
    return { place: at, product, bare, next, cookies, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
