import 'server-only';
import { SCOPES, type Scope } from '@/lib/domain/accounts/scopes';
import type { Actor } from '@/lib/server/actor';
import { type Denied, failure } from '@/lib/server/answer';
import { TOKEN_CEILING, takeOne } from '@/lib/server/api/limits';
import { pool } from '@/lib/server/db/pool';
import { type ActorRow, actorFromRow } from './actor-row';
import { callerOf } from './caller';
import { cookiesOf } from './cookies';
import { cookieName, digestOf } from './session-token';
import { isTokenSecret } from './token-secret';

interface TokenRow extends ActorRow {
  token_id: string;
  token_name: string;
  scopes: string[];
  refused: 'disabled' | 'moved' | 'revoked' | 'expired' | null;
  last_used_at: Date | null;
  must_change_password: boolean;
}

const LOOK_UP = { name: 'auth-token', text: 'SELECT * FROM auth_token($1)' };
const TOUCH_AFTER_MS = 60_000;

const closed = (code: string): Denied => ({
  ...failure(401, code),
  headers: { 'www-authenticate': 'Bearer realm="anju", error="invalid_token"' },
});

const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);

/**
 * The actor of a token's request, or why it has none. The row is looked at on each request, like a session's: what ended the token
 * holds from the next request on. Why a token opens nothing is told to the holder of the whole secret and to nobody else.
 */
export async function actorOfToken(secret: string, request: Request): Promise<Actor | Denied> {
  if (cookiesOf(request)[cookieName()] !== undefined) return failure(400, 'two_identities');
  if (!isTokenSecret(secret)) return closed('token_malformed');
  const { rows } = await pool().query<TokenRow>({ ...LOOK_UP, values: [digestOf(secret)] });
  const row = rows[0];
  if (!row) return closed('token_unknown');
  const { address, requestId } = callerOf(request);
  if (row.refused) {
    await pool().query('SELECT auth_token_refused($1, $2, $3, $4)', [row.token_id, row.refused, address, requestId]);
    return closed(`token_${row.refused}`);
  }
  const tooOften = await takeOne(TOKEN_CEILING, `token:${row.token_id}`);
  if (tooOften) return tooOften;
  if (!row.last_used_at || Date.now() - row.last_used_at.getTime() > TOUCH_AFTER_MS) {
    await pool().query('SELECT auth_touch_token($1)', [row.token_id]);
  }
  const actor = actorFromRow(row, {
    sessionId: null,
    mustChangePassword: row.must_change_password,
    requestId,
    token: { id: row.token_id, name: row.token_name, scopes: row.scopes.filter(isScope) },
  });
  return actor ?? closed('token_unknown');
}
