import 'server-only';
import type { BackupFacts } from '@/lib/domain/operations/backup-schedule';
import { type BackupStateRow, factsFromRow } from '@/lib/server/operations/backup-row';
import { connect } from './tables';

/** What the database knows of the backups, asked as the backup's role; null before there is an installation. */
export async function backupFactsFor(url: string): Promise<BackupFacts | null> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<BackupStateRow>('SELECT * FROM backup_state()');
    const [row] = rows;
    return row ? factsFromRow(row) : null;
  } finally {
    await client.end();
  }
}
