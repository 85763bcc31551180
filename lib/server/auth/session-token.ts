import 'server-only';
import { createHash } from 'node:crypto';
import { getToken } from 'next-auth/jwt';
import { env } from '@/lib/server/env';

/** The cookie names a session; the row decides. Only its digest is stored, so that a stolen table opens nothing. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const cookieName = (): string =>
  env().NEXTAUTH_URL.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token';

/** The session's secret inside next-auth's cookie, or null for none, forged or expired. */
export async function sessionSecret(cookies: Record<string, string>): Promise<string | null> {
  try {
    const token = await getToken({
      // next-auth reads only cookies and headers of the request it is given
      req: { cookies, headers: {} } as unknown as Parameters<typeof getToken>[0]['req'],
      secret: env().NEXTAUTH_SECRET,
      cookieName: cookieName(),
      secureCookie: env().NEXTAUTH_URL.startsWith('https:'),
    });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    return null;
  }
}
