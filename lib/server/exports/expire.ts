import 'server-only';
import { pool } from '@/lib/server/db/pool';
import { fileStore } from '@/lib/server/files/store';

/**
 * For the daily cleaning: destroys the keys of exports whose week is over, then removes their bytes. Bytes that a crash leaves behind
 * are unreadable already. Answers how many were ended.
 */
export async function expireExports(): Promise<number> {
  const { rows } = await pool().query<{ storage_key: string }>('SELECT storage_key FROM anju_expire_exports()');
  const store = fileStore();
  for (const { storage_key } of rows) await store.remove(storage_key);
  return rows.length;
}
