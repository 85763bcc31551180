import 'server-only';
import { randomBytes } from 'node:crypto';
import { pool } from '@/lib/server/db/pool';
import { knownDevice, rememberDevice } from './device-cookie';
import { verifyPassword } from './password-hash';
import { digestOf } from './session-token';
import { recordStranger } from './strangers';
import { type Bucket, deviceBucket, forgetTries, openBucket, takeTry } from './tries';

export const SESSION_HOURS = 12;

export interface Caller {
  cookies: Record<string, string>;
  userAgent: string | null;
  address: string | null;
  requestId: string | null;
}

export type SignIn =
  | { kind: 'signed-in'; secret: string; accountId: string; deviceCookie: string }
  | { kind: 'wrong' }
  | { kind: 'disabled' }
  | { kind: 'locked'; seconds: number };

interface Found {
  id: string;
  username: string;
  role: string;
  hash: string | null;
  disabled: boolean;
}

export async function findAccount(username: string): Promise<Found | null> {
  const { rows } = await pool().query<Found>('SELECT * FROM auth_find_account($1)', [username.trim()]);
  return rows[0] ?? null;
}

export async function recordSignInFact(
  accountId: string,
  action: string,
  details: Record<string, unknown>,
  requestId: string | null,
): Promise<void> {
  await pool().query('SELECT auth_record($1, $2, $3, $4)', [accountId, action, JSON.stringify(details), requestId]);
}

const bucketOf = (username: string, account: Found | null, cookies: Record<string, string>): Bucket => {
  const device = account && knownDevice(cookies, account.id);
  return account && device ? deviceBucket(account.id, device) : openBucket(username);
};

export type PasswordCheck = { kind: 'right'; account: Found } | { kind: 'wrong' } | { kind: 'locked'; seconds: number };

/** The one place where a password is compared: every path through it is counted, before the comparison. */
export async function checkPasswordOf(
  username: string,
  password: string,
  caller: Caller,
  path: 'sign_in' | 'password_change',
): Promise<PasswordCheck> {
  const account = await findAccount(username);
  const bucket = bucketOf(username, account, caller.cookies);
  const taken = await takeTry(bucket);
  if (!taken.allowed) {
    if (account && taken.first) {
      await recordSignInFact(account.id, 'account.locked', { path, address: caller.address }, caller.requestId);
    }
    return { kind: 'locked', seconds: taken.seconds };
  }
  const right = await verifyPassword(account?.hash, password);
  if (!account || !right) {
    if (account) {
      await recordSignInFact(account.id, `account.${path}_failed`, { address: caller.address }, caller.requestId);
    } else await recordStranger(username, caller);
    return { kind: 'wrong' };
  }
  await forgetTries(bucket);
  return { kind: 'right', account };
}

export async function signIn(username: string, password: string, caller: Caller): Promise<SignIn> {
  const checked = await checkPasswordOf(username, password, caller, 'sign_in');
  if (checked.kind !== 'right') return checked;
  const { account } = checked;
  const secret = randomBytes(32).toString('base64url');
  const opened = await pool().query<{ id: string | null }>(
    'SELECT auth_open_session($1, $2, $3, $4, make_interval(hours => $5)) AS id',
    [account.id, digestOf(secret), caller.userAgent, caller.address, SESSION_HOURS],
  );
  const details = { address: caller.address, session: opened.rows[0]?.id ?? null };
  // Only who knows the password learns that the account was disabled.
  const action = opened.rows[0]?.id ? 'account.sign_in' : 'account.sign_in_disabled';
  await recordSignInFact(account.id, action, details, caller.requestId);
  if (!opened.rows[0]?.id) return { kind: 'disabled' };
  const deviceCookie = rememberDevice(caller.cookies, account.id);
  return { kind: 'signed-in', secret, accountId: account.id, deviceCookie };
}
