import path from 'node:path';
import { parseKeep } from '@/lib/domain/operations/backup-retention';

/** Settings of a process that makes or reads backups, as scripts/settings.mjs has checked them. */
export function backupSettings(env: NodeJS.ProcessEnv = process.env) {
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`请设置 ${name} Set ${name}: npm start and the npm scripts do so`);
    return value;
  };
  const keep = parseKeep(need('ANJU_BACKUP_KEEP'));
  if (!keep) throw new Error('ANJU_BACKUP_KEEP: 7,4,12');
  return {
    dir: need('ANJU_BACKUP_DIR'),
    dataDir: need('ANJU_DATA_DIR'),
    columnKey: need('ANJU_COLUMN_KEY'),
    at: need('ANJU_BACKUP_AT'),
    keep,
  };
}

/** A path as the person typed it: npm goes to its own folder first and keeps theirs in INIT_CWD. */
export const fromHere = (given: string): string => path.resolve(process.env.INIT_CWD ?? '', given);

export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** A refusal is a sentence of its own; anything else comes with where it happened. */
export function complain(thrown: unknown): void {
  const { name, message, stack } = thrown as Error & { code?: string };
  const plain = (thrown as Error).constructor.name === 'BackupRefused' || name === 'MigrationError';
  console.error(`✗ ${plain ? message : (stack ?? message)}`);
}
