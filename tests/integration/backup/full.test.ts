import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asRefusal } from '@/lib/server/backup/refused';
import { rel } from '@/scripts/paths.mjs';
import { COLUMN_KEY, type Office, openOffice } from './support';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office?.world.end();
  office?.place.end();
});

/** npm run backup where no file may grow beyond 1 MiB: the system ends the writing in the middle, as a full disk does. */
function backUpOnSmallDisk(dir: string): Promise<{ code: number | null; output: string }> {
  const node = `${process.execPath} --conditions=react-server --import tsx ${rel('scripts/backup.ts')} --to "${dir}"`;
  const child = spawn('bash', ['-c', `trap '' XFSZ; ulimit -f 1024; exec ${node}`], {
    cwd: rel(),
    env: {
      ...process.env,
      ANJU_BACKUP_URL: office.world.database.backupUrl,
      ANJU_BACKUP_DIR: dir,
      ANJU_DATA_DIR: office.place.at('data'),
      ANJU_COLUMN_KEY: COLUMN_KEY,
      ANJU_BACKUP_AT: '02:30',
      ANJU_BACKUP_KEEP: '7,4,12',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

test('the disk takes no more in the middle: a sentence, no half file, and its line says why', async () => {
  const dir = office.place.at('small');
  const { code, output } = await backUpOnSmallDisk(dir);
  expect(output).toContain('这个磁盘不能存放这么大的文件');
  expect(code).toBe(1);
  expect(readdirSync(dir)).toEqual([]);
  const { rows } = await office.world.owner.query(
    'SELECT status, note FROM backup_run ORDER BY started_at DESC, id DESC LIMIT 1',
  );
  expect(rows).toEqual([{ status: 'failed', note: expect.stringContaining('FAT32') }]);
});

test.each([
  ['ENOSPC', '磁盘已满'],
  ['EDQUOT', '磁盘已满'],
  ['EROFS', 'ANJU_BACKUP_DIR'],
  ['EACCES', 'ANJU_BACKUP_DIR'],
])('%s is told in the words of the office', (code, words) => {
  expect(asRefusal(Object.assign(new Error('write'), { code })).message).toContain(words);
});

test('what is no fault of the disk stays what it is', () => {
  const other = Object.assign(new Error('x'), { code: '42P01' });
  expect(asRefusal(other)).toBe(other);
});
