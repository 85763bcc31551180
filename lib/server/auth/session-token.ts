import 'server-only';
import { createHash } from 'node:crypto';
import { getToken } from 'next-auth/jwt';
import { env } from '@/lib/server/env';

/** The cookie names a session; the row decides. Only its digest is stored, so that a stolen table opens nothing. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const cookieName = (): string =>
  env().NEXTAUTH_URL.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token';

const KEPT = 2_000;
const opened = new Map<string, string>();

function keep(cookie: string | undefined, secret: string): string {
  if (cookie === undefined) return secret;
  if (opened.size >= KEPT) opened.clear();
  opened.set(cookie, secret);
  return secret;
}

/**
 * The session's secret inside next-auth's cookie, or null for none or forged. What a cookie says never changes,
 * so it is decrypted once per process; whether the session still holds is asked of the database each time.
 */
export async function sessionSecret(cookies: Record<string, string>): Promise<string | null> {
  const cookie = cookies[cookieName()];
  const known = cookie === undefined ? undefined : opened.get(cookie);
  if (known) return known;
  try {
    const token = await getToken({
      // next-auth reads only cookies and headers of the request it is given
      req: { cookies, headers: {} } as unknown as Parameters<typeof getToken>[0]['req'],
      secret: env().NEXTAUTH_SECRET,
      cookieName: cookieName(),
      secureCookie: env().NEXTAUTH_URL.startsWith('https:'),
    });
    if (typeof token?.sid !== 'string') return null;
    return keep(cookie, token.sid);
  } catch {
    return null;
  }
}
