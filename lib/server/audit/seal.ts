import 'server-only';
import { pool } from '@/lib/server/db/pool';

/** Of one turn, each in a transaction of its own: a county's import leaves hundreds of thousands of lines, which are sealed within the minute. */
const MOST_BATCHES = 60;

/** Seals what waits into the chains, batch by batch; for the job runner, once a minute. Answers how many lines were sealed. */
export async function sealAudit(): Promise<number> {
  let total = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const { rows } = await pool().query<{ sealed: number }>('SELECT anju_audit_seal() AS sealed');
    const sealed = rows[0]?.sealed ?? 0;
    total += sealed;
    if (sealed === 0) break;
  }
  return total;
}
