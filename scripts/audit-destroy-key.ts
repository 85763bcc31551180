// npm run audit:destroy-key -- --purpose audit --before 2026-05 --reason "保存期满 …" [--dry-run]
// Retention: destroys the keys of earlier months, so that the personal values under them are unreadable for ever. The lines stay, and the chain still verifies.
import { parseArgs } from 'node:util';
import pg from 'pg';

const PURPOSES = ['audit', 'draft', 'import'];
const options = {
  purpose: { type: 'string', default: 'audit' },
  before: { type: 'string' },
  reason: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

class Usage extends Error {}

function flags() {
  const { values } = parseArgs({ options, strict: true });
  const { purpose, before, reason } = values;
  if (!PURPOSES.includes(purpose)) throw new Usage(`--purpose: ${PURPOSES.join(' | ')}`);
  if (!before || !/^\d{4}-(0[1-9]|1[0-2])$/.test(before))
    throw new Usage('--before YYYY-MM: 之前各月 the months before it');
  if (!reason?.trim()) throw new Usage('--reason: 写明依据和批准人 the ground and who approved it');
  return { purpose, before, reason: reason.trim(), dryRun: values['dry-run'] ?? false };
}

const DUE = `SELECT count(*)::int AS count, min(period) AS first, max(period) AS last FROM personal_key
  WHERE purpose = $1 AND period < $2 AND destroyed_at IS NULL AND period ~ '^[0-9]{4}-[0-9]{2}$'`;
const DESTROY = `UPDATE personal_key SET wrapped = NULL, destroyed_at = anju_now(), destroyed_reason = $3
  WHERE purpose = $1 AND period < $2 AND destroyed_at IS NULL AND period ~ '^[0-9]{4}-[0-9]{2}$'`;
const ACT = `SELECT set_config('app.actor', '系统维护（命令行）', true), set_config('app.action', 'personal_key.destroy', true), set_config('app.reason', $1, true)`;

async function main(): Promise<void> {
  const { purpose, before, reason, dryRun } = flags();
  const client = new pg.Client({ connectionString: process.env.ANJU_OWNER_URL, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ count: number; first: string; last: string }>(DUE, [purpose, before]);
    const due = rows[0] ?? { count: 0, first: '', last: '' };
    const span = due.count > 0 ? `（${due.first} — ${due.last}）` : '';
    if (dryRun) return console.log(`将销毁 ${due.count} 把密钥 would destroy ${due.count} keys${span}`);
    await client.query(ACT, [reason]);
    await client.query(DESTROY, [purpose, before, reason]);
    await client.query('COMMIT');
    console.log(`已销毁 ${due.count} 把密钥，不可恢复 destroyed ${due.count} keys for good${span}`);
  } finally {
    await client.end();
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = error instanceof Usage || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? 64 : 1;
});
