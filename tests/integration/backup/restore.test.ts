import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardsOf } from '@/lib/server/backup/catalogue';
import { connect, tablesOf, tallyOf } from '@/lib/server/backup/tables';
import { type EmptyDatabase, emptyDatabase, type Office, openOffice, restoreInto } from './support';

let office: Office;
let target: EmptyDatabase;
beforeAll(async () => {
  office = await openOffice();
  target = await emptyDatabase();
});
afterAll(async () => {
  await target?.drop();
  await office?.world.end();
  office?.place.end();
});

async function everyRow(url: string): Promise<Record<string, string>> {
  const client = await connect(url);
  try {
    const found: Record<string, string> = {};
    for (const table of await tablesOf(client)) {
      const { rows, sha256 } = await tallyOf(client, table);
      found[table.name] = `${rows} ${sha256}`;
    }
    return found;
  } finally {
    await client.end();
  }
}

test('what was backed up stands in an empty place as it stood', async () => {
  const made = await office.backUp();
  const before = await everyRow(office.world.database.ownerUrl);
  const done = await restoreInto(target, office.place.at('backups', made.name), office.place.at('elsewhere'));
  console.log(done, made.size);
  const after = await everyRow(target.ownerUrl);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(readFileSync(office.place.at('elsewhere', 'files', office.photo))).toEqual(
    readFileSync(office.place.at('data', 'files', office.photo)),
  );
  const client = await connect(target.ownerUrl);
  console.log((await guardsOf(client)).length);
  await client.end();
});
