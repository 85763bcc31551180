import 'server-only';
import type { BackupFacts } from '@/lib/domain/operations/backup-schedule';

/** What backup_state() answers. */
export interface BackupStateRow {
  last_good_at: Date | null;
  last_try_at: Date | null;
  last_try_status: 'running' | 'done' | 'failed' | null;
  installed_at: Date;
  now_at: Date;
}

export const factsFromRow = (row: BackupStateRow): BackupFacts => ({
  now: row.now_at,
  lastGoodAt: row.last_good_at,
  lastTryAt: row.last_try_at,
  lastTryFailed: row.last_try_status === 'failed',
  installedAt: row.installed_at,
});
