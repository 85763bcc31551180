import 'server-only';
import { pool } from '@/lib/server/db/pool';

/** Seals what waits into the chains; for the job runner, once a minute. Answers how many lines were sealed. */
export async function sealAudit(): Promise<number> {
  const { rows } = await pool().query<{ sealed: number }>('SELECT anju_audit_seal() AS sealed');
  return rows[0]?.sealed ?? 0;
}
