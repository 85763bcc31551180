import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BackupManifest } from '@/lib/domain/operations/backup-manifest';
import { openDatabase } from '@/scripts/database.mjs';
import { connect } from '@/scripts/roles.mjs';
import { freshSecrets } from '@/scripts/secrets.mjs';
import { changed, entriesIn, forge } from './forge';
import { type EmptyDatabase, emptyDatabase, type Office, openOffice, restoreInto } from './support';

let office: Office;
let file: string;
let target: EmptyDatabase;
let dataDir: string;

beforeAll(async () => {
  office = await openOffice();
  file = office.place.at('backups', (await office.backUp()).name);
});
afterAll(async () => {
  await office?.world.end();
  office?.place.end();
});
beforeEach(async () => {
  target = await emptyDatabase();
  dataDir = office.place.at(target.name);
});
afterEach(() => target?.drop());

const ask = async (sql: string, url = target.ownerUrl) => {
  const client = await connect(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};
const restoring = () => restoreInto(target, file, dataDir);
const everyFile = () => (existsSync(dataDir) ? readdirSync(dataDir, { recursive: true }) : []);

test('a database with data is left as it is, and the sentence says to make an empty one', async () => {
  await restoring();
  const before = await ask('SELECT count(*)::int AS lines, max(id)::text AS last FROM audit_line');
  await expect(restoreInto(target, file, office.place.at('other'))).rejects.toMatchObject({
    code: 'database_not_empty',
    message: expect.stringContaining('空数据库'),
  });
  expect(await ask('SELECT count(*)::int AS lines, max(id)::text AS last FROM audit_line')).toEqual(before);
  expect(await ask(`SELECT to_regnamespace('anju_restoring') AS mark`)).toEqual([{ mark: null }]);
});

test("somebody else's tables are data too", async () => {
  await ask('CREATE TABLE salaries (name text)');
  await expect(restoring()).rejects.toMatchObject({
    code: 'database_not_empty',
    message: expect.stringContaining('salaries'),
  });
  expect(await ask(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([{ tablename: 'salaries' }]);
});

test('a data folder with files is left as it is', async () => {
  mkdirSync(path.join(dataDir, 'files', 'aa'), { recursive: true });
  writeFileSync(path.join(dataDir, 'files', 'aa', 'theirs'), 'x');
  await expect(restoring()).rejects.toMatchObject({
    code: 'files_not_empty',
    message: expect.stringContaining('ANJU_DATA_DIR'),
  });
  expect(everyFile()).toEqual(['files', 'files/aa', 'files/aa/theirs']);
  expect(await ask(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
});

test('interrupted in the middle: no row is there, nobody may serve it, and the same command does it again', async () => {
  // the store cannot write: the rows are in, and nothing of it was confirmed yet
  mkdirSync(path.join(dataDir, 'files'), { recursive: true });
  writeFileSync(path.join(dataDir, 'files', 'tmp'), 'in the way');
  await expect(restoring()).rejects.toThrow();
  rmSync(path.join(dataDir, 'files', 'tmp'));
  expect(
    await ask('SELECT (SELECT count(*)::int FROM account) AS people, (SELECT count(*)::int FROM unit) AS units'),
  ).toEqual([{ people: 0, units: 0 }]);
  const open = openDatabase({ env: { ...process.env, DATABASE_URL: target.adminUrl }, secrets: freshSecrets() });
  await expect(open).rejects.toThrow(/恢复没有做完.*npm run restore/s);
  await restoring();
  expect(await ask(`SELECT count(*)::int > 0 AS people FROM account`)).toEqual([{ people: true }]);
  expect(await ask(`SELECT to_regnamespace('anju_restoring') AS mark`)).toEqual([{ mark: null }]);
});

test('a backup with a table that this program does not have is refused before the first row', async () => {
  const other = office.place.at('other-table.tar.gz');
  const change = (manifest: BackupManifest) => {
    const table = manifest.tables.find(({ name }) => name === 'unit');
    table?.columns.push('salary');
  };
  await forge(other, changed(await entriesIn(file), change as (manifest: never) => void));
  await expect(restoreInto(target, other, dataDir)).rejects.toMatchObject({ code: 'tables_differ' });
  expect(await ask('SELECT count(*)::int AS people FROM account')).toEqual([{ people: 0 }]);
  expect(everyFile()).toEqual([]);
});

test('a sequence that would stand elsewhere afterwards undoes everything', async () => {
  const other = office.place.at('other-sequence.tar.gz');
  const change = ({ sequences }: BackupManifest) => sequences.push({ name: 'nobodys_seq', last: '7', called: true });
  await forge(other, changed(await entriesIn(file), change as (manifest: never) => void));
  await expect(restoreInto(target, other, dataDir)).rejects.toThrow(/nobodys_seq/);
  expect(await ask('SELECT count(*)::int AS people FROM account')).toEqual([{ people: 0 }]);
});

test('an audit head that is not there afterwards: the sentence says not to use it, and the mark stays', async () => {
  const other = office.place.at('other-head.tar.gz');
  const change = ({ heads: [head] }: BackupManifest) => Object.assign(head ?? {}, { hash: 'f'.repeat(64) });
  await forge(other, changed(await entriesIn(file), change as (manifest: never) => void));
  await expect(restoreInto(target, other, dataDir)).rejects.toMatchObject({ code: 'audit_broken' });
  expect(await ask(`SELECT to_regnamespace('anju_restoring') IS NOT NULL AS marked`)).toEqual([{ marked: true }]);
});

test('the archive is a tar.gz as any other: it can be read without this program', async () => {
  const { run } = await import('@/scripts/children.mjs');
  const names = (await run('tar', ['tzf', file])).split('\n');
  expect(names[0]).toBe('anju-backup.json');
  expect(names).toContain('tables/household/000000');
  expect(names).toContain(`files/${office.photo}/000002`);
  expect(names.at(-2)).toBe('manifest.json');
  expect(readFileSync(file).includes('secrets.json')).toBe(false);
});
