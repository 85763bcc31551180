import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from '@/lib/server/backup/make';
import { migrationsIn } from '@/scripts/deploy.mjs';
import { deploy, MIGRATIONS } from '@/scripts/migrate.mjs';
import { connect } from '@/scripts/roles.mjs';
import { COLUMN_KEY, type EmptyDatabase, emptyDatabase, type Folder, folder, restoreInto } from './support';

const ALL = migrationsIn(MIGRATIONS).map(({ name }) => name);
/** The first release that could make backups. */
const OLDER = ALL.slice(0, ALL.findIndex((name) => name.endsWith('_backup_runs')) + 1);

let place: Folder;
let old: EmptyDatabase;
let target: EmptyDatabase;
beforeEach(async () => {
  place = folder();
  [old, target] = [await emptyDatabase(), await emptyDatabase()];
});
afterEach(async () => {
  await old.drop();
  await target.drop();
  place.end();
});

test('a backup of an older release is restored to its state and then brought to this release', async () => {
  await deploy(old.ownerUrl, new Set(OLDER));
  const owner = await connect(old.ownerUrl);
  await owner.query(
    `INSERT INTO unit (id, prefecture_id, kind, code, name, pinyin, valid_from)
     SELECT id, id, 'prefecture', '532300', '楚雄州', 'chu xiong zhou', '2000-01-01' FROM (SELECT anju_new_id() AS id) new`,
  );
  await owner.query('SELECT anju_audit_seal()');
  await owner.end();
  const order = { url: old.backupUrl, dir: place.at('backups'), dataDir: place.at('data'), columnKey: COLUMN_KEY };
  const made = await makeBackup({ ...order, kind: 'manual', keep: null });
  expect(made?.manifest.migrations.map(({ name }) => name)).toEqual(OLDER);

  const done = await restoreInto(target, place.at('backups', made?.name ?? ''), place.at('elsewhere'));
  expect(done.migratedOn).toEqual(ALL.slice(OLDER.length));
  const now = await connect(target.ownerUrl);
  const { rows } = await now.query(
    `SELECT name, (SELECT count(*)::int FROM _prisma_migrations) AS migrations FROM unit`,
  );
  await now.end();
  expect(rows).toEqual([{ name: '楚雄州', migrations: ALL.length }]);
});
