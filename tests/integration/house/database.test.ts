import { afterAll, beforeAll, expect, test } from 'vitest';
import { diff } from '@/scripts/migrate.mjs';
import { connect } from '@/scripts/roles.mjs';
import { freshDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function ask(url: string, sql: string): Promise<string> {
  const client = await connect(url);
  try {
    const { rows } = await client.query(sql);
    return String(Object.values(rows[0] ?? {})[0]);
  } finally {
    await client.end();
  }
}

test.each(['ownerUrl', 'appUrl', 'verifierUrl', 'backupUrl'] as const)('%s bypasses nothing', async (which) => {
  const sql =
    'SELECT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb) FROM pg_roles WHERE rolname = current_user';
  expect(await ask(database[which], sql)).toBe('false');
});

test('the app: waiting ends by itself, time is UTC, nothing can be created but temporary tables', async () => {
  expect(await ask(database.appUrl, 'SHOW statement_timeout')).toBe('15s');
  expect(await ask(database.appUrl, 'SHOW lock_timeout')).toBe('5s');
  expect(await ask(database.appUrl, 'SHOW idle_in_transaction_session_timeout')).toBe('30s');
  expect(await ask(database.appUrl, 'SHOW TimeZone')).toBe('UTC');
  await expect(ask(database.appUrl, 'CREATE TABLE public.mine (a int)')).rejects.toThrow(/permission denied/);
  await expect(ask(database.appUrl, 'CREATE SCHEMA mine')).rejects.toThrow(/permission denied/);
  await ask(database.appUrl, 'CREATE TEMPORARY TABLE mine (a int)');
});

test('whose projects somebody sees is asked once a statement, not for each row', async () => {
  const bare = String.raw`ANY \(anju_(projects|project_compounds|project_counties)\(\)\)`;
  const asked = `SELECT coalesce(string_agg(what, ', ' ORDER BY what), 'nowhere') FROM (
    SELECT proname AS what, prosrc AS says FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT tablename || '.' || policyname, concat(qual, ' ', with_check) FROM pg_policies WHERE schemaname = 'public'
  ) t WHERE says ~ '${bare}'`;
  expect(await ask(database.ownerUrl, asked)).toBe('nowhere');
});

test('Chinese sorts by pinyin and is searched by trigrams', async () => {
  const sorted = "SELECT string_agg(n, '' ORDER BY n COLLATE \"zh-x-icu\") FROM unnest(ARRAY['武定','楚雄','禄丰']) n";
  expect(await ask(database.ownerUrl, sorted)).toBe('楚雄禄丰武定');
  expect(await ask(database.ownerUrl, "SELECT array_length(show_trgm('彝人古镇'), 1)")).toBe('5');
});

test('the schema files say what the migrations make', { timeout: 60_000 }, async () => {
  expect(await diff(database.adminUrl)).toBe('');
});
