import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameOfBackup } from '@/lib/domain/operations/backup-retention';
import { makeBackup, type Order } from '@/lib/server/backup/make';
import { verifyBackup } from '@/lib/server/backup/verify';
import { applyPending, migrationsIn } from '@/scripts/deploy.mjs';
import { MIGRATIONS } from '@/scripts/migrate.mjs';
import { connect } from '@/scripts/roles.mjs';
import { until } from '@/tests/support/until';
import { COLUMN_KEY, type Office, openOffice } from './support';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office?.world.end();
  office?.place.end();
});

const order = (more: Partial<Order> = {}): Order => ({
  url: office.world.database.backupUrl,
  dir: office.place.at('made'),
  dataDir: office.place.at('data'),
  columnKey: COLUMN_KEY,
  kind: 'manual',
  keep: null,
  ...more,
});
const WAITING = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE '%\\_\\_backup' AND wait_event_type = 'Lock'`;
const lines = async () =>
  (
    await office.world.owner.query(
      `SELECT kind, status, file_name, note FROM backup_run ORDER BY started_at DESC, id DESC`,
    )
  ).rows;
const filesIn = (dir = office.place.at('made')) => readdirSync(dir).sort();

test('it is for its owner alone, carries its time in its name, and its line says that it is done', async () => {
  const made = await makeBackup(order());
  expect(filesIn()).toEqual([made?.name]);
  expect(statSync(office.place.at('made', made?.name ?? '')).mode & 0o777).toBe(0o600);
  expect(statSync(office.place.at('made')).mode & 0o777).toBe(0o700);
  expect(made?.name).toBe(nameOfBackup(new Date(made?.manifest.head.madeAt ?? 0)));
  expect((await lines())[0]).toEqual({ kind: 'manual', status: 'done', file_name: made?.name, note: null });
});

test('of two at once one is made, and the other is told', async () => {
  const made = await Promise.all([makeBackup(order()), makeBackup(order())]);
  expect(made.filter(Boolean)).toHaveLength(1);
});

test('the one that is due is made once, however many ask one after another', async () => {
  const { rows } = await office.world.owner.query<{ now: Date }>('SELECT anju_now() AS now');
  const due = rows[0]?.now as Date;
  const scheduled = order({ kind: 'scheduled', due });
  expect((await makeBackup(scheduled))?.name).toMatch(/^anju-backup-/);
  expect(await makeBackup(scheduled)).toBeNull();
});

test('a file that the records name and that is gone is said aloud, and so is one that was damaged', async () => {
  const { owner } = office.world;
  await owner.query(`UPDATE stored_file SET storage_key = '${'ab'}/${'ab'.repeat(32)}' WHERE purpose <> 'export'`);
  const made = await makeBackup(order());
  expect(made?.lacks).toContain('1 个文件不在数据文件夹里');
  expect((await lines())[0]).toMatchObject({ status: 'done', note: made?.lacks });
  mkdirSync(office.place.at('data', 'files', 'ab'), { recursive: true });
  writeFileSync(office.place.at('data', 'files', 'ab', 'ab'.repeat(32)), 'half of it');
  const again = await makeBackup(order());
  expect(again?.lacks).toContain('1 个文件已损坏');
  const { manifest } = await verifyBackup(office.place.at('made', again?.name ?? ''), COLUMN_KEY);
  expect(manifest.files.damaged).toEqual({ count: 1, first: [`ab/${'ab'.repeat(32)}`] });
});

test('its process or connection is killed: no file that looks whole is left, none is removed for it, and the next one is made', async () => {
  const before = filesIn();
  const { owner } = office.world;
  const admin = await connect(office.world.database.adminUrl);
  // a table that it will wait for: it is in the middle when its connections are ended
  await owner.query('BEGIN');
  await owner.query('LOCK TABLE household IN ACCESS EXCLUSIVE MODE');
  const making = makeBackup(order({ keep: { days: 1, weeks: 0, months: 0 } })).then(
    () => 'made',
    () => 'failed',
  );
  await until('it waits', 10_000, async () => {
    const { rowCount } = await admin.query(WAITING.replace('SELECT', 'SELECT pg_terminate_backend(pid),'));
    return rowCount;
  });
  await Promise.all([owner.query('ROLLBACK'), admin.end()]);
  expect(await making).toBe('failed');
  expect(filesIn()).toEqual(before);
  expect((await lines())[0]).toMatchObject({ status: 'failed' });
  writeFileSync(office.place.at('made', `.anju-backup-${crypto.randomUUID()}.part`), 'of a process that was killed');
  const made = await makeBackup(order());
  expect(filesIn()).toEqual([...before, made?.name].sort());
});

test('it is one moment: what is written after its first one is not in it, however long it takes', async () => {
  const { owner, prefectureId } = office.world;
  const other = await connect(office.world.database.ownerUrl);
  const admin = await connect(office.world.database.adminUrl);
  const count = async () => (await other.query<{ n: number }>('SELECT count(*)::int AS n FROM unit')).rows[0]?.n;
  const units = await count();
  // of the tables in their order this one comes before `unit`: while it is waited for, a unit is added
  await owner.query('BEGIN');
  await owner.query('LOCK TABLE household IN ACCESS EXCLUSIVE MODE');
  const making = makeBackup(order());
  await until('it waits', 10_000, async () => (await admin.query(WAITING)).rowCount);
  await other.query(
    `INSERT INTO unit (prefecture_id, parent_id, kind, code, name, pinyin, valid_from) VALUES ($1, $1, 'county', '532399', '新设县', 'xin she xian', '2026-01-01')`,
    [prefectureId],
  );
  expect(await count()).toBe((units ?? 0) + 1);
  await owner.query('ROLLBACK');
  const made = await making;
  await Promise.all([other.end(), admin.end()]);
  expect(made?.manifest.tables.find(({ name }) => name === 'unit')?.rows, 'units of the snapshot').toBe(units);
});

test('an upgrade waits until the backup is made, and a start without one does not', async () => {
  const { owner } = office.world;
  const [deployer, starter] = [
    await connect(office.world.database.ownerUrl),
    await connect(office.world.database.ownerUrl),
  ];
  const admin = await connect(office.world.database.adminUrl);
  const ended: string[] = [];
  await owner.query('BEGIN');
  await owner.query('LOCK TABLE household IN ACCESS EXCLUSIVE MODE');
  const making = makeBackup(order()).then(() => ended.push('backup'));
  await until('it waits', 10_000, async () => (await admin.query(WAITING)).rowCount);
  const migration = { name: '29991231235959_next', sql: 'SELECT 1', checksum: 'd'.repeat(64) };
  const upgrading = applyPending(deployer, [migration]).then(() => ended.push('upgrade'));
  expect(await applyPending(starter, migrationsIn(MIGRATIONS))).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(ended).toEqual([]);
  await owner.query('ROLLBACK');
  await making;
  await upgrading;
  // once all rows are read the upgrade may go on, beside the last words of the file
  expect(ended.sort()).toEqual(['backup', 'upgrade']);
  await Promise.all([deployer.end(), starter.end(), admin.end()]);
});

test('a folder that cannot be written: a sentence that names the setting, and the same in its line', async () => {
  writeFileSync(office.place.at('not-a-folder'), '');
  await expect(makeBackup(order({ dir: office.place.at('not-a-folder') }))).rejects.toMatchObject({ code: 'no_right' });
  expect((await lines())[0]).toMatchObject({ status: 'failed', note: expect.stringContaining('ANJU_BACKUP_DIR') });
});

test('after a good one the outdated go; other files and folders of that place are nobody else’s to remove', async () => {
  const dir = office.place.at('kept');
  mkdirSync(dir);
  const day = 86_400_000;
  const old = [1, 2, 3, 4].map((n) => nameOfBackup(new Date(Date.now() - n * day)));
  for (const name of [...old, '摸底表.xlsx', 'anju-backup-old.tar.gz'])
    writeFileSync(office.place.at('kept', name), 'x');
  const made = await makeBackup(order({ dir, keep: { days: 3, weeks: 0, months: 0 } }));
  expect(made?.removed.sort()).toEqual([...old.slice(2)].sort());
  expect(filesIn(dir)).toEqual([...old.slice(0, 2), '摸底表.xlsx', 'anju-backup-old.tar.gz', made?.name].sort());
});
