import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyPending, migrationsIn } from '@/scripts/deploy.mjs';
import { MIGRATIONS } from '@/scripts/migrate.mjs';
import { connect } from '@/scripts/roles.mjs';
import { type EmptyDatabase, emptyDatabase } from '../backup/support';

let database: EmptyDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

const migration = (name: string, sql: string) => ({ name, sql, checksum: 'c'.repeat(64) });

async function apply(...migrations: ReturnType<typeof migration>[]): Promise<string[]> {
  const client = await connect(database.ownerUrl);
  try {
    return await applyPending(client, migrations);
  } finally {
    await client.end();
  }
}

async function ask(sql: string) {
  const client = await connect(database.ownerUrl);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('one that fails in the middle changes nothing, says its line, and those before it stay', async () => {
  const good = migration('1_good', 'CREATE TABLE one (a int)');
  const bad = migration('2_bad', 'CREATE TABLE two (a int);\nSELECT 1;\nCREATE TABLE two (b int)');
  await expect(apply(good, bad)).rejects.toThrow(/2_bad.*数据库未改动.*already exists.*42P07/s);
  expect(await ask(`SELECT to_regclass('one')::text AS one, to_regclass('two')::text AS two`)).toEqual([
    { one: 'one', two: null },
  ]);
  expect(await ask('SELECT migration_name FROM _prisma_migrations')).toEqual([{ migration_name: '1_good' }]);
  expect(await apply(good, migration('2_bad', 'CREATE TABLE two (a int)'))).toEqual(['2_bad']);
});

test('the row that says a migration is in, and the migration, are one transaction', async () => {
  const txid =
    "SELECT (SELECT xmin::text FROM _prisma_migrations) AS row, (SELECT xmin::text FROM pg_class WHERE relname = 'one') AS done";
  await apply(migration('1_good', 'CREATE TABLE one (a int)'));
  const [found] = await ask(txid);
  expect(found.row).toBe(found.done);
});

test('one that another tool left half done is refused with what to do', async () => {
  await apply(migration('0_first', 'SELECT 1'));
  await ask(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '1_half')`);
  await expect(apply()).rejects.toThrow(/1_half.*备份.*prisma migrate resolve/s);
});

test('a second deployer waits until the first has ended', async () => {
  const slow = migration('1_slow', 'SELECT pg_sleep(0.5); CREATE TABLE one (a int)');
  const both = await Promise.all([apply(slow), apply(slow)]);
  expect(both.flat()).toEqual(['1_slow']);
});

test('no migration of ours ends its own transaction', () => {
  const all = migrationsIn(MIGRATIONS);
  expect(all.length).toBeGreaterThan(15);
  const ends =
    /^\s*(COMMIT|ROLLBACK|BEGIN\s*;|START TRANSACTION|VACUUM|(CREATE|DROP) (UNIQUE )?INDEX CONCURRENTLY|ALTER SYSTEM)\b/im;
  expect(all.filter(({ sql }) => ends.test(sql)).map(({ name }) => name)).toEqual([]);
});
