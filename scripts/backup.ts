// npm run backup [-- --to DIR]: database and files of one moment in one file, while people work.
// Exit 0: whole; 2: whole, but files that the records name are not there; 1: none was made; 64: usage.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeBackup } from '@/lib/server/backup/make';
import { BackupRefused } from '@/lib/server/backup/refused';
import { sealKeys } from '@/lib/server/backup/seal';
import { backupSettings, complain, fromHere, sizeOf } from './backup-settings';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { to: { type: 'string' } }, strict: true });
  const url = process.env.ANJU_BACKUP_URL;
  if (!url) throw new Error('请设置 ANJU_BACKUP_URL Set ANJU_BACKUP_URL, or run `npm run backup`');
  const { keep, ...settings } = backupSettings();
  const dir = values.to ? fromHere(values.to) : settings.dir;
  const order = { url, kind: 'manual' as const, dataDir: settings.dataDir, columnKey: settings.columnKey };
  // a folder that somebody chose for once keeps what is in it
  const made = await makeBackup({ ...order, dir, keep: values.to ? null : keep });
  if (!made) throw new BackupRefused('busy');
  const { tables, files, head } = made.manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`✓ ${path.join(dir, made.name)} · ${sizeOf(made.size)}`);
  console.log(
    `  数据截至 as of ${head.madeAt}：${tables.length} 张表 tables, ${rows} 行 rows, ${files.count} 个文件 files`,
  );
  console.log('  已整份读回核对 read back whole and found right');
  if (made.removed.length > 0) console.log(`  按保留规则删去 removed as outdated: ${made.removed.join(', ')}`);
  console.log(
    `  密钥不在备份里：请把 ${path.join(settings.dataDir, 'secrets.json')} 另存一份（指纹 ${sealKeys(settings.columnKey).fingerprint}）。没有它不能恢复。\n` +
      '  The key is not in it: keep a copy of secrets.json apart from the backups. Nothing can be restored without it.',
  );
  if (!made.lacks) return 0;
  console.error(`✗ 备份里缺少 missing in it: ${made.lacks}`);
  return 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(error);
  process.exitCode = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? 64 : 1;
}
