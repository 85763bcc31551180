import type { BenchDatabase } from '../../world';

export interface Commander {
  post: (projectId: string, voucherNo: string) => Promise<void>;
  end: () => Promise<void>;
}

/** The command as the route calls it: that person's rights, row security, the rules, the audit, one durable transaction. Only the HTTP is missing. */
export async function commander({ env, db }: BenchDatabase, username: string): Promise<Commander> {
  Object.assign(process.env, env);
  const { jobActor } = await import('@/lib/server/jobs/job-actor');
  const { withWriter } = await import('@/lib/server/db/with-writer');
  const { post, sendEntry } = await import('@/lib/server/funds/post');
  const { pool } = await import('@/lib/server/db/pool');
  const { rows } = await db.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]);
  const actor = await jobActor(rows[0]?.id ?? '', 'bench');
  const receipt = { movement: 'received', source: 'local', kind: 'county', earmark: 'general' } as const;
  return {
    post: async (projectId, voucherNo) => {
      const input = { ...receipt, amount: 100n, entryOn: '2020-03-01', voucherNo } as Parameters<typeof post>[3];
      const answer = await withWriter(actor, (tx) => post(tx, actor, projectId, input, sendEntry), {
        action: 'ledger.post',
      });
      if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
    },
    end: () => pool().end(),
  };
}
