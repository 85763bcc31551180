import 'server-only';
import type { BackupFacts } from '@/lib/domain/operations/backup-schedule';
import { connect } from './tables';

interface Row {
  last_good_at: Date | null;
  last_try_at: Date | null;
  last_try_status: string | null;
  installed_at: Date;
  now_at: Date;
}

/** What the database knows of the backups, asked as the backup's role; null before there is an installation. */
export async function backupFactsFor(url: string): Promise<BackupFacts | null> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<Row>('SELECT * FROM backup_state()');
    const [row] = rows;
    if (!row) return null;
    return {
      now: row.now_at,
      lastGoodAt: row.last_good_at,
      lastTryAt: row.last_try_at,
      lastTryFailed: row.last_try_status === 'failed',
      installedAt: row.installed_at,
    };
  } finally {
    await client.end();
  }
}
