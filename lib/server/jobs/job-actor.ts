import 'server-only';
import type { Actor } from '@/lib/server/actor';
import { type ActorRow, actorFromRow } from '@/lib/server/auth/actor-row';
import { pool } from '@/lib/server/db/pool';

interface AccountRow extends ActorRow {
  disabled: boolean;
}

/** A job that can't run, for a reason that people can read; it is not tried again. */
export class JobRefused extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
  }
}

/** Who asked, as that account stands now: disabled or moved since then, and the job has no more rights than the account. */
export async function jobActor(accountId: string, jobId: string): Promise<Actor> {
  const { rows } = await pool().query<AccountRow>('SELECT * FROM auth_job_actor($1)', [accountId]);
  const row = rows[0];
  if (row?.disabled) throw new JobRefused('job.accountDisabled', { name: row.display_name });
  const actor = row && actorFromRow(row, { sessionId: null, mustChangePassword: false, requestId: `job:${jobId}` });
  if (!actor) throw new JobRefused('job.accountGone');
  return actor;
}
