// npm run restore -- FILE            into an empty database and an empty files folder
// npm run restore -- --check FILE    reads it to its last byte and says whether it can be restored; touches nothing
// npm run restore -- --list          the backups in ANJU_BACKUP_DIR
// Exit 0: done; 1: refused, with what to do; 64: usage.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backupOfName } from '@/lib/domain/operations/backup-retention';
import { asRefusal } from '@/lib/server/backup/refused';
import { refuseOtherMigrations, restoreBackup } from '@/lib/server/backup/restore';
import { type Verified, verifyBackup } from '@/lib/server/backup/verify';
import { backupSettings, complain, fromHere, sizeOf } from './backup-settings';
import { migrationsIn } from './deploy.mjs';
import { deploy, MIGRATIONS } from './migrate.mjs';

const options = { check: { type: 'boolean' }, list: { type: 'boolean' } } as const;
const USAGE = '用法 usage: npm run restore -- FILE | --check FILE | --list';

/** Refused before anything was touched. */
const UNTOUCHED = new Set<string | undefined>(['database_not_empty', 'files_not_empty', 'newer', 'other_edition']);
const AGAIN =
  '✗ 恢复没有做完，这个数据库暂不能使用。按下面的提示处理后，再运行同一条命令。\n  The restore did not end, and nobody may use this database: see to what is said below, then run the same command again.';

function list(dir: string): void {
  const names = readdirSync(dir)
    .filter((name) => backupOfName(name))
    .sort();
  for (const name of names) console.log(`${name}  ${sizeOf(statSync(path.join(dir, name)).size)}`);
  if (names.length === 0) console.log(`${dir}: 没有备份 no backups`);
}

function tell({ manifest, size }: Verified): void {
  const { head, tables, files, heads } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`✓ 备份完整 the backup is whole · ${sizeOf(size)} · ${head.release}`);
  console.log(
    `  数据截至 as of ${head.madeAt}：${tables.length} 张表 tables, ${rows} 行 rows, ${files.count} 个文件 files, ${heads.length} 条审计链 audit chains`,
  );
  const gone = files.missing.count + files.damaged.count;
  if (gone > 0)
    console.error(
      `✗ 制作时就缺少 already missing when it was made: ${gone} 个文件 files (${files.missing.first[0] ?? files.damaged.first[0]} …)`,
    );
}

async function restore(backup: Verified, dataDir: string): Promise<void> {
  const { ANJU_OWNER_URL: ownerUrl, ANJU_VERIFIER_URL: verifierUrl } = process.env;
  if (!ownerUrl || !verifierUrl)
    throw new Error('请设置 ANJU_OWNER_URL 和 ANJU_VERIFIER_URL Set both, or a privileged DATABASE_URL');
  console.log('… 正在恢复 restoring');
  const migrations = {
    known: migrationsIn(MIGRATIONS),
    deploy: (only?: ReadonlySet<string>) => deploy(ownerUrl, only) as Promise<string[]>,
  };
  const done = await restoreBackup(backup, { ownerUrl, verifierUrl, dataDir }, migrations).catch((thrown) => {
    if (!UNTOUCHED.has(thrown.code)) console.error(AGAIN);
    throw thrown;
  });
  console.log(`✓ 已恢复 restored: ${done.rows} 行 rows；审计链完整 audit chain whole (${done.auditLines})`);
  if (done.migratedOn.length > 0)
    console.log(
      `  数据库已升级到本版本 the database was brought to this release: +${done.migratedOn.length} migrations`,
    );
  console.log(
    '  下一步：npm start，登录看一看，再做一次 npm run backup。备份之后停用的账号和令牌请重新停用。\n' +
      '  Next: npm start, sign in and look, then npm run backup. Accounts and tokens ended since that backup must be ended again.',
  );
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options, strict: true, allowPositionals: true });
  const settings = backupSettings();
  if (values.list) {
    list(settings.dir);
    return 0;
  }
  const [given] = positionals;
  if (!given || positionals.length > 1) {
    console.error(USAGE);
    return 64;
  }
  const backup = await verifyBackup(fromHere(given), settings.columnKey);
  refuseOtherMigrations(backup.manifest, migrationsIn(MIGRATIONS));
  tell(backup);
  if (values.check) console.log('✓ 可以恢复 it can be restored（密钥相符 the key is the right one）');
  else await restore(backup, settings.dataDir);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(asRefusal(error));
  process.exitCode = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? 64 : 1;
}
