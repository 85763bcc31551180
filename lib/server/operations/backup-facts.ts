import 'server-only';
import { pool } from '@/lib/server/db/pool';

interface Row {
  age: number;
  failed: boolean;
}

/** How old the last good backup is (before the first: the installation), and whether the last try failed. Needs no actor. */
export async function backupFacts(): Promise<{ backupAgeSeconds: number; lastBackupFailed: boolean }> {
  const { rows } = await pool().query<Row>(
    `SELECT extract(epoch FROM now_at - coalesce(last_good_at, installed_at))::float8 AS age, coalesce(last_try_status = 'failed', false) AS failed
     FROM backup_state()`,
  );
  return { backupAgeSeconds: rows[0]?.age ?? 0, lastBackupFailed: rows[0]?.failed ?? false };
}
