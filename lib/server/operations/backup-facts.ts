import 'server-only';
import { type Ask, askPool } from '@/lib/server/db/ask';

interface Row {
  age: number;
  failed: boolean;
}

/** How old the last good backup is (before the first: the installation), and whether the last try failed. Needs no actor. */
export async function backupFacts(
  ask: Ask = askPool,
): Promise<{ backupAgeSeconds: number; lastBackupFailed: boolean }> {
  const [row] = await ask<Row>(
    `SELECT extract(epoch FROM now_at - coalesce(last_good_at, installed_at))::float8 AS age, coalesce(last_try_status = 'failed', false) AS failed
     FROM backup_state()`,
  );
  return { backupAgeSeconds: row?.age ?? 0, lastBackupFailed: row?.failed ?? false };
}
