import 'server-only';
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { ONE_TIME_BYTES, oneTimePassword } from '@/lib/domain/accounts/one-time-password';
import { usernameField } from '@/lib/domain/accounts/schema';
import { hashPassword } from '@/lib/server/auth/password-hash';
import { searchTextOfTitle } from '@/lib/server/compounds/names';

export type FirstAdministrator =
  | { kind: 'made'; username: string; password: string; unit: string }
  | { kind: 'exists'; usernames: string[] }
  | { kind: 'no-units' }
  | { kind: 'bad-username' }
  | { kind: 'taken'; username: string };

interface Wanted {
  username: string;
  displayName: string;
  /** although there is one who could administer accounts */
  another: boolean;
}

const ACT = `SELECT set_config('app.actor', '系统维护（命令行）', true), set_config('app.action', 'account.create', true),
  set_config('app.reason', 'admin:create', true)`;

/** On a connection of the owner's role: somebody must be the first who can administer accounts. */
export async function makeAdministrator(client: pg.Client, wanted: Wanted): Promise<FirstAdministrator> {
  const username = usernameField.safeParse(wanted.username);
  if (!username.success) return { kind: 'bad-username' };
  await client.query('BEGIN');
  try {
    const made = await make(client, { ...wanted, username: username.data });
    await client.query(made.kind === 'made' ? 'COMMIT' : 'ROLLBACK');
    return made;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function make(client: pg.Client, { username, displayName, another }: Wanted): Promise<FirstAdministrator> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('anju administrators', 0))`);
  const { rows: known } = await client.query<{ username: string }>(
    `SELECT username FROM account WHERE role = 'prefecture_bureau' AND disabled_at IS NULL ORDER BY username LIMIT 5`,
  );
  if (known.length > 0 && !another) return { kind: 'exists', usernames: known.map((row) => row.username) };
  const { rows: units } = await client.query<{ id: string; name: string }>(
    `SELECT id, name FROM unit WHERE kind = 'prefecture' ORDER BY code LIMIT 1`,
  );
  const [unit] = units;
  if (!unit) return { kind: 'no-units' };
  await client.query(ACT);
  const { rows: made } = await client.query<{ id: string }>(
    `INSERT INTO account (prefecture_id, unit_id, username, display_name, search_text, role) VALUES ($1, $1, $2, $3, $4, 'prefecture_bureau')
      ON CONFLICT (username) DO NOTHING RETURNING id`,
    [unit.id, username, displayName, searchTextOfTitle(displayName)],
  );
  if (!made[0]) return { kind: 'taken', username };
  const password = oneTimePassword(randomBytes(ONE_TIME_BYTES));
  await client.query('INSERT INTO account_password (account_id, prefecture_id, hash) VALUES ($1, $2, $3)', [
    made[0].id,
    unit.id,
    await hashPassword(password),
  ]);
  return { kind: 'made', username, password, unit: unit.name };
}
