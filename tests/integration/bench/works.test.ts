// What the bench trusts of a work: its own check of what the product kept.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCases } from '@/tests/bench/cases';
import { checkImported } from '@/tests/bench/works/import/product';
import { writeWorkbook } from '@/tests/bench/works/import/workbook';
import { bareImport } from '@/tests/bench/works/import/yardstick';
import { makeWorld, type World } from '@/tests/support/world';
import { clerkOf } from '../imports/imports';

const LABEL = '量';
const ROWS = 230;

let world: World;
let folder: string;
let file: string;

beforeAll(async () => {
  world = await makeWorld();
  folder = await mkdtemp(path.join(os.tmpdir(), 'anju-works-'));
  file = path.join(folder, 'survey.xlsx');
  await writeWorkbook(file, LABEL, ROWS);
});
afterAll(async () => {
  await world?.end();
  await rm(folder, { recursive: true, force: true });
});

test('what an import kept is compared with what was in the workbook, to the last dwelling', async () => {
  const clerk = clerkOf(world, 'lufengClerk');
  const { id } = await clerk.upload(await readFile(file));
  await clerk.confirm(id);
  await clerk.apply(id);
  await checkImported(world.owner, LABEL, ROWS);
  const wrong = [
    `UPDATE household SET exclusive_area = exclusive_area + 1 WHERE id = (SELECT id FROM household LIMIT 1)`,
    `DELETE FROM household_owner WHERE household_id = (SELECT id FROM household LIMIT 1)`,
    `UPDATE compound_total SET registered_households = registered_households - 1`,
  ];
  for (const sql of wrong) {
    await world.owner.query('BEGIN');
    await world.owner.query(
      'ALTER TABLE household DISABLE TRIGGER USER; ALTER TABLE household_owner DISABLE TRIGGER USER',
    );
    const { rowCount } = await world.owner.query(sql);
    expect(rowCount, sql).toBeGreaterThan(0);
    await expect(checkImported(world.owner, LABEL, ROWS), sql).rejects.toThrow();
    await world.owner.query('ROLLBACK');
  }
  await checkImported(world.owner, LABEL, ROWS);
});

test('the yardstick keeps every row, or is no yardstick', async () => {
  expect(await bareImport(world.database.adminUrl, file, ROWS)).toBeGreaterThan(0);
  await expect(bareImport(world.database.adminUrl, file, ROWS + 1)).rejects.toThrow(/kept 230 rows of 231/);
});

test('works are found by their folder, and named among the cases', async () => {
  expect((await readCases()).works.map(({ name }) => name)).toEqual([
    'ballots',
    'gates',
    'import',
    'month-end',
    'postings',
    'scores',
    'shows',
    'tally',
  ]);
  expect((await readCases(['import'])).cases).toEqual([]);
  await expect(readCases(['nothing-of-the-kind'])).rejects.toThrow(/compounds-list, .*import/);
});
