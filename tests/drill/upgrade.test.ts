import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences, guardsOf } from '@/lib/server/backup/catalogue';
import { connect } from '@/lib/server/backup/tables';
import { migrationsIn } from '@/scripts/deploy.mjs';
import { freePort } from '@/scripts/embedded-pg-process.mjs';
import { MIGRATIONS } from '@/scripts/migrate.mjs';
import { superviseServer } from '@/scripts/supervise.mjs';
import { Client } from './support/client';
import { command } from './support/command';
import { between, LONG, pause, rounds, until } from './support/form';
import { type Machine, openMachine } from './support/office';

const ALL = migrationsIn(MIGRATIONS).map(({ name }) => name);

let machine: Machine;
let whole: string[];
beforeAll(async () => {
  machine = await openMachine();
  expect((await migrate('uninterrupted').ended).code).toBe(0);
  whole = await stateOf('uninterrupted');
});
afterAll(() => machine?.end());

const migrate = (database: string) =>
  command('scripts/db.mjs', ['migrate'], { DATABASE_URL: machine.adminUrl(database), ANJU_DATA_DIR: machine.dataDir });

/** Everything that the migrations make, in words that do not name the database. */
async function stateOf(database: string): Promise<string[]> {
  const client = await connect(machine.adminUrl(database));
  try {
    const rows = await client.query<{ line: string }>(
      `SELECT 'migration ' || migration_name || ' ' || checksum AS line FROM _prisma_migrations WHERE finished_at IS NOT NULL
       UNION ALL SELECT 'clock ' || shift_ms FROM anju_clock UNION ALL SELECT 'queue ' || name FROM pgboss.queue`,
    );
    const lines = [...(await guardsOf(client)), ...rows.rows.map(({ line }) => line)];
    return lines.map((line) => line.replaceAll(`${database}__owner`, '<owner>')).sort();
  } finally {
    await client.end();
  }
}

const applied = async (database: string): Promise<number> =>
  (await machine
    .ask<{ n: number }>('SELECT count(*)::int AS n FROM _prisma_migrations', database)
    .then((rows) => rows[0]?.n ?? 0)
    .catch(() => 0)) ?? 0;

/** What a kill left: only whole migrations, and no row of one that was not done. */
async function expectNothingHalf(database: string): Promise<void> {
  const rows = await machine
    .ask<{ migration_name: string; half: boolean }>(
      'SELECT migration_name, finished_at IS NULL AS half FROM _prisma_migrations ORDER BY 1',
      database,
    )
    .catch(() => []);
  expect(rows.filter(({ half }) => half)).toEqual([]);
  expect(rows.map(({ migration_name }) => migration_name)).toEqual(ALL.slice(0, rows.length));
}

async function killedAt(database: string, moment: () => Promise<unknown>): Promise<void> {
  const { kill, ended } = migrate(database);
  await Promise.race([moment(), ended]);
  kill();
  await ended;
}

async function finishes(database: string): Promise<void> {
  const { code, output } = await migrate(database).ended;
  expect(code, output).toBe(0);
  expect(differences(whole, await stateOf(database))).toEqual([]);
}

test('killed again and again at any moment, the next run goes on, and the end is the same as without', async () => {
  for (let round = 0; round < rounds(2, 15); round++) {
    const database = `killed_${round}`;
    for (let kills = 0; kills < rounds(3, 6); kills++) {
      await killedAt(database, () => pause(between(300, LONG ? 2_500 : 1_500)));
      await expectNothingHalf(database);
    }
    await finishes(database);
  }
});

/** The row that says a migration is in waits for a moment, when its script has run and nothing is confirmed yet. */
const HOLD = (name: string) => `
  CREATE SCHEMA IF NOT EXISTS drill;
  CREATE OR REPLACE FUNCTION drill.hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN IF NEW.migration_name = '${name}' THEN PERFORM pg_sleep(0.7); END IF; RETURN NEW; END $$;
  CREATE OR REPLACE TRIGGER hold BEFORE INSERT ON _prisma_migrations FOR EACH ROW EXECUTE FUNCTION drill.hold();
  GRANT USAGE ON SCHEMA drill TO PUBLIC`;

test('killed between a migration and its row: it was not done, and is done by the next run', async () => {
  const database = 'boundaries';
  await killedAt(database, () => until('the first', 30_000, async () => (await applied(database)) >= 1));
  await gone(database);
  const rest = ALL.slice(await applied(database));
  const boundaries = LONG ? rest : [rest[0], rest[rest.length >> 1], rest.at(-1)].filter((name) => name !== undefined);
  for (const name of new Set(boundaries)) {
    await machine.ask(HOLD(name), database);
    await killedAt(database, () => until('it waits', 30_000, async () => (await sleeping(database)) === 1));
    await gone(database);
    await expectNothingHalf(database);
    expect(await applied(database), name).toBe(ALL.indexOf(name));
  }
  await machine.ask('DROP TRIGGER hold ON _prisma_migrations; DROP SCHEMA drill CASCADE', database);
  await finishes(database);
});

const among = async (where: string): Promise<number> =>
  (await machine.ask<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE ${where}`, 'postgres'))[0]
    ?.n ?? 0;
const sleeping = (database: string) => among(`datname = '${database}' AND wait_event = 'PgSleep'`);
/** What a killed process had sent last has ended too. */
const gone = (database: string) =>
  until('nobody is connected', 20_000, async () => (await among(`datname = '${database}'`)) === 0);

test('what was upgraded between kills is served', async () => {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const served = { DATABASE_URL: machine.as('app', 'boundaries'), ANJU_DATA_DIR: machine.dataDir };
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    ...served,
    PORT: port,
    HOST: '127.0.0.1',
    NEXTAUTH_URL: url,
  };
  const server = await superviseServer(env);
  const asked = new Client(url);
  // while it still loads its pages, in its first seconds, it may find the database late to answer; whoever sends it requests asks again
  const ready = await until('it is ready', 30_000, () =>
    asked.json<{ status: string; faults: string[] }>('/api/health/ready'),
  );
  await server.stop();
  expect(ready).toMatchObject({ status: 'ready', faults: [] });
});

test('two that upgrade at once: one after the other, each to the same end', async () => {
  const both = await Promise.all([migrate('both').ended, migrate('both').ended]);
  expect(both.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0]);
  expect(differences(whole, await stateOf('both'))).toEqual([]);
  const times = both.map(({ output }) => output.split('\n').filter((line) => /^ {2}\d{14}_/.test(line)).length);
  expect(times.sort((a, b) => a - b)).toEqual([0, ALL.length]);
});
