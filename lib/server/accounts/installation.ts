import 'server-only';
import { pool } from '@/lib/server/db/pool';

/** Whether this installation holds the demonstration prefecture: asked before anybody has signed in. */
export async function isDemonstration(): Promise<boolean> {
  const { rows } = await pool().query<{ demonstration: boolean }>('SELECT demonstration FROM installation');
  return rows[0]?.demonstration ?? false;
}
