import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { endAll, run } from '@/scripts/children.mjs';
import { freePort } from '@/scripts/embedded-pg-process.mjs';
import { dataDir, rel } from '@/scripts/paths.mjs';
import { superviseServer, superviseWorker } from '@/scripts/supervise.mjs';
import { freshDatabase, type TestDatabase } from '@/tests/support/database';
import { makeWorld, type World } from '@/tests/support/world';
import { Client } from './client';
import { type DrillCluster, openDrillCluster } from './database';
import { Wire } from './wire';

export interface ProcessOptions {
  /** A line to the database that can be spoiled; without it the process speaks to it directly. */
  wire?: Wire;
  env?: Record<string, string>;
  /** Node's own arguments, such as --import of a module to load first. */
  node?: string[];
}

/** A server or worker of the production build; begun again when it dies, as under npm start. */
export interface Running {
  readonly pid: number;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  kill: () => void;
  /** Everything it has printed. */
  printed: () => string;
}

export interface Served extends Running {
  url: string;
  client: (cookie?: string) => Client;
}

/** One file's ground: a cluster, a database with what the drill walks on, and everything begun on it. */
export interface Drill {
  cluster: DrillCluster;
  database: TestDatabase;
  /** Files of the servers: shared by all of them, as several servers of one office share a folder. */
  files: string;
  wire: () => Promise<Wire>;
  serve: (options?: ProcessOptions) => Promise<Served>;
  work: (options?: ProcessOptions) => Promise<Running>;
  end: () => Promise<void>;
}

const SECRET = () => process.env.NEXTAUTH_SECRET ?? '';

async function openGround(): Promise<Drill> {
  const cluster = await openDrillCluster();
  const files = await mkdtemp(path.join(os.tmpdir(), 'anju-drill-'));
  const wires: Wire[] = [];
  const end = async () => {
    await endAll(5_000);
    await Promise.all(wires.map((wire) => wire.close()));
    cluster.destroy();
    rmSync(files, { recursive: true, force: true });
  };
  try {
    const database = await freshDatabase(cluster);
    const environment = (options: ProcessOptions) => ({
      ...process.env,
      NODE_ENV: 'production' as const,
      DATABASE_URL: options.wire ? options.wire.over(database.appUrl) : database.appUrl,
      NEXTAUTH_SECRET: SECRET(),
      ANJU_DATA_DIR: files,
      ANJU_ON_ORPHAN: `destroy ${cluster.name}`,
      ANJU_ORPHAN_DIR: dataDir(),
      ...options.env,
    });
    const begin = async <K extends { pid: number; stop: Running['stop'] }>(
      start: (how: { node: string[]; output: number }) => Promise<K | null>,
      options: ProcessOptions,
    ): Promise<Running> => {
      const log = path.join(files, `process-${Math.random().toString(36).slice(2)}.log`);
      const file = await open(log, 'a');
      const printed = () => readFileSync(log, 'utf8');
      const kept = await start({ node: options.node ?? [], output: file.fd }).catch((error: Error) => {
        throw new Error(`${error.message}\n${printed()}`);
      });
      if (!kept) throw new Error(`it did not start:\n${printed()}`);
      return {
        get pid() {
          return kept.pid;
        },
        stop: async (signal) => {
          await kept.stop(signal);
          await file.close();
        },
        kill: () => void process.kill(kept.pid, 'SIGKILL'),
        printed,
      };
    };
    return {
      cluster,
      database,
      files,
      end,
      wire: async () => {
        const wire = await new Wire({ host: '127.0.0.1', port: cluster.port }).open();
        wires.push(wire);
        return wire;
      },
      serve: async (options = {}) => {
        const port = String(await freePort());
        const url = `http://127.0.0.1:${port}`;
        const env = {
          ...environment(options),
          PORT: port,
          HOST: '127.0.0.1',
          NEXTAUTH_URL: options.env?.NEXTAUTH_URL ?? url,
        };
        const running = await begin((how) => superviseServer(env, how), options);
        return Object.assign(running, { url, client: (cookie?: string) => new Client(url, cookie) });
      },
      work: (options = {}) => begin((how) => superviseWorker(environment(options), how), options),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** On the small world of the integration tests: two counties and a person of every role. */
export async function openDrill(): Promise<Drill & { world: World }> {
  const ground = await openGround();
  try {
    const world = await makeWorld(ground.database);
    const end = async () => {
      await world.end().catch(() => {});
      await ground.end();
    };
    return { ...ground, world, end };
  } catch (error) {
    await ground.end();
    throw error;
  }
}

/** On the demonstration prefecture, for drills at true size (its accounts: tests/support/personas.ts). */
export async function openDemonstrationDrill(): Promise<Drill> {
  const ground = await openGround();
  try {
    const env = {
      ...process.env,
      NODE_ENV: 'production' as const,
      DATABASE_URL: ground.database.appUrl,
      ANJU_OWNER_URL: ground.database.ownerUrl,
      ANJU_DATA_DIR: ground.files,
      ANJU_DEMO: '1',
      ANJU_EMBEDDED: '1',
    };
    const script = rel('prisma/seed/start.ts');
    await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], { env });
    return ground;
  } catch (error) {
    await ground.end();
    throw error;
  }
}
