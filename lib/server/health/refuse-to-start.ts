import 'server-only';
import { env } from '@/lib/server/env';
import { log } from '@/lib/server/log';
import { clockFaults, restoreFaults, roleFacts, roleFaults } from './checks';

const SENTENCES: Record<string, string> = {
  role_superuser: '数据库账号是超级用户，行级安全对它无效 the database role is a superuser',
  role_bypasses_row_security: '数据库账号可以绕过行级安全 the database role has BYPASSRLS',
  role_owns_tables: '数据库账号拥有数据表 the database role owns the tables',
  restore_unfinished:
    '上次从备份恢复没有做完，请新建空数据库后重新恢复 a restore did not end: make an empty database and restore again',
  clock_shifted: '系统时间被调整过，生产环境不能这样运行 the clock is shifted (anju_clock)',
};
const ADVICE =
  'DATABASE_URL 请使用应用账号（<数据库>__app，npm start 会自动建立）；演示或培训需要调整时间时设置 ANJU_ALLOW_CLOCK_SHIFT=1。\n' +
  'Set DATABASE_URL to the app role; to run on a moved clock on purpose, set ANJU_ALLOW_CLOCK_SHIFT=1.';

/** What forbids this process to serve anybody; empty when it may. Settings that are wrong throw with their own sentences. */
export async function startFaults(): Promise<string[]> {
  const facts = await roleFacts();
  return [
    ...roleFaults(facts),
    ...restoreFaults(facts),
    ...(env().NODE_ENV === 'production' ? clockFaults(facts) : []),
  ];
}

export const refusalText = (faults: readonly string[]): string =>
  ['安居不能启动 Anju refuses to start:', ...faults.map((fault) => `  ${SENTENCES[fault] ?? fault}`), ADVICE].join(
    '\n',
  );

/** The house is never opened with the second wall down. A database that is only away is another matter: /api/health/ready tells. */
export async function refuseToStart(): Promise<void> {
  try {
    env();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
  const faults = await startFaults().catch((error: Error) => {
    log.warn('start.database-away', {}, error);
    return [];
  });
  if (faults.length === 0) return;
  process.stderr.write(`${refusalText(faults)}\n`);
  process.exit(1);
}
